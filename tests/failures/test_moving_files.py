"""Files that change, vanish or come while a run is under way, and paths that only their own place has room for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from concurrent.futures import Executor, Future
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from roundbook.batch import run
from roundbook.board import Board
from roundbook.errors import NotWrittenError
from roundbook.runs import RunOptions, RunResult
from tests.roundbook.boards import TestBoard, tree, write_return

ROOM = 4_040
"""So long is the path of a folder that a file has room in, and its copy in the round's folder has not."""
NOW = datetime(2025, 6, 2, 9, 30, tzinfo=UTC)


class Meddling(Executor):
    """Reads each file at once, after or before somebody has done something to those in the inbox."""

    def __init__(self, before: Callable[[], object] = int, after: Callable[[], object] = int) -> None:
        self._before, self._after = before, after

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401 - as Executor
        future: Future[Any] = Future()
        self._before()
        future.set_result(fn(*args, **kwargs))
        self._after()
        return future


def _run(board: TestBoard, executor: Executor | None = None) -> RunResult:
    return run(Board(board.folder), RunOptions(NOW, executor=executor), lambda *_: None)


def _outcomes(result: RunResult) -> dict[str, str]:
    return {each.path: each.outcome for each in result.pack.documents}


def test_a_file_that_vanishes_before_it_is_read_is_said_to_be_gone(run_once: TestBoard) -> None:
    police = run_once.inbox / "Police.docx"
    result = _run(run_once, Meddling(before=lambda: police.unlink(missing_ok=True)))
    assert _outcomes(result) == {"Housing.docx": "read", "Police.docx": "unread"}
    (record,) = (each for each in result.pack.documents if each.path == "Police.docx")
    assert "Run again when it is back" in record.message


def test_a_file_that_vanishes_after_it_is_read_changes_nothing(run_once: TestBoard) -> None:
    before, police = tree(run_once.round("r1")), run_once.inbox / "Police.docx"
    with pytest.raises(NotWrittenError, match=r"Police\.docx: disappeared while the run was under way"):
        _run(run_once, Meddling(after=lambda: police.unlink(missing_ok=True)))
    assert tree(run_once.round("r1")) == before


def test_a_file_replaced_before_it_is_read_counts_as_it_is_then(run_once: TestBoard) -> None:
    police = run_once.inbox / "Police.docx"
    result = _run(run_once, Meddling(before=lambda: write_return(police, "Police", ("POL-1", "Sent again."))))
    assert [each.update for each in result.pack.current.entries if each.id == "POL-1"] == ["Sent again."]
    assert (run_once.round("r1") / "received" / "Police.docx").read_bytes() == police.read_bytes()


def test_a_file_replaced_after_it_is_read_changes_nothing(run_once: TestBoard) -> None:
    before, police = tree(run_once.round("r1")), run_once.inbox / "Police.docx"
    with pytest.raises(NotWrittenError, match="was changed while the run was under way"):
        _run(run_once, Meddling(after=lambda: write_return(police, "Police", ("POL-1", "Sent again."))))
    assert tree(run_once.round("r1")) == before


def test_a_master_list_replaced_during_the_run_changes_nothing(run_once: TestBoard) -> None:
    before, master = tree(run_once.round("r1")), run_once.folder / "master.csv"
    with pytest.raises(NotWrittenError, match=r"master\.csv: was changed while the run was under way"):
        _run(run_once, Meddling(after=lambda: master.write_text(master.read_text("utf-8") + "\n", "utf-8")))
    assert tree(run_once.round("r1")) == before


def test_a_file_that_comes_during_the_run_is_in_the_next(run_once: TestBoard) -> None:
    late = run_once.inbox / "Police late.docx"
    first = _run(run_once, Meddling(after=lambda: write_return(late, "Police", ("POL-2", "Asked."))))
    assert "Police late.docx" not in _outcomes(first)
    assert _outcomes(_run(run_once))["Police late.docx"] == "read"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no path is as long")
def test_a_path_too_long_to_be_copied_costs_itself_alone(run_once: TestBoard) -> None:
    here = Path.cwd()
    os.chdir(run_once.inbox)
    try:
        while (room := ROOM - len(str(Path.cwd()))) > 0:
            name = "d" * min(200, room)
            os.mkdir(name)  # noqa: PTH102 - a path that long can be made in steps alone
            os.chdir(name)
        (run_once.inbox / "Police.docx").rename("Police.docx")
    finally:
        os.chdir(here)
    result = _run(run_once)
    assert sorted(_outcomes(result).values()) == ["read", "unread"]
    assert any("too long to be copied" in each.message for each in result.pack.documents)

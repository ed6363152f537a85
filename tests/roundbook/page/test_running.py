from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import pytest

from roundbook.errors import UsageError
from roundbook.page.running import BoardRun
from roundbook.told import Told

if TYPE_CHECKING:
    from roundbook.reading import Progress


def test_how_far_a_run_is_can_be_asked_at_any_time() -> None:
    told, seen = Event(), Event()

    def work(progress: Progress) -> Told:
        progress(0, 2, "a.docx")
        progress(1, 2, "b.pdf")
        told.set()
        assert seen.wait(10)
        raise UsageError("Stopped here.")

    run = BoardRun(work)
    assert told.wait(10)
    assert (run.standing.total, run.standing.read, run.standing.is_over) == (2, ("b.pdf",), False)
    seen.set()
    run.wait()
    assert (run.standing.is_over, run.standing.problem) == (True, "Stopped here.")


def test_what_nobody_foresaw_is_said_without_quoting_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "Housing.docx").write_text("secret words")

    def work(progress: Progress) -> Told:
        raise RuntimeError((tmp_path / "Housing.docx").read_text())

    run = BoardRun(work)
    run.wait()
    assert "roundbook.log says where" in run.standing.problem
    assert "secret" not in run.standing.problem + (tmp_path / "roundbook.log").read_text()

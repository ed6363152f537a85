"""Whatever stops a run, the last good state stands, and running again gives what it would have given."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from export.writers import WRITERS
from roundbook import placing
from roundbook.locking import hold
from tests.roundbook.boards import TestBoard, tree

KILL = """
import os, sys
import roundbook.{module} as module
from roundbook.cli import main

def kill(*_, calls=[]):
    calls.append(0)
    if len(calls) > {after}:
        os._exit(9)
    return real(*_)

real = module.{name}
module.{name} = kill
main(["run", sys.argv[1], "--round", "r1"])
"""


WORDS = "The mother was seen on Tuesday."


@pytest.mark.parametrize(
    ("module", "name", "after"),
    [
        ("staging", "_flush", 1),  # while the files are written
        ("staging", "_rename", 1),  # between two files
        ("staging", "_flush_folder", 0),  # when all are in place, before the ledger has it
    ],
)
def test_a_run_killed_anywhere_is_made_good_by_the_next(
    run_once: TestBoard, module: str, name: str, after: int
) -> None:
    script = KILL.format(module=module, name=name, after=after)
    assert subprocess.run([sys.executable, "-c", script, str(run_once.folder)], check=False).returncode == 9
    rounds = run_once.command("rounds", run_once.folder).out
    assert "1 read" in rounds
    assert run_once.entries()["POL-1"]["update"] == "Sent."
    assert {path.name for path in run_once.round("r1").iterdir()} - {"as edited"} == {
        "consolidated.xlsx",
        "changes.html",
        "changes.docx",
        "received",
        "settings",
    }


def _fail(*_: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("file", list(WRITERS))
def test_a_file_that_cannot_be_written_changes_nothing(
    run_once: TestBoard, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(run_once.folder)
    monkeypatch.setattr(WRITERS[file], "write", _fail)
    said = run_once.run()
    assert said.code == 4
    assert f"{file}: cannot be written (No space left on device)" in said.err
    assert tree(run_once.folder) == before


def test_a_ledger_that_cannot_be_written_changes_nothing(run_once: TestBoard, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(run_once.folder)
    monkeypatch.setattr(placing, "keep_round", _fail)
    assert run_once.run().code == 4
    assert tree(run_once.folder) == before


def test_a_run_interrupted_changes_nothing(run_once: TestBoard, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = tree(run_once.folder)
    monkeypatch.setattr(WRITERS["changes.html"], "write", interrupt)
    said = run_once.run()
    assert said.code == 130
    assert "Interrupted" in said.err
    assert tree(run_once.folder) == before


def test_a_document_changed_during_the_run_changes_nothing(
    run_once: TestBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(run_once.round("r1"))
    monkeypatch.setattr(placing, "hash_file", lambda path: "changed" if "received" in path.parts else "")
    said = run_once.run()
    assert said.code == 4
    assert "was changed while the run was under way" in said.err
    assert tree(run_once.round("r1")) == before


@pytest.mark.parametrize("command", ["run", "close"])
def test_two_runs_at_once_are_one_too_many(run_once: TestBoard, command: str) -> None:
    with hold(run_once.folder / "roundbook.lock"):
        said = run_once.command(command, run_once.folder)
    assert said.code == 5
    assert "another run is under way" in said.err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no read-only folders")
def test_a_folder_that_cannot_be_written_to_says_so(run_once: TestBoard, tmp_path: Path) -> None:
    (run_once.folder / "roundbook.lock").unlink(missing_ok=True)
    run_once.folder.chmod(0o555)
    try:
        if _is_superuser(run_once.folder):
            pytest.skip("a superuser may write anywhere")
        said = run_once.run()
    finally:
        run_once.folder.chmod(0o755)
    assert said.code == 4
    assert "cannot be written to" in said.err


def _is_superuser(folder: Path) -> bool:
    try:
        (folder / "probe").touch()
    except OSError:
        return False
    (folder / "probe").unlink()
    return True


def test_an_unexpected_error_is_logged_without_a_word_of_a_document(
    run_once: TestBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object) -> None:
        raise ValueError(WORDS)

    monkeypatch.setattr(placing, "keep_round", stumble)
    said = run_once.run()
    assert said.code == 4
    log = (Path.cwd() / "roundbook.log").read_text("utf-8")
    assert "ValueError" in log
    assert "pdfplumber" in log
    assert "placing.py" in log
    assert WORDS not in log + said.err

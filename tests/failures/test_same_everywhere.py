"""The day, the time zone, the language, the order of files and the seed of hashes change no cell and no byte."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.failures.results import Result, read_result
from tests.roundbook.boards import TestBoard, copy_board, write_return
from tests.roundbook.conftest import DOUBTFUL

RUN = """
import sys
from datetime import datetime
from pathlib import Path
from roundbook.batch import run
from roundbook.runs import RunOptions
from roundbook.board import Board
if __name__ == "__main__":
    run(Board(Path(sys.argv[1])), RunOptions(datetime.fromisoformat(sys.argv[2]), "r2"), lambda *_: None)
"""
FILES: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "Housing.docx": ("Housing", [("HOU-1", "Held on 3 May 2024."), (DOUBTFUL, "Under way.")]),
    "\N{LATIN SMALL LETTER A WITH DIAERESIS}rzte.docx": ("Police", [("POL-1", "Sent.")]),
    "Zoo I.docx": ("Police", [("POL-2", "Asked since 1/2/2024.")]),
}
ELSEWHERE = [
    ("2025-06-02T09:30:00+00:00", {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}, False),
    ("2031-12-31T23:59:59+14:00", {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "77"}, True),
    ("1999-01-01T00:00:01-11:00", {"TZ": "Pacific/Niue", "LC_ALL": "C", "LANG": "de_DE", "PYTHONHASHSEED": "4"}, False),
]


def _run(board: TestBoard, returns: Path, when: str, settings: dict[str, str], *, is_reversed: bool) -> Result:
    for path in sorted(returns.iterdir(), reverse=is_reversed):
        shutil.copyfile(path, board.inbox / path.name)
    environment = {**os.environ, **settings, "PYTHONPATH": str(Path(__file__).parents[2])}
    subprocess.run([sys.executable, "-c", RUN, str(board.folder), when], check=True, env=environment)
    return read_result(board.folder)


def test_a_run_gives_the_same_on_any_day_and_any_computer(closed: TestBoard, tmp_path: Path) -> None:
    closed.empty_inbox()
    returns = tmp_path / "returns"
    returns.mkdir()
    for name, (agency, rows) in FILES.items():
        write_return(returns / name, agency, *rows)
    results = [
        _run(copy_board(closed, tmp_path / str(number)), returns, when, settings, is_reversed=is_reversed)
        for number, (when, settings, is_reversed) in enumerate(ELSEWHERE)
    ]
    first, *others = results
    assert "rounds/r2/changes.html" in first.parts
    for other in others:
        assert first.differences(other) == []


@pytest.mark.parametrize("setting", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}])
def test_a_terminal_without_accents_is_no_obstacle(closed: TestBoard, setting: dict[str, str]) -> None:
    write_return(
        closed.inbox / "\N{LATIN SMALL LETTER A WITH DIAERESIS}.docx", "Police", ("POL-1", "Sent \N{EURO SIGN}.")
    )
    environment = {**os.environ, **setting, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-m", "roundbook", "run", str(closed.folder), "--round", "r2"]
    assert subprocess.run(command, check=False, env=environment, capture_output=True).returncode in {0, 3}

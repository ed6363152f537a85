"""A run stopped at any of its changes to the disk leaves nothing the next run does not put right.

Here at some of them; ``python -m tests.failures.interrupting`` stops it at each.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.failures.system_calls import why_not
from tests.roundbook.boards import TestBoard, make_board
from tests.roundbook.conftest import DOUBTFUL

ENOUGH_CALLS = 200
"""A run makes some four hundred; fewer would mean that they are no longer seen."""


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> TestBoard:
    """A board with a closed round and an open one, a decision in its workbook, and a new return that leaves a doubt."""
    board = make_board(tmp_path_factory.mktemp("answered") / "board")
    board.send("Housing.docx", "Housing", ("HOU-1", "Planned."))
    assert board.run("r1").code == 0
    assert board.command("close", board.folder).code == 0
    board.send("Housing 2.docx", "Housing", ("HOU-1", "Held."), (DOUBTFUL, "Under way."))
    assert board.run("r2").code == 3
    _decide(board.round("r2") / "consolidated.xlsx")
    board.send("Police.docx", "Police", ("POL-1", "Sent."), ("Something else should be looked into.", "No."))
    return board


def _decide(workbook: Path) -> None:
    book = load_workbook(workbook)
    sheet = book["To check"]
    headings = next(row for row in sheet.iter_rows() if any(cell.value == "Decision" for cell in row))
    names = [cell.value for cell in headings]
    (row,) = (row for row in sheet.iter_rows() if DOUBTFUL in [cell.value for cell in row])
    for heading, value in {"Decision": "link", "Link to ID(s)": "HOU-2", "Decided by": "Ann"}.items():
        row[names.index(heading)].value = value
    book.save(workbook)


def _stop(board: TestBoard, way: str, share: int) -> Any:  # noqa: ANN401 - JSON
    command = [sys.executable, "-W", "ignore", "-m", "tests.failures.interrupting", str(board.folder), way, str(share)]
    said = subprocess.run(command, capture_output=True, check=False, text=True)
    assert said.returncode == 0, said.stderr
    return json.loads(said.stdout)


@pytest.mark.skipif(bool(why_not()), reason=why_not())
@pytest.mark.parametrize(("way", "share"), [("kill", 47), ("full", 151), ("full for good", 149), ("not allowed", 61)])
def test_a_run_stopped_at_any_change_to_the_disk_is_made_good_by_the_next(
    answered: TestBoard, way: str, share: int
) -> None:
    found = _stop(answered, way, share)
    assert found["differences"] == []
    assert found["calls"] >= ENOUGH_CALLS

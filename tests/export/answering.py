"""Workbooks that somebody has written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook, load_workbook

from export.answers import Answers, read_answers
from export.rows import BOARD_NOTE, BOARD_STATUS, DECIDED_BY, DECISION, EXTENSION, LINK_TO
from match.model import Choice, Decision
from tests.export.packs import (
    a_round,
    put_workbook,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from export.model import RoundPack

DECIDED = Decision("f", Choice.LINK, ("HT-1",), "P. Okoro", "2030-02-01T10:00")
FIRST = 4
"""The row under the headings."""


def fill(sheet: Worksheet, number: int = FIRST, /, **said: object) -> None:
    """Write into a row; the names of columns are given as they are in ``COLUMNS``."""
    headings = [cell.value for cell in sheet[3]]
    for name, value in said.items():
        sheet.cell(number, headings.index(COLUMNS[name]) + 1).value = value  # type: ignore[assignment]


COLUMNS = {
    "decision": DECISION,
    "link_to": LINK_TO,
    "who": DECIDED_BY,
    "status": BOARD_STATUS,
    "note": BOARD_NOTE,
    "extension": EXTENSION,
}


def answered(folder: Path, edit: Callable[[Workbook], None], pack: RoundPack | None = None) -> Answers:
    """Write a workbook, let somebody edit it, and read it back."""
    path = folder / "consolidated.xlsx"
    put_workbook(pack or a_round(), path)
    book = load_workbook(path, rich_text=True)
    edit(book)
    book.save(path)
    return read_answers(path)


def codes(answers: Answers) -> list[str]:
    return [problem.code for problem in answers.problems]

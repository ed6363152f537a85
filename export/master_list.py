"""Writes a master list as a workbook for the administrator to check and fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from export.styles import FONT, FONT_SIZE
from export.writers.workbook.text import escaped, writable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from normalize.model import Recommendation

COLUMNS: tuple[tuple[str, int, Callable[[Recommendation], str]], ...] = (
    ("ID", 14, lambda each: each.id),
    ("Agency", 24, lambda each: each.agency),
    ("Kind", 12, lambda each: each.kind),
    ("Number", 10, lambda each: each.number),
    ("Recommendation", 70, lambda each: each.text),
    ("Action", 50, lambda each: each.action),
    ("Due", 16, lambda each: each.due),
    ("Lead", 24, lambda each: each.lead),
)
"""Heading, width in characters, and what stands below."""


def write_master_list(recommendations: Sequence[Recommendation], path: Path) -> None:
    """Write ``recommendations``, or the headings alone where there are none, to ``path``. Raises ``OSError``."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Master list"
    _write_row(sheet, 1, [heading for heading, _, _ in COLUMNS], is_heading=True)
    for row, each in enumerate(recommendations, start=2):
        _write_row(sheet, row, [value(each) for _, _, value in COLUMNS])
    for position, (_, width, _) in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(position)].width = width
    sheet.freeze_panes = "A2"
    book.save(path)


def _write_row(sheet: Worksheet, row: int, texts: Sequence[str], *, is_heading: bool = False) -> None:
    for position, text in enumerate(texts, start=1):
        cell = sheet.cell(row, position, escaped(writable(text)))
        # Set after the value, or a text that begins with "=" becomes a formula.
        cell.data_type = "s"
        cell.font = Font(name=FONT, size=FONT_SIZE, bold=is_heading)
        cell.alignment = Alignment(wrap_text=True, vertical="top")

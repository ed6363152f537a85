"""Writes the sample board's master list as a workbook."""

from __future__ import annotations

import io
from collections.abc import Iterable

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from normalize.model import Recommendation
from samples.archive import repack

HEADINGS = (
    ("ID", 12),
    ("Agency", 26),
    ("Source", 12),
    ("Number", 9),
    ("Recommendation", 70),
    ("Action", 36),
    ("By when", 16),
    ("Lead", 30),
)
"""The columns of the list and their widths in characters."""
WRITTEN = "2025-01-06T09:30:00Z"


def write_master(recommendations: Iterable[Recommendation]) -> bytes:
    """Return the bytes of an .xlsx file with one row per recommendation."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    sheet = workbook.create_sheet("Master list")
    sheet.append([heading for heading, _ in HEADINGS])
    for each in recommendations:
        sheet.append([each.id, each.agency, each.kind, each.number, each.text, each.action, each.due, each.lead])
    for index, (_, width) in enumerate(HEADINGS, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    for cell in sheet[1]:
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="D9D9D9")
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    saved = io.BytesIO()
    workbook.save(saved)
    return repack(saved.getvalue(), WRITTEN)

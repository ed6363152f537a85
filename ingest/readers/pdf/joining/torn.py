"""The first row of a table, alone on the page before the others: one cell, which looks like a box around some text."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.readers.pdf.ruled.tables import Cell, Part, Table, fill_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.readers.pdf.surroundings.sheet import Sheet

SAME_EDGE = 2.0
"""Edges this near on two pages are those of one table."""
AT_THE_END = 2.0


def give_back_rows(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return the pages of a document, such a box at the end of one turned into a row of the table on the next."""
    given = list(sheets)
    for at, (above, below) in enumerate(pairwise(sheets)):
        number = _find_row(above, below)
        if number is not None:
            given[at] = _give_back(above, number)
    return given


def _find_row(above: Sheet, below: Sheet) -> int | None:
    """Return which of the boxes ends its page and is as wide as the table with which the next page begins."""
    if not above.boxes or not below.tables:
        return None
    table = min(below.tables, key=lambda each: each.box.top)
    if not table.is_ruled or any(line.box.top < table.box.top for line in below.lines):
        return None
    number = max(range(len(above.boxes)), key=lambda each: above.outlines[each].bottom)
    box = above.outlines[number]
    is_last = box.bottom + AT_THE_END >= above.bottom
    is_as_wide = abs(box.x0 - table.xs[0]) <= SAME_EDGE and abs(box.x1 - table.xs[-1]) <= SAME_EDGE
    return number if is_last and is_as_wide else None


def row_of_box(sheet: Sheet, number: int) -> Table:
    """Return one of the boxes of ``sheet`` as a table of a single cell."""
    box, page = sheet.outlines[number], sheet.page
    cell = Cell(0, 0, 1, 1, (Part(page.number, box, sheet.boxes[number]),), fill_of(box, page.fills))
    return Table((box.x0, box.x1), (cell,), (page.number,), ((page.number, box),))


def _give_back(sheet: Sheet, number: int) -> Sheet:
    return replace(
        sheet,
        tables=(*sheet.tables, row_of_box(sheet, number)),
        boxes=(*sheet.boxes[:number], *sheet.boxes[number + 1 :]),
        outlines=(*sheet.outlines[:number], *sheet.outlines[number + 1 :]),
    )

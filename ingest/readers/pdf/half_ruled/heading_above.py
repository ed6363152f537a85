"""Heading rows above a ruled table that have no rules of their own: painted bands, or no more than words in columns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.readers.pdf.marks.colors import is_paper
from ingest.readers.pdf.page import Box, surround
from ingest.readers.pdf.ruled.tables import Cell, fill_of, make_part
from ingest.readers.pdf.text.gutters import at_edges, column_of, columns_of
from ingest.readers.pdf.text.titles import is_title, may_be_headings
from ingest.readers.pdf.unruled.following import keeps_to

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.readers.pdf.page import Page
    from ingest.readers.pdf.ruled.tables import Table
    from ingest.readers.pdf.text.lines import Line

FEWEST_COLUMNS = 3
FEWEST_TITLES = 2
NEAR = 1.0
"""Headings stand above the rules, and each line of them above the next, no further than this many font sizes."""
MOST_EMPTY = 0.4
"""Of the columns; a rating's column often has no heading."""
TOUCHING = 3.0
"""A band that ends within this much of the table's first rule lies right above it."""
MOST_LINES = 4


def add_heading_above(table: Table, lines: Sequence[Line], page: Page) -> tuple[Table, tuple[Line, ...]]:
    """Return ``table`` with the headings among ``lines`` that stand above it put to it as a row, and these lines.

    They keep to its columns and fill most of them, and are worded as headings. Unless a painted band sets them off,
    two at least have to be known to stand over columns of plans and returns.
    """
    if not table.is_ruled or len(table.xs) <= FEWEST_COLUMNS or _count_titles([c.text for c in table.row(0)]):
        return table, ()
    band = _band_above(table, page)
    rows = _lines_above(table, lines, band)
    texts = [text for text in _texts(table, rows) if text]
    if len(texts) < (1 - MOST_EMPTY) * (len(table.xs) - 1) or not may_be_headings(texts):
        return table, ()
    if band is None and _count_titles(texts) < FEWEST_TITLES:
        return table, ()
    return _put_on_top(table, rows, band, page), rows


def _count_titles(texts: Sequence[str]) -> int:
    return sum(map(is_title, texts))


def _band_above(table: Table, page: Page) -> Box | None:
    """Return the band of paint right above ``table``, as wide as it; None where there is none."""
    top, left, right = table.box.top, table.xs[0], table.xs[-1]
    painted = [
        fill.box
        for fill in page.fills
        if not is_paper(fill.color)
        and fill.box.top < top - TOUCHING
        and abs(fill.box.bottom - top) <= TOUCHING
        and fill.box.x0 >= left - TOUCHING
        and fill.box.x1 <= right + TOUCHING
    ]
    if not painted:
        return None
    band = surround(painted)
    is_wide = band.x0 <= left + TOUCHING and band.x1 >= right - TOUCHING
    return band if is_wide and sum(box.width for box in painted) >= right - left - TOUCHING else None


def _lines_above(table: Table, lines: Sequence[Line], band: Box | None) -> tuple[Line, ...]:
    """Return those of ``lines`` that lie in ``band``, or that stand right above ``table``, and keep to its columns."""
    above = sorted((line for line in lines if line.baseline <= table.box.top), key=lambda line: -line.baseline)
    if band is not None:
        inside = [line for line in above if band.holds(line.box.centre)]
        return tuple(reversed(inside)) if all(keeps_to(line, table) for line in inside) else ()
    kept: list[Line] = []
    end = table.box.top
    for line in above[:MOST_LINES]:
        if line.turn or end - line.box.bottom > NEAR * line.size or not keeps_to(line, table):
            break
        kept.append(line)
        end = line.box.top
    while kept and len(columns_of(kept[-1], at_edges(table.xs[1:-1]))) == 1:
        kept.pop()
    return tuple(reversed(kept))


def _texts(table: Table, lines: Sequence[Line]) -> list[str]:
    gutters = at_edges(table.xs[1:-1])
    words = [word for line in lines for word in line.words]
    return [
        " ".join(word.text for word in words if column_of(word, gutters) == col) for col in range(len(table.xs) - 1)
    ]


def _put_on_top(table: Table, lines: Sequence[Line], band: Box | None, page: Page) -> Table:
    gutters, top = at_edges(table.xs[1:-1]), (band or surround([line.box for line in lines])).top
    words = [word for line in lines for word in line.words]
    heads = []
    for col in range(len(table.xs) - 1):
        box = Box(table.xs[col], top, table.xs[col + 1], table.box.top)
        part = make_part(page, box, [word for word in words if column_of(word, gutters) == col])
        heads.append(Cell(0, col, 1, 1, (part,), fill_of(box, page.fills)))
    number, around = table.boxes[0]
    return replace(
        table,
        cells=(*heads, *(cell.at_row(cell.row + 1) for cell in table.cells)),
        row_pages=(number, *table.row_pages),
        boxes=((number, replace(around, top=top)), *table.boxes[1:]),
    )

"""Ruled tables with rules around the whole and between columns, but none between rows: numbers or space tell these."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.readers.pdf.text.gutters import Gutter
from ingest.readers.pdf.text.lines import find_lines
from ingest.readers.pdf.unruled.laying import LABEL
from ingest.readers.pdf.unruled.regions import FEWEST_ROWS, Region, is_loosely_set, make_table
from ingest.readers.pdf.unruled.titled import Titled
from ingest.readers.pdf.unruled.titling import write_rows

if TYPE_CHECKING:
    from ingest.readers.pdf.page import Page
    from ingest.readers.pdf.ruled.tables import Cell, Table
    from ingest.readers.pdf.text.lines import Line

MOST_RULED = 3
"""Rules that part more rows than headings, all the rest and a total are there to part rows."""
FEWEST_COLUMNS = 2
FULL = 0.8
"""A row without rules begins in the first column, and has words in a second, so often."""


def part_rows(table: Table, page: Page) -> Table:
    """Return ``table``, which ends on ``page``, with rows told apart that its rules leave together; mostly as it is.

    They are told by a number for each in the first column, or by space that goes through all columns at once: where
    the paragraphs of one row are set apart, they are not so in every column.
    """
    if table.n_rows > MOST_RULED:
        return table
    largest = max(range(table.n_rows), key=lambda row: sum(len(cell.lines) for cell in table.row(row)))
    cells = table.row(largest)
    if not _is_plain(cells, len(table.xs) - 1):
        return table
    gutters = tuple(Gutter(x, x) for x in table.xs[1:-1])
    lines = find_lines(word for cell in cells for line in cell.lines for word in line.words)
    if len(lines) < FEWEST_ROWS:
        return table
    inner = _told_by_numbers(table, lines, gutters, page) or _told_by_space(Region(lines, gutters), page)
    return _put_in(table, largest, inner) if inner else table


def _told_by_numbers(table: Table, lines: tuple[Line, ...], gutters: tuple[Gutter, ...], page: Page) -> Table | None:
    """Return ``lines`` as rows of one number and a recommendation each; None where they do not fall into such."""
    inner = write_rows(Titled(lines, gutters), table.xs, page)
    keys = [inner.row(number)[:2] for number in range(inner.n_rows)]
    is_each = all(key.lines and asked.lines and LABEL.match(key.text) for key, asked in keys)
    return inner if is_each and _are_rows(inner) else None


def _told_by_space(region: Region, page: Page) -> Table | None:
    if not is_loosely_set(region):
        return None
    inner = make_table(region, page.number)
    return inner if _are_rows(inner) else None


def _is_plain(cells: tuple[Cell, ...], n_cols: int) -> bool:
    """Whether a row has a cell in each of its columns, none merged, with text that stands upright and is not marked."""
    parts = [part for cell in cells for part in cell.parts]
    words = [word for cell in cells for line in cell.lines for word in line.words]
    is_whole = len(cells) == n_cols >= FEWEST_COLUMNS and all(cell.rowspan == cell.colspan == 1 for cell in cells)
    is_marked = any(part.struck or part.notes for part in parts) or any(word.turn or word.tag for word in words)
    return is_whole and len(parts) == n_cols and len({cell.fill for cell in cells}) == 1 and not is_marked


def _are_rows(inner: Table) -> bool:
    """Whether the rows found begin in the first column, with words in another, and none goes on a sentence."""
    if inner.n_rows < FEWEST_ROWS:
        return False
    rows = [inner.row(number) for number in range(inner.n_rows)]
    begun = sum(bool(row[0].lines) and any(cell.lines for cell in row[1:]) for row in rows)
    goes_on = any(cell.text[:1].islower() for row in rows[1:] for cell in row)
    return begun >= FULL * len(rows) and not goes_on


def _put_in(table: Table, at: int, inner: Table) -> Table:
    """Return ``table`` with the rows of ``inner`` in the place of its row ``at``."""
    more = inner.n_rows - 1
    fill = table.row(at)[0].fill
    cells = (
        *(cell for cell in table.cells if cell.row < at),
        *(replace(cell, row=cell.row + at, fill=fill) for cell in inner.cells),
        *(replace(cell, row=cell.row + more) for cell in table.cells if cell.row > at),
    )
    pages = (table.last_page,) * (table.n_rows + more)
    return replace(table, cells=cells, row_pages=pages)

"""Writes the rows below a row of headings out in cells, as if rules stood where their columns part."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.readers.pdf.page import Box, surround
from ingest.readers.pdf.ruled.tables import Cell, Part, Table
from ingest.readers.pdf.text.gutters import Gutter, at_edges, column_of, columns_of
from ingest.readers.pdf.text.lines import find_lines
from ingest.readers.pdf.text.paragraphs import SENTENCE_END
from ingest.readers.pdf.text.titles import may_be_headings
from ingest.readers.pdf.unruled.aligned import LONG_RULE
from ingest.readers.pdf.unruled.beginnings import find_beginnings
from ingest.readers.pdf.unruled.laying import Paper
from ingest.readers.pdf.unruled.painting import paint
from ingest.readers.pdf.unruled.titled import Titled, find_titled, go_on_below

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ingest.readers.pdf.page import Page, Rule
    from ingest.readers.pdf.text.lines import Line

HALF_GUTTER = 1.0
"""A word reaches no further than this over the edge of its column, in points."""
WIDEST_PADDING = 6.0
"""Cells keep their words hardly further from their sides: Word by 5.4 points where nobody sets it."""
HEADING_ROWS = 1
"""A ruled table with more rows has rules between its rows."""
FEWEST_COLUMNS = 2
FOOT = 0.3
"""Where a page leaves more of itself empty, words in the first column alone overleaf are no rest of its last row."""
NEAR = 4.0
"""The first row follows a heading with rules within this many font sizes."""


def find_titled_tables(
    lines: Sequence[Line], page: Page, borders: Sequence[Rule], above: Table | None
) -> tuple[Table, ...]:
    """Return the tables among ``lines`` of ``page`` that have no rules but headings; ``borders`` are its lying rules.

    ``above`` is the table at the foot of the page before, if there is one.
    """
    long = [rule.at for rule in borders if rule.length > LONG_RULE * page.width]
    known = above.xs if above and above.is_titled else ()
    return tuple(
        paint(write_rows(titled, _find_edges(titled), page), page) for titled in find_titled(lines, long, known)
    )


def go_on_titled(above: Table, lines: Sequence[Line], page: Page) -> Table | None:
    """Return those of ``lines``, the first on ``page``, that go on the table ``above``; None if none do."""
    if not above.is_titled:
        return None
    rows = [[line.baseline for cell in above.row(row) for line in cell.lines] for row in range(above.n_rows)]
    spaces = [min(below) - max(over) for over, below in pairwise(rows) if over and below]
    titled = go_on_below(_gutters(above), lines, min(spaces, default=0.0))
    if titled is None:
        return None
    is_in_first = all(columns_of(line, titled.gutters) == {0} for line in titled.lines)
    if is_in_first and not _may_go_on_in_first(above, titled.lines[0], page):
        return None
    return paint(write_rows(titled, above.xs, page), page)


def _may_go_on_in_first(above: Table, line: Line, page: Page) -> bool:
    """Whether ``line``, the first on ``page``, may go on in the first column the last row of ``above``.

    If the page before had no room for it, and the sentence in that column was not ended, or no other begins here.
    """
    if page.height - above.boxes[-1][1].bottom > FOOT * page.height:
        return False
    written = above.row(above.n_rows - 1)[0].lines
    is_ended = bool(written) and SENTENCE_END.search(written[-1].text) is not None
    return not is_ended or line.text[:1].islower()


def outside(lines: Sequence[Line], tables: Sequence[Table]) -> tuple[Line, ...]:
    """Return those of ``lines`` that are in none of ``tables``."""
    placed = {id(word) for table in tables for cell in table.cells for line in cell.lines for word in line.words}
    return tuple(line for line in lines if id(line.words[0]) not in placed)


def add_rows_below(table: Table, lines: Sequence[Line], page: Page) -> tuple[Table, tuple[Line, ...]]:
    """Return the ruled ``table`` with rows of ``lines`` below it put to it, where it is only a heading, and they.

    A line belongs to it that keeps to its columns; at least one has to fill two of them.
    """
    is_heading = table.n_rows == HEADING_ROWS and may_be_headings([cell.text for cell in table.cells if cell.lines])
    if not is_heading or len(table.xs) <= FEWEST_COLUMNS:
        return table, ()
    below = [line for line in lines if line.box.centre[1] > table.box.bottom and line.turn == 0]
    if not below or below[0].box.top - table.box.bottom > NEAR * below[0].size:
        return table, ()
    space = below[0].baseline - max(line.baseline for cell in table.cells for line in cell.lines)
    titled = go_on_below(_gutters(table), below, space)
    if titled is None or not any(len(columns_of(line, titled.gutters)) >= FEWEST_COLUMNS for line in titled.lines):
        return table, ()
    return _stack(table, write_rows(titled, table.xs, page)), titled.lines


def _stack(upper: Table, lower: Table) -> Table:
    """Return two tables of the same columns on one page as one without rules."""
    return replace(
        lower,
        cells=(*upper.cells, *(replace(cell, row=cell.row + upper.n_rows) for cell in lower.cells)),
        row_pages=upper.row_pages + lower.row_pages,
        boxes=((upper.last_page, surround([upper.box, lower.box])),),
    )


def _gutters(table: Table) -> tuple[Gutter, ...]:
    """Return what is free at the edges of the columns of ``table``, up to where their words begin."""
    starts = [
        min(
            (line.box.x0 for cell in table.cells if (cell.col, cell.colspan) == (col, 1) for line in cell.lines),
            default=0,
        )
        for col in range(1, len(table.xs) - 1)
    ]
    return tuple(
        Gutter(edge - HALF_GUTTER, max(edge + HALF_GUTTER, start))
        for edge, start in zip(table.xs[1:-1], starts, strict=True)
    )


def _find_edges(titled: Titled) -> tuple[float, ...]:
    """Return the edges of the columns: as far left of where each begins as the narrowest gutter is half wide."""
    padding = min(WIDEST_PADDING, *(gutter.width / 2 for gutter in titled.gutters))
    box = surround([line.box for line in titled.lines])
    return (box.x0 - padding, *(gutter.end - padding for gutter in titled.gutters), box.x1 + padding)


def write_rows(titled: Titled, xs: tuple[float, ...], page: Page) -> Table:
    """Return ``titled``, which stands on ``page``, as a table whose columns are parted at ``xs``."""
    padding = _find_padding(titled, xs)
    sides = [(left + padding, right - padding) for left, right in pairwise(xs)]
    paper = Paper(page.width - sides[0][0], tuple(fill.box for fill in page.fills))
    starts = find_beginnings(titled, sides, paper)
    groups = [titled.lines[start:end] for start, end in pairwise([*starts, len(titled.lines)])]
    ys = [
        groups[0][0].box.top,
        *(middle_between(above, below) for above, below in pairwise(groups)),
        max(line.box.bottom for line in groups[-1]),
    ]
    cells = [
        cell
        for row, (group, start) in enumerate(zip(groups, starts, strict=True))
        for cell in write_cells(row, group, xs, (ys[row], ys[row + 1]), page.number, is_across=start in titled.across)
    ]
    around = Box(xs[0], ys[0], xs[-1], ys[-1])
    return Table(
        xs, tuple(cells), (page.number,) * len(groups), ((page.number, around),), is_ruled=False, is_titled=True
    )


def _find_padding(titled: Titled, xs: Sequence[float]) -> float:
    """Return how far from the edges of their columns words begin at least."""
    left = {
        edge: [word.box.x0 for line in titled.lines for word in line.words if word.box.x0 > edge] for edge in xs[:-1]
    }
    return min(min(starts) - edge for edge, starts in left.items() if starts)


def middle_between(above: Sequence[Line], below: Sequence[Line]) -> float:
    """Return the height of the edge between two rows whose lines are ``above`` and ``below`` it."""
    return (max(line.box.bottom for line in above) + min(line.box.top for line in below)) / 2


def write_cells(
    row: int, lines: Sequence[Line], xs: Sequence[float], heights: tuple[float, float], page: int, *, is_across: bool
) -> Iterator[Cell]:
    """Yield the cells of a row between ``heights`` in which ``lines`` stand; what stands across is one over all."""
    words = [word for line in lines for word in line.words]
    gutters = at_edges(xs[1:-1])
    if is_across:
        box = Box(xs[0], heights[0], xs[-1], heights[1])
        yield Cell(row, 0, 1, len(xs) - 1, (Part(page, box, find_lines(words)),))
        return
    for col, (left, right) in enumerate(pairwise(xs)):
        held = find_lines(word for word in words if column_of(word, gutters) == col)
        yield Cell(row, col, 1, 1, (Part(page, Box(left, heights[0], right, heights[1]), held),))

"""Writes the rows below a row of headings out in cells, as if rules stood where their columns part."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.readers.pdf.aligned import LONG_RULE
from ingest.readers.pdf.beginnings import find_beginnings
from ingest.readers.pdf.gutters import Gutter, column_of
from ingest.readers.pdf.lines import find_lines
from ingest.readers.pdf.page import Box, surround
from ingest.readers.pdf.painting import paint
from ingest.readers.pdf.tables import Cell, Part, Table
from ingest.readers.pdf.titled import Titled, find_titled, go_on_below

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ingest.readers.pdf.lines import Line
    from ingest.readers.pdf.page import Page, Rule

HALF_GUTTER = 1.0
"""A word reaches no further than this over the edge of its column, in points."""


def find_titled_tables(
    lines: Sequence[Line], page: Page, borders: Sequence[Rule], first: Table | None = None
) -> tuple[Table, ...]:
    """Return the tables among ``lines`` of ``page`` that have no rules but headings; ``borders`` are its lying rules.

    ``first`` goes on a table of the page before, and is one of them.
    """
    placed = {id(word) for cell in first.cells for line in cell.lines for word in line.words} if first else set()
    left = [line for line in lines if id(line.words[0]) not in placed]
    long = [rule.at for rule in borders if rule.length > LONG_RULE * page.width]
    tables = (_make(titled, _find_edges(titled), page) for titled in find_titled(left, long))
    return tuple(paint(table, page) for table in (*((first,) if first else ()), *tables))


def go_on_titled(above: Table, lines: Sequence[Line], page: Page) -> Table | None:
    """Return those of ``lines``, the first on ``page``, that go on the table ``above``; None if none do."""
    gutters = tuple(Gutter(edge - HALF_GUTTER, edge + HALF_GUTTER) for edge in above.xs[1:-1])
    titled = go_on_below(gutters, lines) if above.is_titled else None
    return _make(titled, above.xs, page) if titled else None


def _find_edges(titled: Titled) -> tuple[float, ...]:
    """Return the edges of the columns: as far left of where each begins as the narrowest gutter is half wide."""
    padding = min(gutter.width for gutter in titled.gutters) / 2
    box = surround([line.box for line in titled.lines])
    return (box.x0 - padding, *(gutter.end - padding for gutter in titled.gutters), box.x1 + padding)


def _make(titled: Titled, xs: tuple[float, ...], page: Page) -> Table:
    starts = find_beginnings(titled, list(pairwise(xs)), [fill.box for fill in page.fills])
    groups = [titled.lines[start:end] for start, end in pairwise([*starts, len(titled.lines)])]
    ys = [
        groups[0][0].box.top,
        *(_between(above, below) for above, below in pairwise(groups)),
        max(line.box.bottom for line in groups[-1]),
    ]
    cells = [
        cell
        for row, (group, start) in enumerate(zip(groups, starts, strict=True))
        for cell in _cells(row, group, xs, (ys[row], ys[row + 1]), page.number, is_across=start in titled.across)
    ]
    around = Box(xs[0], ys[0], xs[-1], ys[-1])
    return Table(
        xs, tuple(cells), (page.number,) * len(groups), ((page.number, around),), is_ruled=False, is_titled=True
    )


def _between(above: Sequence[Line], below: Sequence[Line]) -> float:
    return (max(line.box.bottom for line in above) + min(line.box.top for line in below)) / 2


def _cells(
    row: int, lines: Sequence[Line], xs: Sequence[float], heights: tuple[float, float], page: int, *, is_across: bool
) -> Iterator[Cell]:
    """Yield the cells of a row; the heading of a part is one over all columns."""
    words = [word for line in lines for word in line.words]
    gutters = [Gutter(edge, edge) for edge in xs[1:-1]]
    if is_across:
        box = Box(xs[0], heights[0], xs[-1], heights[1])
        yield Cell(row, 0, 1, len(xs) - 1, (Part(page, box, find_lines(words)),))
        return
    for col, (left, right) in enumerate(pairwise(xs)):
        held = find_lines(word for word in words if column_of(word, gutters) == col)
        yield Cell(row, col, 1, 1, (Part(page, Box(left, heights[0], right, heights[1]), held),))

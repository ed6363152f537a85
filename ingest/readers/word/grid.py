"""From rows as written to cells that know their row, column and spans (ECMA-376 part 1, 17.4.17, 17.4.84, 17.4.48)."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate

from ingest.readers.word.pieces import Cell, Row, Table

NARROWEST = 216
"""Twips: the white space Word leaves left and right in a cell. A column no wider than that cannot hold a letter;
it is the trace of an edge that was dragged a little in one row."""


def lay_out(rows: list[Row], widths: list[int]) -> Table:
    """Return the table the ``rows`` make on a grid of columns with these ``widths`` (0 where not known)."""
    starts = [_place_cells(row, len(widths)) for row in rows]
    columns = _used_columns(starts, widths)
    cells: list[Cell] = []
    above: dict[int, Cell] = {}
    for index, (row, places) in enumerate(zip(rows, starts, strict=True)):
        open_now: dict[int, Cell] = {}
        for cell, (col, span) in zip(row.cells, columns.spans(places), strict=True):
            cell.row, cell.col, cell.span = index, col, span
            if cell.merge is None:
                cells.append(cell)
                continue
            upper = above.get(col)
            if cell.merge == "continue" and upper is not None and upper.span == span:
                upper.rowspan += 1
                upper.take_in(cell)
                upper.fill = upper.fill or cell.fill
                open_now[col] = upper
            else:
                cells.append(cell)
                open_now[col] = cell
        above = open_now
    return Table(cells, len(rows), columns.edges, columns.count, [row.is_heading for row in rows])


Places = tuple[tuple[int, int], ...]
"""Where each cell of a row starts and ends on the grid."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns in use: the grid positions cells start at, and which column each belongs to."""

    starts: list[int]
    index_of: dict[int, int]
    count: int
    edges: tuple[int, ...]
    _known: dict[Places, Places] = field(default_factory=dict)
    """The rows of a table are almost all alike."""

    def spans(self, places: Places) -> Places:
        """Return the column and the span of each cell of a row."""
        if places not in self._known:
            cols = [(self.index_of[start], end) for start, end in places]
            self._known[places] = tuple((col, max(1, self.after(end) - col)) for col, end in cols)
        return self._known[places]

    def after(self, end: int) -> int:
        """Return the column that follows a cell which ends at the grid position ``end``."""
        if end in self.index_of:
            return self.index_of[end]
        return self.index_of[self.starts[bisect_left(self.starts, end) - 1]] + 1


@cache
def _side_by_side(count: int) -> Places:
    return tuple((at, at + 1) for at in range(count))


def _place_cells(row: Row, n_grid: int) -> Places:
    """Return where each cell of ``row`` starts and ends on the grid; cells merged to the left are taken into theirs.

    Some programs give the whole span to the first cell and write the others all the same (17.4.22 and 17.4.17): such
    a row is wider than its grid of ``n_grid`` columns.
    """
    if row.is_plain:
        return _side_by_side(len(row.cells))
    places: list[tuple[int, int]] = []
    kept: list[Cell] = []
    at = row.before
    is_too_wide = at + sum(cell.span for cell in row.cells) > n_grid > 0
    for cell in row.cells:
        if cell.joins_left and kept:
            at += 0 if is_too_wide and kept[-1].span > 1 else cell.span
            kept[-1].take_in(cell)
            places[-1] = (places[-1][0], at)
        else:
            kept.append(cell)
            places.append((at, at + cell.span))
            at += cell.span
    row.cells = kept
    return tuple(places)


def _used_columns(rows_of_places: list[Places], widths: list[int]) -> _Columns:
    places = {place for row in set(rows_of_places) for place in row}
    starts = sorted({start for start, _end in places})
    end = max((end for _start, end in places), default=0)
    is_known = len(widths) >= end and all(width > 0 for width in widths[:end])
    offsets = list(accumulate(widths[:end], initial=0)) if is_known else []
    kept: list[int] = []
    index_of: dict[int, int] = {}
    for start in starts:
        is_near = bool(kept) and is_known and offsets[start] - offsets[kept[-1]] <= NARROWEST
        # An edge is a trace only if no row has a cell between it and the edge before.
        if not is_near or any(kept[-1] <= first and last <= start for first, last in places):
            kept.append(start)
        index_of[start] = len(kept) - 1
    edges = tuple(offsets[start] for start in [*kept, end]) if is_known else ()
    return _Columns(starts, index_of, len(kept), edges)

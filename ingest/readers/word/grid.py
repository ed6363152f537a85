"""From rows as written to cells that know their row, column and spans (ECMA-376 part 1, 17.4.17, 17.4.84, 17.4.48)."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate

from ingest.readers.word.pieces import Cell, Row, Table

NARROWEST = 216
"""Twips: the white space Word leaves left and right in a cell. A column no wider than that cannot hold a letter;
it is the trace of an edge that was dragged a little in one row."""


def lay_out(rows: list[Row], widths: list[int]) -> Table:
    """Return the table the ``rows`` make on a grid of columns with these ``widths`` (0 where not known)."""
    starts = [_place_cells(row) for row in rows]
    columns = _used_columns(starts, widths)
    cells: list[Cell] = []
    above: dict[int, Cell] = {}
    for index, (row, places) in enumerate(zip(rows, starts, strict=True)):
        open_now: dict[int, Cell] = {}
        for cell, (start, end) in zip(row.cells, places, strict=True):
            cell.row, cell.col = index, columns.index_of[start]
            cell.span = max(1, columns.after(end) - cell.col)
            upper = above.get(cell.col)
            if cell.merge == "continue" and upper is not None and upper.span == cell.span:
                upper.rowspan += 1
                upper.blocks += cell.blocks
                upper.fill = upper.fill or cell.fill
                open_now[cell.col] = upper
                continue
            cells.append(cell)
            if cell.merge is not None:
                open_now[cell.col] = cell
        above = open_now
    return Table(cells, len(rows), columns.edges, columns.count, [row.is_heading for row in rows])


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns in use: the grid positions cells start at, and which column each belongs to."""

    starts: list[int]
    index_of: dict[int, int]
    count: int
    edges: tuple[int, ...]

    def after(self, end: int) -> int:
        """Return the column that follows a cell which ends at the grid position ``end``."""
        if end in self.index_of:
            return self.index_of[end]
        return self.index_of[self.starts[bisect_left(self.starts, end) - 1]] + 1


def _place_cells(row: Row) -> list[tuple[int, int]]:
    """Return where each cell of ``row`` starts and ends on the grid; cells merged to the left are taken into theirs."""
    places: list[tuple[int, int]] = []
    kept: list[Cell] = []
    at = row.before
    for cell in row.cells:
        if cell.joins_left and kept:
            kept[-1].blocks += cell.blocks
            places[-1] = (places[-1][0], at + cell.span)
        else:
            kept.append(cell)
            places.append((at, at + cell.span))
        at += cell.span
    row.cells = kept
    return places


def _used_columns(rows_of_places: list[list[tuple[int, int]]], widths: list[int]) -> _Columns:
    places = {place for row in rows_of_places for place in row}
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

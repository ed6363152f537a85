"""Tables whose cells are boxes of their own, set apart by the same room, as browsers draw cells with spacing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.chaining import chain
from ingest.readers.pdf.ruled.grid import Grid, GridCell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.readers.pdf.page import Box

WIDEST_ROOM = 14.0
"""Boxes further apart are not the cells of one table."""
SAME_EDGE = 1.5
FEWEST_ROWS = 2
FEWEST_COLUMNS = 2


def join_boxes(grids: Sequence[Grid]) -> tuple[Grid, ...]:
    """Return ``grids`` with those of a single cell that make a table together as one."""
    single = [grid for grid in grids if len(grid.cells) == 1]
    boxes = [grid.box for grid in single]
    inner = [box for box in boxes if not any(_is_around(box, other) for other in boxes)]
    tables = [table for group in chain(inner, _is_beside) if (table := _make_grid(group)) is not None]
    joined = {id(cell.box) for table in tables for cell in table.cells}
    lone = [grid for grid, box in zip(single, boxes, strict=True) if id(box) not in joined]
    return (*(grid for grid in grids if len(grid.cells) > 1), *tables, *lone)


def _is_around(outer: Box, inner: Box) -> bool:
    return outer is not inner and outer.holds((inner.x0, inner.top)) and outer.holds((inner.x1, inner.bottom))


def _is_beside(one: Box, other: Box) -> bool:
    across = max(one.x0, other.x0) - min(one.x1, other.x1)
    down = max(one.top, other.top) - min(one.bottom, other.bottom)
    return min(across, down) < 0 < max(across, down) <= WIDEST_ROOM


def _make_grid(boxes: Sequence[Box]) -> Grid | None:
    """Return ``boxes`` as a grid, None unless each has its place in it, and every place its box."""
    xs = _edges([(box.x0, box.x1) for box in boxes])
    ys = _edges([(box.top, box.bottom) for box in boxes])
    n_rows, n_cols = len(ys) - 1, len(xs) - 1
    if n_rows < FEWEST_ROWS or n_cols < FEWEST_COLUMNS:
        return None
    cells = sorted((_place(box, xs, ys) for box in boxes), key=lambda cell: (cell.row, cell.col))
    places = {
        (row, col)
        for cell in cells
        for row in range(cell.row, cell.row + cell.rowspan)
        for col in range(cell.col, cell.col + cell.colspan)
    }
    covered = sum(cell.rowspan * cell.colspan for cell in cells)
    is_whole = covered == len(places) == n_rows * n_cols
    return Grid(_middles(xs), _middles(ys), tuple(cells)) if is_whole else None


def _edges(sides: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the edges of columns or rows: where the boxes before each end, and those behind it begin."""
    starts, ends = (_distinct([side[at] for side in sides]) for at in (0, 1))
    edges = [(starts[0], starts[0])]
    for end in ends[:-1]:
        behind = [start for start in starts if 0 < start - end <= WIDEST_ROOM]
        edges.extend([(end, behind[0])] if behind else [])
    return [*edges, (ends[-1], ends[-1])]


def _distinct(places: Sequence[float]) -> list[float]:
    distinct: list[float] = []
    for place in sorted(places):
        if not distinct or place - distinct[-1] > SAME_EDGE:
            distinct.append(place)
    return distinct


def _place(box: Box, xs: Sequence[tuple[float, float]], ys: Sequence[tuple[float, float]]) -> GridCell:
    left, right = _nearest(box.x0, [edge[1] for edge in xs]), _nearest(box.x1, [edge[0] for edge in xs])
    top, bottom = _nearest(box.top, [edge[1] for edge in ys]), _nearest(box.bottom, [edge[0] for edge in ys])
    return GridCell(top, left, bottom - top, right - left, box)


def _nearest(place: float, edges: Sequence[float]) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - place))


def _middles(edges: Sequence[tuple[float, float]]) -> tuple[float, ...]:
    return tuple((before + behind) / 2 for before, behind in edges)

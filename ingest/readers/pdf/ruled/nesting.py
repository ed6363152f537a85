"""Tables nested in a cell of another: their words belong to that cell, one inner cell after the other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.readers.pdf.page import surround

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ingest.readers.pdf.page import Box
    from ingest.readers.pdf.ruled.grid import Grid, GridCell
    from ingest.readers.pdf.text.words import Word

STICKING_OUT = 2.0
"""A table may stick out of the cell it is nested in by this much."""
WIDEST_SLIVER = 22.0
"""The empty strip between a nested table and the left side of its cell is no wider than this."""


def is_inside(inner: Box, outer: Box) -> bool:
    """Whether ``inner`` lies in ``outer``."""
    return (
        outer.x0 - STICKING_OUT <= inner.x0
        and outer.top - STICKING_OUT <= inner.top
        and inner.x1 <= outer.x1 + STICKING_OUT
        and inner.bottom <= outer.bottom + STICKING_OUT
    )


def outermost(grids: Sequence[Grid]) -> list[Grid]:
    """Return ``grids`` without those nested in a cell of another."""
    return [grid for grid in grids if not any(_holds(other, grid) for other in grids)]


def _holds(other: Grid, grid: Grid) -> bool:
    is_larger = other is not grid and other.box.area > grid.box.area
    return is_larger and any(is_inside(grid.box, cell.box) for cell in other.cells)


def nested_boxes(cell: GridCell, grids: Sequence[Grid]) -> tuple[Box, ...]:
    """Return the cells of those of ``grids`` that lie in ``cell``, in reading order."""
    return tuple(
        inner.box
        for grid in sorted(grids, key=lambda grid: grid.box.top)
        if is_inside(grid.box, cell.box) and grid.box.area < cell.box.area
        for inner in grid.cells
    )


def close_nests(grid: Grid, words: Mapping[GridCell, Sequence[Word]]) -> tuple[Grid, dict[GridCell, tuple[Box, ...]]]:
    """Return ``grid`` with cells put together that a nested table touching their walls had split.

    Such a table shows by an empty strip on either side of it, whose edges no other row shares. With the grid come,
    for each cell put together, the cells of the table nested in it.
    """
    nests: dict[GridCell, tuple[Box, ...]] = {}
    cells = list(grid.cells)
    for left in grid.cells:
        inner = _nest_right_of(left, grid, words)
        if inner and left in cells and all(cell in cells for cell in inner):
            whole = replace(
                left,
                colspan=inner[-1].col + inner[-1].colspan - left.col,
                box=surround([left.box, inner[-1].box]),
            )
            cells = [cell for cell in cells if cell is not left and cell not in inner]
            cells.append(whole)
            nests[whole] = tuple(cell.box for cell in inner[:-1])
    cells.sort(key=lambda cell: (cell.row, cell.col))
    return replace(grid, cells=tuple(cells)), nests


def _nest_right_of(left: GridCell, grid: Grid, words: Mapping[GridCell, Sequence[Word]]) -> tuple[GridCell, ...]:
    """Return the cells from the right of the strip ``left`` to the strip that closes a nest, both sides found."""
    rows = left.row, left.row + left.rowspan
    is_whole_grid = rows == (0, len(grid.ys) - 1)
    if is_whole_grid or left.box.width > WIDEST_SLIVER or words[left]:
        return ()
    if _shares_edge(left.col + left.colspan, left, grid):
        return ()
    beside = [
        cell
        for cell in grid.cells
        if rows[0] <= cell.row and cell.row + cell.rowspan <= rows[1] and cell.col > left.col
    ]
    ends = [
        cell
        for cell in beside
        if (cell.row, cell.rowspan) == (left.row, left.rowspan)
        and not words[cell]
        and not _shares_edge(cell.col, left, grid)
    ]
    if not ends:
        return ()
    end = min(ends, key=lambda cell: cell.col)
    inner = tuple(cell for cell in beside if cell.col < end.col)
    return (*inner, end) if inner else ()


def _shares_edge(edge: int, like: GridCell, grid: Grid) -> bool:
    """Whether a row other than those of ``like`` has the column edge too."""
    return any(
        edge in {cell.col, cell.col + cell.colspan}
        for cell in grid.cells
        if cell.row + cell.rowspan <= like.row or cell.row >= like.row + like.rowspan
    )

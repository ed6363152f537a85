"""Two tables that touch, one below the other, and so share a rule: told apart where each has columns of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.readers.pdf.page import surround

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ingest.readers.pdf.ruled.tables import Cell, Table

MOST_ROWS = 4
"""The header of a page has no more rows."""


def split_top(table: Table) -> tuple[Table, Table] | None:
    """Return the first rows of ``table``, of one page, and the others, where both have edges the others lack."""
    for row in range(1, min(MOST_ROWS, table.n_rows - 1) + 1):
        upper = [cell for cell in table.cells if cell.row < row]
        lower = [cell for cell in table.cells if cell.row >= row]
        edges = _edges(upper), _edges(lower)
        is_parted = all(cell.row + cell.rowspan <= row for cell in upper)
        if is_parted and edges[0] - edges[1] and edges[1] - edges[0]:
            pages = table.row_pages
            moved = [cell.at_row(cell.row - row) for cell in lower]
            return _on_own_edges(table, upper, pages[:row]), _on_own_edges(table, moved, pages[row:])
    return None


def _edges(cells: Iterable[Cell]) -> set[int]:
    return {edge for cell in cells for edge in (cell.col, cell.col + cell.colspan)}


def _on_own_edges(table: Table, cells: Sequence[Cell], pages: tuple[int, ...]) -> Table:
    edges = sorted(_edges(cells))
    moved = tuple(
        replace(
            cell,
            col=edges.index(cell.col),
            colspan=edges.index(cell.col + cell.colspan) - edges.index(cell.col),
        )
        for cell in cells
    )
    box = surround([part.box for cell in cells for part in cell.parts])
    xs = tuple(table.xs[edge] for edge in edges)
    return replace(table, xs=xs, cells=moved, row_pages=pages, boxes=((table.last_page, box),))

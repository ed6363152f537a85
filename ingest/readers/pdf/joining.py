"""Joins the parts of a table that stand on several pages, and the rows that a page break cut in two."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ingest.readers.pdf.paragraphs import LABEL, SENTENCE_END, fits_after

if TYPE_CHECKING:
    from ingest.readers.pdf.tables import Cell, Table

SAME_EDGE = 4.0
"""Edges of columns on two pages this near are one."""
MOST_HEADING_ROWS = 3
SPARE = 4.0
"""A row that would have fitted with this much to spare was put on the next page for a reason."""
FULL = 2.6
"""Lines that may be missing at the foot of a page where a row is cut: two are kept together, and there is a margin."""


@dataclass(frozen=True, slots=True)
class Joined:
    """A table after a further part was put to it, and the heading rows that part repeated."""

    table: Table
    repeated: tuple[tuple[Cell, ...], ...]


def join_tables(above: Table, below: Table, floor: float) -> Joined | None:
    """Return ``above`` and ``below``, the first thing on the next page, as one table, or None if they are two.

    ``floor`` is how far down the pages of this document are written.
    """
    edges = _common_edges(above.xs, below.xs)
    if edges is None:
        return None
    above, below = _on_edges(above, edges), _on_edges(below, edges)
    n_repeated = _count_repeated(above, below)
    if n_repeated == below.n_rows:
        return None
    rest = _drop_rows(below, n_repeated)
    height = rest.row_height(0)
    if above.box.bottom + height + SPARE < floor and n_repeated == 0:
        return None
    repeated = tuple(below.row(number) for number in range(n_repeated))
    is_cut = _is_cut(above, rest, floor)
    return Joined(_append(above, rest, is_cut=is_cut), repeated)


def _common_edges(above: tuple[float, ...], below: tuple[float, ...]) -> tuple[float, ...] | None:
    """Return the edges of both if those of one are all edges of the other and both are equally wide."""
    more, fewer = (above, below) if len(above) >= len(below) else (below, above)
    if abs(more[0] - fewer[0]) > SAME_EDGE or abs(more[-1] - fewer[-1]) > SAME_EDGE:
        return None
    return more if all(any(abs(edge - other) <= SAME_EDGE for other in more) for edge in fewer) else None


def _on_edges(table: Table, edges: tuple[float, ...]) -> Table:
    if len(table.xs) == len(edges):
        return table
    places = [min(range(len(edges)), key=lambda at, edge=edge: abs(edges[at] - edge)) for edge in table.xs]
    cells = tuple(
        replace(cell, col=places[cell.col], colspan=places[cell.col + cell.colspan] - places[cell.col])
        for cell in table.cells
    )
    return replace(table, xs=edges, cells=cells)


def _count_repeated(above: Table, below: Table) -> int:
    """Return how many rows at the top of ``below`` repeat the first rows of ``above``."""
    count = 0
    while count < min(MOST_HEADING_ROWS, above.n_rows, below.n_rows):
        if not _is_same_row(above.row(count), below.row(count)):
            break
        count += 1
    return count


def _is_same_row(first: tuple[Cell, ...], second: tuple[Cell, ...]) -> bool:
    shapes = [[(cell.col, cell.colspan, cell.text.split()) for cell in row] for row in (first, second)]
    return shapes[0] == shapes[1] and any(cell.lines for cell in first)


def _drop_rows(table: Table, count: int) -> Table:
    cells = tuple(replace(cell, row=cell.row - count) for cell in table.cells if cell.row >= count)
    return replace(table, cells=cells, row_pages=table.row_pages[count:])


def _is_cut(above: Table, below: Table, floor: float) -> bool:
    """Whether the first row of ``below`` is the rest of the last row of ``above``."""
    pairs = _columns(above, below)
    if pairs is None:
        return False
    size = max((line.size for _first, second in pairs for line in second.lines), default=10.0)
    if above.box.bottom + FULL * 1.2 * size < floor:
        return False
    return sum(_weigh(first, second) for first, second in pairs) + _weigh_keys(above, pairs) > 0


def _columns(above: Table, below: Table) -> list[tuple[Cell, Cell]] | None:
    """Return the cells of the last row of ``above`` with those under them, None where their shapes differ."""
    last = sorted((cell for cell in above.cells if cell.row + cell.rowspan == above.n_rows), key=lambda cell: cell.col)
    first = below.row(0)
    if [(cell.col, cell.colspan) for cell in last] != [(cell.col, cell.colspan) for cell in first]:
        return None
    return list(zip(last, first, strict=True))


def _weigh(above: Cell, below: Cell) -> float:
    """Return what one column says: above zero that its text goes on, below that it begins afresh."""
    if above.fill != below.fill:
        return -2.0
    if not below.lines:
        return 0.0
    if not above.lines:
        return -2.0
    end, start = above.lines[-1], below.lines[0]
    is_ended, is_small = SENTENCE_END.search(end.text) is not None, start.text[:1].islower()
    if LABEL.match(start.text):
        return -2.0
    if is_small:
        return 1.5 if is_ended else 3.0
    box = above.parts[-1].box
    padding = max(0.0, min(line.box.x0 for line in above.lines) - box.x0)
    has_room = fits_after(end, start, (box.x0 + padding, box.x1 - padding))
    if has_room:
        return -1.0
    return -0.5 if is_ended else 1.5


def _weigh_keys(above: Table, pairs: list[tuple[Cell, Cell]]) -> float:
    """Return the weight of columns filled in every row so far, and empty in the first row of the next page."""
    weight = 0.0
    for first, second in pairs:
        rows = [cell for cell in above.cells if cell.col == first.col and cell.colspan == first.colspan]
        if first.lines and not second.lines and all(cell.lines for cell in rows):
            weight += 2.0
    return weight


def _append(above: Table, below: Table, *, is_cut: bool) -> Table:
    shift = above.n_rows - is_cut
    cells = list(above.cells)
    for cell in below.cells:
        home = next(
            (n for n, other in enumerate(cells) if is_cut and cell.row == 0 and _is_above(other, cell, shift)), None
        )
        if home is None:
            cells.append(replace(cell, row=cell.row + shift))
        else:
            other = cells[home]
            cells[home] = replace(
                other,
                parts=other.parts + cell.parts,
                rowspan=other.rowspan + cell.rowspan - 1,
                fill=other.fill or cell.fill,
            )
    return replace(
        above,
        cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.col))),
        row_pages=above.row_pages + below.row_pages[is_cut:],
        boxes=above.boxes + below.boxes,
    )


def _is_above(other: Cell, cell: Cell, row: int) -> bool:
    return other.col == cell.col and other.row <= row < other.row + other.rowspan

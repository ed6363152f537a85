"""Tables that run over scanned pages, joined: the grid that goes on, the heading row repeated, the row cut in two."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ingest.model import SourceCell, SourceTable
from ingest.readers.scan.pages import DOTS_PER_INCH
from ingest.readers.scan.rules import RuledTable

SAME_EDGE = DOTS_PER_INCH // 6
"""A sheet lies a little differently on the glass each time."""
LOWER_PART = 0.6
"""A table that goes on ends below this part of its page."""
UPPER_PART = 0.3
"""And begins anew above this part of the next."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a table stands on its page."""

    ruled: RuledTable
    page_height: int


def goes_on(above: Standing, below: Standing) -> bool:
    """Tell whether the last table of a page goes on in the first of the next: at its edges, in the same columns."""
    ends_low = above.ruled.bottom > LOWER_PART * above.page_height
    begins_high = below.ruled.top < UPPER_PART * below.page_height
    return ends_low and begins_high and _same_columns(above.ruled, below.ruled)


def _same_columns(one: RuledTable, other: RuledTable) -> bool:
    if one.n_cols != other.n_cols:
        return False
    shift = other.columns[0] - one.columns[0]
    return all(abs(b - a - shift) <= SAME_EDGE for a, b in zip(one.columns, other.columns, strict=True))


def join(above: SourceTable, below: SourceTable) -> tuple[SourceTable, tuple[SourceCell, ...]]:
    """Return the two tables as one, and the cells of the heading row where it was repeated."""
    heading = _row(above, 1)
    repeated = _row(below, 1) if _texts(_row(below, 1)) == _texts(heading) else ()
    if repeated:
        below = _without_first_row(below)
    if below.n_rows and _is_cut(above, below):
        above, below = _mend(above, below), _without_first_row(below)
    moved = (replace(cell, row=cell.row + above.n_rows) for cell in below.cells)
    whole = replace(
        above,
        cells=(*above.cells, *moved),
        n_rows=above.n_rows + below.n_rows,
        row_places=tuple(
            replace(place, table=above.place.table, row=number)
            for number, place in enumerate((*above.row_places, *below.row_places), start=1)
        ),
    )
    return whole, repeated


def _row(table: SourceTable, row: int) -> tuple[SourceCell, ...]:
    return tuple(cell for cell in table.cells if cell.row == row)


def _texts(cells: Iterable[SourceCell]) -> list[str]:
    return [cell.text.casefold().strip() for cell in cells]


def _without_first_row(table: SourceTable) -> SourceTable:
    cells = tuple(replace(cell, row=cell.row - 1) for cell in table.cells if cell.row > 1)
    return replace(table, cells=cells, n_rows=table.n_rows - 1, row_places=table.row_places[1:])


def _is_cut(above: SourceTable, below: SourceTable) -> bool:
    """Tell whether the first row below is the rest of the last above: it names nothing, or begins in mid-sentence."""
    last, rest = _row(above, above.n_rows), _row(below, 1)
    filled = [cell for cell in rest if cell.text.strip()]
    is_alike = [(cell.col, cell.colspan, cell.rowspan) for cell in last] == [
        (cell.col, cell.colspan, cell.rowspan) for cell in rest
    ]
    if not is_alike or not filled or len(rest) == 1:
        return False
    return not rest[0].text.strip() or all(cell.text.strip()[0].islower() for cell in filled)


def _mend(above: SourceTable, below: SourceTable) -> SourceTable:
    rest = {cell.col: cell for cell in _row(below, 1)}
    return replace(
        above, cells=tuple(_append(cell, rest) if cell.row == above.n_rows else cell for cell in above.cells)
    )


def _append(cell: SourceCell, rest: dict[int, SourceCell]) -> SourceCell:
    more = rest[cell.col]
    return replace(cell, text=f"{cell.text} {more.text}".strip(), words=cell.words + more.words)

"""Headings of several lines, of which the lower ones stand on the line of other headings: joined to one cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.readers.pdf.page import surround
from ingest.readers.pdf.ruled.tables import Cell, Part

if TYPE_CHECKING:
    from collections.abc import Sequence

FEWEST_LETTERS = 3
"""Shorter ones are signs of what is counted: n, p, no."""
SAME_PLACE = 1.5
"""The lines of a heading begin, end or have their middle in one place to within so many points."""
NEXT = 1.6
"""They are no further apart than this many font sizes."""


def join_wrapped(cells: Sequence[Cell], n_headings: int) -> list[Cell]:
    """Return ``cells``, those of the first ``n_headings`` rows joined where a small letter shows that one goes on.

    Headings below one that stands over several columns may begin small too, but not all of them have words above.
    """
    joined = list(cells)
    for row in range(1, n_headings):
        lower = [cell for cell in joined if cell.row == row and _goes_on(cell)]
        pairs = [(_above(cell, joined), cell) for cell in lower]
        if all(upper is not None for upper, _cell in pairs):
            for upper, cell in pairs:
                if upper is not None and _is_aligned(upper, cell):
                    joined = _join(upper, cell, joined)
    return joined


def _goes_on(cell: Cell) -> bool:
    word = cell.text.split(" ")[0]
    return word[:1].islower() and len(word) >= FEWEST_LETTERS


def _above(cell: Cell, cells: Sequence[Cell]) -> Cell | None:
    """Return the only cell with words over the columns of ``cell`` that ends on the row above, if there is one."""
    over = [
        each
        for each in cells
        if each.row + each.rowspan == cell.row
        and each.col < cell.col + cell.colspan
        and each.col + each.colspan > cell.col
    ]
    written = [each for each in over if each.lines]
    return written[0] if len(written) == 1 else None


def _is_aligned(upper: Cell, cell: Cell) -> bool:
    """Whether the last line of ``upper`` and the first of ``cell`` may follow each other in one heading."""
    above, below = upper.lines[-1], cell.lines[0]
    ends = (below.box.x0 - above.box.x0, below.box.x1 - above.box.x1, below.box.centre[0] - above.box.centre[0])
    is_near = below.baseline - above.baseline <= NEXT * below.size
    return is_near and any(abs(apart) <= SAME_PLACE for apart in ends)


def _join(upper: Cell, lower: Cell, cells: Sequence[Cell]) -> list[Cell]:
    """Return ``cells`` with two of them as one, if nothing but blank cells is beside the narrower of them."""
    first, end = min(upper.col, lower.col), max(upper.col + upper.colspan, lower.col + lower.colspan)
    rows = range(upper.row, lower.row + lower.rowspan)
    gone = [each for each in cells if each.row in rows and first <= each.col and each.col + each.colspan <= end]
    if any(each.lines for each in gone if each not in (upper, lower)):
        return list(cells)
    if sum(each.rowspan * each.colspan for each in gone) != len(rows) * (end - first):
        return list(cells)
    (part,), (more,) = upper.parts, lower.parts
    whole = Part(part.page, surround([each.parts[0].box for each in gone]), (*part.lines, *more.lines))
    left = [each for each in cells if each not in gone]
    return [*left, Cell(upper.row, first, len(rows), end - first, (whole,))]

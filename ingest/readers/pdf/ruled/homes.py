"""Which cell of a grid each word belongs to, also where a rule runs through it."""

from __future__ import annotations

from bisect import bisect_left
from itertools import product
from math import inf
from typing import TYPE_CHECKING

from ingest.readers.pdf.page import Box

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ingest.readers.pdf.ruled.grid import Grid, GridCell
    from ingest.readers.pdf.text.words import Word

HANGING = 0.5
"""The last line of a cell may hang over its floor; what is this part of the font size above the baseline may not."""
STANDING_OUT = 0.1
"""The first line of a cell may stand out of its ceiling; what is this part above the baseline may not."""
CAPITALS = 0.7
"""How high above the baseline a line reaches, in font sizes."""
NOWHERE: tuple[Box, list[Word]] = (Box(inf, inf, -inf, -inf), [])
"""Stands for the cell of what is in none, which holds nothing."""


def place_words(grid: Grid, words: Sequence[Word]) -> dict[GridCell, list[Word]]:
    """Return the words of each cell: one belongs where its middle is, an upright one where its small letters end.

    What the lowest rule runs through hangs out of the last row: a row too high for its page is drawn so.
    """
    homes: dict[GridCell, list[Word]] = {cell: [] for cell in grid.cells}
    cell_at = {place: (cell.box, homes[cell]) for cell in grid.cells for place in _places(cell)}
    xs, ys, up = grid.xs, grid.ys, STANDING_OUT if _stands_out(grid, words) else HANGING
    for word in words:
        around = word.box
        x, y = (around.x0 + around.x1) / 2, word.baseline - up * word.size
        if word.turn:
            y = around.centre[1]
        elif y > ys[-1] and _runs_through(ys[-1], word):
            y = ys[-1]
        col, row = bisect_left(xs, x) or 1, bisect_left(ys, y) or 1
        box, home = cell_at.get((row - 1, col - 1), NOWHERE)
        if box.x0 <= x <= box.x1 and box.top <= y <= box.bottom:
            home.append(word)
    return homes


def _stands_out(grid: Grid, words: Sequence[Word]) -> bool:
    """Whether the uppermost rule runs through words of most columns, and the lowest through none.

    Which of two cells a line between them belongs to is not seen at the rule: the ends of the table tell.
    """
    ceiling, floor = grid.ys[0], grid.ys[-1]
    columns = {bisect_left(grid.xs, word.box.centre[0]) for word in words if _runs_through(ceiling, word)}
    most = len(columns - {0, len(grid.xs)}) > (len(grid.xs) - 1) / 2
    return most and not any(_runs_through(floor, word) for word in words if grid.xs[0] < word.box.x0 < grid.xs[-1])


def _runs_through(rule: float, word: Word) -> bool:
    return not word.turn and STANDING_OUT * word.size < word.baseline - rule < CAPITALS * word.size


def _places(cell: GridCell) -> Iterator[tuple[int, int]]:
    rows, cols = range(cell.row, cell.row + cell.rowspan), range(cell.col, cell.col + cell.colspan)
    return product(rows, cols)

"""Tells a ruled table whose rules leave rows or columns of figures together in one cell: its rules are decoration."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.readers.pdf.figures.pieces import find_pieces
from ingest.readers.pdf.figures.stretches import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ingest.readers.pdf.ruled.tables import Table
    from ingest.readers.pdf.text.lines import Line

DIGIT = re.compile(r"\d")
FEWEST_LINES = 3
FEWEST_CELLS = 2
"""So many lines of figures in a cell, or in each of so many cells side by side, are rows without rules."""
ENOUGH_OF_A_CELL = 0.3
"""Of the lines of such a cell, labels on two lines among them; prose set to both edges parts a date off at times."""
MOSTLY = 0.5
"""They are the table, and not a list in one of its cells, from this part of its words on."""


def hides_figures(table: Table) -> bool:
    """Whether most words of a ruled ``table`` are figures that its rules do not part."""
    lines = [line for cell in table.cells for line in cell.lines]
    if sum(DIGIT.search(line.text) is not None for line in lines) < MOSTLY * len(lines) / 2:
        return False
    hidden = sum(len(line.words) for line in _hidden_lines(table))
    return hidden > MOSTLY * sum(len(line.words) for line in lines)


def _hidden_lines(table: Table) -> Iterator[Line]:
    for row in range(table.n_rows):
        cells = table.row(row)
        of_figures = [cell.lines for cell in cells if len(cell.lines) >= FEWEST_LINES and _are_figures(cell.lines)]
        if len(of_figures) >= FEWEST_CELLS:
            yield from (line for cell in cells if len(cell.lines) >= FEWEST_LINES for line in cell.lines)
            continue
        for cell in cells:
            rows = [line for line in cell.lines if Row(line, find_pieces(line)).has_figures]
            if len(rows) >= max(FEWEST_LINES, ENOUGH_OF_A_CELL * len(cell.lines)):
                yield from cell.lines


def _are_figures(lines: tuple[Line, ...]) -> bool:
    figures = sum(all(piece.is_figure for piece in find_pieces(line)) for line in lines)
    return figures > MOSTLY * len(lines)

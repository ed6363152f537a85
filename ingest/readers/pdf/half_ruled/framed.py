"""Ruled tables with rules around the whole and between rows, but none between columns: words tell the columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.readers.pdf.text.lines import find_lines
from ingest.readers.pdf.unruled.aligned import find_aligned

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.readers.pdf.page import Page, Rule
    from ingest.readers.pdf.ruled.tables import Table

ONE_COLUMN = 2
"""How many edges a single column has."""
FEWEST_ROWS = 2


def part_columns(table: Table, page: Page, borders: Sequence[Rule]) -> Table:
    """Return ``table``, of one ``page``, with columns told apart that no rule parts; mostly as it is.

    It is read as if its sides were not ruled, and so only if all of its words then make one table.
    """
    if len(table.xs) > ONE_COLUMN or table.n_rows < FEWEST_ROWS or any(len(cell.parts) > 1 for cell in table.cells):
        return table
    parts = [part for cell in table.cells for part in cell.parts]
    if any(part.struck or part.notes for part in parts):
        return table
    lines = find_lines(word for part in parts for line in part.lines for word in line.words)
    found = find_aligned(page, lines, borders)
    is_all = len(found.tables) == 1 and not (found.columns or found.lines)
    return found.tables[0] if is_all else table

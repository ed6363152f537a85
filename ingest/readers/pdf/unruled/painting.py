"""The colours behind the cells of a table without rules, whose boxes are only estimated from its words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.readers.pdf.marks.colors import is_paper
from ingest.readers.pdf.page import surround
from ingest.readers.pdf.ruled.tables import fill_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.readers.pdf.page import Box, Fill, Page
    from ingest.readers.pdf.ruled.tables import Cell, Table

BESIDE = 1.0
"""The colour of a cell reaches beyond its words at both sides by more than this; a highlighter's does not."""
SLACK = 2.0
"""Letters are drawn somewhat lower than the boxes of their fonts, which may stand out of the colour by this."""


def paint(table: Table, page: Page) -> Table:
    """Return ``table``, which stands on ``page``, with the colours its cells are painted in."""
    fills = [fill for fill in page.fills if table.box.shared(fill.box) > 0]
    return replace(table, cells=tuple(_paint(cell, fills) for cell in table.cells)) if fills else table


def _paint(cell: Cell, fills: Sequence[Fill]) -> Cell:
    if not cell.lines:
        return replace(cell, fill=fill_of(cell.parts[0].box, fills))
    words = surround([line.box for line in cell.lines])
    color = next((fill.color for fill in reversed(fills) if _is_behind(fill.box, words)), None)
    return replace(cell, fill=None if is_paper(color) else color)


def _is_behind(painted: Box, words: Box) -> bool:
    is_wide = painted.x0 < words.x0 - BESIDE and painted.x1 > words.x1 + BESIDE
    return is_wide and painted.top - SLACK <= words.top and words.bottom <= painted.bottom + SLACK

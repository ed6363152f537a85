"""How tall a row must be for its wrapped text: no program fits rows by itself when it opens a written file."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LINE_HEIGHT = 15.6
"""Points a line of 12 point Arial takes."""
PADDING = 3.0
TALLEST = 409.0
"""Points; Excel allows 409.5."""
LOST_BY_WRAPPING = 3
"""Characters a line loses on average because a word does not fit any more."""


def row_height(cells: Iterable[tuple[str, int]]) -> float:
    """Return the points a row needs; takes each cell's text with its column's width in characters."""
    lines = max((_lines(text, width) for text, width in cells), default=1)
    return min(PADDING + lines * LINE_HEIGHT, TALLEST)


def _lines(text: str, width: int) -> int:
    if len(text) <= width - LOST_BY_WRAPPING and "\n" not in text:
        return 1
    usable = max(width - LOST_BY_WRAPPING, 1)
    return sum(max(ceil(len(line) / usable), 1) for line in text.split("\n"))

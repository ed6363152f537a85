"""How tall a row must be for its wrapped text: no program fits rows by itself when it opens a written file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LINE_HEIGHT = 15.0
"""Points a line of 12 point Arial takes."""
PADDING = 4.0
TALLEST = 409.0
"""Points; Excel allows 409.5. A longer text is read in the cell itself."""

LETTERS_PER_DIGIT = 1.17
"""A column's width is counted in digits, and in Arial the letters of ordinary words are narrower than those."""
CAPITALS = 1.4
"""How much wider a word in capitals is."""


def row_height(cells: Iterable[tuple[str, int]]) -> float:
    """Return the points a row needs; takes each cell's text with its column's width in digits."""
    lines = max((_lines(text, width) for text, width in cells), default=1)
    return min(PADDING + lines * LINE_HEIGHT, TALLEST)


def _lines(text: str, width: int) -> int:
    room = width * LETTERS_PER_DIGIT - 1
    return sum(1 if len(line) * CAPITALS <= room else _wrapped(line, room) for line in text.split("\n"))


def _wrapped(line: str, room: float) -> int:
    """Return how many lines a paragraph takes when it breaks between words, and inside words longer than a line."""
    lines, used = 1, 0.0
    for word in line.split(" "):
        size = len(word) * (CAPITALS if word.isupper() else 1)
        if used and used + 1 + size > room:
            lines, used = lines + 1, 0.0
        used += size + (1 if used else 0)
        if used > room:
            more = int(used // room)
            lines, used = lines + more, used - more * room
    return lines

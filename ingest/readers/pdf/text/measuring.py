"""How wide what is not drawn would be: the space that a line break swallowed, a word up to the hyphen in it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.readers.pdf.text.lines import Line
    from ingest.readers.pdf.text.words import Word

SPACE = 0.26
"""How wide a space is, in font sizes, in most fonts."""
WIDEST_SPACE = 0.7
"""A gap wider than this many font sizes is a tab's, or the writing is spread out; monospaced fonts come nearest."""
NARROW, WIDE, CAPITAL, OTHER = 0.3, 0.85, 0.68, 0.53
"""How wide letters of each kind are in the usual fonts, in font sizes."""
WIDTHS = dict.fromkeys("fijlrtI.,;:'\u2019!|()[]/-\u2010", NARROW) | dict.fromkeys("mwMW@%", WIDE)
ALIKE = 0.05
"""In a monospaced font words are as wide as they have letters, but for this part."""
TELLING = 4
"""A word of so many letters shows whether they are equally wide."""


def width_of_space(above: Line, line: Line) -> float:
    """Return how wide a space is in two lines: the narrowest they have, for lines set to fill their column widen it."""
    usual = SPACE * line.size
    gaps = [right.box.x0 - left.box.x1 for each in (above, line) for left, right in pairwise(each.words)]
    return max(usual, min((gap for gap in gaps if usual / 2 < gap < WIDEST_SPACE * line.size), default=usual))


def share_to_hyphen(line: Line) -> float:
    """Return which part of the width of its first word the hyphen in it ends; all of it where it has none."""
    word = line.words[0]
    end = word.text.find("-", 1, -1) + 1
    if not end:
        return 1.0
    if _is_monospaced(line.words):
        return end / len(word.text)
    return _usual_width(word.text[:end]) / _usual_width(word.text)


def _usual_width(text: str) -> float:
    return sum(WIDTHS.get(letter, CAPITAL if letter.isupper() else OTHER) for letter in text)


def _is_monospaced(words: tuple[Word, ...]) -> bool:
    """Whether all letters of a line are equally wide, as far as its longer words tell."""
    widths = [word.box.width / len(word.text) for word in words if len(word.text) >= TELLING]
    return max(widths) - min(widths) < ALIKE * max(widths) if len(widths) > 1 else False

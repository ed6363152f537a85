"""Letters set apart for looks, as headings are: how far, so that the gaps between them are not taken for spaces."""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from ingest.readers.pdf.page import along

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ingest.readers.pdf.page import Glyph

WORD_GAP = 0.17
"""A gap of this much of the font size parts two words: a space is a quarter, kerning less than a tenth."""
UNLIKE = 3.5
"""Characters whose sizes differ by more than this many times are not of one word: a watermark's and the text's."""
FEWEST_LETTERS = 5
"""So many single letters in a row, evenly set apart, are one word and not initials."""
NARROWEST = 0.13
WIDEST = 0.8
"""Letters are set apart by gaps between these, in font sizes; what is farther apart stands in two columns."""
EVEN = 0.08
MOSTLY = 0.6
"""Set apart evenly means that so many gaps differ from the middle one by no more than that, in font sizes."""


def find_tracking(line: Sequence[Glyph]) -> float:
    """Return how far the letters of ``line``, sorted along it, are set apart, in font sizes; 0 as a rule."""
    singles = sum(len(glyph.text) == 1 for glyph in line)
    if singles < FEWEST_LETTERS:
        return 0.0
    gaps = [gap for stretch in _stretches(line) if len(stretch) >= FEWEST_LETTERS - 1 for gap in stretch]
    if not gaps:
        return 0.0
    middle = median(gaps)
    is_even = sum(abs(gap - middle) <= EVEN for gap in gaps) >= MOSTLY * len(gaps)
    return middle if middle >= NARROWEST and is_even else 0.0


def is_apart(left: Glyph, right: Glyph, tracking: float) -> bool:
    """Whether a gap between two characters of a line that is set apart by ``tracking`` parts words."""
    gap = along(right)[0] - along(left)[1]
    size = max(left.size, right.size)
    if size > UNLIKE * min(left.size, right.size):
        return True
    spread = tracking if len(left.text) == len(right.text) == 1 else 0.0
    return gap > (WORD_GAP + spread) * size


def _stretches(line: Sequence[Glyph]) -> Iterator[list[float]]:
    """Yield the gaps between single letters that follow each other, in font sizes, stretch by stretch."""
    gaps: list[float] = []
    for left, right in pairwise(line):
        gap = (along(right)[0] - along(left)[1]) / max(left.size, right.size, 1.0)
        is_pair = len(left.text) == len(right.text) == 1 and left.text.isalpha() and right.text.isalpha()
        if is_pair and gap <= WIDEST:
            gaps.append(gap)
            continue
        yield gaps
        gaps = []
    yield gaps

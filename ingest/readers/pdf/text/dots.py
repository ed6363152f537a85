"""Bullets that were drawn and not written: small round or square spots before the first word of a line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.readers.pdf.page import Box
from ingest.symbols import BULLET

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ingest.readers.pdf.page import Page
    from ingest.readers.pdf.text.words import Word

LARGEST = 0.65
SMALLEST = 0.15
"""A bullet is between these parts of the font size high; the round of a traffic light is larger."""
ROUND = 0.8
"""It is about as wide as high."""
LOWEST, HIGHEST = -0.05, 0.75
"""Its middle stands above the baseline by between these parts of the font size."""
WIDEST_GAP = 2.5
"""The word behind it begins within so many font sizes."""
FREE = 0.4
"""No word ends this near before it, in font sizes."""


def write_dots(page: Page, words: Sequence[Word]) -> tuple[Word, ...]:
    """Return ``words`` of ``page`` and a bullet for each spot drawn before one of them."""
    dots = [dot for dot in (*page.dots, *(fill.box for fill in page.fills)) if _is_round(dot)]
    upright = [word for word in words if word.turn == 0] if dots else []
    return (*words, *(bullet for dot in dots for bullet in _bullets(dot, upright)))


def _is_round(dot: Box) -> bool:
    return min(dot.width, dot.height) > ROUND * max(dot.width, dot.height)


def _bullets(dot: Box, words: Sequence[Word]) -> Iterator[Word]:
    """Yield ``dot`` as a word if it is a bullet before one of ``words``."""
    beside = [word for word in words if _is_level(dot, word)]
    behind = [word for word in beside if word.box.x0 >= dot.x1]
    first = min(behind, key=lambda word: word.box.x0, default=None)
    if first is None or first.box.x0 - dot.x1 > WIDEST_GAP * first.size:
        return
    if not any(word.box.x0 < dot.x1 and word.box.x1 > dot.x0 - FREE * word.size for word in beside):
        yield replace(first, text=BULLET, box=Box(dot.x0, first.box.top, dot.x1, first.box.bottom), words=0)


def _is_level(dot: Box, word: Word) -> bool:
    rise = (word.baseline - dot.centre[1]) / word.size
    return LOWEST <= rise <= HIGHEST and SMALLEST <= dot.height / word.size <= LARGEST

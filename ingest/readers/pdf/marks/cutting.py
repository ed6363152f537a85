"""Where characters without a space between are two words: at a table's rule, or where striking out ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.readers.pdf.page import Glyph, Page

THROUGH = (-0.48, -0.12)
"""Where a strike-through lies: from the baseline down, in parts of the font size."""


APART = 0.03
"""Letters of one word follow each other without a gap; a word that runs over a rule is not cut by it."""
OVERLAP, OVERLAP_AT_WALL = 0.2, 0.1
"""Letters of one word reach over each other by less than this, in font sizes; right behind a wall less is enough."""


class Cuts:
    """The rules of a page that may cut words, quick to ask between any two characters."""

    def __init__(self, page: Page) -> None:
        """Sort the rules of ``page`` by their place."""
        self._standing = sorted(page.standing, key=lambda rule: rule.at)
        self._standing_at = [rule.at for rule in self._standing]
        self._lying = sorted(page.lying, key=lambda rule: rule.at)
        self._lying_at = [rule.at for rule in self._lying]

    def pass_between(self, left: Glyph, right: Glyph) -> bool:
        """Whether a standing rule, or the end of a strike-through, lies between two upright characters.

        What is drawn over what stands before it belongs to another cell, whose text had no room in it.
        """
        overlap = (left.box.x1 - right.box.x0) / max(left.size, 1.0)
        if overlap > OVERLAP or (overlap > OVERLAP_AT_WALL and self._has_wall_before(left, right)):
            return True
        return self._wall_between(left, right) or self._stroke_ends_between(left, right)

    def _has_wall_before(self, left: Glyph, right: Glyph) -> bool:
        """Whether a wall stands where ``left`` runs over it, right before ``right``."""
        first = bisect_left(self._standing_at, max(left.box.x0, right.box.x0 - right.size))
        height = left.box.centre[1]
        near = self._standing[first : bisect_right(self._standing_at, right.box.x0)]
        return any(rule.start <= height <= rule.end and rule.length > left.box.height for rule in near)

    def _wall_between(self, left: Glyph, right: Glyph) -> bool:
        if right.box.x0 - left.box.x1 < APART * left.size:
            return False
        start, end = left.box.centre[0], right.box.centre[0]
        height = left.box.centre[1]
        near = self._standing[bisect_left(self._standing_at, start) : bisect_right(self._standing_at, end)]
        return any(rule.start <= height <= rule.end and rule.length > left.box.height for rule in near)

    def _stroke_ends_between(self, left: Glyph, right: Glyph) -> bool:
        start, end = left.box.centre[0], right.box.centre[0]
        first = bisect_left(self._lying_at, left.baseline + THROUGH[0] * left.size)
        last = bisect_right(self._lying_at, left.baseline + THROUGH[1] * left.size)
        near = self._lying[first:last]
        return any(start < rule.start <= end or start <= rule.end < end for rule in near)

"""Where characters without a space between are two words: at a table's rule, or where striking out ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.readers.pdf.page import Glyph, Page

THROUGH = (-0.48, -0.12)
"""Where a strike-through lies: from the baseline down, in parts of the font size."""


APART = 0.03
"""Letters of one word follow each other without a gap; a word that runs over a rule is not cut by it."""
OVERLAP, OVERLAP_AT_WALL = 0.2, 0.1
"""Letters of one word reach over each other by less than this, in font sizes; right behind a wall less is enough."""
NEAR_WALL = 0.3
"""How far from the start of a word the wall may stand through which the word before it runs, in font sizes."""
SAME_START = 0.1
"""Lines of one cell begin in the same place, to this many points."""
LINES_OF_A_COLUMN = 3
"""So many lines that begin in one place show that a column begins there."""
GUTTER = 0.5
"""A line begins where nothing has been written for so many font sizes; parts of one word begin behind each other."""


class Cuts:
    """The rules of a page that may cut words, quick to ask between any two characters."""

    def __init__(self, page: Page) -> None:
        """Sort the rules of ``page`` by their place."""
        self._page = page
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
        if self._wall_between(left, right) or self._stroke_ends_between(left, right):
            return True
        return self._begins_a_column(left, right)

    def _begins_a_column(self, left: Glyph, right: Glyph) -> bool:
        """Whether ``left`` runs through a wall up to ``right``, drawn by itself where the lines of a column begin."""
        if len(left.text) == 1 == len(right.text):  # one letter after the other, as those of one word may be drawn
            return False
        start, reach = right.box.x0, NEAR_WALL * right.size
        if not self._is_wall_at(start - reach, start + reach, left):
            return False
        first = bisect_left(self._starts, (start - SAME_START,))
        last = bisect_right(self._starts, (start + SAME_START, float("inf")))
        return len({baseline for _, baseline in self._starts[first:last]}) >= LINES_OF_A_COLUMN

    @cached_property
    def _starts(self) -> list[tuple[float, float]]:
        """Where upright lines begin and on which baseline, from left to right."""
        glyphs = sorted((glyph for glyph in self._page.glyphs if glyph.turn == 0), key=_by_line)
        starts, written = [], (float("nan"), 0.0)
        for glyph in glyphs:
            baseline, end = written
            if glyph.baseline != baseline or glyph.box.x0 - end > GUTTER * glyph.size:
                starts.append((glyph.box.x0, glyph.baseline))
                end = glyph.box.x1
            written = glyph.baseline, max(end, glyph.box.x1)
        return sorted(starts)

    def _has_wall_before(self, left: Glyph, right: Glyph) -> bool:
        """Whether a wall stands where ``left`` runs over it, right before ``right``."""
        return self._is_wall_at(max(left.box.x0, right.box.x0 - right.size), right.box.x0, left)

    def _wall_between(self, left: Glyph, right: Glyph) -> bool:
        if right.box.x0 - left.box.x1 < APART * left.size:
            return False
        return self._is_wall_at(left.box.centre[0], right.box.centre[0], left)

    def _is_wall_at(self, start: float, end: float, beside: Glyph) -> bool:
        """Whether a wall stands from ``start`` to ``end`` on the line of ``beside``."""
        height = beside.box.centre[1]
        near = self._standing[bisect_left(self._standing_at, start) : bisect_right(self._standing_at, end)]
        return any(rule.start <= height <= rule.end and rule.length > beside.box.height for rule in near)

    def _stroke_ends_between(self, left: Glyph, right: Glyph) -> bool:
        start, end = left.box.centre[0], right.box.centre[0]
        first = bisect_left(self._lying_at, left.baseline + THROUGH[0] * left.size)
        last = bisect_right(self._lying_at, left.baseline + THROUGH[1] * left.size)
        near = self._lying[first:last]
        return any(start < rule.start <= end or start <= rule.end < end for rule in near)


def _by_line(glyph: Glyph) -> tuple[float, float]:
    return glyph.baseline, glyph.box.x0

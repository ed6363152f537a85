"""The empty strips between columns: where no word of any line stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ingest.readers.pdf.text.lines import Line
    from ingest.readers.pdf.text.words import Word

WIDE = 1.1
"""A gap of this many font sizes within a line parts two columns; the widest space of justified text is narrower."""
NARROWEST = 0.55
NARROWEST_WITH_RULES = 0.4
"""A gutter common to all lines is at least this wide, in font sizes; narrower where rules say that there is a table."""
FIXED_PITCH = re.compile(r"courier|mono(?!type)|consol|typewriter|cmtt", re.IGNORECASE)
NARROWEST_TYPED = 0.9
"""In typed text one space is 0.6 font sizes wide, and only two of them part columns."""
BULLETS = frozenset("•▪■●◦○‣")
BULLET_NEAR = 3.0
"""A bullet stands this near before its words, in font sizes; what is between parts no columns."""


@dataclass(frozen=True, slots=True)
class Gutter:
    """An empty strip."""

    start: float
    end: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.end - self.start

    @property
    def middle(self) -> float:
        """Where a rule between its columns would stand."""
        return (self.start + self.end) / 2


def chunks(line: Line) -> list[list[Word]]:
    """Return the words of ``line`` in groups parted by gaps wider than a space can be."""
    groups = [[line.words[0]]]
    for left, right in pairwise(line.words):
        if right.box.x0 - left.box.x1 > WIDE * line.size and not _leads(left, right):
            groups.append([])
        groups[-1].append(right)
    return groups


def gaps(line: Line) -> tuple[Gutter, ...]:
    """Return the gaps between the chunks of ``line``."""
    groups = chunks(line)
    return tuple(Gutter(left[-1].box.x1, right[0].box.x0) for left, right in pairwise(groups))


def is_over(line: Line, edge: float, least: float) -> bool:
    """Whether a word of ``line`` stands at ``edge``, or words to both sides of it by less than ``least`` apart."""
    if any(word.box.x0 < edge < word.box.x1 for word in line.words):
        return True
    return any(
        left.box.x1 <= edge <= right.box.x0 and right.box.x0 - left.box.x1 < least * line.size
        for left, right in pairwise(line.words)
    )


def narrow(gutters: Sequence[Gutter], line: Line, least: float = NARROWEST) -> tuple[Gutter, ...]:
    """Return what ``line`` leaves of ``gutters``, each cut or split where a word of it stands."""
    left = list(gutters)
    for word, after in pairwise((*line.words, line.words[-1])):
        end = after.box.x0 if _leads(word, after) else word.box.x1
        left = [piece for gutter in left for piece in _without(gutter, word.box.x0, end)]
    narrowest = max(least, NARROWEST_TYPED) if is_typed(line.words[0].font) else least
    return tuple(gutter for gutter in left if gutter.width >= narrowest * line.size)


def _leads(left: Word, right: Word) -> bool:
    """Whether ``left`` is the bullet before ``right``."""
    return left.text in BULLETS and 0 < right.box.x0 - left.box.x1 < BULLET_NEAR * right.size


@cache
def is_typed(font: str) -> bool:
    """Whether the letters of ``font`` are all of one width, as its name says."""
    return FIXED_PITCH.search(font) is not None


def _without(gutter: Gutter, start: float, end: float) -> Iterable[Gutter]:
    if end <= gutter.start or start >= gutter.end:
        return (gutter,)
    return tuple(piece for piece in (Gutter(gutter.start, start), Gutter(end, gutter.end)) if piece.width > 0)


def column_of(word: Word, gutters: Sequence[Gutter]) -> int:
    """Return in which column between ``gutters`` a word stands, counted from 0."""
    return sum(word.box.centre[0] > gutter.middle for gutter in gutters)


def columns_of(line: Line, gutters: Sequence[Gutter]) -> set[int]:
    """Return the columns between ``gutters`` in which ``line`` has words."""
    return {column_of(word, gutters) for word in line.words}


def at_edges(edges: Iterable[float]) -> tuple[Gutter, ...]:
    """Return the ``edges`` at which columns meet as gutters of no width."""
    return tuple(Gutter(edge, edge) for edge in edges)

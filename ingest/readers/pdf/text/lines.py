"""Words to lines of writing, whatever way the writing is turned."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from ingest.readers.pdf.page import Box, surround

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ingest.readers.pdf.text.words import Word

SAME_LINE = 0.5
"""Words whose middles are this much of their height apart stand on one line; it lets a superscript join its line."""
TOUCHING = 0.08
"""A gap of less than this much of the font size is no space: a superscript that follows its word directly."""
BASELINE, LEFT, PLACE = attrgetter("baseline"), attrgetter("box.x0"), attrgetter("baseline", "box.x0")
SAME_SIDE = 0.5
"""Sides of a cell on two pages this near are one."""


# Not frozen, though nobody changes one: a frozen one takes three times as long to make, and there are very many.
@dataclass(slots=True, unsafe_hash=True)
class Line:
    """Words side by side, from left to right in their direction of writing."""

    words: tuple[Word, ...]
    box: Box
    """As if the writing were upright."""
    baseline: float
    size: float
    text: str
    """Its words with a space between, none where they touch."""

    @property
    def turn(self) -> int:
        """By how much its writing is turned on the page."""
        return self.words[0].turn

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold."""
        return all(word.is_bold for word in self.words)


def find_lines(words: Iterable[Word]) -> tuple[Line, ...]:
    """Return the lines ``words`` stand on, from top to bottom; each direction of writing by itself."""
    upright = [_upright(word) if word.turn else word for word in words]
    turns = {word.turn for word in upright}
    if len(turns) == 1:
        return tuple(_lines_one_way(upright))
    return tuple(line for turn in sorted(turns) for line in _lines_one_way([w for w in upright if w.turn == turn]))


def _lines_one_way(words: Sequence[Word]) -> list[Line]:
    gathered: list[list[Word]] = []
    mains: list[Word] = []
    for word in sorted(words, key=PLACE):
        if mains and (_is_level(word, mains[-1]) or _is_beside(word, mains[-1])):
            home = len(mains) - 1
        elif len(mains) > 1 and _is_beside(word, mains[-2]):
            home = len(mains) - 2
        else:
            gathered.append([word])
            mains.append(word)
            continue
        gathered[home].append(word)
        if word.size > mains[home].size:
            mains[home] = word
    return sorted(map(make_line, gathered), key=BASELINE)


def _is_level(word: Word, main: Word) -> bool:
    """Whether both are set on one baseline in one type, as nearly all words of a line are."""
    return word.baseline == main.baseline and word.size == main.size and word.font == main.font


def _is_beside(word: Word, main: Word) -> bool:
    """Whether ``word`` stands on the line of ``main``, its largest word: no full line lower, and not on top of it."""
    smaller, larger = (word.size, main.size) if word.size < main.size else (main.size, word.size)
    if not -SAME_LINE * larger <= word.baseline - main.baseline <= SAME_LINE * larger:
        return False
    box, other = word.box, main.box
    return min(box.bottom, other.bottom) - max(box.top, other.top) >= SAME_LINE * smaller


def make_line(words: Sequence[Word]) -> Line:
    """Return ``words`` as one line."""
    ordered = sorted(words, key=LEFT)
    main = ordered[0]
    if any(word.size != main.size or word.baseline != main.baseline for word in ordered):
        main = max(ordered, key=lambda word: (word.size, word.box.width))
    box = surround([word.box for word in ordered])
    return Line(tuple(ordered), box, main.baseline, main.size, _text_of(ordered))


def move_lines(lines: Sequence[Line], box: Box, target: Box) -> Sequence[Line]:
    """Return ``lines`` as if the cell they stand in reached not over ``box`` from side to side but over ``target``."""
    if abs(box.x0 - target.x0) < SAME_SIDE and abs(box.x1 - target.x1) < SAME_SIDE:
        return lines
    scale = target.width / box.width if box.width else 1.0

    def moved(each: Box) -> Box:
        return replace(each, x0=target.x0 + (each.x0 - box.x0) * scale, x1=target.x0 + (each.x1 - box.x0) * scale)

    return [
        replace(line, box=moved(line.box), words=tuple(replace(word, box=moved(word.box)) for word in line.words))
        for line in lines
    ]


def _text_of(words: Sequence[Word]) -> str:
    parts = [words[0].text]
    for left, right in pairwise(words):
        if right.box.x0 - left.box.x1 > TOUCHING * right.size or _has_space(left, right):
            parts.append(" ")
        parts.append(right.text)
    text = "".join(parts)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _has_space(left: Word, right: Word) -> bool:
    """Whether a space was written between two words that touch, however narrow it shows."""
    is_level = left.baseline == right.baseline and left.size == right.size
    return is_level and left.words > 0 and right.words > 0


def _upright(word: Word) -> Word:
    """Return ``word`` where it would stand if the paper were turned for its reader."""
    box = word.box
    match word.turn:
        case 90:
            return replace(word, box=Box(box.top, -box.x1, box.bottom, -box.x0), baseline=-word.baseline)
        case 270:
            return replace(word, box=Box(-box.bottom, box.x0, -box.top, box.x1))
        case 180:
            return replace(word, box=Box(-box.x1, -box.bottom, -box.x0, -box.top), baseline=-word.baseline)
        case _:
            return word

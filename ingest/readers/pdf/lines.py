"""Words to lines of writing, whatever way the writing is turned."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.readers.pdf.page import Box, surround

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ingest.readers.pdf.words import Word

SAME_LINE = 0.5
"""Words whose middles are this much of their height apart stand on one line; it lets a superscript join its line."""
TOUCHING = 0.08
"""A gap of less than this much of the font size is no space: a superscript that follows its word directly."""
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
    lines: list[Line] = []
    upright = [_upright(word) if word.turn else word for word in words]
    for turn in sorted({word.turn for word in upright}):
        lines.extend(_lines_one_way([word for word in upright if word.turn == turn]))
    return tuple(lines)


def _lines_one_way(words: Sequence[Word]) -> list[Line]:
    gathered: list[list[Word]] = []
    mains: list[Word] = []
    for word in sorted(words, key=lambda word: (word.baseline, word.box.x0)):
        last = len(gathered)
        home = next((at for at in range(last - 1, max(last - 3, -1), -1) if _is_beside(word, mains[at])), None)
        if home is None:
            gathered.append([word])
            mains.append(word)
            continue
        gathered[home].append(word)
        if word.size > mains[home].size:
            mains[home] = word
    return sorted((make_line(line) for line in gathered), key=lambda line: line.baseline)


def _is_beside(word: Word, main: Word) -> bool:
    """Whether ``word`` stands on the line of ``main``, its largest word: no full line lower, and not on top of it."""
    smaller = min(main.size, word.size)
    if abs(word.baseline - main.baseline) > SAME_LINE * max(main.size, word.size):
        return False
    shared = min(word.box.bottom, main.box.bottom) - max(word.box.top, main.box.top)
    return shared >= SAME_LINE * smaller


def make_line(words: Sequence[Word]) -> Line:
    """Return ``words`` as one line."""
    ordered = sorted(words, key=lambda word: word.box.x0)
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
        parts.extend((" ", right.text) if _has_space(left, right) else (right.text,))
    text = "".join(parts)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _has_space(left: Word, right: Word) -> bool:
    """Whether a space stands between two words: where they touch, only if it was written, however narrow it shows."""
    if right.box.x0 - left.box.x1 > TOUCHING * right.size:
        return True
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

"""Characters to words: what stands close together on one line, cut where a rule of a table passes between."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from math import hypot
from typing import TYPE_CHECKING

from ingest.readers.pdf.cutting import Cuts
from ingest.readers.pdf.letters import LEADER
from ingest.readers.pdf.page import ASKEW, TYPED, Box, Entry, Glyph, Remark, along, surround
from ingest.readers.pdf.tracking import find_tracking, is_apart
from ingest.words import count_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ingest.readers.pdf.page import Page, Tag

SAME_BASELINE = 0.12
"""Baselines of one word's characters differ by less than this much of the font size; a superscript's by more."""
LEAP = 1.3
"""Middles of letters of one word written askew are nearer than this many times their size."""
JITTER = 0.05
"""Rounding moves baselines of one line apart by less than this."""
BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)


# Not frozen, though nobody changes one: a frozen one takes three times as long to make, and there are very many.
@dataclass(slots=True, unsafe_hash=True)
class Word:
    """Some characters with no space between them."""

    text: str
    box: Box
    baseline: float
    size: float
    font: str
    color: str | None
    turn: int = 0
    words: int = 1
    """How many words of the document it is: none for a bullet, and none for the second half of a word cut by a rule."""
    is_struck: bool = False
    tag: Tag | None = None
    is_spaced: bool = False
    """Whether a space is written behind it."""

    @property
    def is_bold(self) -> bool:
        """Whether its font says it is bold."""
        return BOLD.search(self.font) is not None


def find_words(page: Page) -> tuple[Word, ...]:
    """Return the words of ``page`` in no particular order, filled-in fields and text typed on the page among them."""
    cuts = Cuts(page)
    words = [word for run, is_spaced in glyph_runs(page.glyphs) for word in _cut_words(run, cuts, is_spaced=is_spaced)]
    for entry in page.entries:
        words.extend(_typed_words(entry))
    for remark in page.remarks:
        words.extend(_typed_words(remark) if remark.is_typed_on_page else ())
    return tuple(words)


def glyph_runs(glyphs: Iterable[Glyph]) -> Iterator[tuple[list[Glyph], bool]]:
    """Yield the characters of each word in order, and whether a space is written behind them.

    Words are parted by spaces, gaps and lines.
    """
    for turn, turned in groupby(sorted(glyphs, key=lambda glyph: glyph.turn), key=lambda glyph: glyph.turn):
        if turn == ASKEW:
            yield from ((run, False) for run in _askew_runs(turned))
            continue
        for line in _glyph_lines(turned):
            yield from _runs(line)


def is_lower(glyph: Glyph, line: Sequence[Glyph]) -> bool:
    """Whether ``glyph``, the next by its baseline, stands on another line than those before it.

    It is held against the first of them, so that cells set a little lower each cannot run together down the page.
    """
    is_apart = glyph.baseline - line[0].baseline > SAME_BASELINE * max(glyph.size, 1.0)
    return is_apart and glyph.baseline - line[-1].baseline > JITTER


def _glyph_lines(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    line: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.baseline):
        if line and is_lower(glyph, line):
            yield line
            line = []
        line.append(glyph)
    if line:
        yield line


def _askew_runs(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Yield words written at any other angle, in the order they were drawn, parted by spaces and leaps."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and (glyph.text.isspace() or leaps(run[-1], glyph)):
            yield run
            run = []
        if not glyph.text.isspace():
            run.append(glyph)
    if run:
        yield run


def leaps(before: Glyph, glyph: Glyph) -> bool:
    """Whether ``glyph``, written askew, stands further from the one before than letters of a word do."""
    (x0, y0), (x1, y1) = before.box.centre, glyph.box.centre
    return hypot(x1 - x0, y1 - y0) > LEAP * max(before.size, glyph.size)


def _runs(line: list[Glyph]) -> Iterator[tuple[list[Glyph], bool]]:
    run: list[Glyph] = []
    ordered = sorted(line, key=along)
    tracking = find_tracking(ordered)
    for glyph in ordered:
        if glyph.text.isspace():
            if run:
                yield run, True
            run = []
            continue
        if run and is_apart(run[-1], glyph, tracking):
            yield run, False
            run = []
        run.append(glyph)
    if run:
        yield run, False


def _cut_words(run: list[Glyph], cuts: Cuts, *, is_spaced: bool) -> Iterator[Word]:
    if len(run) == 1:
        yield _word(run, run[0].text, count_words(run[0].text), is_spaced=is_spaced)
        return
    whole = "".join(glyph.text for glyph in run)
    ends = _ends_of_leaders(run, whole)
    pieces: list[list[Glyph]] = [[run[0]]]
    for at, (left, right) in enumerate(pairwise(run), start=1):
        if left.turn == 0 and (at in ends or cuts.pass_between(left, right)):
            pieces.append([])
        pieces[-1].append(right)
    left_to_count = count_words(whole)
    for piece in pieces:
        text = "".join(glyph.text for glyph in piece)
        words = min(left_to_count, count_words(text))
        left_to_count -= words
        yield _word(piece, text, words, is_spaced=is_spaced and piece is pieces[-1])


def _ends_of_leaders(run: list[Glyph], whole: str) -> frozenset[int]:
    """Return before which characters of ``run``, which reads ``whole``, dots that lead on begin or end."""
    ends = {end for found in LEADER.finditer(whole) for end in found.span()}
    starts = accumulate((len(glyph.text) for glyph in run), initial=0) if ends else ()
    return frozenset(at for at, start in enumerate(starts) if start in ends)


def _word(glyphs: list[Glyph], text: str, words: int, *, is_spaced: bool) -> Word:
    first = max(glyphs, key=lambda glyph: glyph.size)
    return Word(
        text=text,
        box=surround([glyph.box for glyph in glyphs]),
        baseline=first.baseline,
        size=first.size,
        font=first.font,
        color=first.color,
        turn=first.turn,
        words=words,
        tag=first.tag,
        is_spaced=is_spaced,
    )


def _typed_words(typed: Entry | Remark) -> Iterator[Word]:
    """Yield the words of text that has no drawn characters, spread over its box line by line."""
    lines = typed.text.splitlines() or [""]
    height = typed.box.height / len(lines)
    for number, line in enumerate(lines):
        top = typed.box.top + number * height
        pieces = line.split()
        width = typed.box.width / max(1, len(pieces))
        for at, piece in enumerate(pieces):
            left = typed.box.x0 + at * width
            box = Box(left, top, left + width * 0.9, top + height)
            yield Word(piece, box, top + height * 0.8, min(height, 12.0), TYPED, None, 0, count_words(piece))

"""Characters to words: what stands close together on one line, cut where a rule of a table passes between."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING

from ingest.readers.pdf.marks.cutting import Cuts
from ingest.readers.pdf.marks.letters import LEADER
from ingest.readers.pdf.page import TYPED, Box, Entry, Glyph, Remark, surround
from ingest.readers.pdf.text.runs import askew_runs, straight_runs
from ingest.words import count_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ingest.readers.pdf.page import Page, Tag

MOST_REMEMBERED = 1 << 15
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
    words = drawn_words(page.glyphs, page)
    for entry in page.entries:
        words.extend(_typed_words(entry))
    for remark in page.remarks:
        words.extend(_typed_words(remark) if remark.is_typed_on_page else ())
    return tuple(words)


def drawn_words(glyphs: Sequence[Glyph], page: Page) -> list[Word]:
    """Return the words that ``glyphs``, some characters of ``page``, make there, in no particular order."""
    cuts = Cuts(page)
    words: list[Word] = []
    for run, is_spaced in chain(straight_runs(glyphs), askew_runs(glyphs)):
        if len(run) == 1:  # as nearly all are: there is nothing to cut
            (glyph,) = run
            words.append(_word(glyph, glyph.text, glyph.box, _count(glyph.text), is_spaced=is_spaced))
        else:
            words.extend(_cut_words(run, cuts, is_spaced=is_spaced))
    return words


def _cut_words(run: list[Glyph], cuts: Cuts, *, is_spaced: bool) -> Iterator[Word]:
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
        main = max(piece, key=lambda glyph: glyph.size)
        box = surround([glyph.box for glyph in piece])
        yield _word(main, text, box, words, is_spaced=is_spaced and piece is pieces[-1])


def _ends_of_leaders(run: list[Glyph], whole: str) -> frozenset[int]:
    """Return before which characters of ``run``, which reads ``whole``, dots that lead on begin or end."""
    ends = {end for found in LEADER.finditer(whole) for end in found.span()}
    starts = accumulate((len(glyph.text) for glyph in run), initial=0) if ends else ()
    return frozenset(at for at, start in enumerate(starts) if start in ends)


def _word(main: Glyph, text: str, box: Box, words: int, *, is_spaced: bool) -> Word:
    """Return a word that looks as its ``main``, its largest, character does."""
    return Word(
        text,
        box,
        main.baseline,
        main.size,
        main.font,
        main.color,
        main.turn,
        words,
        tag=main.tag,
        is_spaced=is_spaced,
    )


_count = lru_cache(maxsize=MOST_REMEMBERED)(count_words)
"""A document has some thousands of words, each of them very often."""


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

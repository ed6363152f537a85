"""Watermarks in small letters: pale words, in the size of the text or little larger, stamped under or over it."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from statistics import median
from typing import TYPE_CHECKING

from ingest.readers.pdf.marks.colors import is_grey, is_light
from ingest.readers.pdf.page import ASKEW
from ingest.readers.pdf.text.words import drawn_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TypeAlias

    from ingest.readers.pdf.page import Glyph, Page

    Look: TypeAlias = tuple[str, str, float]

MOST_PALE = 0.25
"""Where a larger part of a page's letters is pale, pale is how it is written."""
MOST_WORDS = 8
"""A stamp says little, however often it says it."""
OVERLAP = 0.2
"""Letters of one text never cover so much of each other; what is stamped over it does."""
WITHIN = 0.15
"""A cell's words end before its border; a stamp goes on by more than this on both sides, in font sizes."""
LARGER = 1.2
"""A stamp that touches nothing is set this much larger than the text."""
MIDDLE = (0.2, 0.8)
"""It stands between these parts of the page's height: above and below are titles, headers and footers."""


def set_apart_pale_marks(page: Page) -> Page:
    """Return ``page`` with its small watermarks told from its other characters.

    Few programs mark what they stamp as an artifact (ISO 32000-1, 14.8.2.2). A stamp is known by being pale on paper
    and drawn where no text can be: over other words, through the side of a cell, or large in the middle of nothing.
    """
    marks = {id(glyph) for stamp in _find_stamps(page) for glyph in stamp}
    if not marks:
        return page
    rest = tuple(glyph for glyph in page.glyphs if id(glyph) not in marks)
    return replace(page, glyphs=rest, stamped=tuple(glyph for glyph in page.glyphs if id(glyph) in marks))


def _find_stamps(page: Page) -> Iterator[list[Glyph]]:
    """Yield the characters of each look that are stamped on ``page``."""
    light = {color for color in {glyph.color for glyph in page.glyphs} if is_light(color)}
    pale = [glyph for glyph in page.glyphs if glyph.color in light and glyph.turn != ASKEW] if light else []
    if not pale or not _says_little(pale, page):
        return
    for _look, group in groupby(sorted(pale, key=_look_of), key=_look_of):
        alike = [glyph for glyph in group if _is_on_paper(glyph, page)]
        if alike and _is_stamp(alike, page):
            yield alike


def _says_little(pale: Sequence[Glyph], page: Page) -> bool:
    """Whether the ``pale`` characters are few beside the others, each counted once however often it is stamped."""
    different = {glyph.text for glyph in pale}
    return sum(map(len, different)) <= MOST_PALE * sum([len(glyph.text) for glyph in page.glyphs])


def _look_of(glyph: Glyph) -> Look:
    return glyph.font, glyph.color or "", round(glyph.size, 1)


def _is_on_paper(glyph: Glyph, page: Page) -> bool:
    """Whether nothing dark was painted behind ``glyph``, on which pale letters are the ones to read."""
    behind = [fill.color for fill in page.fills if fill.box.holds(glyph.box.centre)]
    return not behind or is_light(behind[-1])


def _is_stamp(alike: Sequence[Glyph], page: Page) -> bool:
    """Whether characters of one look are a few words over others, through a side, or in the middle of nothing."""
    if len({word.text for word in drawn_words(alike, page)}) > MOST_WORDS:
        return False
    text = [glyph for glyph in page.glyphs if not is_light(glyph.color) and glyph.turn == alike[0].turn]
    if any(_covers(glyph, other) for glyph in alike for other in text):
        return True
    return any(_goes_through_a_side(glyph, page) for glyph in alike) or _stands_alone(alike, text, page)


def _covers(glyph: Glyph, other: Glyph) -> bool:
    smaller = min(glyph.box.area, other.box.area)
    return smaller > 0 and not other.text.isspace() and glyph.box.shared(other.box) > OVERLAP * smaller


def _goes_through_a_side(glyph: Glyph, page: Page) -> bool:
    """Whether a standing rule goes through the middle of ``glyph``."""
    room, (_x, middle) = WITHIN * glyph.size, glyph.box.centre
    return any(
        glyph.box.x0 + room < rule.at < glyph.box.x1 - room and rule.start < middle < rule.end for rule in page.standing
    )


def _stands_alone(alike: Sequence[Glyph], text: Sequence[Glyph], page: Page) -> bool:
    """Whether grey letters larger than the ``text`` were drawn before or after all of it, far from the page's edges."""
    drawn = {id(page.glyphs[0]), id(page.glyphs[-1])}
    is_outermost = any(id(glyph) in drawn for glyph in alike)
    if not is_outermost or not text or not is_grey(alike[0].color):
        return False
    is_larger = alike[0].size >= LARGER * median(glyph.size for glyph in text)
    first, last = (part * page.height for part in MIDDLE)
    return is_larger and all(first < glyph.box.centre[1] < last for glyph in alike)

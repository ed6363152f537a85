"""Counts a document's words from the characters of its pages alone, so that what the blocks hold can be checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.readers.pdf.page import ASKEW, along
from ingest.readers.pdf.tracking import find_tracking, is_apart
from ingest.readers.pdf.words import is_lower, leaps
from ingest.words import count_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ingest.readers.pdf.page import Glyph, Page


def count_page_words(page: Page) -> int:
    """Return how many words stand on ``page``, in its form fields and in its remarks."""
    drawn = sum(
        _count_direction(glyphs, turn)
        for glyphs in (page.glyphs, page.hidden)
        for turn in {glyph.turn for glyph in glyphs}
    )
    entered = sum(count_words(entry.text) for entry in page.entries)
    return drawn + entered + sum(count_words(remark.text) for remark in page.remarks)


def _count_direction(glyphs: Iterable[Glyph], turn: int) -> int:
    """Write the characters of one direction out as plain text, a space for every gap, and count that."""
    if turn == ASKEW:
        return _count_askew([each for each in glyphs if each.turn == ASKEW])
    text: list[str] = []
    lines: list[list[Glyph]] = []
    for glyph in sorted((each for each in glyphs if each.turn == turn), key=lambda each: each.baseline):
        lines.extend([[]] if not lines or is_lower(glyph, lines[-1]) else [])
        lines[-1].append(glyph)
    for line in lines:
        ordered = sorted(line, key=along)
        tracking = find_tracking(ordered)
        before: Glyph | None = None
        for glyph in ordered:
            if glyph.text.isspace():
                text.append(" ")
                continue
            text.extend((" " if before and is_apart(before, glyph, tracking) else "", glyph.text))
            before = glyph
        text.append("\n")
    return count_words("".join(text))


def _count_askew(glyphs: list[Glyph]) -> int:
    text = "".join(
        f" {glyph.text}" if leaps(before, glyph) else glyph.text
        for before, glyph in zip([glyphs[0], *glyphs], glyphs, strict=False)
    )
    return count_words(text)

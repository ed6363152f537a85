"""Counts a document's words from the characters of its pages alone, so that what the blocks hold can be checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.readers.pdf.page import ASKEW
from ingest.readers.pdf.text.runs import leaps, write_straight
from ingest.words import count_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.readers.pdf.page import Glyph, Page


def count_page_words(page: Page) -> int:
    """Return how many words stand on ``page``, in its form fields and in its remarks."""
    drawn = sum(
        count_words(write_straight(glyphs)) + _count_askew(glyphs)
        for glyphs in (page.glyphs, page.stamped, page.hidden)
        if glyphs
    )
    entered = sum(count_words(entry.text) for entry in page.entries)
    return drawn + entered + sum(count_words(remark.text) for remark in page.remarks)


def _count_askew(glyphs: Sequence[Glyph]) -> int:
    askew = [glyph for glyph in glyphs if glyph.turn == ASKEW]
    text = "".join(
        f" {glyph.text}" if leaps(before, glyph) else glyph.text
        for before, glyph in zip(askew[:1] + askew, askew, strict=False)
    )
    return count_words(text)

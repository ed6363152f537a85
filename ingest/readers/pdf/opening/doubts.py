"""Settles for each page whether the fast engine can be believed: where the page shows more, the other is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.readers.pdf.engine.drawing import draw_page
from ingest.readers.pdf.engine.gaps import has_made_up, is_unnamed
from ingest.readers.pdf.opening.engines import count_letters, is_noticeably_more
from ingest.readers.pdf.opening.naming import Names
from ingest.readers.pdf.opening.shown import count_shown

if TYPE_CHECKING:
    from ingest.readers.pdf.engine.source import SourcePage
    from ingest.readers.pdf.page import Page

SHADOW = 0.15
"""A letter repeated within about this many font sizes is the shadow of the other, or its outline."""
ENOUGH = 3
"""Doubted so often for nothing, in a document that draws every letter twice for instance, the engine is believed."""


class Doubts:
    """The doubts about the pages of one document, and what came of them."""

    def __init__(self) -> None:
        """Begin with none."""
        self.founded: list[int] = []
        """The numbers of the pages on which the fast engine had found noticeably less."""
        self.names = Names()
        """What characters that no font names are by their shape."""
        self._unfounded = 0

    def settle(self, page: Page, source: SourcePage) -> Page:
        """Return ``page`` as the fast engine drew it, or as the other draws ``source`` where that finds more.

        So it is where the fast engine may have made letters of codes, and the other has others in their place.
        """
        if self._unfounded >= ENOUGH:
            return page
        shows_more = is_noticeably_more(count_shown(source.page_obj), page.drawn)
        is_made_up = has_made_up(source, page.glyphs)
        if not (shows_more or is_made_up):
            return page
        thorough = draw_page(source)
        if is_made_up and (any(map(is_unnamed, thorough.glyphs)) or count_letters(thorough) > count_letters(page)):
            return thorough
        if shows_more and is_noticeably_more(_count_places(thorough), count_letters(page)):
            self.founded.append(page.number)
            return thorough
        self._unfounded += 1
        return page


def _count_places(page: Page) -> int:
    """Return how many letters and digits stand on ``page``, one where the same is drawn over and over in one place.

    Those whose width the thorough engine does not know are left out: it does not know where they and the next stand.
    """
    taken: set[tuple[str, int, int]] = set()
    count = 0
    for glyph in page.glyphs:
        step = SHADOW * max(glyph.size, 1.0)
        across, down = round(glyph.box.x0 / step), round(glyph.box.top / step)
        near = ((glyph.text, across + x, down + y) for x in (-1, 0, 1) for y in (-1, 0, 1))
        if glyph.text.isalnum() and glyph.box.width > 0 and taken.isdisjoint(near):
            count += len(glyph.text)
        taken.add((glyph.text, across, down))
    return count

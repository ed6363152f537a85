"""Characters of a page that nobody sees: invisible, as white as the paper, painted over, or on a layer not shown.

Under a picture of the page they are what OCR made of it, and are the page's words; so they are if there are no others,
unless they are on a layer that a person may show instead of another.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from ingest.readers.pdf.marks.colors import is_paper
from ingest.readers.pdf.page import INVISIBLE, SWITCHED_OFF

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ingest.readers.pdf.engine.strokes import Painted
    from ingest.readers.pdf.page import Glyph

MARGIN = 6.0
"""The top of what is mostly covered lies no higher above the cover, in points."""
MOSTLY = 0.5
"""Where more of a page's letters are unseen than this, they are its words."""


def split_unseen(glyphs: Sequence[Glyph], painted: Painted) -> tuple[tuple[Glyph, ...], tuple[Glyph, ...]]:
    """Return those of ``glyphs`` that show, and those that do not."""
    off = tuple(glyph for glyph in glyphs if glyph.layer == SWITCHED_OFF)
    if not off:
        return _split(glyphs, painted)
    shown, unseen = _split([glyph for glyph in glyphs if glyph.layer != SWITCHED_OFF], painted)
    return shown, (*unseen, *(glyph for glyph in off if not glyph.text.isspace()))


def _split(glyphs: Sequence[Glyph], painted: Painted) -> tuple[tuple[Glyph, ...], tuple[Glyph, ...]]:
    gone = {id(glyph) for glyph in glyphs if glyph.layer == INVISIBLE}
    gone.update(id(glyph) for glyph in _covered(glyphs, painted))
    if not painted.has_shades and any(map(is_paper, {glyph.color for glyph in glyphs})):
        gone.update(id(glyph) for glyph in glyphs if _is_paper_white(glyph, painted))
    unseen = tuple(glyph for glyph in glyphs if id(glyph) in gone and not glyph.text.isspace()) if gone else ()
    if not unseen or sum(len(glyph.text) for glyph in unseen) > MOSTLY * sum(len(glyph.text) for glyph in glyphs):
        return tuple(glyphs), ()
    return tuple(glyph for glyph in glyphs if id(glyph) not in gone), unseen


def _covered(glyphs: Sequence[Glyph], painted: Painted) -> Iterator[Glyph]:
    """Yield the characters over which an area was painted later."""
    if not painted.covers:
        return
    first = min((glyph.layer for glyph in glyphs if glyph.layer != INVISIBLE), default=0)
    late = list(enumerate(painted.covers))[first:]
    ordered = sorted(glyphs, key=lambda glyph: glyph.box.top) if late else []
    tops = [glyph.box.top for glyph in ordered]
    for number, cover in late:
        for glyph in ordered[bisect_left(tops, cover.top - MARGIN) : bisect_right(tops, cover.bottom)]:
            if glyph.layer <= number and cover.shared(glyph.box) > MOSTLY * glyph.box.area:
                yield glyph


def _is_paper_white(glyph: Glyph, painted: Painted) -> bool:
    """Whether a character is as white as what it stands on."""
    if glyph.color is None or not is_paper(glyph.color) or glyph.text.isspace():
        return False
    point = glyph.box.centre
    if any(picture.box.holds(point) for picture in painted.pictures):
        return False
    below = [fill.color for fill in painted.shapes.fills if fill.box.holds(point)]
    return not below or is_paper(below[-1])

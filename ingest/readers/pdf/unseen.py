"""Characters of a page that nobody sees: drawn invisibly, in the colour of the paper, or painted over.

Under a picture of the page they are what OCR made of it, and are the page's words; so they are if there are no others.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text

from ingest.readers.pdf.colors import is_paper
from ingest.readers.pdf.page import INVISIBLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ingest.readers.pdf.page import Glyph
    from ingest.readers.pdf.strokes import Painted

MARGIN = 6.0
"""The top of what is mostly covered lies no higher above the cover, in points."""
MOSTLY = 0.5
"""Where more of a page's letters are unseen than this, they are its words."""


def hidden_layers(catalog: Mapping[str, object]) -> frozenset[str]:
    """Return the names of the layers a document does not show when it is opened (ISO 32000-1, 8.11.4.3)."""
    properties = resolve1(catalog.get("OCProperties"))
    default = resolve1(properties.get("D")) if isinstance(properties, dict) else None
    listed = resolve1(default.get("OFF")) if isinstance(default, dict) else None
    groups = [resolve1(each) for each in listed] if isinstance(listed, list) else []
    names = (resolve1(group.get("Name")) for group in groups if isinstance(group, dict))
    return frozenset(decode_text(name) for name in names if isinstance(name, bytes))


def split_unseen(glyphs: Sequence[Glyph], painted: Painted) -> tuple[tuple[Glyph, ...], tuple[Glyph, ...]]:
    """Return those of ``glyphs`` that show, and those that do not."""
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

"""Ligatures that their font does not name, told by their shape: they look like their letters drawn side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from ingest.readers.pdf.engine.cropping import shown_part
from ingest.readers.pdf.engine.gaps import is_unnamed
from ingest.readers.pdf.marks.letters import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pypdfium2
    from numpy.typing import NDArray

    from ingest.readers.pdf.engine.source import SourcePage
    from ingest.readers.pdf.page import Glyph, Page

    Grey = NDArray[np.float32]

USUAL = ("ffi", "ffl", "ff", "fi", "fl")
SELDOM = ("tti", "ft", "fj", "tt", "ti", "tf", "Th")
"""Ligatures that only a few fonts have."""
DOTS_HIGH = 96.0
"""So many dots for a font size show the dot of an i and the bar of an f."""
LARGEST_PICTURE = 8000.0
"""Dots; no page is drawn larger."""
ABOVE, BELOW = 0.95, 0.3
"""How far letters reach from their baseline, in font sizes."""
SAME_SIZE = 0.02
SAME_WIDTH = 0.15
"""A ligature is about as wide as its letters."""
ALIKE, QUITE_ALIKE = 0.8, 0.95
"""So well the ink of a ligature fits that of its letters, and that of a seldom one: a bar runs through, a dot is lost.

Where a page has no f by itself, a ligature of one is like t and i rather than like nothing.
"""
SURELY = 0.02
"""It fits so much better than any other: those of fi and fl differ in no more than the dot."""
ADRIFT = 4
"""Dots by which a letter of a ligature may stand beside the place that its width gives it."""
SAMPLES = 9
"""From so many of each letter what hangs over from letters beside it falls out."""


class Names:
    """The ligatures of a document that were told by their shape, page after page."""

    def __init__(self) -> None:
        """Begin with none."""
        self._told: dict[tuple[str, str], tuple[str, Grey]] = {}

    def name(self, document: pypdfium2.PdfDocument | None, page: Page, source: SourcePage) -> Page:
        """Return ``page`` of ``document`` with letters for what its fonts do not name; ``UNKNOWN`` where none fit."""
        unnamed = {(glyph.font, glyph.text): glyph for glyph in page.glyphs if is_unnamed(glyph)}
        if not unnamed:
            return page
        named = dict.fromkeys(unnamed, UNKNOWN)
        if document is not None:
            drawn = _Drawn(document, page, source, max(glyph.size for glyph in unnamed.values()))
            named = {key: self._name(key, glyph, drawn) for key, glyph in unnamed.items()}
        glyphs = (
            replace(glyph, text=named[glyph.font, glyph.text]) if is_unnamed(glyph) else glyph for glyph in page.glyphs
        )
        return replace(page, glyphs=tuple(glyphs))

    def _name(self, key: tuple[str, str], glyph: Glyph, drawn: _Drawn) -> str:
        """Return what a character is on this page, or was before where it looked the same."""
        shape = drawn.shape_of(glyph)
        if shape is None:
            return UNKNOWN
        if key in self._told and _fit(shape, self._told[key][1]) >= QUITE_ALIKE:
            return self._told[key][0]
        fits = sorted(drawn.fits(shape, glyph), reverse=True)
        least = QUITE_ALIKE if fits and fits[0][1] in SELDOM else ALIKE
        if not fits or fits[0][0] < least or (len(fits) > 1 and fits[0][0] - fits[1][0] < SURELY):
            return UNKNOWN
        self._told[key] = fits[0][1], shape
        return fits[0][1]


class _Drawn:
    """A page as it is drawn, from which letters are cut out."""

    def __init__(self, document: pypdfium2.PdfDocument, page: Page, source: SourcePage, size: float) -> None:
        shown = shown_part(page, source)
        self._corner = shown.x0, shown.top
        self._scale = min(DOTS_HIGH / size, LARGEST_PICTURE / max(page.width, page.height))
        drawn = document[page.number - 1].render(scale=self._scale, grayscale=True)
        self._ink = 255.0 - drawn.to_numpy().reshape(drawn.height, drawn.width).astype(np.float32)
        self._glyphs = page.glyphs

    def shape_of(self, glyph: Glyph) -> Grey | None:
        """Return what all that is the same as ``glyph`` looks like; None where it is not upright."""
        return self._shape([each for each in self._glyphs if each.text == glyph.text and _is_alike(each, glyph)])

    def fits(self, shape: Grey, glyph: Glyph) -> Iterator[tuple[float, str]]:
        """Yield how well ``shape`` fits the letters of each ligature that is as wide, in the font of ``glyph``."""
        same = [each for each in self._glyphs if _is_alike(each, glyph)]
        shapes = {
            letter: self._shape([each for each in same if each.text == letter])
            for letter in set("".join((*USUAL, *SELDOM)))
        }
        for letters in (*USUAL, *SELDOM):
            parts = [part for letter in letters if (part := shapes[letter]) is not None]
            if len(parts) < len(letters):
                continue
            width = sum(part.shape[1] for part in parts)
            if abs(width - shape.shape[1]) <= SAME_WIDTH * shape.shape[1]:
                yield _fit(shape, _set_on(shape, parts, shape.shape[1] / width)), letters

    def _shape(self, samples: Sequence[Glyph]) -> Grey | None:
        """Return what ``samples`` of one character have in common; None where there are none on the page."""
        cut = [piece for piece in map(self._cut, samples[:SAMPLES]) if piece.size]
        if not cut:
            return None
        width, height = min(piece.shape[1] for piece in cut), min(piece.shape[0] for piece in cut)
        common: Grey = np.median([piece[:height, :width] for piece in cut], axis=0).astype(np.float32)
        return common

    def _cut(self, glyph: Glyph) -> Grey:
        left, top = self._corner
        x0, x1 = (round((x - left) * self._scale) for x in (glyph.box.x0, glyph.box.x1))
        baseline = round((glyph.baseline - top) * self._scale)
        above, below = round(ABOVE * glyph.size * self._scale), round(BELOW * glyph.size * self._scale)
        cut: Grey = self._ink[max(0, baseline - above) : baseline + below, max(0, x0) : max(0, x1)]
        return cut


def _is_alike(glyph: Glyph, other: Glyph) -> bool:
    """Whether ``glyph`` is in the font and size of ``other``, and upright."""
    is_same_size = abs(glyph.size - other.size) <= SAME_SIZE * other.size
    return glyph.font == other.font and glyph.turn == other.turn == 0 and is_same_size


def _set_on(shape: Grey, parts: Sequence[Grey], stretched: float) -> Grey:
    """Return a picture as large as ``shape`` with ``parts`` side by side, each moved to where it fits best."""
    height = min(len(shape), *map(len, parts))
    made = np.zeros((height, shape.shape[1] + 2 * ADRIFT), np.float32)
    at = 0.0
    for part in parts:
        stop = at + part.shape[1] * stretched
        start, width = round(at), min(part.shape[1], shape.shape[1] - round(at))
        places = range(max(0, start - ADRIFT), start + ADRIFT + 1)
        best = max(places, key=lambda place: _fit(shape[:height, place : place + width], part[:height, :width]))
        slot = made[:, best : best + width]
        np.maximum(slot, part[:height, : slot.shape[1]], out=slot)
        at = stop
    return made[:, : shape.shape[1]]


def _fit(ink: Grey, other: Grey) -> float:
    """Return how alike two pieces of equal width are, 1 being the same."""
    height, width = min(len(ink), len(other)), min(ink.shape[1], other.shape[1])
    here, there = (each[:height, :width] - each[:height, :width].mean() for each in (ink, other))
    lengths = float(np.sqrt((here**2).sum() * (there**2).sum()))
    return float((here * there).sum()) / lengths if lengths else 0.0

"""The rules in the picture of a scanned page whose words stand unseen over it, as OCR programs put them there."""

from __future__ import annotations

from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING

import numpy as np

from ingest.readers.pdf.engine.cropping import shown_part
from ingest.readers.pdf.page import INVISIBLE, SEEN, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdfium2
    from numpy.typing import NDArray

    from ingest.readers.pdf.engine.source import SourcePage
    from ingest.readers.pdf.page import Glyph, Page

MOSTLY = 0.5
"""A scan covers more of its page than this, and more of its characters are unseen."""
DOTS_PER_POINT = 2.0
"""At 144 dots an inch a hairline is still one dot thick, and a page takes some hundredths of a second."""
LARGEST_SIDE = 2000.0
"""Points; a larger page is no sheet of paper."""
DARK = 0.72
"""Ink is darker than this part of the paper's brightness."""
DARKER = 10
"""A rule across a dark area is darker than what lies beside it by this, of 255 steps."""
BESIDE = 4
"""So many dots from the middle of a rule it has ended."""
LIGHTEST_PART = 90
"""The paper is as bright as so many in a hundred dots at most are."""
SHORTEST = 36
"""Points; no stroke of a letter is as long, and few sides of cells are shorter."""
WHOLE = 0.92
"""The part of a rule that is inked: scans are worn, and rules cross."""
NEARLY = 0.3
"""OCR sets each word in a size of its own, which differs from that of the page by less than this."""


def trace(document: pypdfium2.PdfDocument, page: Page, source: SourcePage) -> Page:
    """Return ``page`` of ``document`` with the rules that are only in its picture, if it is a scan with words over it.

    Its words have one size then, and count as seen, for OCR knows their places to some dots only.
    """
    if not _is_scan(page):
        return page
    shown = shown_part(page, source)
    usual = median(glyph.size for glyph in page.glyphs)
    lying, standing = list(page.lying), list(page.standing)
    grey = _draw_grey(document, page)
    dark = DARK * float(np.percentile(grey, LIGHTEST_PART))
    lying.extend(_find_rules(grey, dark, along=shown.x0, across=shown.top))
    standing.extend(_find_rules(grey.T, dark, along=shown.top, across=shown.x0))
    return replace(
        page,
        glyphs=tuple(_levelled(glyph, usual) for glyph in page.glyphs),
        lying=tuple(lying),
        standing=tuple(standing),
    )


def _is_scan(page: Page) -> bool:
    if not page.pictures or max(page.width, page.height) > LARGEST_SIDE:
        return False
    covered = sum(picture.box.area for picture in page.pictures)
    unseen = sum(glyph.layer == INVISIBLE for glyph in page.glyphs)
    return covered > MOSTLY * page.width * page.height and unseen > MOSTLY * len(page.glyphs)


def _draw_grey(document: pypdfium2.PdfDocument, page: Page) -> NDArray[np.int16]:
    """Return how bright the page as shown is, in rows of dots."""
    drawn = document[page.number - 1].render(scale=DOTS_PER_POINT, grayscale=True)
    return np.asarray(drawn.to_numpy().reshape(drawn.height, drawn.width), dtype=np.int16)


def _levelled(glyph: Glyph, usual: float) -> Glyph:
    is_usual = abs(glyph.size - usual) <= NEARLY * usual
    return replace(glyph, size=usual if is_usual else glyph.size, font=SEEN)


def _find_rules(grey: NDArray[np.int16], dark: float, *, along: float, across: float) -> Iterator[Rule]:
    """Yield the long straight rules from left to right, and the edges of ``dark`` areas, which may be cells.

    ``along`` and ``across`` are where the first dot lies on the page.
    """
    ink = grey < dark
    lines = ink.copy()
    lines[1:-1] &= ~(ink[:-2] & ink[2:])
    above, below = grey[: -2 * BESIDE], grey[2 * BESIDE :]
    lines[BESIDE:-BESIDE] |= (np.maximum(above, below) < dark) & (
        grey[BESIDE:-BESIDE] < np.minimum(above, below) - DARKER
    )
    thick = lines.copy()
    # A sheet that lies a little askew on the glass has its rules in steps.
    thick[1:] |= lines[:-1]
    thick[:-1] |= lines[1:]
    for row, start, end in _runs(thick, int(SHORTEST * DOTS_PER_POINT)):
        yield Rule(
            at=across + (row + 0.5) / DOTS_PER_POINT,
            start=along + start / DOTS_PER_POINT,
            end=along + end / DOTS_PER_POINT,
            thickness=1 / DOTS_PER_POINT,
            color=None,
        )


def _runs(ink: NDArray[np.bool_], shortest: int) -> Iterator[tuple[int, int, int]]:
    """Yield row, start and end of each run that is inked nearly throughout and no shorter than ``shortest``."""
    height, width = ink.shape
    if width <= shortest:
        return
    sums = np.zeros((height, width + 1), dtype=np.int32)
    np.cumsum(ink, axis=1, out=sums[:, 1:])
    is_full = sums[:, shortest:] - sums[:, :-shortest] >= WHOLE * shortest
    bounds = np.diff(np.pad(is_full, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(bounds == 1)
    _rows, ends = np.nonzero(bounds == -1)
    for row, start, end in zip(rows.tolist(), starts.tolist(), ends.tolist(), strict=True):
        yield row, start, end + shortest - 1

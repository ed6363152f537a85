"""The colours of areas painted in a pattern or a shading, which only drawing the page tells."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from pdfminer.pdftypes import resolve1

from ingest.readers.pdf.engine.cropping import shown_part
from ingest.readers.pdf.page import SHADED

if TYPE_CHECKING:
    import pypdfium2
    from numpy.typing import NDArray

    from ingest.readers.pdf.engine.source import SourcePage
    from ingest.readers.pdf.page import Box, Fill, Page

UNSURE = frozenset({SHADED, "#FFFFFF"})
"""What the fast engine gives for the colours of patterns: areas in these may have another in truth."""
LARGEST_SIDE = 2000.0
"""Points; a larger page is no sheet of paper."""


def has_patterns(source: SourcePage) -> bool:
    """Whether page ``source`` has patterns or shadings to paint with (ISO 32000-1, 7.8.3)."""
    resources = resolve1(source.page_obj.resources)
    return isinstance(resources, dict) and any(resolve1(resources.get(kind)) for kind in ("Pattern", "Shading"))


def color_shades(document: pypdfium2.PdfDocument, page: Page, source: SourcePage) -> Page:
    """Return ``page`` of ``document``, drawn from ``source``, with shaded areas in the colours they mostly have."""
    is_sheet = max(page.width, page.height) <= LARGEST_SIDE
    if not is_sheet or not any(fill.color in UNSURE for fill in page.fills) or not has_patterns(source):
        return page
    shown = shown_part(page, source)
    drawn = document[page.number - 1].render(scale=1, rev_byteorder=True).to_numpy()[:, :, :3]
    fills = (_colored(fill, drawn, shown) if fill.color in UNSURE else fill for fill in page.fills)
    return replace(page, fills=tuple(fills))


def _colored(fill: Fill, drawn: NDArray[np.uint8], shown: Box) -> Fill:
    """Return ``fill`` in the colour of most of its dots, writing being the lesser part."""
    height, width = drawn.shape[:2]
    left, right = (int(min(max(x - shown.x0, 0), width)) for x in (fill.box.x0 + 1, fill.box.x1))
    top, bottom = (int(min(max(y - shown.top, 0), height)) for y in (fill.box.top + 1, fill.box.bottom))
    area = drawn[top:bottom, left:right]
    if not area.size:
        return fill
    red, green, blue = (int(each) for each in np.median(area.reshape(-1, 3), axis=0))
    return replace(fill, color=f"#{red:02X}{green:02X}{blue:02X}")

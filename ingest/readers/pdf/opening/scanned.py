"""Pages that are pictures but for some words on them: scans that were stamped, numbered or filled in by a program."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from ingest.readers.pdf.engine.cropping import shown_part
from ingest.readers.pdf.marks.colors import is_light
from ingest.readers.pdf.page import INVISIBLE, Box

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pypdfium2
    from numpy.typing import NDArray

    from ingest.readers.pdf.engine.source import SourcePage
    from ingest.readers.pdf.page import Page

MOSTLY = 0.5
"""A scan covers more of its page than this. Where more of the words are unseen, they are what OCR made of it."""
LARGEST_SIDE = 2000.0
"""Points; a larger page is no sheet of paper."""
DARK = 0.72
"""Ink is darker than this part of the paper's brightness."""
LIGHTEST_PART = 90
"""The paper is as bright as so many in a hundred dots at most are."""
DARKEST_PAPER = 140
"""Of 255; what is darker all over is a photograph, or a coloured ground."""
LEAST_INK, MOST_INK = 0.002, 0.3
"""The parts of a written page that ink covers, photographs and coloured grounds more."""
AROUND = 2.0
"""Letters reach this many points out of their boxes, in a scan that lies a little askew."""


def tell_scan(document: pypdfium2.PdfDocument, page: Page, source: SourcePage) -> Page:
    """Return ``page`` of ``document``, drawn from ``source``, marked as a scan if more is written in its picture."""
    if not _may_be_scan(page):
        return page
    drawn = document[page.number - 1].render(scale=1, grayscale=True)
    grey = np.asarray(drawn.to_numpy().reshape(drawn.height, drawn.width), dtype=np.int16)
    paper = float(np.percentile(grey, LIGHTEST_PART))
    ink, shown = grey < DARK * paper, shown_part(page, source)
    words, drawn_over = (_cover(ink, boxes, shown) for boxes in ([each.box for each in page.glyphs], _drawn(page)))
    written, own = float((ink & ~words & ~drawn_over).mean()), float((ink & words).mean())
    is_scan = paper >= DARKEST_PAPER and LEAST_INK <= written <= MOST_INK and written > own
    return replace(page, is_scan=True) if is_scan else page


def _may_be_scan(page: Page) -> bool:
    if not page.pictures or max(page.width, page.height) > LARGEST_SIDE:
        return False
    unseen = sum(len(glyph.text) for glyph in page.glyphs if glyph.layer == INVISIBLE)
    covered = sum(picture.box.area for picture in page.pictures)
    is_read = unseen > MOSTLY * sum(len(glyph.text) for glyph in page.glyphs)
    return covered > MOSTLY * page.width * page.height and not is_read


def _drawn(page: Page) -> list[Box]:
    """Return where rules and dark areas are drawn on ``page`` besides its pictures."""
    lying = [Box(rule.start, rule.at, rule.end, rule.at) for rule in page.lying]
    standing = [Box(rule.at, rule.start, rule.at, rule.end) for rule in page.standing]
    return [*lying, *standing, *(fill.box for fill in page.fills if not is_light(fill.color))]


def _cover(ink: NDArray[np.bool_], boxes: Sequence[Box], shown: Box) -> NDArray[np.bool_]:
    """Return which dots of ``ink`` lie in one of ``boxes``."""
    covered = np.zeros_like(ink)
    for box in boxes:
        left, right = (max(0, round(x - shown.x0)) for x in (box.x0 - AROUND, box.x1 + AROUND))
        top, bottom = (max(0, round(y - shown.top)) for y in (box.top - AROUND, box.bottom + AROUND))
        covered[top:bottom, left:right] = True
    return covered

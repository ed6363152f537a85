"""What lies off the part of a page that is shown: a table's next rows drawn below its foot, a printer's marks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.readers.pdf.page import Box, surround

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ingest.readers.pdf.engine.source import SourcePage
    from ingest.readers.pdf.page import Glyph, Page, Rule

SLACK = 1.0
"""The border of a table may lie on the edge of the page."""
PART_SHOWN = 0.5
"""A rule shows this part of itself on the page at least; of rows cut by the page some programs draw the rest off it."""


def crop(page: Page, source: SourcePage) -> Page:
    """Return ``page``, drawn from ``source``, with what is off its crop box hidden (ISO 32000-1, 14.11.2).

    A page of which then nothing is left has its box wrong.
    """
    shown = shown_part(page, source)
    if _lies_within(page.glyphs, shown):
        lying = tuple(_drop_rules(page.lying, (shown.x0, shown.x1)))
        return replace(page, lying=lying, standing=tuple(_drop_rules(page.standing, (shown.top, shown.bottom))))
    glyphs = tuple(glyph for glyph in page.glyphs if shown.holds(glyph.box.centre, SLACK))
    if len(glyphs) in {0, len(page.glyphs)}:
        return page
    kept = {id(glyph) for glyph in glyphs}
    off = (glyph for glyph in page.glyphs if id(glyph) not in kept and not glyph.text.isspace())
    return replace(
        page,
        glyphs=glyphs,
        hidden=(*page.hidden, *off),
        lying=tuple(_crop_rules(page.lying, (shown.x0, shown.x1), (shown.top, shown.bottom))),
        standing=tuple(_crop_rules(page.standing, (shown.top, shown.bottom), (shown.x0, shown.x1))),
        fills=tuple(fill for fill in page.fills if fill.box.shared(shown) > 0),
        pictures=tuple(picture for picture in page.pictures if picture.box.shared(shown) > 0),
    )


def _lies_within(glyphs: Sequence[Glyph], shown: Box) -> bool:
    """Whether no character reaches out of ``shown``, as on nearly all pages: a look at the outermost tells."""
    if not glyphs:
        return True
    around = surround([glyph.box for glyph in glyphs])
    return shown.holds((around.x0, around.top)) and shown.holds((around.x1, around.bottom))


def shown_part(page: Page, source: SourcePage) -> Box:
    """Return the crop box of ``page`` as far as it is on the page, turned as the page is."""
    media, cropped = (sorted(_corners(each)) for each in (source.page_obj.mediabox, source.page_obj.cropbox))
    (left, low), (right, high) = media
    (x0, y0), (x1, y1) = cropped
    sides = max(x0 - left, 0.0), max(y0 - low, 0.0), max(right - x1, 0.0), max(high - y1, 0.0)
    quarters = source.rotation % 360 // 90
    from_left, from_foot, from_right, from_top = (sides[(each + quarters) % 4] for each in range(4))
    box = Box(from_left, from_top, page.width - from_right, page.height - from_foot)
    return box if box.area else Box(0.0, 0.0, page.width, page.height)


def _corners(sides: Iterable[float]) -> Iterator[tuple[float, float]]:
    x0, y0, x1, y1 = (float(side) for side in sides)
    yield min(x0, x1), min(y0, y1)
    yield max(x0, x1), max(y0, y1)


def _drop_rules(rules: Iterable[Rule], along: tuple[float, float]) -> Iterator[Rule]:
    """Yield what is shown of those of ``rules`` that do not lie mostly off the page."""
    for rule in rules:
        start, end = max(rule.start, along[0]), min(rule.end, along[1])
        if end - start >= PART_SHOWN * rule.length:
            yield replace(rule, start=start, end=end)


def _crop_rules(rules: Iterable[Rule], along: tuple[float, float], across: tuple[float, float]) -> Iterator[Rule]:
    """Yield those of ``rules`` that are shown, as far as they are."""
    for rule in rules:
        start, end = max(rule.start, along[0]), min(rule.end, along[1])
        if start <= end and across[0] - SLACK <= rule.at <= across[1] + SLACK:
            yield replace(rule, start=start, end=end)

"""Pages measured from the corner of what is shown, in points: what programs print on large paper may be in other units.

Some PDFs show a part of a page only, so that its own edges are far from what a reader takes for its head and foot.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pdfminer.pdftypes import resolve1

from ingest.readers.pdf.engine.cropping import shown_part
from ingest.readers.pdf.page import Box

if TYPE_CHECKING:
    from ingest.readers.pdf.engine.source import SourcePage
    from ingest.readers.pdf.page import Glyph, Page, Rule

LARGEST_UNIT = 100.0
"""Points; at this unit a sheet of usual size in figures is as large as a field: the figure is a mistake."""
HARDLY = 1.0
"""A part that is less than this smaller than its page is the page."""


@dataclass(frozen=True, slots=True)
class _Measure:
    """How lengths and places on a page as written become such on the page as shown."""

    left: float
    top: float
    unit: float

    def box(self, box: Box) -> Box:
        x0, x1 = (self.across(x) for x in (box.x0, box.x1))
        return Box(x0, self.down(box.top), x1, self.down(box.bottom))

    def across(self, x: float) -> float:
        return (x - self.left) * self.unit

    def down(self, y: float) -> float:
        return (y - self.top) * self.unit

    def glyph(self, glyph: Glyph) -> Glyph:
        baseline = self.across(glyph.baseline) if glyph.turn in {90, 270} else self.down(glyph.baseline)
        return replace(glyph, box=self.box(glyph.box), baseline=baseline, size=round(glyph.size * self.unit, 4))

    def lying(self, rule: Rule) -> Rule:
        start, end = self.across(rule.start), self.across(rule.end)
        return replace(rule, at=self.down(rule.at), start=start, end=end, thickness=rule.thickness * self.unit)

    def standing(self, rule: Rule) -> Rule:
        start, end = self.down(rule.start), self.down(rule.end)
        return replace(rule, at=self.across(rule.at), start=start, end=end, thickness=rule.thickness * self.unit)


def measure_as_shown(page: Page, source: SourcePage) -> Page:
    """Return ``page``, cropped and measured as its ``source`` is, in points from the corner of what is shown.

    The rules are in ISO 32000-1, 14.11.2 (CropBox, UserUnit). A picture of a page stays as it is: what is read in it is
    measured by the picture. So does a page that shows none of its words.
    """
    shown, unit = shown_part(page, source), _unit_of(source)
    is_whole = page.width - shown.width < HARDLY and page.height - shown.height < HARDLY
    if (is_whole and unit == 1.0) or page.is_scan or not any(shown.holds(each.box.centre) for each in page.glyphs):
        return page
    return _lay(page, shown, _Measure(shown.x0, shown.top, unit))


def _lay(page: Page, shown: Box, measure: _Measure) -> Page:
    return replace(
        page,
        width=shown.width * measure.unit,
        height=shown.height * measure.unit,
        glyphs=tuple(map(measure.glyph, page.glyphs)),
        hidden=tuple(map(measure.glyph, page.hidden)),
        lying=tuple(map(measure.lying, page.lying)),
        standing=tuple(map(measure.standing, page.standing)),
        fills=tuple(replace(each, box=measure.box(each.box)) for each in page.fills),
        dots=tuple(map(measure.box, page.dots)),
        pictures=tuple(replace(each, box=measure.box(each.box)) for each in page.pictures),
        links=tuple(replace(each, box=measure.box(each.box)) for each in page.links),
        remarks=tuple(replace(each, box=measure.box(each.box)) for each in page.remarks),
        entries=tuple(replace(each, box=measure.box(each.box)) for each in page.entries),
        struck=tuple(map(measure.box, page.struck)),
    )


def _unit_of(source: SourcePage) -> float:
    unit = resolve1(source.page_obj.attrs.get("UserUnit"))
    return float(unit) if isinstance(unit, int | float) and 0 < unit <= LARGEST_UNIT else 1.0

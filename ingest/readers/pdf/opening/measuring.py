"""Pages measured in units other than points, as large drawings are and what some programs print on large paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pdfminer.pdftypes import resolve1

from ingest.readers.pdf.page import Box

if TYPE_CHECKING:
    from ingest.readers.pdf.engine.source import SourcePage
    from ingest.readers.pdf.page import Glyph, Page, Rule

LARGEST_UNIT = 100.0
"""Points; at this unit a sheet of usual size in figures is as large as a field: the figure is a mistake."""


def measure_in_points(page: Page, source: SourcePage) -> Page:
    """Return ``page``, drawn from ``source`` in the units it is written in, in points (ISO 32000-1, 14.11.2, UserUnit).

    A picture of a page stays as it is: what is read in it is measured by the picture.
    """
    unit = _unit_of(source)
    if unit == 1.0 or page.is_scan or not page.glyphs:
        return page
    return replace(
        page,
        width=page.width * unit,
        height=page.height * unit,
        glyphs=tuple(_enlarged(glyph, unit) for glyph in page.glyphs),
        hidden=tuple(_enlarged(glyph, unit) for glyph in page.hidden),
        lying=tuple(_longer(rule, unit) for rule in page.lying),
        standing=tuple(_longer(rule, unit) for rule in page.standing),
        fills=tuple(replace(each, box=_larger(each.box, unit)) for each in page.fills),
        dots=tuple(_larger(box, unit) for box in page.dots),
        pictures=tuple(replace(each, box=_larger(each.box, unit)) for each in page.pictures),
        links=tuple(replace(each, box=_larger(each.box, unit)) for each in page.links),
        remarks=tuple(replace(each, box=_larger(each.box, unit)) for each in page.remarks),
        entries=tuple(replace(each, box=_larger(each.box, unit)) for each in page.entries),
        struck=tuple(_larger(box, unit) for box in page.struck),
    )


def _unit_of(source: SourcePage) -> float:
    unit = resolve1(source.page_obj.attrs.get("UserUnit"))
    return float(unit) if isinstance(unit, int | float) and 0 < unit <= LARGEST_UNIT else 1.0


def _enlarged(glyph: Glyph, unit: float) -> Glyph:
    return replace(
        glyph, box=_larger(glyph.box, unit), baseline=glyph.baseline * unit, size=round(glyph.size * unit, 4)
    )


def _longer(rule: Rule, unit: float) -> Rule:
    return replace(
        rule, at=rule.at * unit, start=rule.start * unit, end=rule.end * unit, thickness=rule.thickness * unit
    )


def _larger(box: Box, unit: float) -> Box:
    return Box(box.x0 * unit, box.top * unit, box.x1 * unit, box.bottom * unit)

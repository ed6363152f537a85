"""Scanned pages in the form in which other readers take them in: in points, with no picture."""

from __future__ import annotations

from ingest.readers.scan.pages import POINTS_PER_INCH, ScannedPage
from ingest.readers.scan.rules import Box
from ingest.readers.scan.sight import SeenPage
from ingest.seen import Area, SeenLine, SeenSheet


def describe(seen: SeenPage, page: ScannedPage) -> SeenSheet:
    """Return what was ``seen`` on ``page``, its dots turned into points."""
    points = POINTS_PER_INCH / page.dots_per_inch
    return SeenSheet(
        width=seen.width * points,
        height=seen.height * points,
        lines=tuple(SeenLine(line.text, _area(line.box, points)) for line in seen.lines),
        cells=tuple(_area(cell.box, points) for table in seen.tables for cell in table.cells),
    )


def _area(box: Box, points: float) -> Area:
    return Area(box.left * points, box.top * points, box.right * points, box.bottom * points)

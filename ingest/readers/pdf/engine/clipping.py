"""What is left of painted areas where a path clips them (ISO 32000-1, 8.5.4)."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from ingest.readers.pdf.engine import pdfium
from ingest.readers.pdf.page import Box, Fill, surround

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ingest.readers.pdf.engine.pdfium import Matrix


def clip_box(drawn: int, frame: Matrix) -> Box | None:
    """Return the box around what is left of an object that is clipped, None where it is not."""
    clip = pdfium.clip_of(drawn)
    boxes = []
    for number in range(max(0, pdfium.count_clips(clip))):
        points = [
            pdfium.place(pdfium.read_point(pdfium.clip_segment(clip, number, at)), frame)
            for at in range(pdfium.count_in_clip(clip, number))
        ]
        if points:
            boxes.append(surround([Box(x, y, x, y) for x, y in points]))
    return reduce(common, boxes) if boxes else None


def clipped(fills: Sequence[Fill], clip: Box) -> Iterator[Fill]:
    """Yield what shows of ``fills`` in ``clip``."""
    for fill in fills:
        box = common(fill.box, clip)
        if box.area:
            yield Fill(box, fill.color)


def common(one: Box, other: Box) -> Box:
    """Return the box two boxes share, which has no area where they share none."""
    return Box(max(one.x0, other.x0), max(one.top, other.top), min(one.x1, other.x1), min(one.bottom, other.bottom))

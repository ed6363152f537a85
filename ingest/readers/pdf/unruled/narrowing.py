"""What the lines of a table leave free between two of its headings, line by line less, until a gutter is left."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.readers.pdf.text.gutters import Gutter
from ingest.readers.pdf.unruled.heading_rows import SAME_START

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TypeAlias

    from ingest.readers.pdf.text.lines import Line

    Gap: TypeAlias = tuple[Gutter, ...]
    """What lines leave free between two headings: the gutter is one part of it."""

NARROWEST = 0.15
"""Between a full line and the next column, which begins where its heading does, hardly more than this is left."""
RUNNING = 0.45
"""Words nearer to each other than this many font sizes are of one sentence, unless a column begins between them."""


def choose(gap: Gap, lines: Sequence[Line]) -> Gutter:
    """Return the part of ``gap`` at whose end most words begin, as a column does, or the widest of those."""
    starts = [word.box.x0 for line in lines for word in line.words]
    return max(gap, key=lambda part: (sum(abs(start - part.end) < SAME_START for start in starts), part.width))


def narrow(gap: Gap, line: Line) -> Gap:
    """Return the parts of ``gap`` that ``line`` leaves free, none where its words run over it."""
    return tuple(part for gutter in gap for part in _free(gutter, line))


def _free(gutter: Gutter, line: Line) -> Iterator[Gutter]:
    """Yield the parts of ``gutter`` that ``line`` leaves free; the space between words of a sentence is none."""
    words = [word for word in line.words if word.box.x1 > gutter.start and word.box.x0 < gutter.end]
    edges = [gutter.start, *(edge for word in words for edge in (word.box.x0, word.box.x1)), gutter.end]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        part = Gutter(start, end)
        if part.width >= min(NARROWEST * line.size, gutter.width / 2) and not _is_space(part, gutter, line):
            yield part


def _is_space(part: Gutter, gutter: Gutter, line: Line) -> bool:
    """Whether ``part`` of ``gutter`` is a space in a sentence: no wider, and no column is known to begin there."""
    return any(
        left.box.x1 <= part.middle <= right.box.x0
        and right.box.x0 - left.box.x1 < RUNNING * line.size
        and abs(right.box.x0 - gutter.end) > SAME_START
        for left, right in pairwise(line.words)
    )

"""Edges of columns of a table with level rules only, where rivers of white run down through its rows."""

from __future__ import annotations

from itertools import pairwise
from statistics import median, mode
from typing import TYPE_CHECKING

from ingest.readers.pdf.text.gutters import NARROWEST_WITH_RULES, WIDE, Gutter, is_over, narrow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.readers.pdf.half_ruled.level import Band
    from ingest.readers.pdf.text.lines import Line

MERGED = 0.2
"""Over a river up to this part of the rows may have cells merged."""
SAME_START = 1.5
SLACK = 0.5
"""Words reach into the white beside them by no more than this."""
ALIKE = 0.5
FEWEST_ALIKE = 2
"""A column is one where so many lines, and this part of those that begin near its left side, begin alike."""


def find_rivers(bands: Sequence[Band]) -> tuple[float, ...]:
    """Return where the columns of the table with these ``bands``, which have words, are parted, from left to right."""
    lines = [line for band in bands for line in band.lines]
    start, end = min(line.box.x0 for line in lines), max(line.box.x1 for line in lines)
    inset = max(start - bands[0].sides[0], 0.0)
    marked = [edge for band in bands for edge in (*band.edges, *band.ends)]
    rivers = [river for river in _rivers(bands, start, end) if _is_strong(river, lines)]
    before_signs = [river for river, after in pairwise(rivers) if _are_signs(river, after, bands)]
    return tuple(_edge(river, marked, inset) for river in rivers if river not in before_signs)


def _are_signs(river: Gutter, after: Gutter, bands: Sequence[Band]) -> bool:
    """Whether nothing but signs stands between both, and no heading: they end lines of justified text ("Police /")."""
    between = Gutter(river.middle, after.middle)
    within = (
        word.text
        for band in bands
        for line in band.lines
        for word in line.words
        if between.start < word.box.x0 and word.box.x1 < between.end
    )
    return bands[0].is_heading and not any(char.isalnum() for text in within for char in text)


def _rivers(bands: Sequence[Band], start: float, end: float) -> list[Gutter]:
    """Return the strips between ``start`` and ``end`` that hardly a row, best none, has words over."""
    parted = [band for band in bands if not _runs_over(band)] or bands
    free = [_free(band, start, end) for band in parted]
    size = median(line.size for band in bands for line in band.lines)
    wide = [
        river
        for river in _free_in(free, len(parted) - int(MERGED * len(parted)))
        if river.width >= NARROWEST_WITH_RULES * size and start < river.middle < end
    ]
    clear = [river for river in _free_in(free, len(parted)) if river.width >= NARROWEST_WITH_RULES * size]
    found: list[Gutter] = []
    for river in wide:
        parts = [each for each in clear if river.start <= each.start and each.end <= river.end]
        is_column = len(parts) > 1 and _has_blank_column(Gutter(parts[0].start, parts[-1].end), bands)
        found.extend(parts if is_column else [max(parts, key=_width, default=river)])
    return found


def _has_blank_column(river: Gutter, bands: Sequence[Band]) -> bool:
    """Whether a heading stands in ``river`` and no other words do, as in a column whose cells hold a colour at most.

    The columns at both sides have headings beside it; one over a group of columns is wider than the room between them.
    """
    heading, *rows = bands
    words = [word for line in heading.lines for word in line.words]
    over = [word.box for word in words if word.box.x0 < river.end and river.start < word.box.x1]
    is_inside = all(river.start <= box.x0 and box.x1 <= river.end for box in over)
    is_between = any(word.box.x1 <= river.start for word in words) and any(word.box.x0 >= river.end for word in words)
    is_blank = all(_runs_over(band) or not any(_is_in(line, river) for line in band.lines) for band in rows)
    return heading.is_heading and bool(over) and is_inside and is_between and is_blank


def _width(river: Gutter) -> float:
    return river.width


def _free_in(free: Sequence[Sequence[Gutter]], least: int) -> list[Gutter]:
    """Return the strips that are free in at least so many rows, given what is free in each."""
    places = sorted({place for gutters in free for each in gutters for place in (each.start, each.end)})
    rivers: list[Gutter] = []
    for left, right in pairwise(places):
        if sum(any(each.start <= left and right <= each.end for each in gutters) for gutters in free) < least:
            continue
        if rivers and rivers[-1].end == left:
            rivers[-1] = Gutter(rivers[-1].start, right)
        else:
            rivers.append(Gutter(left, right))
    return rivers


def _free(band: Band, start: float, end: float) -> tuple[Gutter, ...]:
    gutters: tuple[Gutter, ...] = (Gutter(start - 1, end + 1),)
    for line in band.lines:
        gutters = narrow(gutters, line, NARROWEST_WITH_RULES)
    return gutters


def _runs_over(band: Band) -> bool:
    """Whether the words of ``band`` run on without a gap: a row merged over all columns, or one with a single cell."""
    boxes = sorted((word.box for line in band.lines for word in line.words), key=lambda box: box.x0)
    end = boxes[0].x1
    for box in boxes:
        if box.x0 - end > WIDE * band.lines[0].size:
            return False
        end = max(end, box.x1)
    return True


def _is_strong(river: Gutter, lines: Sequence[Line]) -> bool:
    """Whether words begin alike at the right of ``river``, or it is too wide for a space."""
    clear = [line for line in lines if not _is_in(line, river)]
    begun = [x for line in clear if (x := min((w.box.x0 for w in line.words if w.box.x0 > river.middle), default=None))]
    near = [first for first in begun if first - river.end < WIDE * lines[0].size]
    usual = mode(map(round, near)) if near else river.end
    alike = sum(abs(first - usual) < SAME_START for first in near)
    if river.width >= WIDE * lines[0].size:
        return len(begun) > len(lines) - len(clear)
    return alike >= FEWEST_ALIKE and alike >= ALIKE * len(near)


def _is_in(line: Line, river: Gutter) -> bool:
    """Whether words of ``line`` stand in ``river``, or run over it."""
    start, end = river.start + SLACK, river.end - SLACK
    has_words = any(word.box.x0 < end and start < word.box.x1 for word in line.words)
    return has_words or is_over(line, river.middle, NARROWEST_WITH_RULES)


def _edge(river: Gutter, marked: Sequence[float], inset: float) -> float:
    """Return where ``river`` is parted: where a piece of a rule ends, or as far before words as at the left."""
    within = [edge for edge in marked if river.start <= edge <= river.end]
    return within[0] if within else max(river.end - inset, river.middle)

"""Tables of words without rules: stretches of lines between which the same rivers of white run from top to bottom.

Text set in columns has rivers too, so there must be signs of a table besides: headings, a caption, columns of figures.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.readers.pdf.figures.alignment import are_lines_aligned
from ingest.readers.pdf.figures.pieces import find_pieces
from ingest.readers.pdf.text.captions import CAPTION, CAPTION_OF_TABLE
from ingest.readers.pdf.text.gutters import NARROWEST_WITH_RULES, Gutter, chunks, column_of, columns_of, gaps, narrow
from ingest.readers.pdf.text.titles import is_title
from ingest.readers.pdf.unruled.regions import Region, is_filled, is_prose, split_columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ingest.readers.pdf.text.lines import Line

FAR = 3.2
"""Lines further apart than this many font sizes are not of one table."""
NEAR = 1.6
"""A heading on several lines, or a label that goes on, stands this near to the line beside it."""
CAPTION_NEAR = 5.0
RULE_NEAR = 2.0
"""A caption and a rule stand this near to their table, in font sizes."""
FEWEST_COLUMNS = 3
FEWEST_TITLES = 2
MOSTLY = 0.6
PAPER = 5000.0
"""No page is wider."""
SAME_START = 1.0
FEWEST_ALIKE = 2
PART_ALIKE = 0.5
BESIDE = 36.0
"""A river parts columns if so many of the lines with words near its right, at least, begin there or have a wide gap."""
ROMAN = re.compile("[ivxl]+")
"""The pages before the first chapter are numbered so."""
SAME_PITCH = 0.06
"""Columns that begin at equal distances to within this part of them may be columns of text."""


def find_unruled(lines: Sequence[Line], edges: Sequence[float], rules: Sequence[float]) -> list[Region]:
    """Return the tables among ``lines``; ``edges`` are those of fills and ``rules`` the heights of long rules."""
    regions: list[Region] = []
    at = free = 0
    while at < len(lines):
        region, after = _grow(lines, at, edges) if gaps(lines[at]) else (None, at + 1)
        if region is None or not is_filled(region):
            at += 1
            continue
        if _is_table(region, lines[:at], rules):
            regions.append(_with_headings(region, lines[free:at]))
            free = after
        at = after
    return regions


def _grow(lines: Sequence[Line], start: int, edges: Sequence[float]) -> tuple[Region | None, int]:
    """Return the longest region from line ``start`` on through which rivers run, and where what follows it begins."""
    first = lines[start]
    rivers = _narrow((Gutter(-first.size, PAPER),), first)
    inside = [first]
    for at in range(start + 1, len(lines)):
        line = lines[at]
        left = _narrow(rivers, line)
        is_far = line.baseline - lines[at - 1].baseline > FAR * line.size
        ends = is_far or CAPTION.match(line.text) is not None
        if ends or not _between(left, [*inside, line]) or _dams(left, rivers, inside):
            break
        rivers = left
        inside.append(line)
    while len(inside) > 1 and _is_below(inside[-1], inside[-2], rivers):
        inside.pop()
    gutters = tuple(river for river in _between(rivers, inside) if _is_strong(river, inside))
    within = tuple(edge for edge in edges if inside[0].box.top - FAR < edge < inside[-1].box.bottom + FAR)
    return (Region(tuple(inside), gutters, within, is_shaded=True) if gutters else None), start + len(inside)


def _narrow(rivers: Sequence[Gutter], line: Line) -> tuple[Gutter, ...]:
    return narrow(rivers, line, NARROWEST_WITH_RULES)


def _between(rivers: Sequence[Gutter], lines: Sequence[Line]) -> tuple[Gutter, ...]:
    """Return those of ``rivers`` that have words of ``lines`` on both their sides."""
    start, end = min(line.box.x0 for line in lines), max(line.box.x1 for line in lines)
    return tuple(river for river in rivers if start < river.middle < end)


def _dams(left: Sequence[Gutter], rivers: Sequence[Gutter], inside: Sequence[Line]) -> bool:
    """Whether a line that leaves ``left`` of ``rivers`` stops one that lines above it made sure of."""
    strong = [river for river in _between(rivers, inside) if _is_strong(river, inside)]
    return any(not any(river.start <= each.middle <= river.end for each in left) for river in strong)


def _is_strong(river: Gutter, lines: Sequence[Line]) -> bool:
    """Whether a river parts columns: words begin alike at its right, or gaps wider than a space lie over it."""
    firsts = [min((word.box.x0 for word in line.words if word.box.x0 > river.middle), default=None) for line in lines]
    apart = [first - river.end for first in firsts if first is not None and first - river.end < BESIDE]
    if _are_most(sum(each < SAME_START for each in apart), len(apart), len(lines)):
        return True
    over = [line for line in lines if line.box.x0 < river.middle < line.box.x1]
    wide = sum(any(gap.start <= river.middle <= gap.end for gap in gaps(line)) for line in over)
    return _are_most(wide, len(over), len(lines))


def _are_most(count: int, of: int, n_lines: int) -> bool:
    return count >= min(FEWEST_ALIKE, n_lines) and count >= PART_ALIKE * of


def _is_below(line: Line, above: Line, rivers: Sequence[Gutter]) -> bool:
    """Whether a line at the end is a note below the table: at its left side and not near the line above."""
    is_single = len(chunks(line)) == 1 and column_of(line.words[0], _between(rivers, [line, above])) == 0
    return is_single and (line.baseline - above.baseline > NEAR * line.size or line.size < above.size)


def _with_headings(region: Region, above: Sequence[Line]) -> Region:
    """Return ``region`` with the first lines of its headings, which had no river beside them."""
    head: list[Line] = []
    for line in reversed(above):
        below = head[0] if head else region.lines[0]
        is_near = below.baseline - line.baseline <= NEAR * line.size and line.is_bold is below.is_bold
        starts = line.box.x0 > region.gutters[0].start
        if not (is_near and starts and narrow(region.gutters, line) == region.gutters):
            break
        head.insert(0, line)
    return replace(region, lines=(*head, *region.lines))


def _is_table(region: Region, above: Sequence[Line], rules: Sequence[float]) -> bool:
    """Whether there are signs enough that a region is a table and no text in columns."""
    if not is_filled(region) or is_prose(region) or is_contents(region):
        return False
    n_titles = max(sum(is_title(text) for text in _texts(line)) for line in region.lines[:2])
    if n_titles >= FEWEST_TITLES:
        return True
    signs = sum(_signs(region, above, rules)) if are_lines_aligned(split_columns(region)) else 0
    return signs > (1 if _has_equal_pitch(region) else 0) + (FEWEST_COLUMNS - region.n_columns > 0)


def is_contents(region: Region) -> bool:
    """Whether the last column holds the pages of a table of contents: numbers, never less than the one above.

    Those of its first parts may be Roman. A column marked with an x in each row is none.
    """
    last = [column.text for column in split_columns(region)[-1]]
    pages = [int(text) for text in last if text.isdecimal()]
    n_roman = sum(ROMAN.fullmatch(text) is not None for text in last)
    return len(pages) + n_roman == len(last) > 1 and pages == sorted(pages) and len(set(last)) > 1


def _texts(line: Line) -> Iterator[str]:
    return (" ".join(word.text for word in chunk) for chunk in chunks(line))


def _signs(region: Region, above: Sequence[Line], rules: Sequence[float]) -> Iterator[bool]:
    """Yield for each sign of a table whether it is there."""
    first, last = region.lines[0], region.lines[-1]
    near = [line for line in above if first.baseline - line.baseline < CAPTION_NEAR * line.size]
    yield region.n_columns >= FEWEST_COLUMNS
    yield any(CAPTION_OF_TABLE.match(line.text) for line in near)
    slack = RULE_NEAR * first.size
    yield any(first.box.top - slack < rule < last.box.bottom + slack for rule in rules)
    is_headed = first.is_bold and not any(line.is_bold for line in region.lines[1:])
    yield is_headed
    yield is_headed and len(columns_of(first, region.gutters)) == region.n_columns
    yield _has_figures(region)


def _has_figures(region: Region) -> bool:
    """Whether a column other than the first is mostly figures."""
    for col in range(1, region.n_columns):
        pieces = [
            piece
            for line in region.lines[1:]
            for piece in find_pieces(line)
            if column_of(piece.words[0], region.gutters) == col
        ]
        if sum(piece.is_figure for piece in pieces) > MOSTLY * max(len(pieces), FEWEST_COLUMNS):
            return True
    return False


def _has_equal_pitch(region: Region) -> bool:
    """Whether columns begin at equal distances, as columns of a page do."""
    starts: dict[int, float] = {}
    for line in region.lines:
        for word in line.words:
            col = column_of(word, region.gutters)
            starts[col] = min(starts.get(col, word.box.x0), word.box.x0)
    lefts = sorted(starts.values())
    pitches = [right - left for left, right in pairwise(lefts)]
    return len(pitches) > 1 and max(pitches) - min(pitches) <= SAME_PITCH * max(pitches)

"""Tables without rules below a row of headings: the headings say where columns begin, and what keeps to them is rows.

Unlike a river of white that runs through any lines, a row of known headings is a sign strong enough by itself: cells
may then be of any height, all but one empty over whole pages, and headings of parts may stand over all columns.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from itertools import takewhile
from typing import TYPE_CHECKING

from ingest.readers.pdf.text.gutters import WIDE, Gutter, columns_of
from ingest.readers.pdf.unruled.heading_rows import (
    FEWEST_HEADINGS,
    FEWEST_TITLES,
    HEAD_NEAR,
    HEADING_LINES,
    SAME_START,
    are_headings,
    is_over_headings,
    is_pair,
    pieces_of,
)
from ingest.readers.pdf.unruled.keeping import take
from ingest.readers.pdf.unruled.narrowing import choose, narrow
from ingest.readers.pdf.unruled.regions import LEAST_LEADING, Region, is_prose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ingest.readers.pdf.text.lines import Line
    from ingest.readers.pdf.unruled.narrowing import Gap

FEWEST_ANSWERED = 2
"""Below two headings alone so many lines have words in both columns."""
SAME_RULE = 3.0
"""Rules no further than this from each other, in points, part the same rows."""
MOSTLY = 0.5
"""A box with more of its lines in a table is that table's frame; one with fewer sets text apart."""


@dataclass(frozen=True, slots=True)
class Titled:
    """The lines of a table below its headings, or of the part of it on one page."""

    lines: tuple[Line, ...]
    gutters: tuple[Gutter, ...]
    across: frozenset[int] = frozenset()
    """Which of its lines are headings of a part and stand over all columns."""
    n_headings: int = 0
    """How many lines at its top are certainly the headings."""
    space: float = 0.0
    """How far rows are apart above it, where they or the headings are."""


def find_titled(lines: Sequence[Line], rules: Sequence[float], known: Sequence[float] = ()) -> list[Titled]:
    """Return the tables among ``lines`` that headings are over; ``rules`` are the heights of long lying rules.

    Where rules part the rows these tell more than words do, and nothing is found here. Where headings part columns at
    the ``known`` edges, those of the page before, a row may go on below them in one column alone.
    """
    found: list[Titled] = []
    at = free = 0
    while at < len(lines):
        titled = _grow(lines[free:at], lines[at:], known) if are_headings(lines[at : at + HEADING_LINES]) else None
        if titled is None or _is_ruled(titled, rules):
            at += 1
        else:
            found.append(titled)
            free = at = at + len(titled.lines) - titled.n_headings + 1
    return found


def holds_titled(lines: Sequence[Line]) -> bool:
    """Whether ``lines``, all that stands in a box, are mostly a table that headings are over: the box is its frame."""
    held = sum(len(titled.lines) for titled in find_titled(lines, ()))
    return held > MOSTLY * len(lines)


def go_on_below(gutters: tuple[Gutter, ...], lines: Sequence[Line], space: float) -> Titled | None:
    """Return the first of ``lines`` as far as they keep to ``gutters``, those of what is above; None if none do.

    Rows above are ``space`` apart. Headings begin another table, or are those of the same table once more.
    """
    if is_over_headings(lines):
        return None
    taken, across = take((), lines, tuple((gutter,) for gutter in gutters))
    return Titled(taken, gutters, across, space=space) if taken else None


def _grow(above: Sequence[Line], lines: Sequence[Line], known: Sequence[float]) -> Titled | None:
    """Return the table whose headings are the first of ``lines``; None where nothing below keeps to their columns.

    Its longest headings may begin on the lines ``above``.
    """
    head = lines[0]
    gaps: list[Gap] = [(gutter,) for gutter in _between(head, [*reversed(above)], lines[1:])]
    certain = tuple(gap for gap in gaps if gap[0].width > WIDE * head.size) or tuple(gaps)
    taken, across = take((head,), lines[1:], certain)
    keeping = [line for at, line in enumerate(taken) if at not in across]
    gutters = tuple(choose(left, keeping) for gap in gaps if (left := reduce(narrow, keeping, gap)))
    filled = [columns_of(line, gutters) for line in keeping[1:]]
    fewest = 1 if _are_parted_at(gutters, known) else FEWEST_TITLES
    if len(taken) == len(lines) and all(line.is_bold for line in taken):  # headings at the foot of a page
        fewest = 0
    if len(gutters) < min(len(gaps), FEWEST_HEADINGS - 1) or max(map(len, filled), default=0) < fewest:
        return None
    if is_pair(head) and (filled.count({0, 1}) < FEWEST_ANSWERED or is_prose(Region(tuple(keeping[1:]), gutters))):
        return None
    over = _over(above, head, gutters)
    return Titled((*over, *taken), gutters, frozenset(at + len(over) for at in across), n_headings=len(over) + 1)


def _between(head: Line, *others: Sequence[Line]) -> Iterator[Gutter]:
    """Yield what is free between the headings on ``head`` and those beside it, set in the middle of their cells.

    These stand on lines too near to ``head``, and to the one before, to be above or below it in one column.
    """
    spans = [(piece[0].box.x0, piece[-1].box.x1) for piece in pieces_of(head)]
    for lines in others:
        for line in takewhile(lambda line: abs(line.baseline - head.baseline) < LEAST_LEADING * head.size, lines):
            spans.extend((piece[0].box.x0, piece[-1].box.x1) for piece in pieces_of(line))
    spans.sort()
    end = spans[0][1]
    for start, stop in spans[1:]:
        if start > end:
            yield Gutter(end, start)
        end = max(end, stop)


def _are_parted_at(gutters: Sequence[Gutter], known: Sequence[float]) -> bool:
    inner = known[1:-1]
    return len(inner) == len(gutters) and all(
        gutter.start - SAME_START < edge < gutter.end + SAME_START for gutter, edge in zip(gutters, inner, strict=True)
    )


def _over(above: Sequence[Line], head: Line, gutters: Sequence[Gutter]) -> tuple[Line, ...]:
    """Return those of the lines ``above`` on which headings of several lines begin, none over the first column."""
    over: list[Line] = []
    for line in reversed(above):
        below = over[0] if over else head
        is_near = below.baseline - line.baseline <= HEAD_NEAR * line.size and line.is_bold is head.is_bold
        is_in_columns = 0 not in columns_of(line, gutters) and all(narrow((gutter,), line) for gutter in gutters)
        if not (is_near and is_in_columns):
            break
        over.insert(0, line)
    return tuple(over)


def _is_ruled(titled: Titled, rules: Sequence[float]) -> bool:
    """Whether rules part the rows; one that is drawn cell by cell, or double, is one."""
    within = sorted(at for at in rules if titled.lines[0].baseline < at < titled.lines[-1].baseline)
    return bool(within) and within[-1] - within[0] > SAME_RULE

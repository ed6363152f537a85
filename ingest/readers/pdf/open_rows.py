"""Rows of tables with level rules only that no rule closes: cut by the page, above the first rule, below the last.

Where no rule says that words belong to a row, they have to keep to the columns the other rows show.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from ingest.readers.pdf.level import Band, is_alike
from ingest.readers.pdf.lines import find_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ingest.readers.pdf.lines import Line
    from ingest.readers.pdf.page import Rule
    from ingest.readers.pdf.sides import LevelTable

NEAR = 3.0
"""Each line of an open row follows the one before, and its rule, within this many font sizes."""
HEADING_NEAR = 1.9
"""The lines of a heading stand this near to each other and to the rule below, in font sizes."""
SET_APART = 1.8
"""What does not belong to an open row stands so many font sizes from it."""
PADDING = 2.0
"""An open row reaches so many points beyond its words."""


@dataclass(frozen=True, slots=True)
class Loose:
    """What stands on a page outside the rows between rules, but its header and footer."""

    lines: tuple[Line, ...]
    rules: tuple[Rule, ...]
    """All of its long level rules."""
    rows: tuple[tuple[float, float], ...]
    """From where to where the rows between rules reach."""


@dataclass(frozen=True, slots=True)
class _Ends:
    """The first and last rule of a table on a page, if it has any, and the lines next to them, the nearest first."""

    top: float | None
    bottom: float | None
    above: tuple[Line, ...]
    below: tuple[Line, ...]
    is_last: bool
    """Whether no row of another table stands below."""


def find_open_rows(table: LevelTable, pages: Mapping[int, Loose]) -> Iterator[Band]:
    """Yield the rows of ``table`` that have no rule above or below them on ``pages``, given by their numbers."""
    first, last = table.bands[0].page, table.bands[-1].page
    goes_on = False
    for number in range(first, max(pages) + 1):
        if number > last and not goes_on:
            return
        ends = _find_ends(table, number, pages[number])
        above = _take(table, ends.above, HEADING_NEAR if number == first else NEAR, goes_on=goes_on)
        if above and not (number == first and table.bands[0].is_heading):
            yield _band(table, number, above, (None, ends.top))
        is_same_row = goes_on and not above and _has_headings_only(table, number)
        below = _take(table, ends.below, NEAR, goes_on=is_same_row)
        if below:
            yield _band(table, number, below, (ends.bottom, None))
        goes_on = bool(below) and ends.is_last and len(below) == len(ends.below)


def _has_headings_only(table: LevelTable, number: int) -> bool:
    """Whether all rows of ``table`` between rules on a page, if there are any, repeat its first row."""
    return all(band.text == table.bands[0].text for band in table.bands if band.page == number)


def _find_ends(table: LevelTable, number: int, page: Loose) -> _Ends:
    own = [(band.top, band.bottom) for band in table.bands if band.page == number]
    if not own:
        own = [(rule.at, rule.at) for rule in page.rules if is_alike((rule.start, rule.end), table.sides)]
    if not own:
        return _Ends(None, None, (), page.lines, not page.rows)
    top, bottom = min(own)[0], max(own)[1]
    ceiling = max((end for _start, end in page.rows if end <= top), default=-inf)
    floor = min((start for start, _end in page.rows if start >= bottom), default=inf)
    above = [line for line in page.lines if ceiling < line.box.centre[1] < top]
    below = [line for line in page.lines if bottom < line.box.centre[1] < floor]
    return _Ends(top, bottom, tuple(reversed(above)), tuple(below), floor == inf)


def _take(table: LevelTable, lines: Sequence[Line], near: float, *, goes_on: bool) -> tuple[Line, ...]:
    """Return the first of ``lines`` that make a row of ``table``, each ``near`` the one before; none where none do."""
    kept: list[Line] = []
    for line in lines:
        is_far = bool(kept) and abs(line.baseline - kept[-1].baseline) > near * line.size
        if is_far or not table.holds(line):
            break
        kept.append(line)
    rest = lines[len(kept) :]
    is_apart = not (kept and rest) or abs(rest[0].baseline - kept[-1].baseline) > SET_APART * kept[-1].size
    return tuple(kept) if is_apart and table.may_hold(kept, goes_on=goes_on) else ()


def _band(table: LevelTable, number: int, lines: Sequence[Line], ends: tuple[float | None, float | None]) -> Band:
    top = min(line.box.top for line in lines) - PADDING if ends[0] is None else ends[0]
    bottom = max(line.box.bottom for line in lines) + PADDING if ends[1] is None else ends[1]
    ordered = find_lines(word for line in lines for word in line.words)
    return Band(number, top, bottom, table.sides, ordered, ())

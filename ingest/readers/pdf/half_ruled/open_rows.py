"""Rows of tables with level rules only that no rule closes: cut by the page, above the first rule, below the last.

Where no rule says that words belong to a row, they have to keep to the columns the other rows show.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from ingest.readers.pdf.half_ruled.level import Band, heading_of, is_alike
from ingest.readers.pdf.text.lines import find_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ingest.readers.pdf.half_ruled.sides import LevelTable
    from ingest.readers.pdf.page import Rule
    from ingest.readers.pdf.text.lines import Line

NEAR = 3.0
"""Each line of an open row follows the one before, and its rule, within this many font sizes."""
NEAR_OVERLEAF = 8.0
"""Above the rule that closes a row cut by the page there may be more room: cells merged downwards make rows higher."""
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
    walk = _Walk(table)
    for number in range(table.bands[0].page, max(pages) + 1):
        ends = walk.find_ends(number, pages[number])
        above = walk.find_above(number, ends)
        if not walk.reaches(number, above):
            return
        below = walk.find_below(number, ends, above)
        yield from (row for row in (above, below) if row is not None)


class _Walk:
    """Goes through the pages of a table, and remembers what its heading is and whether a row is open at the foot."""

    def __init__(self, table: LevelTable) -> None:
        self._table = table
        self._headings = table.headings
        self._goes_on = False

    def find_ends(self, number: int, page: Loose) -> _Ends:
        """Return where the table begins and ends on a page; what closes an open row is the first rule there."""
        rules = [rule.at for rule in page.rules if is_alike((rule.start, rule.end), self._table.sides)]
        rows = [(band.top, band.bottom) for band in self._table.bands if band.page == number]
        own = rows or [(at, at) for at in rules]
        if not own:
            return _Ends(None, None, (), page.lines, not page.rows)
        top, bottom = min([*rules, min(own)[0]] if self._goes_on else min(own)), max(own)[1]
        ceiling = max((end for _start, end in page.rows if end <= top), default=-inf)
        floor = min((start for start, _end in page.rows if start >= bottom), default=inf)
        above = [line for line in page.lines if ceiling < line.box.centre[1] < top]
        below = [line for line in page.lines if bottom < line.box.centre[1] < floor]
        return _Ends(top, bottom, tuple(reversed(above)), tuple(below), floor == inf)

    def find_above(self, number: int, ends: _Ends) -> Band | None:
        """Return the row above the first rule of a page: the heading, or what is left of one from the page before."""
        if number > self._table.bands[0].page:
            near = NEAR_OVERLEAF if self._goes_on else NEAR
            lines = _take_rest(self._table, ends.above, ends.top, near, goes_on=self._goes_on)
        else:
            lines = _take_heading(self._table, ends.above, ends.top)
        row = _band(self._table, number, lines, (None, ends.top)) if lines else None
        if row is not None and number == self._table.bands[0].page:
            self._headings = (row.text,)
        return row

    def reaches(self, number: int, above: Band | None) -> bool:
        """Whether the table goes on to a page: it has rules there, its heading ``above`` them, or an open row."""
        is_repeated = above is not None and above.text in self._headings
        return number <= self._table.bands[-1].page or self._goes_on or is_repeated

    def find_below(self, number: int, ends: _Ends, above: Band | None) -> Band | None:
        """Return the row below the last rule of a page; nothing but headings may part it from the page before."""
        bands = [band for band in (above, *self._table.bands) if band is not None and band.page == number]
        is_same_row = self._goes_on and all(band.text in self._headings for band in bands)
        lines = _take_rest(self._table, ends.below, ends.bottom, NEAR, goes_on=is_same_row)
        self._goes_on = bool(lines) and ends.is_last and len(lines) == len(ends.below)
        return _band(self._table, number, lines, (ends.bottom, None)) if lines else None


def _take_heading(table: LevelTable, lines: Sequence[Line], top: float | None) -> tuple[Line, ...]:
    """Return those of ``lines``, the nearest above the first rule first, that are the headings of ``table``."""
    kept = () if heading_of(table.bands).is_heading else _take(table, lines, HEADING_NEAR, top)
    return kept if table.may_hold(kept, goes_on=False) else ()


def _take_rest(
    table: LevelTable, lines: Sequence[Line], rule: float | None, near: float, *, goes_on: bool
) -> tuple[Line, ...]:
    """Return the first of ``lines`` that make a row of ``table``, or go on one; what else there is stands apart."""
    kept = _take(table, lines, near, rule)
    rest = lines[len(kept) :]
    is_apart = not (kept and rest) or abs(rest[0].baseline - kept[-1].baseline) > SET_APART * kept[-1].size
    return kept if is_apart and table.may_hold(kept, goes_on=goes_on) else ()


def _take(table: LevelTable, lines: Sequence[Line], near: float, rule: float | None) -> tuple[Line, ...]:
    """Return the first of ``lines``, ``near`` each other and the rule, that keep to the columns of ``table``."""
    kept: list[Line] = []
    before = rule
    for line in lines:
        is_far = before is not None and abs(line.baseline - before) > near * line.size
        if is_far or not table.holds(line):
            break
        kept.append(line)
        before = line.baseline
    return tuple(kept)


def _band(table: LevelTable, number: int, lines: Sequence[Line], ends: tuple[float | None, float | None]) -> Band:
    top = min(line.box.top for line in lines) - PADDING if ends[0] is None else ends[0]
    bottom = max(line.box.bottom for line in lines) + PADDING if ends[1] is None else ends[1]
    ordered = find_lines(word for line in lines for word in line.words)
    return Band(number, top, bottom, table.sides, ordered, ())

"""Tables drawn with rules between their rows only, or with none: known by words that stand in columns.

A false table made of ordinary text is worse than a table left as text, so without any rule three columns are asked
for; a list of two, such as the head of a letter, stays text.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.readers.pdf.gutters import Gutter, chunks, column_of, gaps, narrow
from ingest.readers.pdf.lines import find_lines
from ingest.readers.pdf.page import Box, surround
from ingest.readers.pdf.paragraphs import BULLET
from ingest.readers.pdf.tables import Cell, Part, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.readers.pdf.lines import Line
    from ingest.readers.pdf.page import Page, Rule

FEWEST_ROWS = 3
COLUMNS_WITHOUT_RULES = 3
COLUMNS_WITH_RULES = 2
DENSE = 0.6
"""So many of a table's lines have words in two columns at least."""
FAR = 2.4
"""Lines further apart than this many font sizes are not of one table without rules."""
LONG_RULE = 0.25
"""Rules between rows are at least this part of the page's width long."""
SAME_ENDS = 6.0
ROWS_BY_RULES = 3
"""With so many rules among its lines a table's rows are what stands between them; fewer part heading and total."""
LOOSELY_SET = 0.25
LOOSE = 1.3
"""Rows set further apart than the lines within them are so by at least this much."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """The tables found, and the lines that are in none."""

    tables: tuple[Table, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Region:
    """Lines that may make a table, the gutters they share, and the heights of rules among them."""

    lines: tuple[Line, ...]
    gutters: tuple[Gutter, ...]
    rules: tuple[float, ...] = ()


def find_aligned(page: Page, lines: Sequence[Line], borders: Sequence[Rule]) -> Aligned:
    """Return the tables among ``lines``, those of ``page`` in no ruled table; ``borders`` are its lying rules."""
    left = [line for line in lines if line.turn == 0]
    turned = [line for line in lines if line.turn != 0]
    ruled = _ruled_regions(left, borders, page)
    left = _outside(left, ruled)
    regions = [*ruled, *_open_regions(left)]
    tables = tuple(_make_table(region, page) for region in regions)
    return Aligned(tables, (*_outside(left, regions), *turned))


def _outside(lines: Sequence[Line], regions: Sequence[_Region]) -> list[Line]:
    gone = {id(line) for region in regions for line in region.lines}
    return [line for line in lines if id(line) not in gone]


def _ruled_regions(lines: Sequence[Line], borders: Sequence[Rule], page: Page) -> list[_Region]:
    """Return regions between long rules that begin and end alike."""
    bands: list[list[Rule]] = []
    for rule in sorted(borders, key=lambda rule: rule.at):
        if rule.length < LONG_RULE * page.width:
            continue
        home = next((band for band in bands if _ends_alike(band[-1], rule)), None)
        if home is None:
            bands.append([rule])
        else:
            home.append(rule)
    regions = []
    for band in bands:
        inside = tuple(line for line in lines if band[0].at < line.box.centre[1] < band[-1].at)
        region = _Region(inside, _shared_gutters(inside), tuple(rule.at for rule in band))
        if _is_table(region, COLUMNS_WITH_RULES):
            regions.append(region)
    return regions


def _ends_alike(first: Rule, second: Rule) -> bool:
    return abs(first.start - second.start) < SAME_ENDS and abs(first.end - second.end) < SAME_ENDS


def _shared_gutters(lines: Sequence[Line]) -> tuple[Gutter, ...]:
    """Return the gutters of the line with most of them, as far as the other lines leave them free."""
    if not lines:
        return ()
    gutters = gaps(max(lines, key=lambda line: len(gaps(line))))
    for line in lines:
        gutters = narrow(gutters, line)
    return gutters


def _open_regions(lines: Sequence[Line]) -> list[_Region]:
    """Return regions of lines that follow each other closely and share gutters."""
    regions = []
    at = 0
    while at < len(lines):
        region = _grow(lines, at)
        if region is not None and _is_table(region, COLUMNS_WITHOUT_RULES):
            regions.append(region)
            at = lines.index(region.lines[-1]) + 1
        else:
            at += 1
    return regions


def _grow(lines: Sequence[Line], start: int) -> _Region | None:
    """Return the longest region from line ``start`` on that keeps the gutters asked for without rules."""
    gutters = gaps(lines[start])
    if len(gutters) < COLUMNS_WITHOUT_RULES - 1:
        return None
    last = start
    for at in range(start + 1, len(lines)):
        above, line = lines[at - 1], lines[at]
        left = narrow(gutters, line)
        if line.baseline - above.baseline > FAR * line.size or len(left) < COLUMNS_WITHOUT_RULES - 1:
            break
        gutters = left
        last = at
    while last > start and len(chunks(lines[last])) == 1 and column_of(lines[last].words[0], gutters) == 0:
        last -= 1
    return _Region(tuple(lines[start : last + 1]), gutters)


def _is_table(region: _Region, fewest_columns: int) -> bool:
    """Whether a region has enough columns, and enough of its rows fill more than one of them."""
    n_columns = len(region.gutters) + 1
    if n_columns < fewest_columns or len(region.lines) < FEWEST_ROWS:
        return False
    rows = _rows(region)
    filled = [{column_of(word, region.gutters) for line in row for word in line.words} for row in rows]
    dense = sum(len(columns) >= fewest_columns for columns in filled)
    is_list = sum(BULLET.match(line.text) is not None for line in region.lines) > len(region.lines) / 2
    return not is_list and len(rows) >= FEWEST_ROWS and dense >= DENSE * len(rows)


def _rows(region: _Region) -> list[list[Line]]:
    """Return the lines of each row."""
    rules = [at for at in region.rules if region.lines[0].baseline < at < region.lines[-1].baseline]
    steps = [below.baseline - above.baseline for above, below in pairwise(region.lines)]
    leading = min(steps)
    is_loose = sum(step > LOOSE * leading for step in steps) >= LOOSELY_SET * len(steps)
    rows = [[region.lines[0]]]
    for line in region.lines[1:]:
        above = rows[-1][-1]
        is_ruled_off = any(above.baseline < at < line.baseline for at in rules)
        if is_ruled_off or (
            len(rules) < ROWS_BY_RULES and _begins_row(above, line, region, leading, is_loose=is_loose)
        ):
            rows.append([line])
        else:
            rows[-1].append(line)
    return rows


def _begins_row(above: Line, line: Line, region: _Region, leading: float, *, is_loose: bool) -> bool:
    """Whether ``line`` begins a row: by the space above it, or by words in the first column."""
    if is_loose:
        return line.baseline - above.baseline > LOOSE * leading
    columns = {column_of(word, region.gutters) for word in line.words}
    return 0 in columns or len(columns) > (len(region.gutters) + 1) / 2


def _make_table(region: _Region, page: Page) -> Table:
    rows = _rows(region)
    box = surround([line.box for line in region.lines])
    middles = [(above[-1].box.bottom + below[0].box.top) / 2 for above, below in pairwise(rows)]
    ys = [min((box.top, *region.rules[:1])), *middles, max((box.bottom, *region.rules[-1:]))]
    xs = (box.x0, *(gutter.middle for gutter in region.gutters), box.x1)
    cells = []
    for number, row in enumerate(rows):
        for col in range(len(xs) - 1):
            area = Box(xs[col], ys[number], xs[col + 1], ys[number + 1])
            words = [word for line in row for word in line.words if column_of(word, region.gutters) == col]
            cells.append(Cell(number, col, 1, 1, (Part(page.number, area, find_lines(words)),)))
    around = Box(box.x0, ys[0], box.x1, ys[-1])
    return Table(xs, tuple(cells), (page.number,) * len(rows), ((page.number, around),))

"""Lines that stand in columns without rules between them: whether they are a table, and which lines make a row."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from ingest.readers.pdf.page import Box, surround
from ingest.readers.pdf.ruled.tables import Cell, Part, Table
from ingest.readers.pdf.text.gutters import Gutter, column_of
from ingest.readers.pdf.text.lines import find_lines, make_line
from ingest.readers.pdf.text.paragraphs import BULLET, fits_after

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ingest.readers.pdf.text.lines import Line

FEWEST_COLUMNS = 2
FEWEST_ROWS = 3
FEWEST_LINES_OF_PROSE = 4
WORDS_IN_LINE = 2.5
"""A column of text has more words than this to a line; one of names or numbers has fewer."""
WORDS_IN_LABEL = 1.5
FULL = 0.7
"""A line of text in a column is mostly at least this part of its width."""
DENSE = 0.6
"""So many of a table's rows have words in as many columns as are asked for."""
ROWS_BY_RULES = 3
"""With so many rules among its lines a table's rows are what stands between them; fewer part heading and total."""
LOOSELY_SET = 0.2
MOSTLY = 0.7
LOOSE = 1.12
"""Where this part of the lines is set further apart than the others by this much, rows are told by it."""
LEAST_LEADING = 0.9
"""Lines nearer than this many font sizes stand beside each other, a little shifted."""


@dataclass(frozen=True, slots=True)
class Region:
    """Lines that may make a table, the gutters they share, and the heights of rules and edges of fills among them."""

    lines: tuple[Line, ...]
    gutters: tuple[Gutter, ...]
    rules: tuple[float, ...] = ()
    is_shaded: bool = False
    """Whether these are the edges of fills alone: then rows at both ends may have none between them."""

    @property
    def n_columns(self) -> int:
        """How many columns its gutters part."""
        return len(self.gutters) + 1


@dataclass(frozen=True, slots=True)
class _Setting:
    """How the lines of a region are set."""

    leading: float
    is_loose: bool
    """Whether rows are set apart by space."""
    sides: Mapping[int, tuple[float, float]]
    """From where to where the words of each column reach."""
    first_row: Line | None
    """The line below headings that alone are bold."""


def is_filled(region: Region) -> bool:
    """Whether a region has enough rows, and enough of them have words in most of its columns, at least in two."""
    if region.n_columns < FEWEST_COLUMNS or len(region.lines) < FEWEST_ROWS:
        return False
    rows = find_rows(region)
    fewest = max(FEWEST_COLUMNS, region.n_columns // 2)
    dense = sum(len(_columns_filled(row, region)) >= fewest for row in rows)
    is_list = sum(BULLET.match(line.text) is not None for line in region.lines) > len(region.lines) / 2
    return not is_list and len(rows) >= FEWEST_ROWS and dense >= DENSE * len(rows)


def is_prose(region: Region) -> bool:
    """Whether a region is text set in columns, as in a newsletter: nearly every line fills every column."""
    if len(region.lines) < FEWEST_LINES_OF_PROSE or not region.gutters:
        return False
    columns = split_columns(region)
    if any(sum(len(line.words) for line in lines) < WORDS_IN_LINE * len(lines) for lines in columns):
        return False
    widths = [max(line.box.width for line in lines) for lines in columns]
    full = [sum(line.box.width >= FULL * width for line in lines) for lines, width in zip(columns, widths, strict=True)]
    return min(full) >= DENSE * len(region.lines)


def split_columns(region: Region) -> list[tuple[Line, ...]]:
    """Return the lines of each column."""
    words = [word for line in region.lines for word in line.words]
    columns = (
        find_lines(word for word in words if column_of(word, region.gutters) == col) for col in range(region.n_columns)
    )
    return [lines for lines in columns if lines]


def _columns_filled(row: Sequence[Line], region: Region) -> set[int]:
    return {column_of(word, region.gutters) for line in row for word in line.words}


def find_rows(region: Region) -> list[list[Line]]:
    """Return the lines of each row."""
    rules = [at for at in region.rules if region.lines[0].baseline < at < region.lines[-1].baseline]
    setting = _Setting(_leading(region), is_loosely_set(region), _sides(region), _first_row(region))
    rows = [[region.lines[0]]]
    for above, line in pairwise(region.lines):
        is_ruled_off = any(above.box.centre[1] < at < line.box.centre[1] for at in rules)
        is_told = _is_told_by_rules(line, rules, is_shaded=region.is_shaded)
        begins = not is_told and _begins_row(above, line, region, setting)
        if is_ruled_off or begins:
            rows.append([line])
        else:
            rows[-1].append(line)
    return rows


def _first_row(region: Region) -> Line | None:
    """Return the line below the bold ones at the top of ``region``, where there are such."""
    below = next((line for line in region.lines if not line.is_bold), None)
    return below if region.lines[0].is_bold else None


def _is_told_by_rules(line: Line, rules: Sequence[float], *, is_shaded: bool) -> bool:
    """Whether rows at ``line`` are what stands between ``rules``, or shades of which the outermost may be pale."""
    if len(rules) < ROWS_BY_RULES:
        return False
    return not is_shaded or rules[0] < line.box.centre[1] < rules[-1]


def is_loosely_set(region: Region) -> bool:
    """Whether rows are set apart by space: many lines are, those that fill the first column, or all paragraphs."""
    leading = _leading(region)
    far = [below.baseline - above.baseline > LOOSE * leading for above, below in pairwise(region.lines)]
    begun = [is_far for line, is_far in zip(region.lines[1:], far, strict=True) if 0 in _columns_filled([line], region)]
    if sum(far) < FEWEST_ROWS - 1:
        return False
    if sum(far) >= LOOSELY_SET * len(far) or (sum(begun) > 1 and sum(begun) >= MOSTLY * len(begun)):
        return True
    return _runs_on(region, leading)


def _runs_on(region: Region, leading: float) -> bool:
    """Whether lines near each other are of one paragraph: the first word of the next had no room on the one above."""
    room: list[bool] = []
    for column in split_columns(region):
        if sum(len(line.words) for line in column) < WORDS_IN_LABEL * len(column):
            continue
        sides = (min(line.box.x0 for line in column), max(line.box.x1 for line in column))
        near = [pair for pair in pairwise(column) if pair[1].baseline - pair[0].baseline <= LOOSE * leading]
        room.extend(fits_after(above, below, sides) for above, below in near)
    return sum(room) < len(room) / 2


def _leading(region: Region) -> float:
    """Return how far lines of one cell are apart: nearly the smallest distance of two lines below each other."""
    steps = sorted(
        below.baseline - above.baseline
        for column in split_columns(region)
        for above, below in pairwise(column)
        if below.baseline - above.baseline >= LEAST_LEADING * below.size
    )
    return steps[len(steps) // 10] if steps else max(line.size for line in region.lines)


def _begins_row(above: Line, line: Line, region: Region, setting: _Setting) -> bool:
    """Whether ``line`` begins a row: by the space above it, by words in the first column, or by room left above."""
    step = line.baseline - above.baseline
    if step < LEAST_LEADING * min(above.size, line.size):
        return False
    if line is setting.first_row:
        return True
    room = _room(above, line, region, setting.sides)
    if setting.is_loose:
        is_whole = len(room) >= max(FEWEST_COLUMNS, region.n_columns / 2) and room.get(0, False)
        goes_on = any(cell.text[:1].islower() for cell in _cells(line, region).values())
        return step > LOOSE * setting.leading or (is_whole and not goes_on)
    columns = _columns_filled([line], region)
    if 0 not in columns:
        return len(columns) > region.n_columns / 2 and any(room.values())
    return room.get(0, True) or not line.text[:1].islower()


def _room(above: Line, line: Line, region: Region, sides: Mapping[int, tuple[float, float]]) -> dict[int, bool]:
    """Return for each column filled in both lines whether the first word below had room above: a cell ends there."""
    uppers, lowers = _cells(above, region), _cells(line, region)
    return {col: fits_after(uppers[col], lowers[col], sides[col]) for col in uppers if col in lowers}


def _cells(line: Line, region: Region) -> dict[int, Line]:
    """Return what ``line`` has in each column it fills."""
    filled = groupby(line.words, key=lambda word: column_of(word, region.gutters))
    return {col: make_line(list(words)) for col, words in filled}


def _sides(region: Region) -> dict[int, tuple[float, float]]:
    """Return from where to where the words of each column reach."""
    sides: dict[int, tuple[float, float]] = {}
    for word in (word for line in region.lines for word in line.words):
        col = column_of(word, region.gutters)
        left, right = sides.get(col, (word.box.x0, word.box.x1))
        sides[col] = (min(left, word.box.x0), max(right, word.box.x1))
    return sides


def make_table(region: Region, page: int) -> Table:
    """Return ``region`` as a table; the middles of its gutters stand in for rules."""
    rows = find_rows(region)
    box = surround([line.box for line in region.lines])
    middles = [
        (max(line.box.bottom for line in above) + min(line.box.top for line in below)) / 2
        for above, below in pairwise(rows)
    ]
    ys = [min((box.top, *region.rules[:1])), *middles, max((box.bottom, *region.rules[-1:]))]
    xs = (box.x0, *(gutter.middle for gutter in region.gutters), box.x1)
    cells = tuple(
        _make_cell((number, col), row, region, Part(page, Box(xs[col], ys[number], xs[col + 1], ys[number + 1])))
        for number, row in enumerate(rows)
        for col in range(region.n_columns)
    )
    around = Box(box.x0, ys[0], box.x1, ys[-1])
    return Table(xs, cells, (page,) * len(rows), ((page, around),), is_ruled=False)


def _make_cell(place: tuple[int, int], row: Sequence[Line], region: Region, empty: Part) -> Cell:
    words = [word for line in row for word in line.words if column_of(word, region.gutters) == place[1]]
    return Cell(*place, 1, 1, (Part(empty.page, empty.box, find_lines(words)),))

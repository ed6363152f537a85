"""Where the rows of a table without rules begin: where what stood in its columns has ended, and all begin anew.

All cells of a row begin on its first line. So of all ways to cut the lines into rows that one is taken in which most
speaks for each row's first line, and the fewest cells begin below it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby, pairwise, takewhile
from typing import TYPE_CHECKING

from ingest.readers.pdf.gutters import Gutter, column_of
from ingest.readers.pdf.lines import make_line
from ingest.readers.pdf.paragraphs import BULLET, SENTENCE_END, fits_after
from ingest.readers.pdf.regions import LEAST_LEADING, LOOSE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.readers.pdf.lines import Line
    from ingest.readers.pdf.page import Box
    from ingest.readers.pdf.titled import Titled

ROWS_ARE_RARER = -2.5
KEY_IS_EMPTY = -4.0
NUMBER = 4.0
NUMBER_IS_MISSING = -3.0
BEGINS_BELOW = -3.5
HEADING_BEGINS_BELOW = -0.5
WAS_BLANK = 4.0
SET_APART = 0.8
HAD_ROOM = 1.5
NEXT_ITEM = -0.5
FULL_AND_STOP = -0.5
FULL_NO_STOP = -2.0
SMALL_AFTER_STOP = -2.5
GOES_ON = -5.0
NO_SPACE_ABOVE = -4.0
SPACE_ABOVE = 1.0
SPACE_ABOVE_ROWS_ALONE = 3.0
EDGE_ABOVE = 6.0
WITHIN_FILL = -8.0
BOLD_ENDS = 6.0
STILL_BOLD = -6.0
"""What each observation adds for a row that begins; above zero one does."""
BLANK = 1.8
"""A column was left blank if its words are this many times as far apart as lines are."""
BLANK_LOOSE = 2.3
"""The same where space follows paragraphs."""
LABEL = re.compile(r"^\W{0,2}[A-Z]{0,3}\W?\d{1,3}(?:\.\d{1,2}){0,2}\W{0,2}$")
"""A row's number by itself: "7", "7.", "(7)", "R7", "1.2"."""
LABELLED = re.compile(r"^(?:Rec(?:ommendation)?\W{1,2})?[A-Z]{0,2}\d{1,3}(?:\.\d{1,2}){0,2}[.):]*(?=\s)", re.IGNORECASE)
"""A row's number before its words."""
MOSTLY = 0.6
PART_OF_COLUMN = 0.7
"""A fill is a cell's, and not a highlighter's, if it is this wide, measured by the column."""
EDGE = 2.0


@dataclass(frozen=True, slots=True)
class Paper:
    """What a page shows beside its words."""

    right: float
    """Where its right margin may begin."""
    fills: tuple[Box, ...]
    """What is painted on it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How the lines of a table are set."""

    cells: tuple[dict[int, Line], ...]
    """What stands on each line in each column."""
    leading: float
    is_loose: bool
    """Whether rows are set apart by space."""
    has_paragraphs: bool
    """Whether paragraphs within a cell are as well."""
    keys: frozenset[int]
    """The columns that rows fill: those of the number and the recommendation."""
    numbered: re.Pattern[str] | None
    """How the first column begins in each row: with its number, alone or before words; None where with neither."""
    n_bold: int
    """How many lines at the top are all bold: the headings."""
    sides: tuple[tuple[float, float], ...]
    """Between where and where the words of each column are written."""
    right: float
    """Where the words of the last column may end at most."""
    fills: tuple[Box, ...]
    """The painted areas that are cells."""


def find_beginnings(titled: Titled, sides: Sequence[tuple[float, float]], paper: Paper) -> list[int]:
    """Return the numbers of the lines of ``titled``, which stand on ``paper``, on which its rows begin.

    ``sides`` are those of its columns.
    """
    setting = _learn(titled, sides, paper)
    starts: list[int] = []
    for is_across, group in groupby(range(len(titled.lines)), key=titled.across.__contains__):
        numbers = list(group)
        starts.extend(numbers if is_across else _cut(titled.lines, numbers[0], numbers[-1] + 1, setting, titled))
    return starts


def _learn(titled: Titled, sides: Sequence[tuple[float, float]], paper: Paper) -> Setting:
    gutters = [Gutter(left, right) for (_, left), (right, _) in pairwise(sides)]
    cells = tuple(_cells(line, gutters) for line in titled.lines)
    leading = _leading(cells)
    body = [
        each[0] for at, each in enumerate(cells) if 0 in each and at not in titled.across and at >= titled.n_headings
    ]
    has_numbers = sum(LABEL.match(each.text) is not None for each in body) >= max(1.0, MOSTLY * len(body))
    is_labelled = any(LABELLED.match(each.text) is not None for each in body)
    numbered = LABEL if has_numbers else LABELLED if is_labelled else None
    painted = tuple(box for box in paper.fills if any(_covers(box, side) for side in sides))
    is_loose = _is_loose(titled, cells, leading)
    keys = frozenset({0, 1} if has_numbers else {0})
    n_bold = len(list(takewhile(lambda line: line.is_bold, titled.lines))) if titled.n_headings else 0
    return Setting(
        cells,
        leading,
        is_loose,
        _has_paragraphs(titled, cells, leading),
        keys,
        numbered,
        n_bold,
        tuple(sides),
        paper.right,
        painted,
    )


def _cells(line: Line, gutters: Sequence[Gutter]) -> dict[int, Line]:
    filled = groupby(line.words, key=lambda word: column_of(word, gutters))
    return {col: make_line(list(words)) for col, words in filled}


def _covers(box: Box, side: tuple[float, float]) -> bool:
    return min(box.x1, side[1]) - max(box.x0, side[0]) >= PART_OF_COLUMN * (side[1] - side[0])


def _leading(cells: Sequence[dict[int, Line]]) -> float:
    """Return how far lines of one cell are apart: nearly the smallest distance of two lines below each other."""
    steps: list[float] = []
    last: dict[int, Line] = {}
    for each in cells:
        for col, line in each.items():
            above = last.get(col)
            if above is not None and line.baseline - above.baseline >= LEAST_LEADING * line.size:
                steps.append(line.baseline - above.baseline)
            last[col] = line
    steps.sort()
    return steps[len(steps) // 10] if steps else max(line.size for each in cells for line in each.values())


def _is_loose(titled: Titled, cells: Sequence[dict[int, Line]], leading: float) -> bool:
    """Whether rows are set apart by space, as the first is from the headings."""
    if titled.space:
        return titled.space > LOOSE * leading
    for at in range(titled.n_headings, len(titled.lines)):
        if not titled.lines[at].is_bold and len(cells[at]) > 1:
            return titled.lines[at].baseline - titled.lines[at - 1].baseline > LOOSE * leading
    return False


def _has_paragraphs(titled: Titled, cells: Sequence[dict[int, Line]], leading: float) -> bool:
    """Whether a column has space between lines of one cell: beside it another column goes on without."""
    last: dict[int, Line] = {}
    for at, each in enumerate(cells):
        is_near = at > 0 and titled.lines[at].baseline - titled.lines[at - 1].baseline <= LOOSE * leading
        steps = [line.baseline - last[col].baseline for col, line in each.items() if col in last]
        if is_near and any(LOOSE * leading < step <= BLANK * leading for step in steps):
            return True
        last.update(each)
    return False


def _cut(lines: Sequence[Line], start: int, stop: int, setting: Setting, titled: Titled) -> list[int]:
    """Return the best places to begin rows among the lines from ``start`` to ``stop``, the first being one."""
    weights = [_weigh(lines, start, at, setting) if at >= titled.n_headings else None for at in range(start, stop)]
    best: list[tuple[float, int]] = [(0.0, start)]
    for end in range(start + 1, stop + 1):
        options = []
        late: dict[int, int] = {}
        for first in range(end - 1, start - 1, -1):
            for col in setting.cells[first]:
                late[col] = first
            weight = weights[first - start] if first > start else 0.0
            if weight is None:
                continue
            begun_below = sum(at > first for at in late.values())
            is_head = first < titled.n_headings
            below = begun_below * (HEADING_BEGINS_BELOW if is_head else BEGINS_BELOW)
            options.append((best[first - start][0] + weight + below, first))
        best.append(max(options))
    rows: list[int] = []
    end = stop
    while end > start:
        end = best[end - start][1]
        rows.insert(0, end)
    return rows


def _weigh(lines: Sequence[Line], start: int, at: int, setting: Setting) -> float | None:
    """Return what speaks for a row that begins on line ``at``; None where none can."""
    line, above = lines[at], lines[at - 1]
    if at == start:
        return 0.0
    space = line.baseline - above.baseline
    if space < LEAST_LEADING * min(line.size, above.size):
        return None
    cells = setting.cells[at]
    weight = ROWS_ARE_RARER
    if not setting.keys & cells.keys():
        weight += KEY_IS_EMPTY
    if setting.numbered is not None:
        weight += NUMBER if _is_numbered(setting.cells[at], setting.numbered) else NUMBER_IS_MISSING
    if setting.is_loose:
        above_rows = SPACE_ABOVE if setting.has_paragraphs else SPACE_ABOVE_ROWS_ALONE
        weight += above_rows if space > LOOSE * setting.leading else NO_SPACE_ABOVE
    if 0 < at <= setting.n_bold:
        weight += BOLD_ENDS if at == setting.n_bold else STILL_BOLD
    weight += _weigh_fills(above, line, setting.fills)
    for col in cells:
        weight += _weigh_column(col, start, at, setting)
    return weight


def _is_numbered(cells: dict[int, Line], numbered: re.Pattern[str]) -> bool:
    return 0 in cells and numbered.match(cells[0].text) is not None


def _weigh_fills(above: Line, line: Line, fills: Sequence[Box]) -> float:
    """Return what painted cells say: their edges lie between rows, and none within a row."""
    high, low = above.box.centre[1], line.box.centre[1]
    if any(high < edge < low for box in fills for edge in (box.top, box.bottom)):
        return EDGE_ABOVE
    return WITHIN_FILL if any(box.top < high and box.bottom > low for box in fills) else 0.0


def _weigh_column(col: int, start: int, at: int, setting: Setting) -> float:
    """Return what the words of a column say for a row that begins on line ``at``."""
    line = setting.cells[at][col]
    place = next((up for up in range(at - 1, start - 1, -1) if col in setting.cells[up]), None)
    if place is None:
        return WAS_BLANK
    above = setting.cells[place][col]
    step = line.baseline - above.baseline
    if place < at - 1 and step > (BLANK_LOOSE if setting.is_loose else BLANK) * setting.leading:
        return WAS_BLANK
    if BULLET.match(line.text):
        return NEXT_ITEM
    weight = _weigh_text(above, line, setting.sides[col], is_near=step <= LOOSE * setting.leading)
    if weight == FULL_NO_STOP and col == len(setting.sides) - 1:
        had_room = fits_after(above, line, (setting.sides[col][0], setting.right))
        return 0.0 if had_room else weight
    return weight


def _weigh_text(above: Line, line: Line, sides: tuple[float, float], *, is_near: bool) -> float:
    """Return what it says for the end of a cell how one of its lines ends and the next begins."""
    is_ended, is_small = SENTENCE_END.search(above.text) is not None, line.text[:1].islower()
    if not is_near:
        return GOES_ON if is_small and not is_ended else SET_APART
    if is_small:
        return SMALL_AFTER_STOP if is_ended else GOES_ON
    if fits_after(above, line, sides):
        return HAD_ROOM
    return FULL_AND_STOP if is_ended else FULL_NO_STOP

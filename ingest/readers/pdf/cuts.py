"""Weighs whether the first row after a page break is the rest of the last row before it.

The evidence is what each column's text does over the break, and how the row before it ends. Joining two rows is as
wrong as leaving one in two, so the weights are signed and the sum decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from statistics import mean, median
from typing import TYPE_CHECKING

from ingest.readers.pdf.paragraphs import BULLET, LABEL, SENTENCE_END, fits_after

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ingest.readers.pdf.lines import Line
    from ingest.readers.pdf.tables import Cell, Table

LINE = 1.2
"""How high a line is, in font sizes."""
FULL = 2.6
"""How many lines may be missing at the foot of a page where a row is cut: two may be kept together."""
STOPPED_SHORT = 2.2
"""Text that ends this many lines above the fullest column has ended; it does not go on overleaf."""
SAME_TAIL = 1.0
ENOUGH_ROWS = 3
"""So many whole rows say what is usual in a table."""
USUAL_PART = 0.6
MOST_LABELLED = 0.75

OTHER_COLOR = -8.0
APPEARS = -4.5
STOPS_SHORT = -5.0
GOES_ON_MIDWAY = 5.0
GOES_ON_SMALL = 1.5
LIST_FOLLOWS = 2.0
LABEL_IS_MISSING = 3.0
ROWS_KEPT_WHOLE = -3.0
FULL_LINE_NO_STOP = 1.0
FULL_LINE_AND_STOP = -0.25
LINE_HAD_ROOM = -1.0
NEW_LABEL = -4.0
LIST_ITEM = -0.25
KEY_MISSING = 1.5
NUMBER_MISSING = 2.5
ENDS_OTHERWISE = 2.0
ENDS_AS_USUAL = -1.5
STOP_IS_MISSING = 2.0
EVEN_ODDS = 2.5
"""What each observation adds to the sum; above zero the row was cut.

A page ends between two rows by chance once in as many times as rows have lines; at ``EVEN_ODDS`` lines a row it is
as likely to end between as within. Cells that end without a stop say the more the rarer that is in their column.
"""
SPACED = 3.5
"""Only where paragraphs are followed by this much space does the room below the last line tell anything."""


@dataclass(frozen=True, slots=True)
class Break:
    """The two parts of a table at a page break, repeated heading rows taken off, and how far down pages go."""

    above: Table
    below: Table
    floor: float


@dataclass(frozen=True, slots=True)
class _Column:
    """What is usual in a column, by its cells whose beginnings or ends are certain."""

    is_labelled: bool
    """Whether most cells of the column begin with a number, as rows do."""
    is_key: bool
    """Whether rows always fill the column where they begin."""
    stopping_part: float
    """What part of its cells ends with a stop."""


EMPTY_COLUMN = _Column(is_labelled=False, is_key=False, stopping_part=0.0)


@dataclass(frozen=True, slots=True)
class Habits:
    """What is usual in a table with page breaks: what a single break is held against."""

    columns: Mapping[tuple[int, int], _Column]
    """By the number of the column and how many it spans."""
    merged_columns: frozenset[int]
    """Columns in which cells are merged downwards."""
    keeps_rows_whole: bool
    """Whether a page with room for more lines before a break shows that rows are not cut."""
    odds: float
    """What the number of lines in rows adds to the weight of every break."""
    tail: float | None
    """The room that rows leave below their last line, where all leave the same."""
    size: float
    """The size of type."""


def learn_habits(breaks: Sequence[Break]) -> Habits:
    """Return what is usual in the table with these ``breaks``, which are all it has."""
    begun, ended = _begun_cells(breaks), _ended_cells(breaks)
    parts = (breaks[0].above, *(each.below for each in breaks))
    return Habits(
        columns=_learn_columns(begun, ended),
        merged_columns=frozenset(cell.col for part in parts for cell in part.cells if cell.rowspan > 1),
        keeps_rows_whole=any(
            each.above.box.bottom + FULL * LINE * _size(each.below.row(0)) < each.floor for each in breaks
        ),
        odds=_weigh_odds(begun),
        tail=_usual_tail(ended),
        size=_size(ended),
    )


def _learn_columns(begun: Iterable[Cell], ended: Iterable[Cell]) -> dict[tuple[int, int], _Column]:
    begun_by, ended_by = _by_column(begun), _by_column(ended)
    return {key: _learn_column(begun_by.get(key, ()), ended_by.get(key, ())) for key in begun_by.keys() | ended_by}


def _by_column(cells: Iterable[Cell]) -> dict[tuple[int, int], list[Cell]]:
    columns: dict[tuple[int, int], list[Cell]] = {}
    for cell in cells:
        columns.setdefault((cell.col, cell.colspan), []).append(cell)
    return columns


def _learn_column(begun: Sequence[Cell], ended: Sequence[Cell]) -> _Column:
    firsts = [cell.lines[0] for cell in begun if cell.lines]
    ends = [_is_ended(cell.lines[-1]) for cell in ended if cell.lines]
    is_full = len(begun) >= ENOUGH_ROWS and all(cell.lines and cell.rowspan == 1 for cell in begun)
    return _Column(
        is_labelled=len(firsts) >= ENOUGH_ROWS and sum(map(_is_label, firsts)) >= MOST_LABELLED * len(firsts),
        is_key=is_full,
        stopping_part=sum(ends) / len(ends) if len(ends) >= ENOUGH_ROWS else 0.0,
    )


def _size(cells: Iterable[Cell]) -> float:
    return max((line.size for cell in cells for line in cell.lines), default=10.0)


def is_cut(each: Break, habits: Habits) -> bool:
    """Whether the first row below the break is the rest of the last row above it.

    A row that fits no page is cut even where rows are kept whole.
    """
    pairs = _columns(each)
    if pairs is None:
        return False
    kept_whole = ROWS_KEPT_WHOLE if habits.keeps_rows_whole and _would_fit(each) else 0.0
    return weigh(pairs, habits) + kept_whole > 0


def _would_fit(each: Break) -> bool:
    """Whether the rows on both sides of the break, if they are one, would have fitted on the next page together."""
    height = each.above.row_height(each.above.n_rows - 1) + each.below.row_height(0)
    return height < each.floor - each.below.boxes[0][1].top


def weigh(pairs: Sequence[tuple[Cell, Cell]], habits: Habits) -> float:
    """Return the sum of the evidence: above zero for a cut row."""
    fullest = min((_tail(cell) for cell, _below in pairs if cell.lines), default=0.0)
    columns = [habits.columns.get((cell.col, cell.colspan), EMPTY_COLUMN) for cell, _below in pairs]
    weight = sum(
        _weigh_column(first, second, fullest, column) for (first, second), column in zip(pairs, columns, strict=True)
    )
    return weight + _weigh_keys(pairs, columns) + _weigh_tail(fullest, habits) + habits.odds


def is_merged_over(above: Cell, below: Cell, habits: Habits) -> bool:
    """Whether a cell goes on over a page break although its row does not: cells merged downwards."""
    if above.fill != below.fill or not above.lines:
        return False
    if not below.lines:
        return below.rowspan > 1 or above.col in habits.merged_columns
    end, start = above.lines[-1], below.lines[0]
    return _starts_small(start) and not _is_ended(end) and not _had_room(above, below)


def _columns(each: Break) -> list[tuple[Cell, Cell]] | None:
    """Return the cells of the last row above with those below them, None where their shapes differ."""
    above, first = each.above, each.below.row(0)
    last = sorted((cell for cell in above.cells if cell.row + cell.rowspan == above.n_rows), key=lambda cell: cell.col)
    if [(cell.col, cell.colspan) for cell in last] != [(cell.col, cell.colspan) for cell in first]:
        return None
    return list(zip(last, first, strict=True))


def _weigh_column(above: Cell, below: Cell, fullest: float, column: _Column) -> float:
    if above.fill != below.fill:
        return OTHER_COLOR
    if not below.lines:
        return 0.0
    if not above.lines:
        return APPEARS
    stopped = _tail(above) - fullest > STOPPED_SHORT * LINE * above.lines[-1].size
    return (STOPS_SHORT if stopped else 0.0) + _weigh_text(above, below, column)


def _weigh_text(above: Cell, below: Cell, column: _Column) -> float:
    end, start = above.lines[-1], below.lines[0]
    is_label, rows_are_labelled = _is_label(start), column.is_labelled
    if is_label and rows_are_labelled:
        return NEW_LABEL
    weight = LABEL_IS_MISSING if rows_are_labelled else 0.0
    if is_label or BULLET.match(start.text):
        return weight + (LIST_FOLLOWS if end.text.endswith(":") else LIST_ITEM)
    had_room = _had_room(above, below)
    if _starts_small(start):
        return weight + (GOES_ON_SMALL if _is_ended(end) or had_room else GOES_ON_MIDWAY)
    if had_room:
        return weight + LINE_HAD_ROOM
    no_stop = FULL_LINE_NO_STOP + STOP_IS_MISSING * column.stopping_part
    return weight + (FULL_LINE_AND_STOP if _is_ended(end) else no_stop)


def _is_label(line: Line) -> bool:
    return LABEL.match(line.text) is not None or line.text.isdigit()


def _had_room(above: Cell, below: Cell) -> bool:
    """Whether the next word had room in the last line above the break."""
    box = above.parts[-1].box
    padding = max(0.0, min(line.box.x0 for line in above.lines) - box.x0)
    return fits_after(above.lines[-1], below.lines[0], (box.x0 + padding, box.x1 - padding))


def _starts_small(line: Line) -> bool:
    return line.text[:1].islower()


def _is_ended(line: Line) -> bool:
    return SENTENCE_END.search(line.text) is not None


def _weigh_keys(pairs: Sequence[tuple[Cell, Cell]], columns: Sequence[_Column]) -> float:
    """Return the weight of columns that rows always fill where they begin, and that are empty below the break."""
    weight = 0.0
    for (first, second), column in zip(pairs, columns, strict=True):
        if column.is_key and first.lines and not second.lines and second.rowspan == 1:
            weight += NUMBER_MISSING if column.is_labelled else KEY_MISSING
    return weight


def _begun_cells(breaks: Sequence[Break]) -> list[Cell]:
    """Return the cells that certainly begin where they seem to: all but those in the first row below a break."""
    later = (cell for each in breaks for cell in each.below.cells if cell.row > 0)
    return [*breaks[0].above.cells, *later]


def _ended_cells(breaks: Sequence[Break]) -> list[Cell]:
    """Return the cells that certainly end where they seem to: all but those in the last row above a break."""
    parts = (each.above for each in breaks)
    earlier = (cell for part in parts for cell in part.cells if cell.row + cell.rowspan < part.n_rows)
    return [*earlier, *breaks[-1].below.cells]


def _tail(cell: Cell) -> float:
    """Return how much room is left below the last line of a cell, on its last page."""
    last = cell.parts[-1]
    return last.box.bottom - max(line.baseline for line in last.lines) if last.lines else last.box.height


def _weigh_odds(begun: Sequence[Cell]) -> float:
    """Return how likely a page ends within a row, judged by how many lines rows have."""
    lines: dict[tuple[int, int], int] = {}
    for cell in begun:
        key = cell.parts[0].page, cell.row
        lines[key] = max(lines.get(key, 1), len(cell.lines))
    return log(mean(lines.values()) / EVEN_ODDS) if len(lines) >= ENOUGH_ROWS else 0.0


def _usual_tail(ended: Sequence[Cell]) -> float | None:
    """Return the room rows leave below their last line, None where it differs."""
    tails: dict[tuple[int, int], float] = {}
    for cell in ended:
        if cell.lines:
            key = (cell.parts[0].page, cell.row + cell.rowspan)
            tails[key] = min(tails.get(key, _tail(cell)), _tail(cell))
    if len(tails) < ENOUGH_ROWS:
        return None
    usual = median(tails.values())
    alike = sum(abs(tail - usual) <= SAME_TAIL for tail in tails.values())
    return usual if alike >= USUAL_PART * len(tails) else None


def _weigh_tail(fullest: float, habits: Habits) -> float:
    """Return what the room below the last line says, where rows of the table all leave the same."""
    if habits.tail is None:
        return 0.0
    if abs(fullest - habits.tail) > SAME_TAIL:
        return ENDS_OTHERWISE
    return ENDS_AS_USUAL if habits.tail > SPACED + 0.3 * habits.size else 0.0

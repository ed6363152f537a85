"""Weighs what the text of one column does over a page break: whether it goes on, or another begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.readers.pdf.figures.pieces import is_figure
from ingest.readers.pdf.joining.habits import LINE, is_ended, is_item, is_label, may_be_overleaf, tail_of
from ingest.readers.pdf.text.paragraphs import BULLET, fits_after

if TYPE_CHECKING:
    from ingest.readers.pdf.joining.habits import Column, Habits
    from ingest.readers.pdf.ruled.tables import Cell
    from ingest.readers.pdf.text.lines import Line

STOPPED_SHORT = 2.2
"""Text that ends this many lines above the fullest column has ended; it does not go on overleaf."""

OTHER_COLOR = -8.0
APPEARS = -4.5
PUT_OVERLEAF = 1.5
STOPS_SHORT = -5.0
GOES_ON_MIDWAY = 5.0
GOES_ON_SMALL = 1.5
LIST_FOLLOWS = 2.0
LABEL_IS_MISSING = 3.0
FULL_LINE_NO_STOP = 1.0
FULL_LINE_AND_STOP = -0.25
LINE_HAD_ROOM = -1.0
NEW_LABEL = -4.0
NEW_FIGURE = -4.0
LIST_ITEM = -0.25
LIST_GOES_ON = 2.0
LIST_COUNTS_ON = 3.0
STOP_IS_MISSING = 2.0
"""What each observation adds to the sum; above zero the row was cut.

Cells that end without a stop say the more the rarer that is in their column.
"""
NEW_NUMBER = -8.0
"""Where every row has its number, that of another begins another, whatever the rest looks like."""
NEW_ENTRY = -3.0
"""Both say what whole cells of their column say as well: a status, a lead."""
ROW_NUMBER = re.compile(r"^(\D{0,8})\d[\d.]*\W{0,2}$")
"""What names a row in a column of its own: "7", "3.2", "R10", "Action 4"."""
DIGITS = re.compile(r"\d+")


def weigh_column(above: Cell, below: Cell, fullest: float, column: Column, habits: Habits) -> float:
    """Return what it adds to the weight of a cut row that ``above`` stands over ``below``.

    ``fullest`` is the room below the last line of the row above, and ``column`` what is usual in theirs.
    """
    if above.fill != below.fill:
        return OTHER_COLOR
    if not below.lines:
        return 0.0
    if not above.lines:
        return PUT_OVERLEAF if column.is_key and may_be_overleaf(above, habits.size) else APPEARS
    needed = STOPPED_SHORT * LINE * above.lines[-1].size + _space_between(fullest, habits)
    stopped = tail_of(above) - fullest > needed
    weight = (STOPS_SHORT if stopped else 0.0) + weigh_text(above, below, column)
    return min(0.0, weight) if above.rowspan > 1 or below.rowspan > 1 else weight


def _space_between(fullest: float, habits: Habits) -> float:
    """Return how far apart paragraphs are: as much further as rows usually end above their rule than this one does."""
    return max(0.0, habits.tail - fullest) if habits.tail is not None else 0.0


def weigh_text(above: Cell, below: Cell, column: Column) -> float:
    """Return what the words on both sides of the break add."""
    start = below.lines[0]
    if numbers := _weigh_numbers(above, below, column):
        return numbers
    if column.is_labelled and is_label(start):
        return NEW_LABEL
    if {above.text, below.text} <= column.entries:
        return NEW_ENTRY
    return _weigh_sentence(above, below, column)


def _weigh_sentence(above: Cell, below: Cell, column: Column) -> float:
    """Return what it says how the words end above the break, and how they begin below it."""
    end, start = above.lines[-1], below.lines[0]
    weight = LABEL_IS_MISSING if column.is_labelled else 0.0
    if is_item(start):
        return weight + _weigh_item(above, start, column)
    had_space = had_room(above, below)
    if _starts_small(start):
        return weight + (GOES_ON_SMALL if is_ended(end) or had_space else GOES_ON_MIDWAY)
    if had_space:
        return weight + LINE_HAD_ROOM
    no_stop = FULL_LINE_NO_STOP + STOP_IS_MISSING * column.stopping_part
    return weight + (FULL_LINE_AND_STOP if is_ended(end) else no_stop)


def _weigh_numbers(above: Cell, below: Cell, column: Column) -> float:
    """Return what it says that both cells are a number, written alike and not the same, or end and begin with one."""
    first, second = ROW_NUMBER.match(above.text), ROW_NUMBER.match(below.text)
    if column.is_key and first and second and first[1] == second[1] and first[0] != second[0]:
        return NEW_NUMBER
    return NEW_FIGURE if is_figure(above.lines[-1].text) and is_figure(below.lines[0].text) else 0.0


def _weigh_item(above: Cell, start: Line, column: Column) -> float:
    """Return what it says that ``start``, the first line below the break, is an item of a list."""
    if above.lines[-1].text.endswith(":"):
        return LIST_FOLLOWS
    last = next((line for line in reversed(above.lines) if is_item(line)), None)
    if last is None:
        return LIST_ITEM
    numbers = [int(found[0]) if (found := DIGITS.search(line.words[0].text)) else 0 for line in (last, start)]
    if all(numbers):
        return LIST_COUNTS_ON if last is not above.lines[0] and numbers[1] == numbers[0] + 1 else LIST_ITEM
    is_alike = BULLET.match(start.text) and start.text[0] == last.text[0]
    return LIST_GOES_ON if is_alike and column.never_begins_with_item else LIST_ITEM


def had_room(above: Cell, below: Cell) -> bool:
    """Whether the next word had room in the last line above the break."""
    box = above.parts[-1].box
    padding = max(0.0, min(line.box.x0 for line in above.lines) - box.x0)
    return fits_after(above.lines[-1], below.lines[0], (box.x0 + padding, box.x1 - padding))


def _starts_small(line: Line) -> bool:
    return line.text[:1].islower()

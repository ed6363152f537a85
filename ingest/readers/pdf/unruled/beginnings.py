"""Where the rows of a table without rules begin: where what stood in its columns has ended, and all begin anew.

All cells of a row begin on its first line. So of all ways to cut the lines into rows that one is taken in which most
speaks for each row's first line, and the fewest cells begin below it.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from statistics import median
from typing import TYPE_CHECKING

from ingest.readers.pdf.text.paragraphs import BULLET, SENTENCE_END, fits_after
from ingest.readers.pdf.unruled.centring import find_centred, have_one_middle
from ingest.readers.pdf.unruled.laying import BLANK, LABEL, learn_setting
from ingest.readers.pdf.unruled.regions import LEAST_LEADING, LOOSE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ingest.readers.pdf.page import Box
    from ingest.readers.pdf.text.lines import Line
    from ingest.readers.pdf.unruled.laying import Paper, Setting
    from ingest.readers.pdf.unruled.titled import Titled

ROWS_ARE_RARER = -2.5
KEY_IS_EMPTY = -4.0
ALONE = -2.0
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
NOT_AT_ALL = -100.0
MOST_PARAGRAPHS = 6
MOST_LINES = 250
"""No page of paper has room for more lines: a row with more, on a page without end, is cut wherever it may be."""
FEWEST_FILLED = 3
CENTRED = 0.6
"""From such a part of the rows that fill so many columns, some begin lower than others only where cells are centred."""
SAME_SPACE = 0.9
"""Space narrower than this part of what parts most rows is within one."""
BLANK_LOOSE = 2.3
"""Where space follows paragraphs a column was left blank if its words are so many times as far apart as lines are."""


def find_beginnings(titled: Titled, sides: Sequence[tuple[float, float]], paper: Paper) -> list[int]:
    """Return the numbers of the lines of ``titled``, which stand on ``paper``, on which its rows begin.

    ``sides`` are those of its columns.
    """
    setting = learn_setting(titled, sides, paper)
    across = groupby(range(len(titled.lines)), key=titled.across.__contains__)
    groups = [(is_across, list(numbers)) for is_across, numbers in across]
    centred = find_centred([numbers for is_across, numbers in groups if not is_across], setting, _weigh)
    starts: list[int] = []
    for is_across, numbers in groups:
        start, stop = numbers[0], numbers[-1] + 1
        if is_across:
            starts.extend(numbers)
        else:
            starts.extend(_cut_at_space(start, stop, setting) or centred.get(start) or _cut(start, stop, setting))
    return starts


def _cut_at_space(start: int, stop: int, setting: Setting) -> list[int]:
    """Return the lines below space among those from ``start`` to ``stop``, where cells are centred from top to bottom.

    They are if between spaces most often some columns begin below the first line. Else none is returned.
    """
    if not setting.is_loose:
        return []
    rows = [start, *_spaced(start, stop, setting)]
    bands = [setting.cells[row:end] for row, end in zip(rows, [*rows[1:], stop], strict=True)]
    filled = [(band[0].keys(), frozenset().union(*band)) for band in bands]
    whole = [(first, columns) for first, columns in filled if len(columns) >= min(FEWEST_FILLED, len(setting.sides))]
    n_late = sum(len(first) < len(columns) for first, columns in whole)
    return _joined([*rows, stop], setting) if n_late > CENTRED * len(whole) else []


def _joined(edges: Sequence[int], setting: Setting) -> list[int]:
    """Return ``edges``, the lines on which rows begin and the one after the last, without that and those within rows.

    Where paragraphs are as far apart as rows, those of one row have a middle with its other cells only together.
    """
    rows: list[int] = []
    at = 0
    while at < len(edges) - 1:
        rows.append(edges[at])
        further = range(min(at + MOST_PARAGRAPHS, len(edges) - 1), at + 1, -1)
        at = next((end for end in further if _are_one_row(edges[at : end + 1], setting)), at + 1)
    return rows


def _are_one_row(edges: Sequence[int], setting: Setting) -> bool:
    """Whether what is between ``edges`` fills the columns of rows' keys once, and has one middle as a whole."""
    parts = [setting.cells[start:end] for start, end in pairwise(edges)]
    n_keyed = sum(any(setting.keys & cells.keys() for cells in part) for part in parts)
    return n_keyed == 1 and edges[0] >= setting.n_headings and have_one_middle(edges[0], edges[-1], setting)


def _spaced(start: int, stop: int, setting: Setting) -> list[int]:
    """Return the lines from ``start`` to ``stop`` that follow headings, or space as wide as what parts most rows.

    Of cells set in the middle the highest reaches from edge to edge, so that all rows are equally far apart; narrower
    space parts the paragraphs of a cell.
    """
    first = max(start + 1, setting.n_headings)
    spaces = {at: _space_above(at, setting) for at in range(first, stop)}
    spaced = {at: space for at, space in spaces.items() if space > LOOSE * setting.leading}
    above_keys = [space for at, space in spaced.items() if setting.keys & setting.cells[at].keys()]
    usual = median(above_keys) if above_keys else max(spaced.values(), default=0.0)
    below_headings = setting.n_bold if start < setting.n_bold < stop else min(spaced, default=stop)
    return [at for at in spaces if at == below_headings or spaced.get(at, 0.0) > SAME_SPACE * usual > 0]


def _space_above(at: int, setting: Setting) -> float:
    return setting.lines[at].baseline - setting.lines[at - 1].baseline


def _cut(start: int, stop: int, setting: Setting) -> list[int]:
    """Return the best places to begin rows among the lines from ``start`` to ``stop``, the first being one."""
    weights = [_weigh(start, at, setting, dict.fromkeys(setting.cells[at], at)) for at in range(start, stop)]
    best: list[tuple[float, int]] = [(0.0, start)]
    for end in range(start + 1, stop + 1):
        alone = (best[-1][0] + NOT_AT_ALL, end - 1)
        best.append(max(_ways_to_end(start, end, setting, weights, best), default=alone))
    rows: list[int] = []
    end = stop
    while end > start:
        end = best[end - start][1]
        rows.insert(0, end)
    return rows


def _ways_to_end(
    start: int, end: int, setting: Setting, weights: Sequence[float | None], best: Sequence[tuple[float, int]]
) -> Iterator[tuple[float, int]]:
    """Yield for each line on which the row before line ``end`` may begin what speaks for it and the rows above."""
    begun: dict[int, int] = {}
    for first in range(end - 1, max(start, end - MOST_LINES) - 1, -1):
        begun.update(dict.fromkeys(setting.cells[first], first))
        weight = weights[first - start]
        if weight is None:
            continue
        n_below = sum(at > first for at in begun.values())
        below = HEADING_BEGINS_BELOW if first < setting.n_headings else BEGINS_BELOW
        yield best[first - start][0] + weight + below * n_below, first


def _weigh(start: int, at: int, setting: Setting, begun: Mapping[int, int]) -> float | None:
    """Return what speaks for a row that begins on line ``at``; None where none can.

    ``begun`` says on which line each of its columns begins.
    """
    if at == start:
        return 0.0
    line, above = setting.lines[at], setting.lines[at - 1]
    space = _space_above(at, setting)
    if at < setting.n_headings or space < LEAST_LEADING * min(line.size, above.size):
        return None
    fills = _weigh_fills(above, line, setting.fills)
    if fills == EDGE_ABOVE and at == (setting.n_bold or setting.n_headings):
        return EDGE_ABOVE  # the rest of a row cut before, it may be, which begins as no row does
    weight = ROWS_ARE_RARER + fills
    if not setting.keys & begun.keys():
        weight += KEY_IS_EMPTY
    if len(begun) == 1:
        weight += ALONE
    if setting.numbered is not None:
        weight += NUMBER if _is_numbered(begun, setting) else NUMBER_IS_MISSING
    if setting.is_loose:
        above_rows = SPACE_ABOVE if setting.has_paragraphs else SPACE_ABOVE_ROWS_ALONE
        weight += above_rows if space > LOOSE * setting.leading else NO_SPACE_ABOVE
    if 0 < at <= setting.n_bold:
        weight += BOLD_ENDS if at == setting.n_bold else STILL_BOLD
    return weight + sum(_weigh_column(col, start, place, setting) for col, place in begun.items())


def _is_numbered(begun: Mapping[int, int], setting: Setting) -> bool:
    """Whether what begins in the first column begins as ``setting`` numbers rows."""
    if 0 not in begun or setting.numbered is None:
        return False
    return setting.numbered.match(setting.cells[begun[0]][0].text) is not None


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
    if col == 0 and setting.numbered is LABEL and LABEL.match(line.text):
        return SET_APART  # a number fills its narrow column, and yet is no more of the one above
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

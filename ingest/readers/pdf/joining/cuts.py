"""Weighs whether the first row after a page break is the rest of the last row before it.

The evidence is what each column's text does over the break, and how the row before it ends. Joining two rows is as
wrong as leaving one in two, so the weights are signed and the sum decides.
"""

from __future__ import annotations

from math import inf, log
from typing import TYPE_CHECKING

from ingest.readers.pdf.joining.going_on import ROW_NUMBER, had_room, weigh_column, weigh_text
from ingest.readers.pdf.joining.habits import (
    EMPTY_COLUMN,
    ENOUGH_ROWS,
    SAME_TAIL,
    is_ended,
    is_item,
    is_label,
    leaves_room,
    tail_of,
)
from ingest.readers.pdf.tagged.ties import is_tied_cell, is_tied_row
from ingest.readers.pdf.text.paragraphs import LEAD_IN
from ingest.readers.pdf.text.titles import is_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.readers.pdf.joining.habits import Break, Column, Habits, Key
    from ingest.readers.pdf.ruled.tables import Cell, Table

OTHER_TYPE = -8.0
ROWS_KEPT_WHOLE = -3.0
HEADING_ALONE = -12.0
NEW_TITLE = -4.0
TITLE_GOES_ON = 3.0
KEY_MISSING = 1.5
NUMBER_MISSING = 2.5
ENDS_OTHERWISE = 2.0
ENDS_AS_USUAL = -1.5
"""What each observation adds to the sum; above zero the row was cut.

A page ends between two rows by chance once in as many times as rows have lines; at ``habits.EVEN_ODDS`` lines a
row it is as likely to end between as within.
"""
RUNS_ON = 2.0
"""The text of a merged cell that weighs so much goes on over a break, whatever the row beside it does."""
SELDOM_AT_BREAK = 3.0
"""Of a merged cell that goes on, the row beside it does so as well as a rule: pages seldom end between two of them."""
ENDS_ABOVE_FOOT = -2.0
CERTAIN = 6.0
"""One row cut with so much evidence, though it would have fitted on a page, shows that rows are not kept whole."""
SURE = 3.0
FEWEST_FEET = 2
SAME_FOOT = 0.5
"""So many rows that are cut for sure, and end so near to each other, show that what is cut is drawn down to there."""
AGAINST_TAGS = 8.0
"""Above this the sum outweighs tags that part two rows."""
CARD = 2
"""A small table for one recommendation has two columns: what is asked for, and what was answered."""
FEWEST_BOLD = 2
"""A bold word alone may begin a cell; where so many cells are bold, and none below the break, they are headings."""
SPACED = 3.5
"""Only where paragraphs are followed by this much space does the room below the last line tell anything."""


def find_cuts(breaks: Sequence[Break], habits: Habits) -> list[bool]:
    """Tell for each of the ``breaks`` of a table whether the first row below is the rest of the last row above.

    Where rows are kept whole, only one that fits no page is cut. Some programs draw what they cut down to the foot of
    the page: what ends above it there has seldom been cut.
    """
    weights = _add_priors(breaks, [_weigh_break(each, habits) for each in breaks], habits)
    feet = [each.above.box.bottom for each, weight in zip(breaks, weights, strict=True) if weight > SURE]
    is_told = len(feet) >= FEWEST_FEET and max(feet) - min(feet) < SAME_FOOT
    ends = [is_told and each.above.box.bottom < min(feet) - SAME_FOOT for each in breaks]
    return [weight + (ENDS_ABOVE_FOOT if is_above else 0.0) > 0 for weight, is_above in zip(weights, ends, strict=True)]


def _add_priors(breaks: Sequence[Break], weights: Sequence[float], habits: Habits) -> list[float]:
    """Return ``weights`` less what speaks against a cut where rows are kept whole; all are unless one is cut for sure.

    Else those are that were put overleaf though the page had room for more lines.
    """
    fit = [_would_fit(each) for each in breaks]
    is_any_cut = any(weight > CERTAIN and fits for weight, fits in zip(weights, fit, strict=True))
    kept = [
        fits and (leaves_room(each) if is_any_cut else habits.keeps_rows_whole)
        for each, fits in zip(breaks, fit, strict=True)
    ]
    return [weight + (ROWS_KEPT_WHOLE if is_kept else 0.0) for weight, is_kept in zip(weights, kept, strict=True)]


def _weigh_break(each: Break, habits: Habits) -> float:
    """Return the sum of the evidence for a row cut by a break; what tags tie together is certain.

    Some programs tag what is left of a row overleaf as another row: that it is one then has to be plain, and what
    every row begins with missing.
    """
    last, first = _last_row(each.above), each.below.row(0)
    told = is_tied_row(last, first)
    if told:
        return inf
    pairs = _columns(last, first)
    if pairs is None:
        return -inf
    if told is False:
        return weigh(pairs, habits) - AGAINST_TAGS if _weigh_keys(pairs, _habits_of(pairs, habits)) > 0 else -inf
    beside = _beside_merged(pairs, habits)
    if len(beside) < len(pairs) and any(below.lines for _above, below in beside):
        return min(weigh(pairs, habits), weigh(beside, habits) + SELDOM_AT_BREAK)
    return weigh(pairs, habits)


def _beside_merged(pairs: Sequence[tuple[Cell, Cell]], habits: Habits) -> Sequence[tuple[Cell, Cell]]:
    """Return ``pairs`` without those on the left that go on over the break whether the row is cut or not: merged."""
    for at, (above, below) in enumerate(pairs):
        is_merged = above.col in habits.merged_columns
        if not (is_merged and below.lines and is_merged_over(above, below, habits)):
            return pairs[at:]
    return []


def _habits_of(pairs: Sequence[tuple[Cell, Cell]], habits: Habits) -> list[Column]:
    return [habits.columns.get((cell.col, cell.colspan), EMPTY_COLUMN) for cell, _below in pairs]


def _would_fit(each: Break) -> bool:
    """Whether the rows on both sides of the break, if they are one, would have fitted on the next page together."""
    height = each.above.row_height(each.above.n_rows - 1) + each.below.row_height(0)
    return height < each.floor - each.below.boxes[0][1].top


def weigh(pairs: Sequence[tuple[Cell, Cell]], habits: Habits) -> float:
    """Return the sum of the evidence: above zero for a cut row."""
    fullest = min((tail_of(cell) for cell, _below in pairs if cell.lines), default=0.0)
    columns = _habits_of(pairs, habits)
    weight = sum(
        weigh_column(first, second, fullest, column, habits)
        for (first, second), column in zip(pairs, columns, strict=True)
    )
    weight += max(_weigh_keys(pairs, columns), _weigh_gaps(pairs, habits.filled)) + _weigh_titles(pairs)
    return weight + _weigh_tail(fullest, habits) + _weigh_type(pairs) + _weigh_alone(pairs) + habits.odds


def is_merged_over(above: Cell, below: Cell, habits: Habits) -> bool:
    """Whether a cell goes on over a page break although its row does not: cells merged downwards."""
    told = is_tied_cell(above, below)
    if told is not None:
        return told
    if above.fill != below.fill or not above.lines:
        return False
    if not below.lines:
        return below.rowspan > 1 or above.col in habits.merged_columns
    if is_ended(above.lines[-1]) or had_room(above, below):
        return False
    may_be_merged = above.col in habits.merged_columns or below.lines[0].text[0].islower()
    return may_be_merged and weigh_text(above, below, _habits_of([(above, below)], habits)[0]) >= RUNS_ON


def _last_row(table: Table) -> list[Cell]:
    """Return the cells that end in the last row, from left to right."""
    last = (cell for cell in table.cells if cell.row + cell.rowspan == table.n_rows)
    return sorted(last, key=lambda cell: cell.col)


def _columns(last: Sequence[Cell], first: Sequence[Cell]) -> list[tuple[Cell, Cell]] | None:
    """Return the cells of the last row above with those of the first below, None where their shapes differ."""
    shapes = [[(cell.col, cell.colspan) for cell in row] for row in (last, first)]
    return list(zip(last, first, strict=True)) if shapes[0] == shapes[1] else None


def _weigh_keys(pairs: Sequence[tuple[Cell, Cell]], columns: Sequence[Column]) -> float:
    """Return the weight of columns that rows always fill where they begin, and that are empty below the break."""
    weight = 0.0
    for (_first, second), column in zip(pairs, columns, strict=True):
        if column.is_key and not second.lines and second.rowspan == 1:
            weight += NUMBER_MISSING if column.is_labelled else KEY_MISSING
    return weight


def _weigh_gaps(pairs: Sequence[tuple[Cell, Cell]], filled: Sequence[frozenset[Key]]) -> float:
    """Return how seldom rows begin with words in no more columns than there are below the break.

    Those whose first cells are merged with the row above do; where cells are certainly merged, empty ones say nothing.
    """
    below = {(cell.col, cell.colspan) for _above, cell in pairs if cell.lines}
    merged = {(cell.col, cell.colspan) for _above, cell in pairs if cell.rowspan > 1}
    if len(filled) < ENOUGH_ROWS or len(below | merged) == len(pairs):
        return 0.0
    alike = sum(columns - merged <= below for columns in filled)
    return log((len(filled) + 2) / (alike + 1))


def _weigh_titles(pairs: Sequence[tuple[Cell, Cell]]) -> float:
    """Return what it says that rows of a card begin with what is asked for, or are titles across it, with a number."""
    if len(pairs) == 1 and pairs[0][0].colspan > 1:
        return TITLE_GOES_ON if _is_rest_of_title(*pairs[0]) else 0.0
    are_titles = len(pairs) == CARD and all(is_title(cell.text) for cell in pairs[0])
    return NEW_TITLE if are_titles else 0.0


def _is_rest_of_title(above: Cell, below: Cell) -> bool:
    """Whether only the title ``above`` has a number, and what is below it is set as it is, without a lead-in."""
    if not (above.lines and below.lines) or not is_label(above.lines[0]):
        return False
    start = below.lines[0]
    is_alike = start.is_bold == above.lines[-1].is_bold and start.size == above.lines[-1].size
    return is_alike and not is_item(start) and LEAD_IN.match(start.text) is None


def _weigh_type(pairs: Sequence[tuple[Cell, Cell]]) -> float:
    """Return what it says that all is bold above the break, as headings at the foot of a page are, and none below."""
    above = [cell for cell, _below in pairs if cell.lines]
    are_bold = len(above) >= FEWEST_BOLD and all(line.is_bold for cell in above for line in cell.lines)
    stays_bold = any(word.is_bold for _above, cell in pairs for line in cell.lines for word in line.words)
    return OTHER_TYPE if are_bold and not stays_bold else 0.0


def _weigh_alone(pairs: Sequence[tuple[Cell, Cell]]) -> float:
    """Return what it says that most words are below the break: a heading over rows stands at the foot of a page.

    So does the number of a row whose other words are kept together.
    """
    begun = [above.text for above, _below in pairs if above.lines]
    n_appearing = sum(bool(below.lines and not above.lines) for above, below in pairs)
    return HEADING_ALONE if n_appearing > len(begun) and not any(map(ROW_NUMBER.match, begun)) else 0.0


def _weigh_tail(fullest: float, habits: Habits) -> float:
    """Return what the room below the last line says, where rows of the table all leave the same."""
    if habits.tail is None:
        return 0.0
    if abs(fullest - habits.tail) > SAME_TAIL:
        return ENDS_OTHERWISE
    return ENDS_AS_USUAL if habits.tail > SPACED + 0.3 * habits.size else 0.0

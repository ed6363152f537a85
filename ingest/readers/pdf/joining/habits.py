"""What is usual in a table with page breaks: how its rows begin and end, which a single break is held against."""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from statistics import mean, median
from typing import TYPE_CHECKING

from ingest.readers.pdf.text.paragraphs import BULLET, LABEL, SENTENCE_END

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import TypeAlias

    from ingest.readers.pdf.ruled.tables import Cell, Table
    from ingest.readers.pdf.text.lines import Line

    Key: TypeAlias = tuple[int, int]
    """A column by its number and how many it spans."""

LINE = 1.2
"""How high a line is, in font sizes."""
FULL = 2.6
"""How many lines may be missing at the foot of a page where a row is cut: two may be kept together."""
SAME_TAIL = 1.0
"""Rooms below last lines that differ by no more are the same."""
ENOUGH_ROWS = 3
"""So many whole rows say what is usual in a table."""
ENOUGH_FILLED = 2
"""A heading and a row below it say already which columns rows fill where they begin."""
KEPT_TOGETHER = 4.0
"""A paragraph of fewer lines may be put overleaf whole, where its row is cut (CSS Fragmentation 3, 3.3: orphans)."""
USUAL_PART = 0.6
MOST_LABELLED = 0.75
EVEN_ODDS = 2.5
"""How many lines rows have where a page ends as often between as within them."""


@dataclass(frozen=True, slots=True)
class Break:
    """The two parts of a table at a page break, repeated heading rows taken off, and how far down pages go."""

    above: Table
    below: Table
    floor: float


@dataclass(frozen=True, slots=True)
class Column:
    """What is usual in a column, by its cells whose beginnings or ends are certain."""

    is_labelled: bool
    """Whether most cells of the column begin with a number, as rows do."""
    is_key: bool
    """Whether rows always fill the column where they begin."""
    stopping_part: float
    """What part of its cells ends with a stop."""
    never_begins_with_item: bool
    """Whether enough of its cells are known to say that none begins with an item of a list."""
    entries: frozenset[str] = frozenset()
    """What its whole cells say."""


EMPTY_COLUMN = Column(is_labelled=False, is_key=False, stopping_part=0.0, never_begins_with_item=False)


@dataclass(frozen=True, slots=True)
class Habits:
    """What is usual in a table with page breaks: what a single break is held against."""

    columns: Mapping[Key, Column]
    merged_columns: frozenset[int]
    """Columns in which cells are merged downwards."""
    keeps_rows_whole: bool
    """Whether a page with room for more lines before a break shows that rows are not cut."""
    odds: float
    """What the number of lines in rows adds to the weight of every break."""
    filled: tuple[frozenset[Key], ...]
    """For each row that certainly begins where it seems to, the columns in which it begins with words."""
    tail: float | None
    """The room that rows leave below their last line, where all leave the same."""
    size: float
    """The size of type."""


def learn_habits(breaks: Sequence[Break]) -> Habits:
    """Return what is usual in the table with these ``breaks``, which are all it has."""
    ended = _ended_cells(breaks)
    size = size_of(ended)
    begun = _begun_cells(breaks, size)
    parts = (breaks[0].above, *(each.below for each in breaks))
    return Habits(
        columns=_learn_columns(begun, ended),
        merged_columns=frozenset(cell.col for part in parts for cell in part.cells if cell.rowspan > 1),
        keeps_rows_whole=any(map(leaves_room, breaks)),
        odds=_weigh_odds(begun),
        filled=_filled_columns(begun),
        tail=_usual_tail(ended),
        size=size,
    )


def leaves_room(each: Break) -> bool:
    """Whether the page before the break had room for more lines of the row overleaf, which was kept whole then."""
    return each.above.box.bottom + FULL * LINE * size_of(each.below.row(0)) < each.floor


def _learn_columns(begun: Iterable[Cell], ended: Iterable[Cell]) -> dict[Key, Column]:
    begun_by, ended_by = _by_column(begun), _by_column(ended)
    return {key: _learn_column(begun_by.get(key, ()), ended_by.get(key, ())) for key in begun_by.keys() | ended_by}


def _by_column(cells: Iterable[Cell]) -> dict[Key, list[Cell]]:
    columns: dict[Key, list[Cell]] = {}
    for cell in cells:
        columns.setdefault((cell.col, cell.colspan), []).append(cell)
    return columns


def _learn_column(begun: Sequence[Cell], ended: Sequence[Cell]) -> Column:
    firsts = [cell.lines[0] for cell in begun if cell.lines]
    ends = [is_ended(cell.lines[-1]) for cell in ended if cell.lines]
    is_full = len(begun) >= ENOUGH_FILLED and all(cell.lines and cell.rowspan == 1 for cell in begun)
    with_end = {id(cell) for cell in ended}
    return Column(
        is_labelled=len(firsts) >= ENOUGH_ROWS and sum(map(is_label, firsts)) >= MOST_LABELLED * len(firsts),
        is_key=is_full,
        stopping_part=sum(ends) / len(ends) if len(ends) >= ENOUGH_ROWS else 0.0,
        never_begins_with_item=len(firsts) >= ENOUGH_ROWS and not any(map(is_item, firsts)),
        entries=frozenset(cell.text for cell in begun if cell.lines and id(cell) in with_end),
    )


def size_of(cells: Iterable[Cell]) -> float:
    """Return the largest size of type in ``cells``."""
    return max((line.size for cell in cells for line in cell.lines), default=10.0)


def _begun_cells(breaks: Sequence[Break], size: float) -> list[Cell]:
    """Return the cells that certainly begin where they seem to: all but those in the first row below a break.

    Nor does a cell without words at the foot of a page, if its words may be overleaf.
    """
    later = (cell for each in breaks for cell in each.below.cells if cell.row > 0)
    moved = {id(cell) for each in breaks for cell in _moved_cells(each, size)}
    return [cell for cell in (*breaks[0].above.cells, *later) if id(cell) not in moved]


def _moved_cells(each: Break, size: float) -> Iterator[Cell]:
    """Yield the cells of the last row above the break whose words may be those below it."""
    filled = {(cell.col, cell.colspan) for cell in each.below.row(0) if cell.lines}
    for cell in each.above.cells:
        is_last = cell.row + cell.rowspan == each.above.n_rows
        if is_last and (cell.col, cell.colspan) in filled and may_be_overleaf(cell, size):
            yield cell


def may_be_overleaf(cell: Cell, size: float) -> bool:
    """Whether ``cell`` says nothing at the foot of its page, and had no room for more than is kept together."""
    return not cell.lines and tail_of(cell) < KEPT_TOGETHER * LINE * size


def _ended_cells(breaks: Sequence[Break]) -> list[Cell]:
    """Return the cells that certainly end where they seem to: all but those in the last row above a break."""
    parts = (each.above for each in breaks)
    earlier = (cell for part in parts for cell in part.cells if cell.row + cell.rowspan < part.n_rows)
    return [*earlier, *breaks[-1].below.cells]


def _weigh_odds(begun: Sequence[Cell]) -> float:
    """Return how likely a page ends within a row, judged by how many lines rows have."""
    lines: dict[tuple[int, int], int] = {}
    for cell in begun:
        key = cell.parts[0].page, cell.row
        lines[key] = max(lines.get(key, 1), len(cell.lines))
    return log(mean(lines.values()) / EVEN_ODDS) if len(lines) >= ENOUGH_ROWS else 0.0


def _filled_columns(begun: Sequence[Cell]) -> tuple[frozenset[Key], ...]:
    rows: dict[tuple[int, int], set[Key]] = {}
    for cell in begun:
        if cell.lines:
            rows.setdefault((cell.parts[0].page, cell.row), set()).add((cell.col, cell.colspan))
    return tuple(map(frozenset, rows.values()))


def _usual_tail(ended: Sequence[Cell]) -> float | None:
    """Return the room rows leave below their last line, None where it differs."""
    tails: dict[tuple[int, int], float] = {}
    for cell in ended:
        if cell.lines:
            key = (cell.parts[0].page, cell.row + cell.rowspan)
            tails[key] = min(tails.get(key, tail_of(cell)), tail_of(cell))
    if len(tails) < ENOUGH_ROWS:
        return None
    usual = median(tails.values())
    alike = sum(abs(tail - usual) <= SAME_TAIL for tail in tails.values())
    return usual if alike >= USUAL_PART * len(tails) else None


def tail_of(cell: Cell) -> float:
    """Return how much room is left below the last line of a cell, on its last page."""
    last = cell.parts[-1]
    return last.box.bottom - max(line.baseline for line in last.lines) if last.lines else last.box.height


def is_label(line: Line) -> bool:
    """Whether ``line`` begins with a number, as rows and items of lists do."""
    return LABEL.match(line.text) is not None or line.text.isdigit()


def is_item(line: Line) -> bool:
    """Whether ``line`` begins with a bullet or number, as items of lists do."""
    return BULLET.match(line.text) is not None or is_label(line)


def is_ended(line: Line) -> bool:
    """Whether ``line`` ends with a stop."""
    return SENTENCE_END.search(line.text) is not None

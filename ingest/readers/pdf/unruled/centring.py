"""Where the rows of a table begin whose cells are set in the middle of their rows and touch: no space tells them.

The middles of all cells of a row then are at one height, and only those of the highest cells reach from edge to edge.
So of all ways to cut the lines into stretches whose columns have one middle that one is taken in which most speaks
for each cell's beginning.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.readers.pdf.unruled.laying import BLANK
from ingest.readers.pdf.unruled.regions import LEAST_LEADING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import TypeAlias

    from ingest.readers.pdf.unruled.laying import Setting

    Weigh: TypeAlias = Callable[[int, int, Setting, Mapping[int, int]], float | None]

SAME_MIDDLE = 0.2
"""The middles of cells of one row differ by less than this part of a line's height: one line more moves it by half."""
FEWEST_TOLD = 2
"""So many rows show that cells are set in the middle: a shorter one begins below the first line, and ends above."""
MOSTLY = 0.5
"""And such a part of the rows with several cells do: of those set at the top, only where lines happen to fall so."""


@dataclass(frozen=True, slots=True)
class _Row:
    """Lines that may be a row: the first, where each column begins, and whether one begins and ends within."""

    first: int
    begun: Mapping[int, int]
    is_told: bool


def find_centred(groups: Sequence[Sequence[int]], setting: Setting, weigh: Weigh) -> dict[int, list[int]]:
    """Return the lines on which rows begin whose cells are set in their middle, for the first line of each group.

    ``groups`` are the numbers of the lines between headings of parts. ``weigh`` says what speaks for a row that begins
    on a line, and its columns where they are told to, or None where none can. A group not all of whose lines fall into
    such rows is left out, and all are where too few rows show it.
    """
    below = [at for numbers in groups for at in numbers[1:] if at > setting.n_headings]
    if not any(_are_beside(at, setting) for at in below):
        return {}
    cut = {numbers[0]: _cut(numbers[0], numbers[-1] + 1, setting, weigh) for numbers in groups}
    if not _are_centred([row for rows in cut.values() for row in rows]):
        return {}
    return {start: [row.first for row in rows] for start, rows in cut.items()}


def have_one_middle(first: int, end: int, setting: Setting) -> bool:
    """Return whether the cells written on the lines from ``first`` to before ``end`` have one middle."""
    begun: dict[int, int] = {}
    ended: dict[int, int] = {}
    for at in range(first, end):
        for col in setting.cells[at]:
            begun.setdefault(col, at)
            ended[col] = at
    return _spread(begun, ended, setting) < SAME_MIDDLE * setting.leading


def _spread(begun: Mapping[int, int], ended: Mapping[int, int], setting: Setting) -> float:
    """Return how far the middles of cells are apart that begin and end on these lines."""
    cells = setting.cells
    middles = [(cells[at][col].baseline + cells[ended[col]][col].baseline) / 2 for col, at in begun.items()]
    return max(middles) - min(middles)


def _cut(start: int, stop: int, setting: Setting, weigh: Weigh) -> tuple[_Row, ...]:
    """Return the rows into which the lines from ``start`` to ``stop`` fall best, none where they do not."""
    best: list[tuple[float, tuple[_Row, ...]] | None] = [(0.0, ())]
    for end in range(start + 1, stop + 1):
        ways: list[tuple[float, tuple[_Row, ...]]] = []
        for row in _rows_before(start, end, stop, setting):
            above, weight = best[row.first - start], weigh(start, row.first, setting, row.begun)
            if above is not None and weight is not None:
                ways.append((above[0] + weight, (*above[1], row)))
        best.append(max(ways, key=lambda way: way[0], default=None))
    return best[-1][1] if best[-1] is not None else ()


def _are_beside(at: int, setting: Setting) -> bool:
    """Whether the line ``at`` is too near to the one above to be below it in one cell."""
    lines = setting.lines
    return lines[at].baseline - lines[at - 1].baseline < LEAST_LEADING * min(lines[at].size, lines[at - 1].size)


def _are_centred(rows: Sequence[_Row]) -> bool:
    """Whether enough of ``rows`` show that their cells are set in the middle."""
    whole = [row for row in rows if len(row.begun) > 1]
    told = sum(row.is_told for row in whole)
    return told >= FEWEST_TOLD and told >= MOSTLY * len(whole)


def _rows_before(start: int, end: int, stop: int, setting: Setting) -> Iterator[_Row]:
    """Yield those stretches of lines that end before the line ``end`` and may be a row."""
    if end < stop and _are_beside(end, setting):
        return
    lines, begun, ended = setting.lines, dict[int, int](), dict[int, int]()
    for first in range(end - 1, start - 1, -1):
        for col in setting.cells[first]:
            if lines[begun.get(col, first)].baseline - lines[first].baseline > BLANK * setting.leading:
                return
            ended.setdefault(col, first)
            begun[col] = first
        if first > start and _are_beside(first, setting):
            continue
        is_heading = first == start and end == setting.n_bold
        if is_heading or _spread(begun, ended, setting) < SAME_MIDDLE * setting.leading:
            is_told = any(at > first and ended[col] < end - 1 for col, at in begun.items())
            yield _Row(first, dict(begun), is_told)

"""Finds the columns of a tagged table by where the words of its cells stand, and parts cells that were tagged as one.

Tags say which words make a cell, but not how far it reaches. Some programs tag a list in one cell and the list in the
next cell as a single one, and some leave it unsaid that a title spans columns: both reach over several columns.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from ingest.readers.pdf.tagged.placing import ROOM, Row, span_of, stretch_of
from ingest.readers.pdf.text.gutters import NARROWEST_WITH_RULES, is_over
from ingest.readers.pdf.text.lines import find_lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import TypeAlias

    from ingest.readers.pdf.page import Way
    from ingest.readers.pdf.tagged.placing import Edges
    from ingest.readers.pdf.text.words import Word

    Stretch: TypeAlias = tuple[float, float]

FEWEST_COLUMNS = 2
MOST_OVER_COLUMNS = 0.5
"""Where a larger part of the rows hold a cell over several columns, it is not told which columns there are."""


def find_columns(rows: Sequence[Mapping[Way, Sequence[Word]]]) -> Edges:
    """Return the edges between and around the columns of a table with these ``rows``.

    None where words of two cells in one row stand over each other, or in fewer than two columns.
    """
    single = [sorted(stretch_of(words) for words in row.values() if span_of(words)[1] == 1) for row in rows]
    return _edges_of(single) or _edges_of(_without_wide(single))


def _edges_of(rows: Sequence[Sequence[Stretch]]) -> Edges:
    columns: list[Stretch] = []
    for start, end in sorted(stretch for row in rows for stretch in row):
        if columns and start < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], end))
        else:
            columns.append((start, end))
    homes = [[_home(stretch, columns) for stretch in row] for row in rows]
    if len(columns) < FEWEST_COLUMNS or any(len(set(row)) < len(row) for row in homes):
        return ()
    between = [(left[1] + right[0]) / 2 for left, right in pairwise(columns)]
    return (columns[0][0] - ROOM, *between, columns[-1][1] + columns[-1][0] - between[-1])


def _home(stretch: Stretch, columns: Sequence[Stretch]) -> int:
    return next(at for at, (start, end) in enumerate(columns) if start <= stretch[0] <= end)


def _without_wide(rows: Sequence[Sequence[Stretch]]) -> list[list[Stretch]]:
    """Return ``rows`` without cells that reach over the room between two cells of another row; none if most have such.

    One that stays in its column cannot, so several were tagged as one, or it spans columns and its tag does not say so.
    """
    gaps = sorted((left[1], right[0]) for row in rows for left, right in pairwise(row) if left[1] < right[0])
    nearest_ends = list(accumulate((end for _start, end in reversed(gaps)), min))[::-1]
    starts = [start for start, _end in gaps]

    def is_wide(stretch: Stretch) -> bool:
        at = bisect_right(starts, stretch[0])
        return at < len(gaps) and nearest_ends[at] < stretch[1]

    kept = [[stretch for stretch in row if not is_wide(stretch)] for row in rows]
    n_wide = sum(len(row) < len(whole) for row, whole in zip(kept, rows, strict=True))
    return kept if n_wide <= MOST_OVER_COLUMNS * len(rows) else []


def part_cells(row: Row, xs: Edges) -> Row:
    """Return ``row`` with each cell over several columns, whose tag does not say so, parted or told to span them.

    It is parted where no word and no space between words stands over the edges of the columns.
    """
    parted = Row(row.way)
    for cell, words in row.cells.items():
        start, end = stretch_of(words)
        n_columns = bisect_left(xs, end, hi=len(xs) - 1) - bisect_right(xs, start, lo=1) + 1
        pieces = _pieces(words, xs) if n_columns > 1 and span_of(words) == (1, 1) else {}
        if len(pieces) > 1:
            parted.cells.update({(*cell, column): piece for column, piece in pieces.items()})
        else:
            parted.cells[cell] = words
            if pieces:
                parted.spans[cell] = (1, n_columns)
    return parted


def _pieces(words: Sequence[Word], xs: Edges) -> dict[int, list[Word]]:
    """Return ``words`` by their columns, or all of them in the first where their lines run on over an edge."""
    inner = xs[1:-1]
    columns: dict[int, list[Word]] = defaultdict(list)
    if any(is_over(line, edge, NARROWEST_WITH_RULES) for line in find_lines(words) for edge in inner):
        return {0: list(words)}
    for word in words:
        columns[bisect_right(inner, word.box.x0)].append(word)
    return dict(sorted(columns.items()))

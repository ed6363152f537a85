"""Puts the cells of tagged rows into the columns of their table, and makes the table of one page of them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.readers.pdf.marks.colors import is_paper
from ingest.readers.pdf.page import Box, surround
from ingest.readers.pdf.ruled.tables import Cell, Table, fill_of, make_part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TypeAlias

    from ingest.readers.pdf.page import Fill, Page, Tag, Way
    from ingest.readers.pdf.text.words import Word

    Edges: TypeAlias = tuple[float, ...]
    Place: TypeAlias = tuple[int, int, int, int]
    """A cell's row and column, and how many of them it covers."""

ROOM = 4.0
"""How far a table reaches beyond its words."""
WITHIN = 0.9
AS_HIGH = 0.6
"""An area of which this part is in a cell, and that is this part of its height, is the whole of the cell painted."""


@dataclass(slots=True)
class Row:
    """The words of a row's cells on one page, by the cells' places in the structure tree."""

    way: Way
    cells: dict[Way, list[Word]] = field(default_factory=lambda: defaultdict(list))
    spans: dict[Way, tuple[int, int]] = field(default_factory=dict)
    """How many rows and columns those cells cover whose own tags do not say so."""

    def span_of(self, cell: Way) -> tuple[int, int]:
        """Return how many rows and columns ``cell`` covers."""
        return self.spans.get(cell) or span_of(self.cells[cell])

    @property
    def words(self) -> Iterator[Word]:
        """All its words."""
        return (word for words in self.cells.values() for word in words)

    @property
    def box(self) -> Box:
        """What the words of cells that stand in this row alone cover, or else those of all."""
        own = [word.box for word in self.words if word.tag is None or word.tag.rowspan == 1]
        return surround(own or [word.box for word in self.words])


def stretch_of(words: Sequence[Word]) -> tuple[float, float]:
    """Return from where to where ``words`` reach."""
    return min(word.box.x0 for word in words), max(word.box.x1 for word in words)


def span_of(words: Sequence[Word]) -> tuple[int, int]:
    """Return how many rows and columns the cell with ``words`` covers."""
    tag = words[0].tag
    return (tag.rowspan, tag.colspan) if tag else (1, 1)


def make_table(
    page: Page, rows: Sequence[Row], xs: Edges, words: Iterable[Word], merged: Iterable[Sequence[Word]]
) -> tuple[Table, frozenset[int]] | None:
    """Return the table of ``rows`` and which words it took in, untagged ones within it too; None if cells collide.

    ``merged`` are the cells of the document that reach over several rows; one may have all its words on a page before.
    """
    boxes = [row.box for row in rows]
    middles = [(above.bottom + below.top) / 2 for above, below in pairwise(boxes)]
    ys = (boxes[0].top - ROOM, *middles, max(box.bottom for box in boxes) + ROOM)
    places = _place_cells(rows, xs)
    if places is None:
        return None
    _go_on_merged(places, merged, rows, xs)
    around = Box(xs[0], ys[0], xs[-1], ys[-1])
    _take_in(places, (word for word in words if word.tag is None and around.holds(word.box.centre)), (xs, ys))
    fills = [fill for fill in page.fills if around.shared(fill.box) > 0]
    cells = [_make_cell(page, place, places.get(place, ()), (xs, ys), fills) for place in _all_places(places, xs, ys)]
    table = Table(xs, tuple(cells), (page.number,) * len(rows), ((page.number, around),), is_ruled=False)
    return table, frozenset(id(word) for cell_words in places.values() for word in cell_words)


def _take_in(places: dict[Place, list[Word]], words: Iterable[Word], edges: tuple[Edges, Edges]) -> None:
    """Put untagged ``words``, those typed into the page among them, into the cells they stand in."""
    known = {id(word) for cell_words in places.values() for word in cell_words}
    xs, ys = edges
    for word in words:
        if id(word) not in known:
            x, y = word.box.centre
            at = min(bisect_right(ys, y), len(ys) - 1) - 1, min(bisect_right(xs, x), len(xs) - 1) - 1
            home = next((place for place in places if _covers(place, at)), (*at, 1, 1))
            places.setdefault(home, []).append(word)


def _make_cell(
    page: Page, place: Place, words: Sequence[Word], edges: tuple[Edges, Edges], fills: Sequence[Fill]
) -> Cell:
    row, col, rowspan, colspan = place
    xs, ys = edges
    box = Box(xs[col], ys[row], xs[col + colspan], ys[row + rowspan])
    color = fill_of(box, fills) or (None if words else _color_within(box, fills))
    return Cell(row, col, rowspan, colspan, (make_part(page, box, words),), color)


def _color_within(box: Box, fills: Sequence[Fill]) -> str | None:
    """Return the colour of what is painted within an empty cell as high as it is: how wide it is was only estimated."""
    within = (
        fill.color
        for fill in fills
        if fill.box.shared(box) >= WITHIN * fill.box.area and fill.box.height >= AS_HIGH * box.height
    )
    color = next(within, None)
    return None if is_paper(color) else color


def _place_cells(rows: Sequence[Row], xs: Edges) -> dict[Place, list[Word]] | None:
    """Return the words of each cell by its place; None where two cells claim one place."""
    places: dict[Place, list[Word]] = {}
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        for way, words in sorted(row.cells.items(), key=lambda each: stretch_of(each[1])):
            rowspan = _rows_below(rows, number, words)
            span = row.span_of(way)[1]
            col = _first_column(words, xs, span)
            colspan = min(span, len(xs) - 1 - col)
            area = {(number + down, col + across) for down in range(rowspan) for across in range(colspan)}
            if taken & area:
                return None
            taken |= area
            places[number, col, rowspan, colspan] = list(words)
    return places


def _go_on_merged(
    places: dict[Place, list[Word]], merged: Iterable[Sequence[Word]], rows: Sequence[Row], xs: Edges
) -> None:
    """Put those of the ``merged`` cells into ``places`` that go on down ``rows`` without a word."""
    on_page = {cell for row in rows for cell in row.cells}
    taken = _covered(places)
    for words in merged:
        tag = words[0].tag
        number = next((at for at, row in enumerate(rows) if tag and tag.row <= row.way <= _last_row(tag)), None)
        if tag is None or number is None or tag.cell in on_page:
            continue
        col = _first_column(words, xs, tag.colspan)
        colspan = min(tag.colspan, len(xs) - 1 - col)
        place = number, col, _rows_below(rows, number, words), colspan
        if not _covered([place]) & taken:
            places[place] = []


def _covered(places: Iterable[Place]) -> set[tuple[int, int]]:
    return {
        (row + down, col + across)
        for row, col, rowspan, colspan in places
        for down in range(rowspan)
        for across in range(colspan)
    }


def _last_row(tag: Tag) -> Way:
    """Return the last row that the cell with ``tag`` covers."""
    return (*tag.row[:-1], tag.row[-1] + tag.rowspan - 1)


def _first_column(words: Sequence[Word], xs: Edges, n_columns: int) -> int:
    """Return in which column a cell begins: of all with enough columns right of them, the one nearest to its words."""
    start, end = stretch_of(words)
    span = min(n_columns, len(xs) - 1)

    def badness(col: int) -> tuple[float, float]:
        sticking_out = max(0.0, xs[col] - start) + max(0.0, end - xs[col + span])
        return sticking_out, abs(start - xs[col])

    return min(range(len(xs) - span), key=badness)


def _rows_below(rows: Sequence[Row], number: int, words: Sequence[Word]) -> int:
    """Return how many of ``rows`` the cell with ``words`` in row ``number`` covers, as far as they are on the page."""
    tag = words[0].tag
    if tag is None or tag.rowspan == 1:
        return 1
    return max(1, sum(row.way <= _last_row(tag) for row in rows[number:]))


def _all_places(taken: Iterable[Place], xs: Edges, ys: Edges) -> list[Place]:
    """Return the places in ``taken`` and those of the empty cells between them, in reading order."""
    full = set(taken)
    covered = _covered(full)
    empty = {(row, col, 1, 1) for row in range(len(ys) - 1) for col in range(len(xs) - 1) if (row, col) not in covered}
    return sorted(full | empty)


def _covers(place: Place, at: tuple[int, int]) -> bool:
    row, col, rowspan, colspan = place
    return row <= at[0] < row + rowspan and col <= at[1] < col + colspan

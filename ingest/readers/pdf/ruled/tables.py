"""The ruled tables of one page: grids with their words, colours, links and pictures in place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ingest.readers.pdf.marks.colors import is_paper
from ingest.readers.pdf.page import Box
from ingest.readers.pdf.ruled.grid import Grid, GridCell, find_grids
from ingest.readers.pdf.ruled.homes import place_words
from ingest.readers.pdf.ruled.middles import close_middles
from ingest.readers.pdf.ruled.nesting import close_nests, nested_boxes, outermost
from ingest.readers.pdf.ruled.rules import join_rules
from ingest.readers.pdf.ruled.spaced import join_boxes
from ingest.readers.pdf.text.lines import find_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from ingest.readers.pdf.page import Fill, Page, Rule
    from ingest.readers.pdf.ruled.notes import Footnote
    from ingest.readers.pdf.text.lines import Line
    from ingest.readers.pdf.text.words import Word

FILLED = 0.6
"""A colour that covers this part of a cell is the cell's."""
SLIVER = 6.0
"""An empty box narrower or lower than this is the room between two strokes of a border, or of two borders."""
DANGLING_SIDES = 2
"""An empty box with this many open sides lies beside the table, not in it."""


@dataclass(frozen=True, slots=True)
class Part:
    """What a cell holds on one page."""

    page: int
    box: Box
    lines: tuple[Line, ...] = ()
    struck: tuple[Word, ...] = ()
    notes: tuple[Footnote, ...] = ()
    """The footnotes its words call."""
    marks: tuple[Word, ...] = ()
    """The marks that called them."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell, its place counted from 0; it has several parts once pages are joined."""

    row: int
    col: int
    rowspan: int
    colspan: int
    parts: tuple[Part, ...]
    fill: str | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        """Its lines on all pages."""
        if len(self.parts) == 1:
            return self.parts[0].lines
        return tuple(line for part in self.parts for line in part.lines)

    @property
    def text(self) -> str:
        """Its words on one line, to compare cells by."""
        return " ".join(line.text for line in self.lines)

    def at_row(self, row: int) -> Cell:
        """Return the cell as it is where it begins in ``row``."""
        return Cell(row, self.col, self.rowspan, self.colspan, self.parts, self.fill)


@dataclass(frozen=True, slots=True)
class Table:
    """A table, or the part of one that stands on one page."""

    xs: tuple[float, ...]
    """The edges of its columns."""
    cells: tuple[Cell, ...]
    row_pages: tuple[int, ...]
    """On which page each row begins; as many as there are rows."""
    boxes: tuple[tuple[int, Box], ...]
    """What it covers, page by page."""
    is_ruled: bool = True
    """False where the edges of its columns are only the middles of gaps between words."""
    is_titled: bool = False
    """Whether it has no rules, and its columns are known by the headings over them."""

    @property
    def n_rows(self) -> int:
        """How many rows it has."""
        return len(self.row_pages)

    @property
    def box(self) -> Box:
        """What it covers on its last page."""
        return self.boxes[-1][1]

    @property
    def last_page(self) -> int:
        """The number of the page it ends on."""
        return self.boxes[-1][0]

    def row_height(self, number: int) -> float:
        """Return how high a row is, as far as it stands on the page it begins on."""
        heights = [cell.parts[0].box.height / cell.rowspan for cell in self.row(number)]
        return min(heights, default=0.0)

    def row(self, number: int) -> tuple[Cell, ...]:
        """Return the cells that begin in a row, from left to right."""
        return tuple(cell for cell in self.cells if cell.row == number)


@dataclass(frozen=True, slots=True)
class Found:
    """The tables of a page, single boxes around text, and the words in neither."""

    tables: tuple[Table, ...]
    boxes: tuple[Box, ...]
    words: tuple[Word, ...]


def find_tables(
    page: Page, borders: Sequence[Rule], words: Sequence[Word], is_decoration: Callable[[Table], bool]
) -> Found:
    """Return the ruled tables of ``page``, whose ``words`` are given and whose ``borders`` are told from underlines.

    The words of a table whose rules are decoration stay with those in no table.
    """
    lying, standing = join_rules(borders), join_rules(page.standing)
    middles = close_middles(lying, standing, page.height)
    grids = join_boxes(find_grids(sorted((*lying, *middles), key=lambda rule: rule.at), standing))
    ruled = [grid for grid in grids if len(grid.cells) > 1]
    tables: list[Table] = []
    left = list(words)
    for found in sorted(outermost(ruled), key=lambda grid: (grid.box.top, grid.box.x0)):
        homes = place_words(found, left)
        grid, nests = close_nests(found, homes)
        if nests:
            homes = place_words(grid, left)
        nests.update({cell: boxes for cell in grid.cells if (boxes := nested_boxes(cell, ruled))})
        table = _make_table(page, grid, homes, nests)
        if table is not None and not is_decoration(table):
            tables.append(table)
            placed = {id(word) for home in homes.values() for word in home}
            left = [word for word in left if id(word) not in placed]
    boxes = tuple(grid.box for grid in grids if len(grid.cells) == 1)
    return Found(tuple(tables), boxes, tuple(left))


def _make_table(
    page: Page, grid: Grid, homes: Mapping[GridCell, list[Word]], nests: Mapping[GridCell, tuple[Box, ...]]
) -> Table | None:
    kept = [cell for cell in grid.cells if homes[cell] or (_is_room(cell) and not _is_edge(cell, grid))]
    if sum(bool(homes[cell]) for cell in kept) == 0 or len(kept) < DANGLING_SIDES:
        return None
    fills = [fill for fill in page.fills if grid.box.shared(fill.box) > 0]
    cells = tuple(
        Cell(
            cell.row,
            cell.col,
            cell.rowspan,
            cell.colspan,
            tuple(_make_parts(page, cell, homes[cell], nests.get(cell, ()))),
            fill_of(cell.box, fills),
        )
        for cell in kept
    )
    return _without_empty_edges(Table(grid.xs, cells, (page.number,) * (len(grid.ys) - 1), ((page.number, grid.box),)))


def _is_room(cell: GridCell) -> bool:
    """Whether a box without words is an empty cell."""
    return cell.open_sides < DANGLING_SIDES and min(cell.box.width, cell.box.height) >= SLIVER


def _is_edge(cell: GridCell, grid: Grid) -> bool:
    """Whether a box as wide as its table is only what an outer frame leaves above or below the rows."""
    n_rows, n_cols = len(grid.ys) - 1, len(grid.xs) - 1
    is_outer = cell.row == 0 or cell.row + cell.rowspan == n_rows
    return is_outer and cell.colspan == n_cols > 1


def _make_parts(page: Page, cell: GridCell, words: Sequence[Word], nested: Sequence[Box]) -> Iterator[Part]:
    """Yield what a cell holds: its own words, with those of each cell nested in it apart and in their place."""
    if not nested:
        yield make_part(page, cell.box, words)
        return
    own = [word for word in words if not any(box.holds(word.box.centre) for box in nested)]
    top = nested[0].top
    yield make_part(page, cell.box, [word for word in own if word.box.centre[1] < top])
    for box in nested:
        yield make_part(page, box, [word for word in words if box.holds(word.box.centre)])
    yield make_part(page, cell.box, [word for word in own if word.box.centre[1] >= top])


def make_part(page: Page, box: Box, words: Sequence[Word]) -> Part:
    """Return ``words`` as what a cell holds in ``box``, struck-out ones apart."""
    struck = tuple(word for word in words if word.is_struck)
    left = [word for word in words if not word.is_struck] if struck else words
    return Part(page.number, box, find_lines(left), struck)


def fill_of(box: Box, fills: Sequence[Fill]) -> str | None:
    """Return the colour that covers most of ``box``, the one painted last; None where it is paper."""
    color = None
    for fill in fills:
        if box.area and box.shared(fill.box) >= FILLED * box.area:
            color = fill.color
    return None if is_paper(color) else color


def _without_empty_edges(table: Table) -> Table:
    """Return ``table`` without rows and columns in which no cell begins."""
    rows = sorted({cell.row for cell in table.cells})
    cols = sorted({cell.col for cell in table.cells})
    if len(rows) == table.n_rows and len(cols) == len(table.xs) - 1:
        return table
    cells = tuple(
        replace(
            cell,
            row=rows.index(cell.row),
            col=cols.index(cell.col),
            rowspan=sum(cell.row <= row < cell.row + cell.rowspan for row in rows),
            colspan=sum(cell.col <= col < cell.col + cell.colspan for col in cols),
        )
        for cell in table.cells
    )
    xs = (*(table.xs[col] for col in cols), table.xs[-1])
    return replace(table, xs=xs, cells=cells, row_pages=tuple(table.row_pages[row] for row in rows))

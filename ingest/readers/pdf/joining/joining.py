"""Joins the parts of a table that stand on several pages, row by row where a page break cut one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.readers.pdf.joining.cuts import find_cuts, is_merged_over
from ingest.readers.pdf.joining.habits import Break, is_ended, learn_habits
from ingest.readers.pdf.surroundings.repeating import count_repeated, part_heading, take_out_headings
from ingest.readers.pdf.tagged.ties import is_tied_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ingest.readers.pdf.ruled.tables import Cell, Table

SAME_EDGE = 4.0
"""Edges of columns on two pages this near are one."""
FEWEST_SCALED = 3
SAME_PART = 0.008
"""More columns than this of the same shares of the width, each to this part, are the same on pages unlike in size."""
NUMBER = re.compile(r"^\D{0,4}(\d{1,3})\W{0,2}$")
"""A row's number: "7", "7.", "(7)", "R7"."""
DIGITS = re.compile(r"\d+")
FEWEST_LABELS = 2
STACKED_PART = 0.3
"""Where each answer stands below what is asked for, this part of the rows at least are the same on every page."""
SPARE = 4.0
"""A row that would have fitted with this much to spare was put on the next page for a reason."""


@dataclass(frozen=True, slots=True)
class Joined:
    """A table with all its parts, and the heading rows that later parts repeated."""

    table: Table
    repeated: tuple[tuple[Cell, ...], ...]
    n_headings: int
    """How many rows at the top were repeated on a later page: the author marked them as headings."""


def goes_on(parts: Sequence[Table], below: Table, floors: Mapping[int, float]) -> bool:
    """Whether ``below``, the first thing on its page, belongs to the table whose ``parts`` came before.

    ``floors`` say how far down each page could be written: where the next row would still have fitted, it is the
    first of another table, unless a heading is repeated above it, its number is the next, a sentence goes on in it,
    or tags say otherwise. So is the row that begins another card.
    """
    above = parts[-1]
    is_tied = is_tied_table(above, below)
    if not _has_same_columns(parts[0], below, is_tied=is_tied):
        return False
    below = part_heading(parts[0], below)
    repeated = count_repeated(parts[0], below)
    if repeated == below.n_rows:
        return False
    if is_tied:
        return True
    is_next_card = _is_next_card(parts[0], below)
    if is_next_card and _is_stacked(below):
        return False
    if repeated > 0 or _counts_on(above, below) or _has_sentence_over(above, below):
        return True
    return not is_next_card and above.box.bottom + below.row_height(0) + SPARE >= floors[above.last_page]


def join_parts(parts: Sequence[Table], floors: Mapping[int, float]) -> Joined:
    """Return ``parts``, each of which goes on the ones before it, as one table."""
    edges = max((part.xs for part in parts), key=len)
    first, *later = (_on_edges(part, edges) for part in parts)
    others = [part_heading(first, part) for part in later]
    counts = [count_repeated(first, part) for part in others]
    n_headings = max(counts, default=0)
    repeated = [part.row(number) for part, count in zip(others, counts, strict=True) for number in range(count)]
    whole = [first, *(_drop_rows(part, count) for part, count in zip(others, counts, strict=True))]
    if n_headings == 1:
        whole, again = take_out_headings(whole)
        repeated.extend(again)
    breaks = [Break(above, below, floors[above.last_page]) for above, below in pairwise(whole)]
    table = _put_together(whole[0], breaks) if breaks else first
    return Joined(table, tuple(repeated), n_headings)


def _has_same_columns(above: Table, below: Table, *, is_tied: bool) -> bool:
    """Whether both are equally wide and the edges of one are all edges of the other.

    Without rules the edges move with the words, but not so far as into another column. Of two parts that are tied by
    their tags one may have been known by rules, and the other by tags alone.
    """
    if not (above.is_ruled and below.is_ruled):
        return (is_tied or above.is_ruled is below.is_ruled) and _has_columns_alike(above.xs, below.xs)
    if _is_scaled(above.xs, below.xs):
        return True
    more, fewer = sorted((above.xs, below.xs), key=len, reverse=True)
    if abs(more[0] - fewer[0]) > SAME_EDGE or abs(more[-1] - fewer[-1]) > SAME_EDGE:
        return False
    return all(any(abs(edge - other) <= SAME_EDGE for other in more) for edge in fewer)


def _is_scaled(above: tuple[float, ...], below: tuple[float, ...]) -> bool:
    """Whether the columns of one are those of the other on a wider or narrower page, or further in."""
    if len(above) != len(below) or len(above) <= FEWEST_SCALED:
        return False
    parts = [[(edge - xs[0]) / (xs[-1] - xs[0]) for edge in xs] for xs in (above, below)]
    return all(abs(one - other) <= SAME_PART for one, other in zip(*parts, strict=True))


def _has_columns_alike(above: tuple[float, ...], below: tuple[float, ...]) -> bool:
    if len(above) != len(below):
        return False
    return all(left < edge < right for left, edge, right in zip(above, below[1:-1], above[2:], strict=False))


def _on_edges(table: Table, edges: tuple[float, ...]) -> Table:
    if table.xs == edges:
        return table
    places = list(range(len(edges))) if len(table.xs) == len(edges) else [_nearest(edge, edges) for edge in table.xs]
    cells = tuple(
        replace(cell, col=places[cell.col], colspan=places[cell.col + cell.colspan] - places[cell.col])
        for cell in table.cells
    )
    return replace(table, xs=edges, cells=cells)


def _nearest(place: float, edges: tuple[float, ...]) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - place))


def _counts_on(above: Table, below: Table) -> bool:
    """Whether the numbers in the first column go on from the last row of one part to the first of the next."""
    last = next((found for cell in reversed(above.cells) if cell.col == 0 and (found := NUMBER.match(cell.text))), None)
    first = next((found for cell in below.row(0) if cell.col == 0 and (found := NUMBER.match(cell.text))), None)
    return last is not None and first is not None and int(first[1]) == int(last[1]) + 1


def _has_sentence_over(above: Table, below: Table) -> bool:
    """Whether a cell of the first row ``below`` goes on in small letters with what that ``above`` it leaves open."""
    if len(above.xs) != len(below.xs):
        return False
    last = {cell.col: cell for cell in above.cells if cell.row + cell.rowspan == above.n_rows and cell.lines}
    small = (cell for cell in below.row(0) if cell.lines and cell.lines[0].text[:1].islower() and cell.col in last)
    return any(not is_ended(last[cell.col].lines[-1]) for cell in small)


def _is_next_card(first: Table, below: Table) -> bool:
    """Whether ``below`` asks for what ``first`` asks for, row by row: a small table for each recommendation.

    Its labels stand in the first of two columns, or each above what was answered.
    """
    columns = [[DIGITS.sub("", cell.text) for cell in table.cells if cell.col == 0] for table in (first, below)]
    pairs = list(zip(*columns, strict=False))
    labels = {one for one, other in pairs if one == other and any(map(str.isalpha, one))}
    if _is_stacked(first):
        return len(labels) >= FEWEST_LABELS and len(labels) > STACKED_PART * len(pairs)
    return len(labels) >= FEWEST_LABELS and len(labels) == len(pairs)


def _is_stacked(table: Table) -> bool:
    """Whether all of ``table`` stands in one column."""
    return len(table.xs) - 1 == 1


def _drop_rows(table: Table, count: int) -> Table:
    if not count:
        return table
    cells = tuple(cell.at_row(cell.row - count) for cell in table.cells if cell.row >= count)
    return replace(table, cells=cells, row_pages=table.row_pages[count:])


def _put_together(first: Table, breaks: Sequence[Break]) -> Table:
    """Return ``first`` with the parts below each break put to it.

    Of rows that are not cut, the cells from the left that are merged downwards may run on over the break.
    """
    habits = learn_habits(breaks)
    cells, row_pages, boxes = list(first.cells), list(first.row_pages), list(first.boxes)
    open_cells = _ending(cells, range(len(cells)), len(row_pages))
    for each, is_row_cut in zip(breaks, find_cuts(breaks, habits), strict=True):
        start = len(cells)
        shift = len(row_pages) - is_row_cut
        runs_on = True
        for cell in sorted(each.below.cells, key=lambda cell: (cell.row, cell.col)):
            home = open_cells.get((cell.col, cell.colspan)) if cell.row == 0 else None
            runs_on = runs_on and home is not None and (is_row_cut or is_merged_over(cells[home], cell, habits))
            if home is not None and (is_row_cut or runs_on):
                cells[home] = _run_on(cells[home], cell, is_row_cut=is_row_cut)
            else:
                cells.append(cell.at_row(cell.row + shift))
        row_pages.extend(each.below.row_pages[is_row_cut:])
        boxes.extend(each.below.boxes)
        open_cells = _ending(cells, [*open_cells.values(), *range(start, len(cells))], len(row_pages))
    ordered = sorted(cells, key=lambda cell: (cell.row, cell.col))
    return replace(first, cells=tuple(ordered), row_pages=tuple(row_pages), boxes=tuple(boxes))


def _ending(cells: Sequence[Cell], numbers: Iterable[int], n_rows: int) -> dict[tuple[int, int], int]:
    """Return which of the numbered ``cells`` end in the last of ``n_rows``, by their columns."""
    ends = (number for number in numbers if cells[number].row + cells[number].rowspan == n_rows)
    return {(cells[number].col, cells[number].colspan): number for number in ends}


def _run_on(above: Cell, below: Cell, *, is_row_cut: bool) -> Cell:
    return replace(
        above,
        parts=above.parts + below.parts,
        rowspan=above.rowspan + below.rowspan - is_row_cut,
        fill=above.fill or below.fill,
    )

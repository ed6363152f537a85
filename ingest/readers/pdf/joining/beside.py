"""Sheets printed over several pages: columns that had no room on a page, and went on a later one, put beside the first.

Spreadsheets print a sheet that is wider than the paper in blocks, "down, then over" or "over, then down" (ECMA-376
Part 1, 18.18.51, ``ST_PageOrder``). A row is as high on each page as its fullest cell makes it, so that pages which
hold the same rows have their rules at the same heights.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ingest.readers.pdf.joining.habits import is_label
from ingest.readers.pdf.joining.torn import row_of_box

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    from ingest.readers.pdf.ruled.tables import Cell, Table
    from ingest.readers.pdf.surroundings.sheet import Sheet

    Block: TypeAlias = tuple[int, ...]
    """The pages that hold the same rows, by their places in the document, from the left."""

SAME_PLACE = 1.0
"""Rules on two pages this near to each other are at the same place."""
FEWEST_HEIGHTS = 3
"""Rows of fewer heights may be alike on two pages by chance: a form has the same boxes on each."""
FEWEST_HEIGHTS_OF_ALIKE = 6
"""Nor fewer than these where the columns are at the same places too: so they are where a table goes on downwards."""
MOST_ALIKE = 0.25
"""Two pages of a form say the same in a larger part of their cells."""
MOST_LABELLED = 0.75
"""A column printed again on each page numbers so many of its rows; that of a form says what is asked for."""


@dataclass(frozen=True, slots=True)
class Alone:
    """A table that is alone on its page."""

    table: Table
    heights: tuple[float, ...]
    """The heights on the page at which rules lie between its rows."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The pages of a document, columns put beside those whose rows they go on, and the columns that were repeated."""

    sheets: tuple[Sheet, ...]
    repeated: tuple[tuple[Cell, ...], ...]


def put_beside(sheets: Sequence[Sheet]) -> Spread:
    """Return ``sheets`` with columns from later pages put beside those whose rows they go on; mostly as they are."""
    tables = [_only_table(sheet) for sheet in sheets]
    ends = _find_ends(tables)
    whole, repeated = list(sheets), []
    start = 0
    while start < len(sheets):
        blocks = _find_blocks(tables, start, ends[start])
        for block in blocks:
            joined, again = _join([alone.table for page in block if (alone := tables[page]) is not None])
            repeated.extend(again)
            for page in block:
                whole[page] = replace(sheets[page], tables=(joined,) if page == block[0] else (), boxes=(), outlines=())
        start += max(1, sum(map(len, blocks)))
    return Spread(tuple(whole), tuple(repeated))


def _only_table(sheet: Sheet) -> Alone | None:
    """Return the ruled table that is alone on its page, but for lines above it; one cell alone is like a box."""
    if len(sheet.tables) + len(sheet.boxes) != 1 or sheet.columns:
        return None
    table = sheet.tables[0] if sheet.tables else row_of_box(sheet, 0)
    if not table.is_ruled:
        return None
    if any(line.box.bottom > table.box.top for line in sheet.lines):
        return None
    return Alone(table, _heights(table))


def _find_blocks(tables: Sequence[Alone | None], start: int, end: int) -> list[Block]:
    """Return the blocks of rows of the sheet that begins on the page ``start``, if it goes over several pages.

    The page ``end`` is the first with other columns.
    """
    step = _count_down(tables, start, end)
    if step == 0:
        return []
    n_across = 1
    while _has_same_rows(tables, start, start + n_across * step):
        n_across += 1
    n_blocks, after = (step, 1) if step > 1 else (len(tables), n_across)
    blocks: list[Block] = []
    for number in range(n_blocks):
        block = tuple(start + number * after + column * step for column in range(n_across))
        if not all(
            _has_same_rows(tables, block[0], page) and _has_same_columns(tables, start + column * step, page)
            for column, page in enumerate(block)
        ):
            break
        blocks.append(block)
    return blocks if step == 1 or len(blocks) == step else []


def _count_down(tables: Sequence[Alone | None], start: int, end: int) -> int:
    """Return after how many pages the rows of ``start`` go on with other columns; 0 where they never do.

    Up to the page ``end`` the columns are those of ``start``.
    """
    beside = (
        page for page in range(start + 1, min(end + 1, len(tables))) if _goes_on_beside(tables[start], tables[page])
    )
    return next(beside, start) - start


def _find_ends(tables: Sequence[Alone | None]) -> list[int]:
    """Return, for each page, the first page after it that has other columns."""
    ends = list(range(1, len(tables) + 1))
    for page in range(len(tables) - 2, -1, -1):
        if _has_same_columns(tables, page, page + 1):
            ends[page] = ends[page + 1]
    return ends


def _goes_on_beside(one: Alone | None, other: Alone | None) -> bool:
    """Whether ``other`` has the rows of ``one``, of so many heights that it is no chance, and says other things."""
    if one is None or other is None or not _is_level(one, other):
        return False
    left, right = one.table, other.table
    heights = {round(cell.parts[0].box.height / SAME_PLACE) for cell in left.cells if cell.rowspan == 1}
    n_again = _count_repeated(left, right)
    is_alike = _are_same(left.xs, right.xs)
    if is_alike and n_again == 0 and _numbers_rows(right):
        return False
    n_titles = left.n_rows - right.n_rows
    beside = {(cell.row - n_titles, cell.col): cell.text for cell in left.cells if cell.lines}
    texts = [(cell.text, beside.get((cell.row, cell.col))) for cell in right.cells if cell.col >= n_again]
    alike = sum(one == other for one, other in texts)
    enough = FEWEST_HEIGHTS_OF_ALIKE if is_alike else FEWEST_HEIGHTS
    return len(heights) >= enough and n_again < len(right.xs) - 1 and alike <= MOST_ALIKE * len(texts)


def _numbers_rows(table: Table) -> bool:
    """Whether the first column of ``table`` numbers its rows; one without a number is the rest of a row cut before."""
    firsts = [cell.lines[0] for cell in table.cells if cell.col == 0 and cell.lines]
    return bool(firsts) and sum(map(is_label, firsts)) >= MOST_LABELLED * len(firsts)


def _has_same_rows(tables: Sequence[Alone | None], one: int, other: int) -> bool:
    pair = [tables[page] if page < len(tables) else None for page in (one, other)]
    return pair[0] is not None and pair[1] is not None and _is_level(pair[0], pair[1])


def _is_level(left: Alone, right: Alone) -> bool:
    """Whether the rules between the rows of both are at the same heights, below a title that only ``left`` has."""
    n_titles = left.table.n_rows - right.table.n_rows
    if n_titles < 0 or not _are_same(left.heights[n_titles:], right.heights):
        return False
    return all(len(left.table.row(row)) <= 1 for row in range(n_titles))


def _heights(table: Table) -> tuple[float, ...]:
    boxes = [cell.parts[0].box for cell in table.cells]
    heights: list[float] = []
    for height in sorted([*(box.top for box in boxes), *(box.bottom for box in boxes)]):
        if not heights or height - heights[-1] > SAME_PLACE:
            heights.append(height)
    return tuple(heights)


def _has_same_columns(tables: Sequence[Alone | None], one: int, other: int) -> bool:
    first, second = tables[one], tables[other]
    return first is not None and second is not None and _are_same(first.table.xs, second.table.xs)


def _are_same(some: Sequence[float], others: Sequence[float]) -> bool:
    return len(some) == len(others) and all(
        abs(one - other) <= SAME_PLACE for one, other in zip(some, others, strict=True)
    )


def _count_repeated(left: Table, right: Table) -> int:
    """Return how many columns from the left, which number the rows, ``right`` says over again."""
    count = 0
    while count < min(len(left.xs), len(right.xs)) - 1:
        texts, again = ([cell.text for cell in table.cells if cell.col == count] for table in (left, right))
        labels = sum(is_label(cell.lines[0]) for cell in right.cells if cell.col == count and cell.lines)
        is_same = texts[left.n_rows - right.n_rows :] == again
        if not is_same or labels < MOST_LABELLED * (right.n_rows - 1):
            break
        count += 1
    return count


def _join(tables: Sequence[Table]) -> tuple[Table, list[tuple[Cell, ...]]]:
    """Return ``tables``, which hold the same rows, side by side, and the columns that later ones repeated."""
    first, *others = tables
    xs, cells = list(first.xs), list(first.cells)
    repeated: list[tuple[Cell, ...]] = []
    for table in others:
        n_again = _count_repeated(first, table)
        shift, moved = len(xs) - 1 - n_again, xs[-1] - table.xs[n_again]
        below = first.n_rows - table.n_rows
        cells.extend(
            replace(cell, row=cell.row + below, col=cell.col + shift) for cell in table.cells if cell.col >= n_again
        )
        repeated.extend(tuple(cell for cell in table.cells if cell.col == col) for col in range(n_again))
        xs.extend(x + moved for x in table.xs[n_again + 1 :])
    ordered = sorted(cells, key=lambda cell: (cell.row, cell.col))
    return replace(first, xs=tuple(xs), cells=tuple(ordered)), repeated

"""Heading rows repeated in a table: at the top of its later parts, and above rows that a page could not hold."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.readers.pdf.page import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.readers.pdf.ruled.tables import Cell, Table

MOST_HEADING_ROWS = 3
MOST_WIDER_ROWS = 6
CONTINUED = re.compile(r"\s*[(\[]?\b(?:cont(?:inued|inues|['\u2019]?d)?\b\.{0,3}|parhad\b)[)\]]?\s*$", re.IGNORECASE)
"""What is put behind a heading when it is repeated, in English or Welsh."""
STARTS_OF_CONTINUED = "([cp"
"""A cell that begins otherwise says something besides."""
NO_LETTERS = re.compile(r"[\W_]+")
FEWEST_HEADINGS = 2
"""A single word that a row begins with may be the heading's by chance."""


def count_repeated(above: Table, below: Table) -> int:
    """Return how many rows at the top of ``below``, a later part of a table, repeat the first rows of ``above``.

    What stands above the headings in wider cells, the agency's name for instance, need not be repeated with them.
    """
    return _count_from(0, above, below) or _count_from(_count_wider(above), above, below)


def _count_from(start: int, above: Table, below: Table) -> int:
    count = 0
    while count < min(MOST_HEADING_ROWS, above.n_rows - start, below.n_rows):
        if not _is_same_row(above.row(start + count), below.row(count)):
            break
        count += 1
    return count


def _count_wider(table: Table) -> int:
    """Return how many rows at the top of ``table`` are of fewer and wider cells than it has columns."""
    n_columns = len(table.xs) - 1
    whole = (row for row in range(table.n_rows) if len(table.row(row)) == n_columns)
    return min(next(whole, 0), MOST_WIDER_ROWS)


def _is_same_row(first: tuple[Cell, ...], second: tuple[Cell, ...]) -> bool:
    if not _begin_alike(first, second):
        return False
    texts = [[_fold(cell.text) for cell in row] for row in (first, second)]
    return texts[0] == texts[1] and any(cell.lines for cell in first)


def _fold(text: str) -> str:
    """Return ``text`` as it is in every wrap, with or without capitals and hyphens at the ends of lines."""
    said = CONTINUED.sub("", text)
    return NO_LETTERS.sub("", said).casefold() or said


def _begin_alike(first: Sequence[Cell], second: Sequence[Cell]) -> bool:
    """Whether cells may say the same by their first letters, which are looked at first: hardly any rows do."""
    starts = ([cell.lines[0].text[:1].casefold() if cell.lines else "" for cell in row] for row in (first, second))
    return all(
        one == other or not (one and other) or (one in STARTS_OF_CONTINUED and other in STARTS_OF_CONTINUED)
        for one, other in zip(*starts, strict=False)
    )


def part_heading(above: Table, below: Table) -> Table:
    """Return ``below`` with the heading row of ``above`` parted from the rest of a row that no rule parts from it.

    Some programs draw no rule between a heading repeated on a new page and the row they had to cut.
    """
    heading, first = above.row(0), below.row(0)
    if not _begins_with(heading, first):
        return below
    halves = [_part(cell, len(head.lines)) for head, cell in zip(heading, first, strict=True)]
    rest = (replace(cell, row=cell.row + 1) for cell in below.cells if cell.row > 0)
    cells = (
        *(upper for upper, _lower in halves),
        *(_without_color_of(head, lower) for head, (_upper, lower) in zip(heading, halves, strict=True)),
        *rest,
    )
    return replace(below, cells=cells, row_pages=(below.row_pages[0], *below.row_pages))


def take_out_headings(parts: Sequence[Table]) -> tuple[list[Table], list[tuple[Cell, ...]]]:
    """Return the ``parts`` of a table without rows below the first that are the first over again, and those rows.

    Some programs repeat the heading above every row they cut, wherever on the page it begins.
    """
    heading = parts[0].row(0)
    if sum(bool(cell.lines) for cell in heading) < FEWEST_HEADINGS:
        return list(parts), []
    whole: list[Table] = []
    repeated: list[tuple[Cell, ...]] = []
    for at, part in enumerate(parts):
        again = [number for number in range(not at, part.n_rows) if _is_same_row(heading, part.row(number))]
        if len(again) < part.n_rows and not is_merged_into(part, again):
            repeated.extend(part.row(number) for number in again)
            whole.append(without_rows(part, again))
        else:
            whole.append(part)
    return whole, repeated


def is_merged_into(part: Table, rows: Sequence[int]) -> bool:
    """Whether a cell covers one of ``rows`` and another."""
    return any(
        cell.rowspan > 1 and any(cell.row <= row < cell.row + cell.rowspan for row in rows) for cell in part.cells
    )


def without_rows(part: Table, rows: Sequence[int]) -> Table:
    """Return ``part`` without ``rows``, which no cell joins with others."""
    if not rows:
        return part
    kept = [number for number in range(part.n_rows) if number not in rows]
    place = {number: at for at, number in enumerate(kept)}
    cells = tuple(replace(cell, row=place[cell.row]) for cell in part.cells if cell.row in place)
    return replace(part, cells=cells, row_pages=tuple(part.row_pages[number] for number in kept))


def _begins_with(heading: Sequence[Cell], row: Sequence[Cell]) -> bool:
    """Whether each cell of ``row`` begins with the lines of one of ``heading``, and one goes on after them."""
    places = [[(cell.col, cell.colspan, cell.rowspan, len(cell.parts)) for cell in each] for each in (heading, row)]
    if places[0] != places[1] or sum(bool(cell.lines) for cell in heading) < FEWEST_HEADINGS:
        return False
    pairs = list(zip(heading, row, strict=True))
    is_begun = all(
        [line.text for line in head.lines] == [line.text for line in cell.lines[: len(head.lines)]]
        for head, cell in pairs
    )
    return is_begun and any(len(cell.lines) > len(head.lines) for head, cell in pairs)


def _part(cell: Cell, n_lines: int) -> tuple[Cell, Cell]:
    """Return ``cell``, which has one part, as two: its first lines, and the others."""
    part = cell.parts[0]
    box = part.box
    floor = max((line.box.bottom for line in part.lines[:n_lines]), default=box.top)
    upper = replace(part, box=Box(box.x0, box.top, box.x1, floor), lines=part.lines[:n_lines], struck=())
    lower = replace(part, box=Box(box.x0, floor, box.x1, box.bottom), lines=part.lines[n_lines:])
    return replace(cell, parts=(upper,)), replace(cell, row=1, parts=(lower,))


def _without_color_of(heading: Cell, cell: Cell) -> Cell:
    return replace(cell, fill=None) if cell.fill == heading.fill else cell

"""A form in one column, each heading in a row of its own with the answer in the row below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.model import SourceCell
from normalize.columns import Field
from normalize.grid import Row, holds_anything
from normalize.headings import HeadingBook
from normalize.references import split_number

FEWEST_LABELS = 2
"""A single heading over a column of cells is a table of one column."""


def place_side_by_side(rows: Sequence[Row], book: HeadingBook) -> tuple[Row, ...]:
    """Return such a form as rows of two cells, heading and answer; the rows as they are for any other table.

    A row that gives a recommendation with its number runs over both.
    """
    if any(len(row.cells) != 1 for row in rows):
        return tuple(rows)
    labels = [_read_label(row.cells[0], book) for row in rows]
    if sum(label is not None for label in labels) < FEWEST_LABELS:
        return tuple(rows)
    return tuple(_paired(rows, labels))


def _read_label(cell: SourceCell, book: HeadingBook) -> Field | None:
    heading = book.read(cell.text)
    return heading.field if heading and heading.is_exact else None


def _paired(rows: Sequence[Row], labels: Sequence[Field | None]) -> Iterator[Row]:
    """Give each heading with every cell below it up to the next heading; what stands under no heading as it is."""
    above: Row | None = None
    is_first = True
    for at, (row, label) in enumerate(zip(rows, labels, strict=True)):
        if label:
            above, is_first = row, True
            if at + 1 == len(rows) or labels[at + 1] or _recommends(rows[at + 1], label):
                yield _pair(row, None, is_first=True)
        elif above is None or _recommends(row, labels[at - 1]):
            above = None
            yield _over_both(row)
        elif holds_anything(row.cells[0]) or labels[at - 1]:
            yield _pair(above, row, is_first=is_first)
            is_first = False


def _recommends(row: Row, above: Field | None) -> bool:
    """Whether ``row`` begins with a number, and is not just the answer to a heading ``above`` that asks for one."""
    numbered = split_number(row.cells[0].text)
    return bool(numbered.numbers) and (above is not Field.NUMBER or bool(numbered.rest))


def _over_both(row: Row) -> Row:
    cell = replace(row.cells[0], colspan=2)
    return Row(row.place, (cell, cell), (cell,) if row.own else ())


def _pair(label: Row, value: Row | None, *, is_first: bool) -> Row:
    """Return a heading and a cell below it as one row; the heading's words count with the first such cell."""
    heading = replace(label.cells[0], col=1, colspan=1)
    answer = replace(value.cells[0] if value else SourceCell(1, 2, ""), col=2, colspan=1)
    return Row(label.place, (heading, answer), (heading, answer) if is_first else (answer,))

"""The columns of a table without any heading, where what stands in them leaves little doubt."""

from __future__ import annotations

from collections.abc import Sequence

from normalize.columns import Columns, Field
from normalize.grid import Row
from normalize.headings import HeadingBook, is_heading_row
from normalize.references import read_numbers, split_number

_ORDER = (Field.RECOMMENDATION, Field.UPDATE, Field.EVIDENCE)
"""The order in which every published form has these three."""


def guess_columns(rows: Sequence[Row], book: HeadingBook) -> Columns | None:
    """Return the columns of a table in which every row begins with a number; None for one with headings, or another.

    Two to four columns: the number and the recommendation, together or apart, then the update, then the evidence.
    """
    filled = [row for row in rows if row.filled and not row.spanning]
    if not filled or any(_is_heading(row, book) for row in rows):
        return None
    first = [row.covering[0].text if row.covering[0] else "" for row in filled]
    width = len(rows[0].covering)
    if all(read_numbers(text) for text in first):
        fields: tuple[Field, ...] = (Field.NUMBER, *_ORDER)
    elif all(split_number(text).rest and split_number(text).numbers for text in first):
        fields = _ORDER
    else:
        return None
    fits = len(fields) - 1 <= width <= len(fields)
    return Columns(fields[:width], ("",) * width) if fits else None


def _is_heading(row: Row, book: HeadingBook) -> bool:
    readings = tuple(book.read(cell.text) for cell in row.filled)
    return is_heading_row(readings, tuple(cell.text for cell in row.filled))

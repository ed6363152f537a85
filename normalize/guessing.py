"""The columns of a table without a heading the program knows, where what stands in them leaves little doubt."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from normalize.columns import Columns, Field
from normalize.grid import Row
from normalize.headings import HeadingBook, is_heading_row
from normalize.references import read_numbers, split_number

_ORDER = (Field.RECOMMENDATION, Field.UPDATE, Field.EVIDENCE)
"""The order in which every published form has these three."""
LONGEST_TITLE = 8
"""A cell of more words heads no column."""
FEWEST_NUMBERED = 2
FEWEST_WORDS = 4
"""Half the recommendations, at least, have so many words: names of people and things have fewer."""


def guess_columns(rows: Sequence[Row], book: HeadingBook) -> Columns | None:
    """Return the columns of a table in which every row begins with a number; None for one with headings, or another.

    Two to four columns: the number and the recommendation, together or apart, then the update, then the evidence.
    """
    filled = _filled(rows)
    if not filled or any(_is_heading(row, book) for row in rows):
        return None
    return _number_columns(filled, ("",) * len(rows[0].covering))


def guess_under_headings(rows: Sequence[Row], book: HeadingBook) -> Columns | None:
    """Return the columns of such a table below a first row of titles none of which the program knows; else None.

    It has an update at least, and recommendations that are more than names.
    """
    headings = _unknown_headings(rows[0], book) if rows else None
    filled = _filled(rows[1:])
    if headings is None or len(filled) < FEWEST_NUMBERED or any(_is_heading(row, book) for row in rows):
        return None
    columns = _number_columns(filled, headings)
    if columns is None or not columns.holding(Field.UPDATE):
        return None
    said = [row.under(columns.holding(Field.RECOMMENDATION)) for row in filled]
    n_words = median(sum(len(cell.text.split()) for cell in cells) for cells in said)
    return columns if n_words >= FEWEST_WORDS else None


def _filled(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if row.filled and not row.spanning]


def _number_columns(rows: Sequence[Row], headings: tuple[str, ...]) -> Columns | None:
    """Return the columns under ``headings`` if each of ``rows`` begins with a number, and there are not too many."""
    first = [row.covering[0].text if row.covering[0] else "" for row in rows]
    width = len(headings)
    if all(read_numbers(text) for text in first):
        fields: tuple[Field, ...] = (Field.NUMBER, *_ORDER)
    elif all(split_number(text).rest and split_number(text).numbers for text in first):
        fields = _ORDER
    else:
        return None
    fits = len(fields) - 1 <= width <= len(fields)
    return Columns(fields[:width], headings) if fits else None


def _unknown_headings(row: Row, book: HeadingBook) -> tuple[str, ...] | None:
    """Return what ``row`` says if it has a title in every column, and none of them, the first aside, is known."""
    texts = tuple(cell.text.strip() if cell else "" for cell in row.covering)
    are_titles = all(text and len(text.split()) <= LONGEST_TITLE and not text.endswith(".") for text in texts)
    is_told = len(set(texts)) < len(texts) or read_numbers(texts[0]) or any(book.read(text) for text in texts[1:])
    return texts if are_titles and not is_told else None


def _is_heading(row: Row, book: HeadingBook) -> bool:
    readings = tuple(book.read(cell.text) for cell in row.filled)
    return is_heading_row(readings, tuple(cell.text for cell in row.filled))

"""Tables of particulars that set their labels out otherwise than one to a row: in pairs, above, or in one cell.

"Agency | Housing | Date | May 2013" has two labels in a row; a form may also have the labels in one row and what they
stand for in the next, or both in one cell, the label on a line of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from ingest.model import SourceCell
from ingest.words import count_words
from normalize.grid import Row, holds_anything
from normalize.headings import HeadingBook
from normalize.particulars import AT_LENGTH, NAMING, read_label

FEWEST_PAIRS = 2
"""One label beside what it stands for is how most such tables are drawn."""

Pair = tuple[SourceCell, SourceCell]
"""A label and what it stands for."""


def pair_up(rows: Sequence[Row], book: HeadingBook) -> tuple[Row, ...]:
    """Return the rows of such a table anew, one label and what it stands for in each; empty for any other table."""
    filled = [row for row in rows if row.filled]
    ways = (partial(_side_by_side, book=book), partial(_one_above_the_other, book=book), _within_cells)
    return next((paired for way in ways if _names_somebody(paired := way(filled))), ())


def pair_up_row(row: Row, book: HeadingBook) -> tuple[Row, ...]:
    """Return one row of such a table anew, where its labels stand in pairs; empty for any other row."""
    return pair_up((row,), book) if row.filled else ()


def _names_somebody(paired: Sequence[Row]) -> bool:
    return any(read_label(row.filled[0].text) in NAMING for row in paired if row.filled)


def _side_by_side(rows: Sequence[Row], book: HeadingBook) -> tuple[Row, ...]:
    pairs = [_pairs_in(row, book) for row in rows]
    if not all(pairs) or max(map(len, pairs), default=0) < FEWEST_PAIRS:
        return ()
    return tuple(_as_row(row, pair, row.own) for row, each in zip(rows, pairs, strict=True) for pair in each)


def _pairs_in(row: Row, book: HeadingBook) -> list[Pair]:
    """Return the cells of a row two by two; none where they are not labels and what these stand for, turn about."""
    labels, values = row.cells[::2], row.cells[1::2]
    if len(labels) != len(values):
        return []
    pairs = [pair for pair in zip(labels, values, strict=True) if any(holds_anything(cell) for cell in pair)]
    is_so = all(_is_label(label.text) and not _is_heading(value.text, book) for label, value in pairs)
    return pairs if is_so else []


def _one_above_the_other(rows: Sequence[Row], book: HeadingBook) -> tuple[Row, ...]:
    """Return what rows of labels and rows of what they stand for, turn about, come to; a list has no such turns."""
    bands = [_pairs_between(above, below, book) for above, below in zip(rows[::2], rows[1::2], strict=False)]
    if len(rows) % 2 or not all(bands) or max(map(len, bands), default=0) < FEWEST_PAIRS:
        return ()
    return tuple(row for band in bands for row in band)


def _pairs_between(above: Row, below: Row, book: HeadingBook) -> tuple[Row, ...]:
    labels = [read_label(cell.text) for cell in above.cells]
    # In a row of labels, those of evidence and of a summary are most likely headings of answers.
    if len(above.cells) != len(below.cells) or any(label is None or label in AT_LENGTH for label in labels):
        return ()
    if any(_is_heading(cell.text, book) for cell in below.cells):
        return ()
    own = (*above.own, *below.own)
    return tuple(_as_row(below, pair, own) for pair in zip(above.cells, below.cells, strict=True))


def _within_cells(rows: Sequence[Row]) -> tuple[Row, ...]:
    cells = [(row, cell) for row in rows for cell in row.own if cell.text.strip()]
    pairs = [(row, _split(cell)) for row, cell in cells]
    if len(pairs) < FEWEST_PAIRS or any(pair is None for _row, pair in pairs):
        return ()
    return tuple(_as_row(row, pair, pair) for row, pair in pairs if pair)


def _split(cell: SourceCell) -> Pair | None:
    first, _, rest = cell.text.strip().partition("\n")
    if not rest.strip() or read_label(first) is None:
        return None
    words = count_words(first)
    return SourceCell(cell.row, cell.col, first, words=words), replace(cell, text=rest, words=cell.words - words)


def _is_label(text: str) -> bool:
    return read_label(text) is not None or text.rstrip().endswith(":")


def _is_heading(text: str, book: HeadingBook) -> bool:
    heading = book.read(text) if text.strip() else None
    return read_label(text) is not None or (heading is not None and heading.is_exact)


def _as_row(row: Row, pair: Pair, own: Sequence[SourceCell]) -> Row:
    """Return a pair as a row; of its cells only those among ``own`` begin in it."""
    return Row(row.place, pair, tuple(cell for cell in pair if any(cell is each for each in own)))

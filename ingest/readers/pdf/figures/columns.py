"""Columns of pieces of lines: stretches of the page's width in which pieces of most lines stand."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.readers.pdf.figures.pieces import make_piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.readers.pdf.figures.pieces import Piece

SPACE = 0.4
"""A space in a heading is narrower than this many font sizes."""
TOUCH = 0.5
"""Pieces that share less than this many points of the width stand beside each other."""


@dataclass(frozen=True, slots=True)
class Column:
    """From where to where the pieces of a column reach."""

    x0: float
    x1: float


def find_columns(lines: Sequence[Sequence[Piece]]) -> tuple[Column, ...]:
    """Return the columns the pieces of ``lines`` stand in, from left to right.

    Lines with most pieces go first: they say where columns are, and a piece over two of them joins none.
    """
    columns: list[Column] = []
    for pieces in sorted(lines, key=lambda pieces: -len(pieces)):
        for piece in pieces:
            over = [column for column in columns if _shared(piece, column) > TOUCH]
            if not over:
                columns.append(Column(piece.x0, piece.x1))
            elif len(over) == 1:
                columns.remove(over[0])
                columns.append(Column(min(over[0].x0, piece.x0), max(over[0].x1, piece.x1)))
    return tuple(sorted(columns, key=lambda column: column.x0))


def split_between(pieces: Sequence[Piece], columns: Sequence[Column]) -> tuple[Piece, ...]:
    """Return ``pieces`` of a heading, those cut that have a gap wider than a space where two of ``columns`` part."""
    cut: list[Piece] = []
    for piece in pieces:
        start = 0
        for at, (left, right) in enumerate(pairwise(piece.words), start=1):
            if right.box.x0 - left.box.x1 > SPACE * left.size and _parts(left.box.x1, right.box.x0, columns):
                cut.append(make_piece(piece.words[start:at]))
                start = at
        cut.append(make_piece(piece.words[start:]) if start else piece)
    return tuple(cut)


def _parts(start: float, end: float, columns: Sequence[Column]) -> bool:
    """Whether the gap between ``start`` and ``end`` lies over the space between two columns."""
    return any(start < right.x0 and end > left.x1 for left, right in pairwise(columns))


def span_of(piece: Piece, columns: Sequence[Column]) -> tuple[int, int]:
    """Return the first and last of ``columns`` that ``piece`` stands over; the nearest where it is over none."""
    over = [number for number, column in enumerate(columns) if _shared(piece, column) > TOUCH]
    if over:
        return over[0], over[-1]
    middle = (piece.x0 + piece.x1) / 2
    nearest = min(range(len(columns)), key=lambda number: max(columns[number].x0 - middle, middle - columns[number].x1))
    return nearest, nearest


def _shared(piece: Piece, column: Column) -> float:
    return min(piece.x1, column.x1) - max(piece.x0, column.x0)

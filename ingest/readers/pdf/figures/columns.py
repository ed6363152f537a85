"""Columns of pieces of lines: stretches of the page's width in which pieces of most lines stand."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.readers.pdf.figures.pieces import NO_FIGURE, make_piece

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
    return _with_signs(sorted(columns, key=lambda column: column.x0), lines)


def _with_signs(columns: Sequence[Column], lines: Sequence[Sequence[Piece]]) -> tuple[Column, ...]:
    """Return ``columns``, one with nothing but signs for missing figures put to that at its left whose they are.

    Where figures are set on their points and signs at the right, these may stand beside them; never on one line.
    """
    kept: list[Column] = []
    for column in columns:
        if kept and _are_signs_of(column, kept[-1], lines):
            kept[-1] = Column(kept[-1].x0, column.x1)
        else:
            kept.append(column)
    return tuple(kept)


def _are_signs_of(column: Column, left: Column, lines: Sequence[Sequence[Piece]]) -> bool:
    """Whether each piece of ``lines`` in ``column`` is a sign for a missing figure, and none is beside one in ``left``.

    In ``left`` are figures alone.
    """
    for pieces in lines:
        own = [piece for piece in pieces if _shared(piece, column) > TOUCH]
        beside = [piece for piece in pieces if _shared(piece, left) > TOUCH]
        if (own and beside) or not all(piece.text in NO_FIGURE for piece in own):
            return False
        if not all(piece.is_figure for piece in beside):
            return False
    return True


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

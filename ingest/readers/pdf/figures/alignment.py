"""Whether what stands in columns is set as columns of a table are: figures below each other, and no running text."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ingest.readers.pdf.figures.columns import span_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ingest.readers.pdf.figures.columns import Column
    from ingest.readers.pdf.figures.pieces import Piece
    from ingest.readers.pdf.figures.stretches import Row
    from ingest.readers.pdf.text.lines import Line

SAME_PLACE = 0.35
"""Figures are set alike that begin, end, or have their middle or their point within so many font sizes."""
MOSTLY = 0.6
HALF = 0.5
FEWEST_COLUMNS = 2
WORDS = 2.0
"""A column has running text whose pieces have more words than this."""


def are_aligned(rows: Sequence[Row], columns: Sequence[Column]) -> bool:
    """Whether the figures of half the ``columns`` stand right below each other: those of a map or a chart do not."""
    held = _held(rows, columns)
    figures = [column for column in ([p for p in pieces if p.is_figure] for pieces in held) if len(column) > 1]
    return sum(_is_aligned(column) for column in figures) >= HALF * len(figures)


def are_lines_aligned(columns: Sequence[Sequence[Line]]) -> bool:
    """Whether the lines of most ``columns``, of two at least, begin or end below each other, or are centred."""
    tried = [lines for lines in columns if len(lines) > 1]
    aligned = [_are_set_alike([(line.box.x0, line.box.x1) for line in lines], lines[0].size) for lines in tried]
    return sum(aligned) >= FEWEST_COLUMNS and sum(aligned) > HALF * len(aligned)


def has_words(rows: Sequence[Row], columns: Sequence[Column]) -> bool:
    """Whether a column beside the labels holds text that goes over several lines, as other ``rows`` than these do."""
    first_lines = _held([row for row in rows if row.has_figures], columns)
    more_lines = _held([row for row in rows if not row.has_figures], columns)
    return any(
        bool(more)
        and sum(len(piece.words) for piece in pieces) > WORDS * len(pieces)
        and sum(piece.is_figure for piece in pieces) < HALF * len(pieces)
        for pieces, more in list(zip(first_lines, more_lines, strict=True))[1:]
    )


def _held(rows: Sequence[Row], columns: Sequence[Column]) -> list[list[Piece]]:
    """Return the pieces in each of ``columns``, those over several left out."""
    held: list[list[Piece]] = [[] for _column in columns]
    for piece in (piece for row in rows for piece in row.pieces):
        first, last = span_of(piece, columns)
        if first == last:
            held[first].append(piece)
    return held


def _is_aligned(pieces: Sequence[Piece]) -> bool:
    size = pieces[0].words[0].size
    points = _most_alike((_point_of(piece) for piece in pieces), SAME_PLACE * size)
    return points >= MOSTLY * len(pieces) or _are_set_alike([(piece.x0, piece.x1) for piece in pieces], size)


def _are_set_alike(sides: Sequence[tuple[float, float]], size: float) -> bool:
    """Whether most of what reaches from one side to the other begins, ends or has its middle in the same place."""
    ways = zip(*((start, end, (start + end) / 2) for start, end in sides), strict=True)
    return any(_most_alike(places, SAME_PLACE * size) >= MOSTLY * len(sides) for places in ways)


def _point_of(piece: Piece) -> float:
    """Return about where the decimal point of a figure is, its end where it has none."""
    after = len(piece.text) - max(piece.text.rfind("."), piece.text.rfind(",")) if "." in piece.text else 0
    return piece.x1 - (piece.x1 - piece.x0) * after / len(piece.text)


def _most_alike(places: Iterable[float], slack: float) -> int:
    """Return how many of ``places`` are nearly the same."""
    steps = Counter(round(place / slack) for place in places)
    return max(steps[step] + steps[step + 1] for step in [*steps, *(step - 1 for step in steps)])

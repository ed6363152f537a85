"""Over which columns a heading of a table of figures stands: by the rule below it, or by what it is centred on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.readers.pdf.columns import span_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    from ingest.readers.pdf.columns import Column
    from ingest.readers.pdf.figures import Row
    from ingest.readers.pdf.page import Rule
    from ingest.readers.pdf.pieces import Piece

    Span: TypeAlias = tuple[int, int]

BELOW = 1.0
"""The rule under a heading over several columns lies no deeper, in font sizes."""
WHOLE = 0.9
"""A rule that long, measured by the table, is under all headings and tells nothing of one."""
SAME_PLACE = 1.5
CENTRED = 0.12
"""A heading is set in the middle of columns if it misses that by no more than this part of their width."""


def head_spans(row: Row, below: Row | None, columns: Sequence[Column], borders: Sequence[Rule]) -> list[Span]:
    """Return the first and last column of each piece of a heading ``row``.

    ``below`` is the heading line below it, None for the last, which has a piece for each column.
    """
    spans = [span_of(piece, columns) for piece in row.pieces]
    for number, piece in enumerate(row.pieces):
        ruled = _span_of_rule(piece, row, columns, borders)
        if ruled is not None:
            spans[number] = ruled
        elif below is not None and not any(_is_aligned(piece, other) for other in below.pieces):
            spans[number] = _widened(piece, spans[number], _limits(spans, number, len(columns)), columns)
    return spans


def _is_aligned(piece: Piece, below: Piece) -> bool:
    """Whether two pieces begin, end or have their middle in the same place: a heading on two lines."""
    ends = (below.x0 - piece.x0, below.x1 - piece.x1, (below.x0 + below.x1 - piece.x0 - piece.x1) / 2)
    return any(abs(apart) <= SAME_PLACE for apart in ends)


def _span_of_rule(piece: Piece, row: Row, columns: Sequence[Column], borders: Sequence[Rule]) -> Span | None:
    """Return the columns over which the rule right below ``piece`` lies, if it is one under this heading alone."""
    middle, width = (piece.x0 + piece.x1) / 2, columns[-1].x1 - columns[0].x0
    for rule in borders:
        is_below = 0 < rule.at - row.line.baseline < BELOW * row.line.size
        if is_below and rule.start <= middle <= rule.end and rule.length < WHOLE * width:
            over = [at for at, column in enumerate(columns) if rule.start <= (column.x0 + column.x1) / 2 <= rule.end]
            return (over[0], over[-1]) if over else None
    return None


def _limits(spans: Sequence[Span], number: int, n_columns: int) -> Span:
    """Return how far a heading could reach: up to its neighbours, never over the labels."""
    first = spans[number - 1][1] + 1 if number else min(1, spans[number][0])
    last = spans[number + 1][0] - 1 if number + 1 < len(spans) else n_columns - 1
    return first, last


def _widened(piece: Piece, span: Span, limits: Span, columns: Sequence[Column]) -> Span:
    """Return the columns of which ``piece`` stands most nearly in the middle."""
    middle = (piece.x0 + piece.x1) / 2

    def distance(tried: Span) -> float:
        return abs((columns[tried[0]].x0 + columns[tried[1]].x1) / 2 - middle)

    wider = [
        (first, last)
        for first in range(min(limits[0], span[0]), span[0] + 1)
        for last in range(span[1], max(limits[1], span[1]) + 1)
    ]
    best = min(wider, key=distance)
    width = columns[best[1]].x1 - columns[best[0]].x0
    return best if distance(best) <= CENTRED * width and distance(best) < distance(span) / 2 else span

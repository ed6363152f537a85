"""Over which columns a heading of a table of figures stands: by the rule below it, or by what it is centred on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.readers.pdf.figures.columns import Column, span_of
from ingest.readers.pdf.figures.figures import is_between
from ingest.readers.pdf.figures.tiling import is_over_all, tile

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    from ingest.readers.pdf.figures.pieces import Piece
    from ingest.readers.pdf.figures.stretches import Row
    from ingest.readers.pdf.page import Rule

    Span: TypeAlias = tuple[int, int]

BELOW = 1.0
"""The rule under a heading over several columns lies no deeper, in font sizes."""
WHOLE = 0.9
"""A rule that long, measured by the table, is under all headings and tells nothing of one."""
TOUCHING = 0.75
SAME_PLACE = 1.5
NEXT = 1.6
"""The lines of a heading are no further apart than this many font sizes."""
CENTRED = 0.12
"""A heading is set in the middle of columns if it misses that by no more than this part of their width."""


def head_spans(row: Row, head: Sequence[Row], columns: Sequence[Column], borders: Sequence[Rule]) -> list[Span]:
    """Return the first and last column of each piece of ``row``, one of the heading lines ``head``."""
    at = head.index(row)
    in_order = _one_each(row.pieces, columns)
    spans = in_order or [span_of(piece, columns) for piece in row.pieces]
    if in_order or is_between(head[max(0, at - 1) : at + 2]):
        return spans
    names = max(head, key=lambda each: (len(each.pieces), each.line.baseline))
    if _is_below(row, names, columns):
        return tile(row.pieces, spans, _widen_by([names], columns))
    lower = (each for each in head if each.line.baseline > row.line.baseline)
    below = [each for each in lower if not _is_below(each, names, columns)]
    if not below:
        return spans
    wide = _widen_by(below, columns)
    near = [
        piece
        for other in below
        if other.line.baseline - row.line.baseline < NEXT * row.line.size
        for piece in other.pieces
    ]
    for number, piece in enumerate(row.pieces):
        ruled = _span_of_rule(piece, row, wide, borders)
        if ruled is not None:
            spans[number] = ruled
        elif not any(_is_aligned(piece, other) for other in near):
            spans[number] = _widened(piece, spans[number], _limits(spans, number, len(columns)), wide)
    if any(first < last for first, last in spans):
        return tile(row.pieces, spans, wide)
    if not _tell_groups(*(_right_of_labels(each, columns) for each in (row, below[-1]))):
        return spans
    shared = tile(row.pieces, spans, wide)
    go_on = all(any(_is_aligned(piece, other) for other in near) for piece in row.pieces)
    return spans if go_on and not _are_even(shared, len(columns)) else shared


def _right_of_labels(row: Row, columns: Sequence[Column]) -> list[Piece]:
    return [piece for piece in row.pieces if span_of(piece, columns)[0] > 0]


def _are_even(spans: Sequence[Span], n_columns: int) -> bool:
    """Whether ``spans`` share out all columns right of the labels, as many to each."""
    sizes = [last - first + 1 for first, last in spans if first]
    return sum(sizes) == n_columns - 1 and len(set(sizes)) == 1


def _is_below(row: Row, names: Row, columns: Sequence[Column]) -> bool:
    """Whether ``row`` stands below ``names``, a heading for each column, and says what several of them count."""
    if _one_each(names.pieces, columns) is None or row.line.baseline <= names.line.baseline:
        return False
    # With an even number of columns none is in the middle.
    if len(row.pieces) == 1 and len(columns) % 2 and is_over_all(row.pieces[0], columns):
        return True
    return any(not any(_is_aligned(piece, name) for name in names.pieces) for piece in row.pieces)


def _tell_groups(pieces: Sequence[Piece], last: Sequence[Piece]) -> bool:
    """Whether the ``last`` headings, years or the same ones over again, need ``pieces`` above to tell them apart."""
    texts = [piece.text for piece in last]
    is_repeated = len(set(texts)) * 2 <= len(texts)
    return len(pieces) < len(last) and (is_repeated or all(piece.is_year for piece in last))


def _one_each(pieces: Sequence[Piece], columns: Sequence[Column]) -> list[Span] | None:
    """Return a column for each of ``pieces`` if there are as many as columns, the one of the labels left out or not."""
    without = len(columns) - len(pieces)
    if without not in {0, 1} or (without == 1 and span_of(pieces[0], columns)[0] == 0):
        return None
    return [(col, col) for col in range(without, len(columns))]


def _widen_by(rows: Sequence[Row], columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return ``columns`` as wide as their own headings in ``rows``, those over several left out."""
    wide = list(columns)
    for piece in (piece for row in rows for piece in row.pieces):
        first, last = span_of(piece, columns)
        if first == last:
            wide[first] = Column(min(wide[first].x0, piece.x0), max(wide[first].x1, piece.x1))
    return tuple(wide)


def _is_aligned(piece: Piece, below: Piece) -> bool:
    """Whether two pieces begin, end or have their middle in the same place: a heading on two lines."""
    ends = (below.x0 - piece.x0, below.x1 - piece.x1, (below.x0 + below.x1 - piece.x0 - piece.x1) / 2)
    return any(abs(apart) <= SAME_PLACE for apart in ends)


def _span_of_rule(piece: Piece, row: Row, columns: Sequence[Column], borders: Sequence[Rule]) -> Span | None:
    """Return the columns over which the rule right below ``piece`` lies, if it is one under this heading alone."""
    middle, width = (piece.x0 + piece.x1) / 2, columns[-1].x1 - columns[0].x0
    near = [rule for rule in borders if 0 < rule.at - row.line.baseline < BELOW * row.line.size]
    for start, end in _joined(near):
        alone = sum(start <= (other.x0 + other.x1) / 2 <= end for other in row.pieces) == 1
        if alone and start <= middle <= end and end - start < WHOLE * width:
            over = [at for at, column in enumerate(columns) if start <= (column.x0 + column.x1) / 2 <= end]
            return (over[0], over[-1]) if over else None
    return None


def _joined(rules: Sequence[Rule]) -> list[tuple[float, float]]:
    """Return from where to where ``rules`` go: the sides of neighbouring cells make one."""
    joined: list[tuple[float, float]] = []
    for rule in sorted(rules, key=lambda rule: rule.start):
        if joined and rule.start - joined[-1][1] <= TOUCHING:
            joined[-1] = (joined[-1][0], max(joined[-1][1], rule.end))
        else:
            joined.append((rule.start, rule.end))
    return joined


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

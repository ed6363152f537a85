"""Shares columns out among the headings over groups of them: neighbours, each in the middle of what it stands over."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    from ingest.readers.pdf.figures.columns import Column
    from ingest.readers.pdf.figures.pieces import Piece

    Span: TypeAlias = tuple[int, int]
    Shared: TypeAlias = tuple[float, tuple[Span, ...]]

UNCOVERED = 0.3
"""Leaving a column without a heading is as bad as missing the middle by this part of a column."""
NEVER = 1e9
NEARLY = 0.25
"""A heading over all columns misses their middle by no more than this part of a column."""
MOST_OFF = 0.5
"""No heading is further from the middle of its columns than this part of a column."""


def tile(pieces: Sequence[Piece], spans: Sequence[Span], columns: Sequence[Column]) -> list[Span]:
    """Return ``spans``, those of headings over groups of ``columns``, so that all columns are shared out.

    They stay as they are where no way to share the columns out has the headings in the middle of theirs. What stands
    over the first column heads the labels. Figures fill their columns, or end at the right sides of wider ones.
    """
    first = 1 if spans[0][0] > 0 or spans[0] == (0, 0) else 0
    heads = [piece for piece, span in zip(pieces, spans, strict=True) if span[0] >= first]
    cost, shared = _share(heads, columns, first)
    other_cost, other = _share(heads, _reaching_left(columns), first)
    if other_cost < cost and sum(last - start + 1 for start, last in other) == len(columns) - first:
        cost, shared = other_cost, other
    return [*spans[: len(spans) - len(heads)], *shared] if cost < NEVER else list(spans)


def is_over_all(piece: Piece, columns: Sequence[Column]) -> bool:
    """Whether ``piece`` stands in the middle of all ``columns`` but that of the labels."""
    pitch = (columns[-1].x1 - columns[1].x0) / (len(columns) - 1)
    middles = ((each[1].x0 + each[-1].x1) / 2 for each in (columns, _reaching_left(columns)))
    return any(abs((piece.x0 + piece.x1) / 2 - middle) <= NEARLY * pitch for middle in middles)


def _reaching_left(columns: Sequence[Column]) -> list[Column]:
    """Return ``columns`` as wide as they are where each, the labels' left out, begins at the end of the one before."""
    pitches = [right.x1 - left.x1 for left, right in pairwise(columns)]
    # How wide the first is cannot be seen from the labels: it is as wide as the second.
    pitches[0] = min(pitches[:2])
    wide = (replace(column, x0=column.x1 - pitch) for column, pitch in zip(columns[1:], pitches, strict=True))
    return [columns[0], *wide]


def _share(heads: Sequence[Piece], columns: Sequence[Column], first: int) -> Shared:
    """Return the best way to put ``heads`` over ``columns`` from the ``first`` on, and what is wrong with it."""
    pitch = (columns[-1].x1 - columns[0].x0) / len(columns)

    @cache
    def share(head: int, col: int) -> Shared:
        """Return the best way to put the headings from ``head`` on over the columns from ``col`` on."""
        if head == len(heads):
            return UNCOVERED * (len(columns) - col), ()
        if col == len(columns):
            return NEVER, ()
        cost, rest = share(head, col + 1)
        ways = [(cost + UNCOVERED, rest)]
        middle = (heads[head].x0 + heads[head].x1) / 2
        for last in range(col, len(columns)):
            cost, rest = share(head + 1, last + 1)
            off = abs((columns[col].x0 + columns[last].x1) / 2 - middle) / pitch
            ways.append((cost + (off if off <= MOST_OFF else NEVER), ((col, last), *rest)))
        return min(ways, key=lambda way: way[0])

    return share(0, first)

"""Shares columns out among the headings over groups of them: neighbours, each in the middle of what it stands over."""

from __future__ import annotations

from functools import cache
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
MOST_OFF = 0.5
"""No heading is further from the middle of its columns than this part of a column."""


def tile(pieces: Sequence[Piece], spans: Sequence[Span], columns: Sequence[Column]) -> list[Span]:
    """Return ``spans``, of which one at least is over several ``columns``, so that all columns are shared out.

    They stay as they are where no way to share the columns out has the headings in the middle of theirs. What stands
    over the first column heads the labels.
    """
    first = 1 if spans[0][0] > 0 or spans[0] == (0, 0) else 0
    heads = [piece for piece, span in zip(pieces, spans, strict=True) if span[0] >= first]
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

    cost, shared = share(0, first)
    return [*spans[: len(spans) - len(heads)], *shared] if cost < NEVER else list(spans)

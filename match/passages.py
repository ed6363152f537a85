"""What became of a passage: its words as they stand now, with those added, removed and moved marked."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from match.model import Edit, Piece
from match.moves import Moves, find_moves
from match.stretches import Side, Stretch, pair_sides
from match.tidying import find_stretches
from match.wording import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SPACE = re.compile(r"\s+")


def compare_passages(old: str, new: str) -> tuple[Piece, ...]:
    """Return ``new`` with what became of its words since ``old``, in pieces.

    The pieces that are not REMOVED, joined, are ``new`` exactly. Those that are not ADDED say what ``old`` says;
    where some are MOVED, in another order.
    """
    if old == new or said(old) == said(new):
        return (Piece(Edit.SAME, new),) if new else ()
    if not said(old):
        return (Piece(Edit.ADDED, new),)
    before, after = pair_sides(old, new)
    stretches = find_stretches(before, after)
    moves = find_moves(before, after, [each for each in stretches if not each.is_kept])
    return tuple(_merged(_pieces(stretches, moves, before, after)))


def _pieces(stretches: Sequence[Stretch], moves: Moves, before: Side, after: Side) -> Iterator[Piece]:
    cuts_before, cuts_after = _cuts(before), _cuts(after)
    for each in stretches:
        for old in range(each.old_start, each.old_end):
            if not each.is_kept and old not in moves.old:
                yield Piece(Edit.REMOVED, before.text[cuts_before[old] : cuts_before[old + 1]])
        for new in range(each.new_start, each.new_end):
            edit = Edit.SAME if each.is_kept else Edit.MOVED if new in moves.new else Edit.ADDED
            yield Piece(edit, after.text[cuts_after[new] : cuts_after[new + 1]])
    if not after.words and after.text:
        yield Piece(Edit.ADDED, after.text)


def _merged(pieces: Iterator[Piece]) -> Iterator[Piece]:
    for edit, run in groupby(pieces, key=lambda piece: piece.edit):
        yield Piece(edit, "".join(piece.text for piece in run))


def _cuts(side: Side) -> tuple[int, ...]:
    """Return where the text is cut: before every word and at its end. A word takes the space after it along."""
    cuts = [0]
    for word, after in pairwise(side.words):
        gap = side.text[word.end : after.start]
        cuts.append(word.end + _after_first_space(gap))
    return (*cuts, len(side.text))


def _after_first_space(gap: str) -> int:
    """Return the end of the first white space in ``gap``: what follows it (a bullet, say) goes with the next word."""
    space = _SPACE.search(gap)
    return space.end() if space else len(gap)

"""Sentences that went from the update to the evidence or back: moved, and neither removed nor added."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from match.model import Edit, Piece
from match.passages import compare_passages
from match.wording import MOVABLE_WORDS, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ENDS = re.compile(r"(?:^|[.!?;:][^\s\w]{0,3}|\n)\s*$")
"""What a text ends with after which another sentence can begin."""


def mark_crossings(pieces: Sequence[Piece], others: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return ``pieces`` with the added sentences that ``others``, those of the other column, have removed as MOVED."""
    removed = "\n".join(piece.text for piece in others if piece.edit is Edit.REMOVED)
    if not removed or all(piece.edit is not Edit.ADDED for piece in pieces):
        return tuple(pieces)
    parts = (part for piece in pieces for part in (_parts(piece, removed) if piece.edit is Edit.ADDED else (piece,)))
    runs = groupby(parts, key=lambda part: part.edit)
    return tuple(Piece(edit, "".join(part.text for part in run)) for edit, run in runs)


def _parts(added: Piece, removed: str) -> Iterator[Piece]:
    """Yield the parts of an added piece, the sentences that were removed elsewhere as MOVED."""
    done = ""
    for part in compare_passages(removed, added.text):
        if part.edit is Edit.REMOVED:
            continue
        is_last = len(done) + len(part.text) == len(added.text)
        is_whole = bool(_ENDS.search(done)) and (is_last or bool(_ENDS.search(part.text)))
        is_moved = is_whole and part.edit is not Edit.ADDED and _has_whole(removed, part.text)
        yield Piece(Edit.MOVED if is_moved else Edit.ADDED, part.text)
        done += part.text


def _has_whole(text: str, passage: str) -> bool:
    """Whether ``text`` has ``passage``, and whole sentences of it."""
    inside, wanted = words(text), [word.key for word in words(passage)]
    starts = (at for at, word in enumerate(inside) if word.opens)
    return len(wanted) >= MOVABLE_WORDS and any(
        [word.key for word in inside[at : at + len(wanted)]] == wanted
        and (at + len(wanted) == len(inside) or inside[at + len(wanted)].opens)
        for at in starts
    )

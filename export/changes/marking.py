"""How a changed text is shown: marked word by word where most of it stayed, side by side where it was rewritten."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ingest.words import count_words
from match.model import Edit, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LEAST_KEPT = 0.25
"""Where less of the words was kept, marks on every line are harder to read than both wordings one after the other."""


class Showing(StrEnum):
    """How a text is shown."""

    AS_IT_IS = "as it is"
    ALL_NEW = "all new"
    ALL_GONE = "all gone"
    REWRITTEN = "rewritten"
    MARKED = "marked"


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of words inside its mark, and the white space after it, which stays outside."""

    edit: Edit
    text: str
    space: str


@dataclass(frozen=True, slots=True)
class Passage:
    """The update or the evidence of a recommendation, ready to be shown."""

    name: str
    showing: Showing
    now: str
    before: str
    marks: tuple[Mark, ...] = ()


def show_passage(name: str, before: str, now: str, pieces: Sequence[Piece], *, is_changed: bool) -> Passage | None:
    """Return how the passage ``name`` is shown; None where nothing was ever said."""
    if not (before.strip() or now.strip()):
        return None
    showing = _showing(before, now, pieces) if is_changed else Showing.AS_IT_IS
    marks = tuple(_marks(pieces)) if showing is Showing.MARKED else ()
    return Passage(name, showing, now, before, marks)


def _showing(before: str, now: str, pieces: Sequence[Piece]) -> Showing:
    if not before.strip():
        has_moved_here = any(piece.edit is Edit.MOVED for piece in pieces)
        return Showing.MARKED if has_moved_here else Showing.ALL_NEW
    if not now.strip():
        return Showing.ALL_GONE
    kept = sum(count_words(piece.text) for piece in pieces if piece.edit in {Edit.SAME, Edit.MOVED})
    is_rewritten = kept < LEAST_KEPT * min(count_words(before), count_words(now))
    return Showing.REWRITTEN if is_rewritten else Showing.MARKED


def _marks(pieces: Sequence[Piece]) -> Iterator[Mark]:
    for at, piece in enumerate(pieces):
        words = piece.text.rstrip()
        space = piece.text[len(words) :]
        needs_space = piece.edit is Edit.REMOVED and at + 1 < len(pieces)
        yield Mark(piece.edit, words, space or (" " if needs_space else ""))

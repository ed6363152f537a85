"""What the board did to its master list, as the change log says it, besides what is new on it or gone from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from export.changes.marking import Passage, show_passage
from match.model import Edit, ListEdit

if TYPE_CHECKING:
    from match.model import ChangeLog

TOLD_ELSEWHERE = frozenset({ListEdit.NEW, ListEdit.GONE})
"""What the page lists by itself: with a link to it, or with what was last said of it."""


@dataclass(frozen=True, slots=True)
class ListLine:
    """A change to the master list, ready to be shown."""

    message: str
    passage: Passage | None
    """Its words, for one that reads otherwise."""
    before_round: str


def lay_out_list_edits(log: ChangeLog) -> tuple[ListLine, ...]:
    """Return what was split, joined, renumbered or reworded since the previous round, in the order of ``log``."""
    lines = []
    for each in log.list_changes:
        if each.edit not in TOLD_ELSEWHERE:
            before = "".join(piece.text for piece in each.words if piece.edit is not Edit.ADDED)
            now = "".join(piece.text for piece in each.words if piece.edit is not Edit.REMOVED)
            passage = show_passage("recommendation", before, now, each.words, is_changed=True)
            lines.append(ListLine(each.message, passage, log.previous))
    return tuple(lines)

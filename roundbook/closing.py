"""Closing a round: after it the round stays as it is, and the next run opens the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from match.model import Outcome
from roundbook.history import close_round, list_rounds
from roundbook.ledger import Ledger
from roundbook.locking import hold

if TYPE_CHECKING:
    from roundbook.board import Board


@dataclass(frozen=True, slots=True)
class ClosedRound:
    """A round just closed."""

    name: str
    unlinked: int
    """How many of its rows are linked to nothing."""


def close_board_round(board: Board) -> ClosedRound:
    """Close the open round of ``board``. Raises a ``RoundbookError``."""
    with hold(board.lock), Ledger(board.ledger) as ledger:
        name = close_round(ledger)
        (closed,) = (each for each in list_rounds(ledger) if each.name == name)
    unlinked = sum(count for outcome, count in closed.links.items() if outcome != Outcome.LINKED)
    return ClosedRound(name, unlinked)

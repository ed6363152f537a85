"""Closing a round: after it the round stays as it is, and the next run opens the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundbook.history import close_round
from roundbook.ledger import Ledger
from roundbook.locking import hold

if TYPE_CHECKING:
    from roundbook.board import Board


def close_board_round(board: Board) -> str:
    """Close the open round of ``board`` and return its name. Raises a ``RoundbookError``."""
    with hold(board.lock), Ledger(board.ledger) as ledger:
        return close_round(ledger)

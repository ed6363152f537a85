"""Closing a round: after it the round stays as it is, and the next run opens the next."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from match.model import Outcome
from roundbook.board import CLOSED_MARK
from roundbook.errors import NotWrittenError
from roundbook.history import close_round, list_rounds
from roundbook.ledger import Ledger
from roundbook.locking import hold
from roundbook.staging import replace_file

if TYPE_CHECKING:
    from pathlib import Path

    from roundbook.board import Board

IS_CLOSED = "This round is closed. Its files stay as they are, and what is written in its workbook is no longer read.\n"


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
        _mark(board.round(name) / CLOSED_MARK)
    unlinked = sum(count for outcome, count in closed.links.items() if outcome != Outcome.LINKED)
    return ClosedRound(name, unlinked)


def _mark(path: Path) -> None:
    """Say so in the round's folder as well, for whoever looks there, and for a ledger that has to be made anew."""
    with suppress(NotWrittenError, OSError):  # the ledger has it, which is what counts
        path.parent.mkdir(exist_ok=True)
        replace_file(path, lambda stage: stage.write_text(IS_CLOSED, "utf-8"))

"""Where a recommendation stands, kept apart by who says so: the agency, the evidence it names, the board.

An agency's "complete" is a claim; with evidence named it is one that can be looked at; closed is for the board alone
to say.
"""

from __future__ import annotations

from enum import StrEnum

from match.model import Entry
from match.wording import said
from normalize.model import Status
from normalize.pointers import points_elsewhere
from normalize.status_words import read_status_words


class Standing(StrEnum):
    """The states a board tells apart."""

    CLOSED = "closed by the board"
    COMPLETE_EVIDENCED = "complete, evidence named"
    COMPLETE_CLAIMED = "complete as claimed"
    IN_PROGRESS = "in progress"
    NOT_STARTED = "not started"
    DELAYED = "delayed"
    BLOCKED = "blocked"
    SUPERSEDED = "superseded"
    NOT_ACCEPTED = "not accepted"
    UNCLEAR = "unclear"
    NO_UPDATE = "no update received"


_AS_CLAIMED = {
    Status.NOT_STATED: Standing.UNCLEAR,
    Status.NOT_STARTED: Standing.NOT_STARTED,
    Status.IN_PROGRESS: Standing.IN_PROGRESS,
    Status.COMPLETE: Standing.COMPLETE_CLAIMED,
    Status.DELAYED: Standing.DELAYED,
    Status.BLOCKED: Standing.BLOCKED,
    Status.SUPERSEDED: Standing.SUPERSEDED,
    Status.NOT_ACCEPTED: Standing.NOT_ACCEPTED,
}


_NOT_THE_BOARDS = frozenset({Status.NOT_STATED, Status.COMPLETE})
"""What a board does not say: it leaves the cell blank, or closes the recommendation."""
BOARD_STATUSES = {
    "closed": Standing.CLOSED,
    **{status.value: standing for status, standing in _AS_CLAIMED.items() if status not in _NOT_THE_BOARDS},
}
"""What a board may say of a recommendation itself, as its workbook offers it."""


def read_standing(entry: Entry, board_status: str = "") -> Standing:
    """Return where the recommendation of ``entry`` stands.

    ``board_status`` is what the board itself has written, which outranks what the agency says; "complete", said by
    the board, closes it.
    """
    by_board = read_status_words(board_status) if board_status else Status.NOT_STATED
    if by_board is not Status.NOT_STATED:
        return Standing.CLOSED if by_board is Status.COMPLETE else _AS_CLAIMED[by_board]
    if not (said(entry.update) or said(entry.evidence)) and entry.status is Status.NOT_STATED:
        return Standing.NO_UPDATE
    if entry.status is Status.COMPLETE and names_evidence(entry):
        return Standing.COMPLETE_EVIDENCED
    return _AS_CLAIMED[entry.status]


def names_evidence(entry: Entry) -> bool:
    """Return whether an entry names evidence of its own; a pointer to another plan is none."""
    return bool(entry.links) or (bool(said(entry.evidence)) and not points_elsewhere(entry.evidence))

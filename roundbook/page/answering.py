"""The answers a person gives on the page.

An answer is kept in the ledger at once, where those written in the workbook end up as well; the round itself, its
workbook and its change log follow with the next run.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from export.decided import RowAnswer, folded, named_ids
from match.decisions import fingerprint
from match.model import Choice
from roundbook.answers import decide
from roundbook.decided import keep_decisions, load_decisions
from roundbook.errors import UsageError
from roundbook.history import find_open_round
from roundbook.ledger import Ledger
from roundbook.locking import hold
from roundbook.page.sheet import load_sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from match.model import Decision
    from normalize.model import MasterList
    from roundbook.board import Board

NO_ROUND = "No round is open, so there is nothing to settle. Press Run to start the next round."


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said of a row on the page."""

    choice: Choice | None
    """None where an earlier answer is taken back."""
    link_to: str
    """The ids to link to, as written; empty where there is no link."""
    who: str


@dataclass(frozen=True, slots=True)
class Turn:
    """An answer given on the page: what held about its row before it, and what held after it."""

    key: str
    before: Mapping[str, Decision]
    """By fingerprint."""
    after: Mapping[str, Decision]


def answer_row(board: Board, key: str, said: Said, when: str) -> Turn:
    """Keep what was said of the row called ``key``; ``when`` dates it. Raises a ``RoundbookError``."""
    with hold(board.lock), Ledger(board.ledger) as ledger:
        sheet = load_sheet(ledger)
        if sheet is None:
            raise UsageError(NO_ROUND)
        row = sheet.find(key).row
        query_id = row.linked.link.query_id
        answer = RowAnswer(query_id, said.choice, _ids(said, sheet.master), said.who, is_new=True)
        before = load_decisions(ledger)
        after, _ = decide(before, [answer], {query_id: row.known}, when)
        _keep(ledger, sheet.round, after, when)
    about_it = {fingerprint(row.known[0]), row.known[1]}
    return Turn(key, _about(before, about_it), _about(after, about_it))


def undo(board: Board, turn: Turn, when: str) -> None:
    """Have hold again what held before ``turn``.

    Raises ``UsageError`` where the row was answered once more since, in the workbook say.
    """
    with hold(board.lock), Ledger(board.ledger) as ledger:
        held = load_decisions(ledger)
        about_it = {*turn.before, *turn.after}
        if _about(held, about_it) != turn.after:
            raise UsageError("That answer has been changed since, so it was not undone. Choose the row to see it.")
        others = (each for each in held if each.fingerprint not in about_it)
        _keep(ledger, find_open_round(ledger), (*others, *turn.before.values()), when)


def _keep(ledger: Ledger, round_name: str, decisions: Iterable[Decision], when: str) -> None:
    with ledger.transaction():
        keep_decisions(ledger, round_name, decisions, when)


def _about(decisions: Iterable[Decision], fingerprints: set[str]) -> dict[str, Decision]:
    return {each.fingerprint: each for each in decisions if each.fingerprint in fingerprints}


def _ids(said: Said, master: MasterList) -> tuple[str, ...]:
    """Return the ids to link to. Raises ``UsageError`` where there is none, or one that is not on the list."""
    if said.choice is not Choice.LINK:
        return ()
    ids = {folded(each.id): each.id for each in master.recommendations}
    named = named_ids(said.link_to, ids)
    if unknown := [each for each in named if each not in ids]:
        raise UsageError(f'"{unknown[0]}" is not an ID on the master list. Look for the recommendation by its words.')
    if not named:
        raise UsageError("No ID is given to link to. Choose a candidate, or look for another recommendation.")
    return tuple(ids[each] for each in named)

"""What persons have said so far: what the ledger holds, and what they have since written in the round's workbook.

An answer given on the page is in the ledger at once, one written in the workbook when it is read. Where both speak of
one row, the later one holds: the page's if it was given after the workbook was last saved, else the workbook's.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeAlias

from export.answers import read_answers
from export.edits import changed_cells
from export.errors import UnreadableWorkbookError
from export.model import BoardNote
from export.rows import TAKE_BACK
from ingest.hashing import hash_file
from ingest.model import Finding, Level, Place
from match.decisions import fingerprint
from match.model import Decision, Query
from roundbook.board import WORKBOOK_NAME
from roundbook.decided import keep_board_notes, keep_decisions, load_board_notes, load_decisions, mark, return_to
from roundbook.errors import NotWrittenError
from roundbook.history import find_outputs, load_updates
from roundbook.queries import ask_again
from roundbook.staging import HalfDoneError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from export.decided import RowAnswer
    from match.model import LinkedUpdate
    from roundbook.decided import Mark
    from roundbook.ledger import Ledger

TAKEN_OVER = "But what was answered in the workbook had been taken over before that, and holds."

KnownRow: TypeAlias = tuple[Query, str]
"""A row, and the fingerprint of the decision it was shown with; empty for none."""
KnownRows: TypeAlias = dict[str, KnownRow]
"""By row key."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What persons have said, as a run uses it."""

    decisions: tuple[Decision, ...]
    """Those that hold."""
    notes: tuple[BoardNote, ...]
    """What the board wrote beside its recommendations; empty where it cleared what it had written."""
    problems: tuple[Finding, ...] = ()
    """What could not be taken over, and cells that were changed in vain."""


def read_back(ledger: Ledger, folder: Path, queries: Sequence[Query], when: str) -> Heard:
    """Return what persons have said, with what they wrote in the workbook in the round's ``folder``.

    ``queries`` are the rows of this run: an answer may be about one of them or about a row of the run before.
    ``when`` dates the new decisions. Nothing is kept yet.
    """
    heard = Heard(load_decisions(ledger), load_board_notes(ledger))
    workbook = folder / WORKBOOK_NAME
    if not is_edited(workbook, ledger):
        return heard
    try:
        answers, changed = read_answers(workbook), changed_cells(workbook)
    except UnreadableWorkbookError as error:
        return replace(heard, problems=(_unreadable(workbook, error),))
    if answers.round != folder.name:
        return replace(heard, problems=(_wrong_round(workbook, answers.round),))
    rows = _known_rows(ledger, folder.name, queries)
    # A ledger that does not know the round was lost: then even what stood in the workbook before is news to it.
    is_lost = not find_outputs(ledger, folder.name)
    said = [each for each in answers.rows if each.is_new or is_lost]
    saved = datetime.fromtimestamp(workbook.stat().st_mtime, UTC)
    outdone = tuple(each for each in said if _is_outdone(each, heard.decisions, rows, saved))
    decisions, strays = decide(heard.decisions, [each for each in said if each not in outdone], rows, when)
    notes = {each.id: each for each in (*heard.notes, *answers.board)}
    problems = (*answers.problems, *strays, *map(_outdone, outdone), *changed)
    return Heard(decisions, tuple(notes.values()), problems)


def is_edited(workbook: Path, ledger: Ledger) -> bool:
    """Tell whether somebody has saved the ``workbook`` of a round since it was written."""
    if not workbook.is_file():
        return False
    written = find_outputs(ledger, workbook.parent.name).get(workbook.name)
    return hash_file(workbook) != written


def _is_outdone(answer: RowAnswer, held: Sequence[Decision], rows: KnownRows, saved: datetime) -> bool:
    """Tell whether another answer was given to the row, on the page, after the workbook was ``saved``."""
    if answer.row_key not in rows:
        return False
    query, shown = rows[answer.row_key]
    about_it = [each for each in held if each.fingerprint in {fingerprint(query), shown}]
    later = [each for each in about_it if datetime.fromisoformat(each.when).astimezone(UTC) > saved]
    return any((each.choice, each.ids) != (answer.choice, answer.ids) for each in later)


@contextmanager
def keep_heard(ledger: Ledger, round_name: str, heard: Heard, when: str) -> Iterator[None]:
    """Keep what persons have said in the ledger, in a transaction of its own; as if unsaid where what is within fails.

    It is kept before the workbook it was read from is replaced within, so that no moment exists at which it is
    nowhere. Raises ``NotWrittenError`` where it cannot be kept, or cannot be taken out again.
    """
    if (heard.decisions, heard.notes) == (load_decisions(ledger), load_board_notes(ledger)):
        yield
        return
    before = mark(ledger)
    with ledger.transaction():
        keep_decisions(ledger, round_name, heard.decisions, when)
        keep_board_notes(ledger, round_name, heard.notes, when)
    try:
        yield
    except HalfDoneError:  # the workbook may be the new one already
        raise
    except BaseException as error:
        _unsay(ledger, before, str(error) or "The run was interrupted.")
        raise


def _unsay(ledger: Ledger, before: Mark, error: str) -> None:
    try:
        with ledger.transaction():
            return_to(ledger, before)
    except NotWrittenError as stuck:
        raise NotWrittenError(f"{error} {TAKEN_OVER}") from stuck


def _known_rows(ledger: Ledger, round_name: str, queries: Sequence[Query]) -> KnownRows:
    rows = {each.id: (each, "") for each in queries}
    for update in load_updates(ledger, round_name):
        rows[update.link.query_id] = known_row(update)
    return rows


def known_row(update: LinkedUpdate) -> KnownRow:
    """Return the row of ``update`` with the fingerprint of the decision it was shown with."""
    decision = update.link.decision
    return ask_again(update), decision.fingerprint if decision else ""


def decide(
    held: Sequence[Decision], said: Sequence[RowAnswer], rows: KnownRows, when: str
) -> tuple[tuple[Decision, ...], list[Finding]]:
    """Return the decisions that hold after what was ``said``, and a finding for every answer about an unknown row.

    ``when`` dates the new decisions.
    """
    decisions = {each.fingerprint: each for each in held}
    strays = []
    for answer in said:
        query, shown = rows.get(answer.row_key, (None, ""))
        if query is None:
            strays.append(_stray(answer))
        elif answer.choice is None:
            decisions.pop(fingerprint(query), None)
            decisions.pop(shown, None)
        else:
            decision = _decision(answer, query, when)
            before = decisions.get(decision.fingerprint)
            # What holds already, as after a run that was stopped, was said when it was said first.
            if before is None or replace(before, when=when) != decision:
                decisions[decision.fingerprint] = decision
    return tuple(decisions.values()), strays


def _decision(answer: RowAnswer, query: Query, when: str) -> Decision:
    assert answer.choice is not None  # noqa: S101 - the caller has dealt with decisions taken back
    return Decision(
        fingerprint=fingerprint(query),
        choice=answer.choice,
        ids=answer.ids,
        who=answer.who,
        when=when,
        agency=query.agency,
        kind=query.kind,
        number=", ".join(query.numbers),
        recommendation=query.recommendation,
    )


def _unreadable(workbook: Path, error: UnreadableWorkbookError) -> Finding:
    message = f"{error} A copy of it is kept beside it, and it was written afresh."
    return Finding(Level.CHECK, "workbook-unreadable", message, Place(workbook.name))


def _wrong_round(workbook: Path, written_for: str) -> Finding:
    message = (
        f'{workbook} is the workbook of round "{written_for}", so nothing was read from it. '
        "A copy of it is kept beside it, and it was written afresh."
    )
    return Finding(Level.CHECK, "workbook-of-another-round", message, Place(workbook.name))


def _outdone(answer: RowAnswer) -> Finding:
    in_workbook = "; ".join((answer.choice.value if answer.choice else TAKE_BACK, *answer.ids))
    message = (
        f'The row "{answer.row_key}" was answered in the workbook ("{in_workbook}") and, after the workbook was saved, '
        "otherwise on the page. The later answer holds; settle the row once more if the workbook's was meant."
    )
    return Finding(Level.CHECK, "answered-twice", message, Place(WORKBOOK_NAME))


def _stray(answer: RowAnswer) -> Finding:
    message = (
        f'A decision was made about the row "{answer.row_key}", which is in no document any more. '
        "It was not taken over."
    )
    return Finding(Level.CHECK, "row-gone", message, Place(WORKBOOK_NAME))

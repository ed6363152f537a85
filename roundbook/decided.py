"""What persons said, in the ledger: decisions about rows, and what the board writes beside its recommendations.

Nothing is ever deleted: a word that no longer holds is marked with when it was taken back.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, TypeAlias

from export.model import BoardNote
from match.model import Decision
from roundbook.records import from_json, to_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roundbook.ledger import Ledger

TABLES = ("decisions", "board_fields")
Mark: TypeAlias = dict[str, tuple[int, list[tuple[str, ...]]]]
"""By table, the number of its last row, and those of the rows that hold."""
NOTE_FIELDS = tuple(each.name for each in fields(BoardNote) if each.name != "id")


def load_decisions(ledger: Ledger) -> tuple[Decision, ...]:
    """Return the decisions that hold, oldest first."""
    query = "SELECT record FROM decisions WHERE taken_back IS NULL ORDER BY number"
    return tuple(from_json(Decision, record) for (record,) in ledger.select(query))


def load_board_notes(ledger: Ledger) -> tuple[BoardNote, ...]:
    """Return what the board last wrote beside each recommendation, in the order of their ids."""
    notes: dict[str, BoardNote] = {}
    query = "SELECT id, field, value FROM board_fields WHERE taken_back IS NULL ORDER BY id, field"
    for recommendation, field, value in ledger.select(query):
        if field in NOTE_FIELDS:
            note = notes.get(recommendation, BoardNote(recommendation))
            notes[recommendation] = replace(note, **{field: value})
    return tuple(notes.values())


def load_extensions(ledger: Ledger, *, but_of: str) -> dict[str, str]:
    """Return by recommendation the extensions the board wrote down in any round but ``but_of``."""
    query = (
        "SELECT id, value FROM board_fields WHERE field = 'extension' AND taken_back IS NULL AND round <> ? ORDER BY id"
    )
    return {each[0]: each[1] for each in ledger.select(query, but_of)}


def keep_decisions(ledger: Ledger, round_name: str, held: Iterable[Decision], when: str) -> None:
    """Keep the decisions that hold now, and mark those that held before as taken back; within a transaction."""
    before = {each.fingerprint: each for each in load_decisions(ledger)}
    now = {each.fingerprint: each for each in held}
    changed = [name for name in {**before, **now} if before.get(name) != now.get(name)]
    ledger.execute(
        "UPDATE decisions SET taken_back = ? WHERE fingerprint = ? AND taken_back IS NULL",
        [(when, name) for name in changed],
    )
    ledger.execute(
        "INSERT INTO decisions (round, fingerprint, record) VALUES (?, ?, ?)",
        [(round_name, name, to_json(now[name])) for name in changed if name in now],
    )


def keep_board_notes(ledger: Ledger, round_name: str, notes: Iterable[BoardNote], when: str) -> None:
    """Keep what is new in ``notes``, field by field; an emptied field is taken back; within a transaction."""
    held = {note.id: note for note in load_board_notes(ledger)}
    for note in notes:
        before = held.get(note.id, BoardNote(note.id))
        for field in NOTE_FIELDS:
            value = getattr(note, field)
            if value != getattr(before, field):
                _keep_field(ledger, round_name, note.id, field, value, when)


def _keep_field(ledger: Ledger, round_name: str, recommendation: str, field: str, value: str, when: str) -> None:
    ledger.execute(
        "UPDATE board_fields SET taken_back = ? WHERE id = ? AND field = ? AND taken_back IS NULL",
        [(when, recommendation, field)],
    )
    if value:
        ledger.execute(
            "INSERT INTO board_fields (round, id, field, value, noted) VALUES (?, ?, ?, ?, ?)",
            [(round_name, recommendation, field, value, when)],
        )


def mark(ledger: Ledger) -> Mark:
    """Return what ``return_to`` needs to know of what persons have said so far."""
    return {
        table: (
            sum(int(last or 0) for (last,) in ledger.select(f"SELECT max(number) FROM {table}")),  # noqa: S608 - a name from TABLES
            ledger.select(f"SELECT number FROM {table} WHERE taken_back IS NULL"),  # noqa: S608 - a name from TABLES
        )
        for table in TABLES
    }


def return_to(ledger: Ledger, before: Mark) -> None:
    """Take out all that was kept since ``before``, of a run that came to nothing; within a transaction."""
    for table, (last, holding) in before.items():
        ledger.execute(f"DELETE FROM {table} WHERE number > ?", [(last,)])  # noqa: S608 - a name from TABLES
        ledger.execute(f"UPDATE {table} SET taken_back = NULL WHERE number = ?", holding)  # noqa: S608 - a name from TABLES

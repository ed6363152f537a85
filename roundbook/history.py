"""The rounds in the ledger: keeping one, loading one, and the list of them all."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from export.model import DocumentRecord, PastRound
from match.model import Entry, LinkedUpdate, Round
from normalize.model import MasterList, Recommendation
from roundbook.errors import UsageError
from roundbook.records import from_json, from_plain, to_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roundbook.ledger import Ledger

BESIDE_THE_LINK = tuple(each.name for each in fields(LinkedUpdate) if each.name != "link")
"""What of a row is kept in its table of updates; the link is kept in a table of its own."""


@dataclass(frozen=True, slots=True)
class RoundRecord:
    """All that is kept of a round."""

    round: Round
    previous: str
    """Empty for the first round."""
    master: MasterList
    documents: tuple[DocumentRecord, ...]
    updates: tuple[LinkedUpdate, ...]
    outputs: Mapping[str, str]
    """The files written, each with its SHA-256."""


@dataclass(frozen=True, slots=True)
class RoundSummary:
    """A round as the history lists it."""

    name: str
    is_open: bool
    documents: Mapping[str, int]
    """How many files had which outcome."""
    links: Mapping[str, int]
    """How many rows had which outcome."""
    changes: Mapping[str, int]
    """How many recommendations had which change."""


def find_open_round(ledger: Ledger) -> str:
    """Return the name of the round that is open; empty where none is."""
    return "".join(name for (name,) in ledger.select("SELECT name FROM rounds WHERE state = 'open'"))


def list_rounds(ledger: Ledger) -> tuple[RoundSummary, ...]:
    """Return a line for every round, oldest first."""
    return tuple(
        RoundSummary(
            name,
            state == "open",
            _count(ledger, "SELECT outcome, count(*) FROM documents WHERE round = ? GROUP BY outcome", name),
            _count(ledger, "SELECT outcome, count(*) FROM links WHERE round = ? GROUP BY outcome", name),
            _count(ledger, "SELECT change, count(*) FROM entries WHERE round = ? GROUP BY change", name),
        )
        for name, state in ledger.select("SELECT name, state FROM rounds ORDER BY position")
    )


def _count(ledger: Ledger, query: str, name: str) -> dict[str, int]:
    return {outcome: int(number) for outcome, number in ledger.select(query, name)}


def counted_before(ledger: Ledger) -> Mapping[tuple[str, str], str]:
    """Return, by path and SHA-256, in which closed round a file was first counted."""
    query = (
        "SELECT path, sha256, round FROM documents JOIN rounds ON rounds.name = round"
        " WHERE state = 'closed' AND outcome IN ('read', 'partial', 'duplicate', 'superseded')"
        " ORDER BY rounds.position DESC"
    )
    return {(path, sha256): name for path, sha256, name in ledger.select(query)}


def find_counted(ledger: Ledger, name: str) -> tuple[str, ...]:
    """Return the paths of the files that were counted in the round ``name`` when it was last run."""
    query = "SELECT path FROM documents WHERE round = ? AND outcome IN ('read', 'partial') ORDER BY position"
    return tuple(path for (path,) in ledger.select(query, name))


def load_round(ledger: Ledger, name: str) -> RoundRecord:
    """Return all that is kept of the round ``name``. Raises ``UsageError`` when there is none of that name."""
    query = "SELECT coalesce(previous, ''), heard_from, outputs FROM rounds WHERE name = ?"
    found = ledger.select(query, name)
    if not found:
        raise UsageError(f'{ledger.path}: there is no round "{name}". "roundbook rounds" lists them all.')
    previous, heard_from, outputs = found[0]
    return RoundRecord(
        Round(name, load_entries(ledger, name), tuple(json.loads(heard_from))),
        previous,
        load_master(ledger, name),
        load_documents(ledger, name),
        load_updates(ledger, name),
        json.loads(outputs),
    )


def load_closed_rounds(ledger: Ledger) -> tuple[PastRound, ...]:
    """Return the closed rounds, oldest first, with everything that was sent in them."""
    names = [each.name for each in list_rounds(ledger) if not each.is_open]
    records = (load_round(ledger, name) for name in names)
    return tuple(PastRound(each.round, each.updates, each.documents) for each in records)


def load_entries(ledger: Ledger, name: str) -> tuple[Entry, ...]:
    """Return the recommendations as they stood after the round ``name``, in the order of its master list."""
    query = (
        "SELECT entries.record FROM entries JOIN recommendations USING (round, id) WHERE round = ? ORDER BY position"
    )
    return tuple(from_json(Entry, record) for (record,) in ledger.select(query, name))


def load_master(ledger: Ledger, name: str) -> MasterList:
    """Return the master list as it stood in the round ``name``."""
    query = "SELECT record FROM recommendations WHERE round = ? ORDER BY position"
    return MasterList(tuple(from_json(Recommendation, record) for (record,) in ledger.select(query, name)))


def load_documents(ledger: Ledger, name: str) -> tuple[DocumentRecord, ...]:
    """Return what became of the files of the round ``name``, in their order."""
    query = "SELECT record FROM documents WHERE round = ? ORDER BY position"
    return tuple(from_json(DocumentRecord, record) for (record,) in ledger.select(query, name))


def load_updates(ledger: Ledger, name: str) -> tuple[LinkedUpdate, ...]:
    """Return the rows of the round ``name`` in their order, each with what became of it."""
    query = (
        "SELECT updates.record, links.record FROM updates JOIN links USING (round, query_id)"
        " WHERE round = ? ORDER BY position"
    )
    return tuple(
        from_plain(LinkedUpdate, {**json.loads(update), "link": json.loads(link)})
        for update, link in ledger.select(query, name)
    )


def find_outputs(ledger: Ledger, name: str) -> Mapping[str, str]:
    """Return the files written for the round ``name``, each with its SHA-256; none for a round not yet kept."""
    found = ledger.select("SELECT outputs FROM rounds WHERE name = ?", name)
    outputs: dict[str, str] = json.loads(found[0][0]) if found else {}
    return outputs


def keep_round(ledger: Ledger, record: RoundRecord) -> None:
    """Keep the open round, in place of what was kept of it before; within a transaction."""
    name = record.round.name
    position = _position(ledger, name)
    ledger.execute("DELETE FROM rounds WHERE state = 'open'")
    ledger.execute(
        "INSERT INTO rounds VALUES (?, ?, nullif(?, ''), 'open', ?, ?)",
        [(name, position, record.previous, json.dumps(record.round.heard_from), json.dumps(record.outputs))],
    )
    _keep_entries(ledger, record)
    _keep_documents(ledger, name, record.documents)
    _keep_updates(ledger, name, record.updates)


def _position(ledger: Ledger, name: str) -> int:
    (kept,) = ledger.select("SELECT max(position) FROM rounds WHERE name <> ? AND state = 'closed'", name)
    return int(kept[0] or 0) + 1


def _keep_entries(ledger: Ledger, record: RoundRecord) -> None:
    name = record.round.name
    ledger.execute(
        "INSERT INTO recommendations VALUES (?, ?, ?, ?)",
        [
            (name, position, each.id, to_json(each))
            for position, each in enumerate(record.master.recommendations, start=1)
        ],
    )
    ledger.execute(
        "INSERT INTO entries VALUES (?, ?, ?, ?)",
        [(name, each.id, each.received.value, to_json(each)) for each in record.round.entries],
    )


def _keep_documents(ledger: Ledger, name: str, documents: tuple[DocumentRecord, ...]) -> None:
    ledger.execute(
        "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (name, position, each.path, each.sha256, each.outcome.value, each.message, to_json(each))
            for position, each in enumerate(documents, start=1)
        ],
    )


def _keep_updates(ledger: Ledger, name: str, updates: tuple[LinkedUpdate, ...]) -> None:
    rows, links = [], []
    for position, each in enumerate(updates, start=1):
        query_id, link = each.link.query_id, each.link
        record = to_json({field: getattr(each, field) for field in BESIDE_THE_LINK})
        rows.append((name, query_id, position, each.document, to_json(each.update.raw), record))
        links.append((name, query_id, link.outcome.value, json.dumps(link.ids), to_json(link)))
    ledger.execute("INSERT INTO updates VALUES (?, ?, ?, ?, ?, ?)", rows)
    ledger.execute("INSERT INTO links VALUES (?, ?, ?, ?, ?)", links)


def close_round(ledger: Ledger) -> str:
    """Close the open round and return its name. Raises ``UsageError`` when none is open."""
    name = find_open_round(ledger)
    if not name:
        raise UsageError(f'{ledger.path.parent}: no round is open. The next "roundbook run" opens one.')
    with ledger.transaction():
        ledger.execute("UPDATE rounds SET state = 'closed' WHERE name = ?", [(name,)])
    return name

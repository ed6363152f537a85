"""The rows of the open round that a person settles, with what holds about each at this moment."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from match.decisions import fingerprint
from match.model import Choice, LinkedUpdate, Outcome
from normalize.model import MasterList
from roundbook.answers import known_row
from roundbook.decided import load_decisions
from roundbook.errors import UsageError
from roundbook.history import find_open_round, find_outputs, load_master, load_updates

if TYPE_CHECKING:
    from match.model import Decision
    from roundbook.answers import KnownRow
    from roundbook.ledger import Ledger

ROW_GONE = "This row is in no document of the round any more. Choose another from the list."


@dataclass(frozen=True, slots=True)
class Row:
    """A row that waits for an answer, or has one."""

    key: str
    """What it is called in addresses."""
    linked: LinkedUpdate
    known: KnownRow
    decision: Decision | None
    """The one that holds at this moment."""

    @property
    def waits(self) -> bool:
        """Whether nobody has settled it, or somebody put it off."""
        return self.decision is None or self.is_put_off

    @property
    def is_put_off(self) -> bool:
        """Whether a person will decide later."""
        return self.decision is not None and self.decision.choice is Choice.LATER

    @property
    def is_news(self) -> bool:
        """Whether what holds is not in the round yet: the next run takes it over."""
        return _said_in(self.decision) != _said_in(self.linked.link.decision)


def _said_in(decision: Decision | None) -> tuple[object, ...]:
    return (decision.choice, decision.ids, decision.who) if decision else ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """All the rows to settle, in the order of their documents, and the list they are linked to."""

    round: str
    rows: tuple[Row, ...]
    updates: tuple[LinkedUpdate, ...]
    """All rows of the round, those linked by their words as well."""
    master: MasterList

    @property
    def left(self) -> list[Row]:
        """The rows nobody has answered yet."""
        return [each for each in self.rows if each.decision is None]

    @property
    def put_off(self) -> list[Row]:
        """The rows somebody put off."""
        return [each for each in self.rows if each.is_put_off]

    @property
    def news(self) -> list[Row]:
        """The rows whose answers the next run takes over."""
        return [each for each in self.rows if each.is_news]

    def at(self, key: str) -> int:
        """Return the position of the row called ``key``. Raises ``UsageError`` where there is none."""
        for at, row in enumerate(self.rows):
            if row.key == key:
                return at
        raise UsageError(ROW_GONE)

    def next_after(self, at: int) -> Row | None:
        """Return the next row without an answer after position ``at``, from the first on once more at the end."""
        return next((row for row in (*self.rows[at + 1 :], *self.rows[: at + 1]) if row.decision is None), None)


@dataclass(frozen=True, slots=True)
class _Kept:
    """What a run left, which no answer changes."""

    updates: tuple[LinkedUpdate, ...]
    known: tuple[tuple[KnownRow, str], ...]
    """Of each update its row, and the fingerprint of that."""
    master: MasterList


def load_sheet(ledger: Ledger) -> Sheet | None:
    """Return the rows of the open round that a person settles; None where no round is open."""
    name = find_open_round(ledger)
    if not name:
        return None
    # The files a run wrote are others after every run that came to something else.
    kept = _load(_Source(ledger), name, tuple(sorted(find_outputs(ledger, name).items())))
    held = {each.fingerprint: each for each in load_decisions(ledger)}
    rows = tuple(
        Row(_key(linked), linked, known, held.get(own) or held.get(known[1]))
        for linked, (known, own) in zip(kept.updates, kept.known, strict=True)
        if linked.link.outcome is not Outcome.LINKED or linked.link.decision or own in held
    )
    return Sheet(name, rows, kept.updates, kept.master)


class _Source:
    """A ledger, as the cache knows it: by its path."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Source) and self.ledger.path == other.ledger.path

    def __hash__(self) -> int:
        return hash(self.ledger.path)


@lru_cache(maxsize=4)
def _load(source: _Source, name: str, outputs: tuple[tuple[str, str], ...]) -> _Kept:  # noqa: ARG001 - tells runs apart
    updates = load_updates(source.ledger, name)
    known = [known_row(each) for each in updates]
    return _Kept(updates, tuple((each, fingerprint(each[0])) for each in known), load_master(source.ledger, name))


def _key(linked: LinkedUpdate) -> str:
    return blake2b(linked.link.query_id.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()

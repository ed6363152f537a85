"""The rows of the open round as a person settles or corrects them, with what holds about each at this moment."""

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
    """A row that waits for an answer, has one, or was linked by its words."""

    key: str
    """What it is called in addresses."""
    linked: LinkedUpdate
    known: KnownRow
    decision: Decision | None
    """The one that holds at this moment."""

    @property
    def is_linked_by_words(self) -> bool:
        """Whether the last run linked it without being told to."""
        return self.linked.link.outcome is Outcome.LINKED and self.linked.link.decision is None

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
class Position:
    """A row in its list, so that a person can go on from it."""

    rows: tuple[Row, ...]
    at: int

    @property
    def row(self) -> Row:
        """The row."""
        return self.rows[self.at]

    @property
    def before(self) -> Row | None:
        """The row before it; None where it is the first."""
        return self.rows[self.at - 1] if self.at else None

    @property
    def after(self) -> Row | None:
        """The row after it; None where it is the last."""
        return self.rows[self.at + 1] if self.at + 1 < len(self.rows) else None

    @property
    def next_unanswered(self) -> Row | None:
        """The next row without an answer, looked for from the first on once more at the end."""
        following = (*self.rows[self.at + 1 :], *self.rows[: self.at + 1])
        return next((row for row in following if row.decision is None), None)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a round in the order of their documents, and the list they are linked to."""

    round: str
    rows: tuple[Row, ...]
    """Those to settle, and those settled."""
    linked: tuple[Row, ...]
    """Those linked by their words, about which nobody has said anything."""
    updates: tuple[LinkedUpdate, ...]
    """All of them."""
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

    def find(self, key: str) -> Position:
        """Return where the row called ``key`` is. Raises ``UsageError`` where it is in no document of the round."""
        for rows in (self.rows, self.linked):
            for at, row in enumerate(rows):
                if row.key == key:
                    return Position(rows, at)
        raise UsageError(ROW_GONE)


@dataclass(frozen=True, slots=True)
class _Kept:
    """What a run left, which no answer changes."""

    updates: tuple[LinkedUpdate, ...]
    known: tuple[tuple[str, KnownRow, str], ...]
    """Of each update what it is called in addresses, its row, and the fingerprint of that."""
    master: MasterList


def load_sheet(ledger: Ledger) -> Sheet | None:
    """Return the rows of the open round that a person settles; None where no round is open."""
    name = find_open_round(ledger)
    if not name:
        return None
    # The files a run wrote are others after every run that came to something else.
    kept = _load(_Source(ledger), name, tuple(sorted(find_outputs(ledger, name).items())))
    held = {each.fingerprint: each for each in load_decisions(ledger)}
    rows = [
        Row(key, linked, known, held.get(own) or held.get(known[1]))
        for linked, (key, known, own) in zip(kept.updates, kept.known, strict=True)
    ]
    linked = tuple(row for row in rows if row.is_linked_by_words and row.decision is None)
    settled = tuple(row for row in rows if not row.is_linked_by_words or row.decision)
    return Sheet(name, settled, linked, kept.updates, kept.master)


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
    rows = [known_row(each) for each in updates]
    known = tuple((_key(each), row, fingerprint(row[0])) for each, row in zip(updates, rows, strict=True))
    return _Kept(updates, known, load_master(source.ledger, name))


def _key(linked: LinkedUpdate) -> str:
    return blake2b(linked.link.query_id.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()

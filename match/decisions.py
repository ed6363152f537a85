"""A person's decisions: knowing a decided row again, in later rounds too, and never mistaking another for it."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable

from match.alignment import align
from match.folding import fold_agency, fold_kind
from match.index import Index, Indexed, index_words
from match.model import Decision, Query
from match.reading import Row, read_row
from match.small_words import turns_about
from normalize.model import Recommendation

_MUCH_ALIKE = 0.6
"""Share of words in common from which on a decided row is worth a mention beside another."""

_LENGTH = 16
"""Hexadecimal digits kept: 64 bits, enough for all rows a board will ever see."""


def fingerprint(query: Query) -> str:
    """Return a short text that is the same for the same row in every round, however it is typed.

    Agency, kind, number and words count; case, quotes, spaces, bullets and punctuation do not. A row of unknown
    agency, or with neither number nor words, can be told from others by its document only, which then counts too.
    """
    row = read_row(query)
    is_placed = bool(query.agency) and not row.is_empty
    key = "\n".join(
        (
            fold_agency(query.agency),
            fold_kind(query.kind),
            ",".join(row.numbers),
            " ".join(row.words),
            "" if is_placed else query.document,
        )
    )
    return hashlib.sha256(key.encode()).hexdigest()[:_LENGTH]


class Decided:
    """The decisions in force: for one row the latest counts."""

    def __init__(self, decisions: Iterable[Decision], index: Index) -> None:
        self._index = index
        self._exact: dict[str, Decision] = {}
        for decision in decisions:
            self._exact[decision.fingerprint] = decision
        self._alike: dict[tuple[str, str, str], list[Decision]] = defaultdict(list)
        for decision in self._exact.values():
            if decision.agency and decision.recommendation:
                row = read_row(_as_query(decision))
                self._alike[_key(row)].append(decision)

    def about(self, row: Row) -> Decision | None:
        """Return the decision about ``row``: the same row, or the same with its words changed a little."""
        exact = self._exact.get(fingerprint(row.query))
        if exact is not None or not row.query.agency or row.says_nothing:
            return exact
        alike = [each for each in self._alike.get(_key(row), ()) if self._is_same(row, each)]
        return alike[0] if len(alike) == 1 else None

    def near(self, row: Row) -> Decision | None:
        """Return the decision about the row most like ``row``; it is a hint for a person, and never followed."""
        if not row.query.agency or row.says_nothing:
            return None
        likeness = {each.fingerprint: _likeness(row, each) for each in self._alike.get(_key(row), ())}
        best = max(likeness, key=lambda each: likeness[each], default="")
        return self._exact[best] if likeness.get(best, 0) >= _MUCH_ALIKE else None

    def _is_same(self, row: Row, decision: Decision) -> bool:
        """Whether only small words, endings and slips of the hand differ, in either direction."""
        before = read_row(_as_query(decision))
        return self._agrees(row, before) or self._agrees(before, row)

    def _agrees(self, row: Row, other: Row) -> bool:
        found = align(row.words, _as_entry(other), self._index)
        return found.covers_row and found.covers_entry and not turns_about(found, row.words)


def _likeness(row: Row, decision: Decision) -> float:
    """Return how many of the words of both rows are in both, from 0 to 1."""
    mine, theirs = ({term.stem for term in each.terms} for each in (row, read_row(_as_query(decision))))
    return len(mine & theirs) / max(1, len(mine), len(theirs))


def _key(row: Row) -> tuple[str, str, str]:
    return fold_agency(row.query.agency), fold_kind(row.query.kind), ",".join(row.numbers)


def _as_query(decision: Decision) -> Query:
    numbers = tuple(each.strip() for each in decision.number.split(",") if each.strip())
    return Query(decision.fingerprint, "", decision.agency, decision.kind, numbers, decision.recommendation)


def _as_entry(row: Row) -> Indexed:
    nothing = Recommendation(id="", agency="", kind="", number="", text="")
    return index_words(-1, nothing, row.words)

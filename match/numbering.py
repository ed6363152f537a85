"""The numbers of a document: whether it numbers as the master list does, and what a number then points at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from match.folding import fold_agency, fold_kind, fold_number
from match.index import Index, Indexed
from match.reading import Row
from match.settings import LinkSettings

Count = tuple[str, str, int]
"""An agency, a kind and a number."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A row whose recommendation is known from its words, together with the number it carries."""

    row: Row
    entry: Indexed

    @property
    def agrees(self) -> bool:
        """Whether the row carries the number the master list gives."""
        return self.row.numbers == (fold_number(self.entry.recommendation.number),)

    @property
    def contradicts(self) -> bool:
        """Whether the master list gives a number that the row does not carry."""
        return bool(self.row.numbers) and fold_number(self.entry.recommendation.number) not in self.row.numbers


@dataclass(frozen=True, slots=True)
class Numbering:
    """What is known of one document's numbers."""

    agreeing: tuple[Anchor, ...]
    contradicting: tuple[Anchor, ...]
    carried: frozenset[Count]
    """The numbers of the rows that agree and of those that have a number only."""
    index: Index
    needed: int

    @property
    def has_enough(self) -> bool:
        """Whether enough rows carry the list's own numbers."""
        return len({each.entry.position for each in self.agreeing}) >= self.needed

    def trusts(self, entry: Indexed) -> bool:
        """Whether a row with the number of ``entry`` is about it.

        Enough rows must carry the list's numbers and none another, and at least one of them be of the same kind:
        kinds are numbered apart. A document that leaves recommendations out and numbers the rest from 1 agrees with
        the list up to the first gap, so the number must also lie between numbers known to be right, or the document
        must reach from the list's first number to its last.
        """
        source = source_of(entry)
        known = [_value(each.entry) for each in self.agreeing if source_of(each.entry) == source]
        value, last = _value(entry), max(self.index.numbers_of(*source), default=0)
        if self.contradicting or not self.has_enough or not known or not value:
            return False
        reaches_down = min(known) < value or value == 1 or (*source, 1) in self.carried
        reaches_up = max(known) > value or value == last or (*source, last) in self.carried
        return reaches_down and reaches_up

    def is_outvoted(self, row: Row) -> bool:
        """Whether ``row`` alone carries a number that the others' numbering contradicts."""
        others = [each for each in self.contradicting if each.row is not row]
        return self.has_enough and not others


def read_numbering(rows: Iterable[Row], anchors: Iterable[Anchor], index: Index, settings: LinkSettings) -> Numbering:
    """Return what the ``rows`` of one document, and the ``anchors`` among them, tell about its numbers."""
    known = tuple(anchors)
    agreeing = tuple(each for each in known if each.agrees)
    bare = (entry for row in rows if row.says_nothing for entry in pointed_at(row, index))
    counted = (*(each.entry for each in agreeing), *bare)
    return Numbering(
        agreeing,
        tuple(each for each in known if each.contradicts),
        frozenset((*source_of(entry), _value(entry)) for entry in counted),
        index,
        settings.anchors_needed,
    )


def source_of(entry: Indexed) -> tuple[str, str]:
    """Return the agency and kind of a recommendation: within these, numbers run from 1."""
    return fold_agency(entry.recommendation.agency), fold_kind(entry.recommendation.kind)


def _value(entry: Indexed) -> int:
    """Return a recommendation's number as it counts; 0 for one that does not count ("3a")."""
    number = fold_number(entry.recommendation.number)
    return int(number) if number.isdecimal() else 0


def pointed_at(row: Row, index: Index) -> tuple[Indexed, ...]:
    """Return the recommendations the row's numbers name, one for each number; none if any is missing or doubtful."""
    kind = row.query.kind if index.has_kind(row.query.kind) else ""
    found = [index.numbered(row.query.agency, kind, number) for number in row.numbers]
    if not row.query.agency or not row.query.agency_is_certain or any(len(each) != 1 for each in found):
        return ()
    return tuple(each[0] for each in found)


def carries_number_of(row: Row, entry: Indexed) -> bool:
    """Whether one of the row's numbers is the recommendation's."""
    return fold_number(entry.recommendation.number) in row.numbers


def with_its_number(row: Row, index: Index, agency: str) -> list[Indexed]:
    """Return an agency's recommendations that have one of the row's numbers, those of its kind first."""
    kinds = dict.fromkeys((row.query.kind, ""))
    found = [each for kind in kinds for number in row.numbers for each in index.numbered(agency, kind, number)]
    return list({each.position: each for each in found}.values())

"""The numbers of a document: whether it numbers as the master list does, and what a number then points at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from match.index import Index, Indexed, fold_kind
from match.reading import Row
from match.settings import LinkSettings
from normalize.references import tidy_number


@dataclass(frozen=True, slots=True)
class Anchor:
    """A row whose recommendation is known from its words, together with the number it carries."""

    row: Row
    entry: Indexed

    @property
    def agrees(self) -> bool:
        """Whether the row carries the number the master list gives."""
        return self.row.numbers == (tidy_number(self.entry.recommendation.number),)

    @property
    def contradicts(self) -> bool:
        """Whether the master list gives a number that the row does not carry."""
        return bool(self.row.numbers) and tidy_number(self.entry.recommendation.number) not in self.row.numbers


@dataclass(frozen=True, slots=True)
class Numbering:
    """What is known of one document's numbers."""

    agreeing: tuple[Anchor, ...]
    contradicting: tuple[Anchor, ...]
    needed: int

    @property
    def is_trusted(self) -> bool:
        """Whether enough rows carry the list's own numbers and none carries another."""
        return self._has_enough and not self.contradicting

    @property
    def _has_enough(self) -> bool:
        return len({each.entry.position for each in self.agreeing}) >= self.needed

    def trusts(self, kind: str) -> bool:
        """Whether numbers count for rows of ``kind``: other kinds of the same document may be numbered apart."""
        return self.is_trusted and any(
            fold_kind(each.entry.recommendation.kind) == fold_kind(kind) or not fold_kind(kind)
            for each in self.agreeing
        )

    def is_outvoted(self, row: Row) -> bool:
        """Whether ``row`` alone carries a number that the others' numbering contradicts."""
        others = [each for each in self.contradicting if each.row is not row]
        return self._has_enough and not others


def read_numbering(anchors: Iterable[Anchor], settings: LinkSettings) -> Numbering:
    """Return what the ``anchors`` of one document tell about its numbers."""
    known = tuple(anchors)
    return Numbering(
        tuple(each for each in known if each.agrees),
        tuple(each for each in known if each.contradicts),
        settings.anchors_needed,
    )


def pointed_at(row: Row, index: Index) -> tuple[Indexed, ...]:
    """Return the recommendations the row's numbers name, one for each number; none if any is missing or doubtful."""
    kind = row.query.kind if index.has_kind(row.query.kind) else ""
    found = [index.numbered(row.query.agency, kind, number) for number in row.numbers]
    if not row.query.agency or not row.query.agency_is_certain or any(len(each) != 1 for each in found):
        return ()
    return tuple(each[0] for each in found)


def carries_number_of(row: Row, entry: Indexed) -> bool:
    """Whether one of the row's numbers is the recommendation's."""
    return tidy_number(entry.recommendation.number) in row.numbers


def with_its_number(row: Row, index: Index, agency: str) -> list[Indexed]:
    """Return an agency's recommendations that have one of the row's numbers, those of its kind first."""
    kinds = dict.fromkeys((row.query.kind, ""))
    found = [each for kind in kinds for number in row.numbers for each in index.numbered(agency, kind, number)]
    return list({each.position: each for each in found}.values())

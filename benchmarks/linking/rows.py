"""Rows as agencies might send them: documents of several rows, of the sixteen kinds, with the right answer to each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from random import Random

from benchmarks.linking.damage import as_written, cut, first_words, halves, mistype, nothing, reword, scan
from benchmarks.linking.details import change_detail
from match.model import Query
from normalize.model import MasterList, Recommendation
from normalize.text import fold_label


class Kind(StrEnum):
    """What an agency did to a recommendation."""

    VERBATIM = "verbatim"
    MISTYPED = "typing and scanning errors"
    CUT = "cut off with dots"
    FIRST_WORDS = "first words only"
    REWORDED = "reworded"
    RENUMBERED = "renumbered"
    NUMBER_ONLY = "number only"
    USELESS_TEXT = "right number, useless text"
    OTHER_NAME = "agency guessed from another name"
    NO_AGENCY = "agency missing"
    TWO_IN_ONE = "two in one row"
    SPLIT = "one split over two rows"
    NEAR_DUPLICATE = "has a near-duplicate on the list"
    NEW = "new to the list"
    NEAR_NEW = "one detail changed"
    HEADING = "headings and sign-offs"


_FOREIGN = frozenset({Kind.NEW, Kind.NEAR_NEW, Kind.HEADING})
_MAY_LACK_NUMBER = frozenset({Kind.VERBATIM, Kind.OTHER_NAME, Kind.NO_AGENCY, Kind.NEAR_DUPLICATE, Kind.REWORDED})
_NUMBERED = 0.6

_DAMAGE = {
    Kind.MISTYPED: (mistype, scan),
    Kind.CUT: (cut,),
    Kind.FIRST_WORDS: (first_words,),
    Kind.REWORDED: (reword,),
    Kind.NUMBER_ONLY: (nothing,),
}

_USELESS = (
    "As above", "See action plan", "See previous update", "Ongoing", "Complete", "No change", "n/a", "Rec {number}",
    "Recommendation {number}", "{first} {second}", "Refer to plan",
)  # fmt: skip
_HEADINGS = (
    "IMR Recommendations", "Overview Report Recommendations", "Actions arising from the review", "Recommendation",
    "Signed: ................ Date: ........", "Completed by the Head of Service on behalf of {agency}",
    "{agency}", "Section 2: Multi-agency working", "Total", "Training", "Domestic abuse", "Update November 2012",
    "Learning points", "Please return to the Board by Friday", "Author: J. Whitlock, Quality Assurance Manager",
    "Page 2 of 6", "Key: R A G", "Theme 3 - Record keeping and information sharing",
    "Recommendations for all agencies", "Supervision and management",
)  # fmt: skip
_ROWS_IN_A_DOCUMENT = (5, 14)
_RENUMBERED_DOCUMENTS = 0.25
_NEW_NUMBERED_LIKE_AN_OLD = 0.5


@dataclass(frozen=True, slots=True)
class Case:
    """A row, what was done to it, and the recommendations it is really about."""

    query: Query
    kind: StrEnum
    truth: frozenset[str]


class Writer:
    """Writes the documents of one master list."""

    def __init__(self, full: MasterList, reworded: Mapping[str, str], seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 - text for tests, not secrets
        kept, self._left_out = self._divide(full)
        self.master = MasterList(tuple(kept))
        self._reworded = reworded
        self._twins = _with_near_duplicate(kept)
        self._words = {fold_label(each.text) for each in kept}
        self._sources: dict[tuple[str, str], list[Recommendation]] = defaultdict(list)
        for each in kept:
            self._sources[each.agency, each.kind].append(each)

    def _divide(self, full: MasterList) -> tuple[list[Recommendation], list[Recommendation]]:
        """Leave one recommendation in ten off the list, to come back as new."""
        left_out = set(self._random.sample(range(len(full.recommendations)), max(3, len(full.recommendations) // 10)))
        kept = [each for at, each in enumerate(full.recommendations) if at not in left_out]
        return kept, [full.recommendations[at] for at in sorted(left_out)]

    def write(self, rows: int) -> list[Case]:
        """Return about ``rows`` rows, in documents."""
        cases: list[Case] = []
        while len(cases) < rows:
            cases.extend(self._document(f"return-{len(cases):05}"))
        return cases

    def _document(self, name: str) -> list[Case]:
        """Return one agency's document; one in four numbers its recommendations afresh."""
        agency = self._random.choice(self.master.agencies)
        entries = [each for each in self.master.recommendations if each.agency == agency]
        chosen = self._random.sample(entries, min(len(entries), self._random.randint(*_ROWS_IN_A_DOCUMENT)))
        is_renumbered = self._random.random() < _RENUMBERED_DOCUMENTS
        cases: list[Case] = []
        for at, entry in enumerate(sorted(chosen, key=lambda each: each.id)):
            rows = self._rows(entry, name, len(cases))
            cases.extend([_numbered(row, str(at + 1)) for row in rows] if is_renumbered else rows)
        return cases

    def _rows(self, entry: Recommendation, document: str, place: int) -> list[Case]:
        kind = self._random.choice(tuple(Kind))
        if kind is Kind.NEAR_DUPLICATE and entry.id not in self._twins:
            kind = Kind.VERBATIM
        texts, truth, number = self._texts(entry, kind)
        query = Query("", document, entry.agency, entry.kind, (number,) if number else (), "")
        query = self._with_agency(query, kind)
        return [
            Case(replace(query, id=f"{document}/{place + at}", recommendation=text), kind, frozenset(truth))
            for at, text in enumerate(texts)
        ]

    def _with_agency(self, query: Query, kind: Kind) -> Query:
        if kind is Kind.NO_AGENCY:
            return replace(query, agency="")
        return replace(query, agency_is_certain=False) if kind is Kind.OTHER_NAME else query

    def _texts(self, entry: Recommendation, kind: Kind) -> tuple[list[str], set[str], str]:
        """Return the row's texts, the right answer and the number it carries."""
        if kind in _FOREIGN:
            return self._foreign(entry, kind)
        if kind is Kind.TWO_IN_ONE:
            return self._two(entry)
        return self._own_words(entry, kind), {entry.id}, self._number(entry, kind)

    def _own_words(self, entry: Recommendation, kind: Kind) -> list[str]:
        """Return what a row about ``entry`` says; a split one is two rows."""
        if kind is Kind.SPLIT:
            return list(halves(entry.text, self._random))
        if kind is Kind.USELESS_TEXT:
            return [self._useless(entry)]
        if kind is Kind.REWORDED and entry.id in self._reworded:
            return [self._reworded[entry.id]]
        done = _DAMAGE.get(kind, (as_written,))
        return [self._random.choice(done)(entry.text, self._random)]

    def _number(self, entry: Recommendation, kind: Kind) -> str:
        if kind is Kind.RENUMBERED:
            return str(self._random.randint(1, 20))
        has_one = kind not in _MAY_LACK_NUMBER or self._random.random() < _NUMBERED
        return entry.number if has_one else ""

    def _useless(self, entry: Recommendation) -> str:
        long = [word for word in entry.text.split() if word.isalpha() and len(word) > 5] or ["See", "plan"]  # noqa: PLR2004
        return self._random.choice(_USELESS).format(number=entry.number, first=long[0].capitalize(), second=long[-1])

    def _two(self, entry: Recommendation) -> tuple[list[str], set[str], str]:
        others = [each for each in self._sources[entry.agency, entry.kind] if each.id != entry.id]
        if not others:
            return [entry.text], {entry.id}, entry.number
        other = self._random.choice(others)
        text = entry.text.rstrip() + self._random.choice((" ", "\n", "; ", " and ")) + other.text
        return [text], {entry.id, other.id}, self._random.choice(("", entry.number))

    def _foreign(self, entry: Recommendation, kind: Kind) -> tuple[list[str], set[str], str]:
        """Return a row about nothing on the list; half of these carry the number of something on it."""
        number = entry.number if self._random.random() < _NEW_NUMBERED_LIKE_AN_OLD else ""
        if kind is Kind.HEADING:
            return [self._random.choice(_HEADINGS).format(agency=entry.agency)], set(), ""
        if kind is Kind.NEAR_NEW:
            changed = change_detail(entry.text, self._random)
            if changed and fold_label(changed) not in self._words:
                return [changed], set(), number
        text = self._random.choice(self._left_out).text
        return [text], {each.id for each in self.master.recommendations if each.text == text}, number


def _numbered(case: Case, number: str) -> Case:
    """Return the case with another number, if it has one."""
    if not case.query.numbers:
        return case
    return replace(case, query=replace(case.query, numbers=(number,)))


def _with_near_duplicate(entries: list[Recommendation]) -> set[str]:
    """Return the ids of recommendations that differ in a word or two from another."""
    by_beginning: dict[str, list[Recommendation]] = defaultdict(list)
    for each in entries:
        words = fold_label(each.text).split()
        by_beginning[" ".join(words[: len(words) // 2])].append(each)
        by_beginning[" ".join(words[-(len(words) // 2) :])].append(each)
    return {each.id for group in by_beginning.values() if len(group) > 1 for each in group}

"""Rows about a plan for adults, worded and damaged otherwise than those the rules were made on."""

from __future__ import annotations

import csv
import hashlib
from collections import defaultdict
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from random import Random

from benchmarks.linking.damage import as_written, halves, nothing
from benchmarks.linking.habits import (
    first_clause,
    misread,
    reword_a_little,
    shorten,
    topic,
    type_freely,
    without_beginning,
    without_end,
    write_out,
)
from benchmarks.linking.rows import Case
from match.model import Query
from normalize.model import MasterList, Recommendation
from normalize.text import fold_label

ADULTS = Path(__file__).parent / "adults"


class Habit(StrEnum):
    """What an agency did to a recommendation."""

    EXACT = "exact"
    TYPING = "habits of typing"
    SCANNED = "badly scanned"
    ABBREVIATED = "abbreviated"
    WRITTEN_OUT = "abbreviations written out"
    FIRST_CLAUSE = "first clause only"
    NO_END = "end lost, nothing says so"
    NO_BEGINNING = "beginning lost"
    MERGED = "two in one row"
    SPLIT = "one split over two rows"
    LIGHT = "reworded lightly"
    HEAVY = "reworded by hand"
    NUMBER_ONLY = "number only"
    ANOTHERS_NUMBER = "right words, another's number"
    ID_ONLY = "id only"
    TITLE = "number and a title"
    NO_KIND = "kind missing"
    NO_AGENCY = "agency missing"
    NEAR_MISS = "one detail changed, by hand"
    OTHERS = "words of another agency's"
    TOPIC = "agency and topic only"


OFF_THE_LIST = frozenset({Habit.NEAR_MISS, Habit.OTHERS, Habit.TOPIC})
_DAMAGE = {
    Habit.TYPING: type_freely,
    Habit.SCANNED: misread,
    Habit.ABBREVIATED: shorten,
    Habit.WRITTEN_OUT: write_out,
    Habit.FIRST_CLAUSE: first_clause,
    Habit.NO_END: without_end,
    Habit.NO_BEGINNING: without_beginning,
    Habit.LIGHT: reword_a_little,
    Habit.NUMBER_ONLY: nothing,
}
_COLUMNS = ("ID", "Agency", "Kind", "Number", "Recommendation")
_MORE_OFTEN = {Habit.HEAVY: 2, Habit.NEAR_MISS: 3}
_NUMBERED = 0.6
_RENUMBERED_DOCUMENTS = 0.25
_ROWS_IN_A_DOCUMENT = (4, 14)
_MERGED_FORMS = ("{} {}", "{}\n{}", "1) {}\n2) {}")
_TITLE_FORMS = ("Rec {number} - {topic}", "{number}. {topic}", "Recommendation {number} ({topic})")


def read_adults() -> tuple[MasterList, dict[str, str], list[tuple[str, str]]]:
    """Return the plan, the paraphrases by id, and near-misses with the id of what they resemble."""
    with (ADULTS / "master.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    entries = (
        Recommendation(*(row[name] for name in ("ID", "Agency", "Kind", "Number", "Recommendation"))) for row in rows
    )
    with (ADULTS / "near_misses.csv").open(encoding="utf-8", newline="") as file:
        near = [(row["Like"], row["Recommendation"]) for row in csv.DictReader(file)]
    return MasterList(tuple(entries)), {row["ID"]: row["Reworded"] for row in rows if row["Reworded"]}, near


def is_held_apart(document: str) -> bool:
    """Whether a document is in the half that no rule was ever looked at with; its name decides."""
    return hashlib.sha256(document.encode()).digest()[0] % 2 == 1


class Stranger:
    """Writes rows about a master list."""

    def __init__(self, master: MasterList, reworded: dict[str, str], near: list[tuple[str, str]], seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 - text for tests, not secrets
        self.master = master
        self._reworded = reworded
        self._near = defaultdict(list)
        for like, text in near:
            self._near[like].append(text)
        self._of_agency: dict[str, list[Recommendation]] = defaultdict(list)
        self._same_words: dict[str, list[Recommendation]] = defaultdict(list)
        for each in master.recommendations:
            self._of_agency[each.agency].append(each)
            self._same_words[fold_label(each.text)].append(each)

    def write(self, documents: int) -> list[Case]:
        """Return the rows of so many ``documents``."""
        return [case for at in range(documents) for case in self._document(f"stranger-{at:05}")]

    def _document(self, name: str) -> list[Case]:
        agency = self._random.choice(list(self._of_agency))
        entries = self._of_agency[agency]
        chosen = self._random.sample(entries, min(len(entries), self._random.randint(*_ROWS_IN_A_DOCUMENT)))
        is_renumbered = self._random.random() < _RENUMBERED_DOCUMENTS
        cases: list[Case] = []
        for at, entry in enumerate(sorted(chosen, key=lambda each: each.id)):
            rows = self._rows(entry, f"{name}/{at}", name)
            cases.extend(_numbered(row, str(at + 1)) if is_renumbered else row for row in rows)
        return cases

    def _rows(self, entry: Recommendation, id_: str, document: str) -> list[Case]:
        habit = self._random.choice(self._possible(entry))
        texts, truth = self._texts(entry, habit)
        query = Query(id_, document, entry.agency, entry.kind, self._numbers(entry, habit), "")
        if habit is Habit.NO_KIND:
            query = replace(query, kind="")
        if habit is Habit.NO_AGENCY:
            query = replace(query, agency="")
        truth = self._unless_shared(query, entry, truth)
        return [
            Case(replace(query, id=f"{id_}.{at}", recommendation=text), habit, truth) for at, text in enumerate(texts)
        ]

    def _unless_shared(self, query: Query, entry: Recommendation, truth: frozenset[str]) -> frozenset[str]:
        """Return no truth where the row as written fits recommendations of several agencies or kinds."""
        others = [
            each
            for each in self._same_words[fold_label(entry.text)]
            if query.agency in {"", each.agency} and query.kind in {"", each.kind}
        ]
        return truth if len(others) == 1 else frozenset()

    def _possible(self, entry: Recommendation) -> list[Habit]:
        ruled_out = {
            Habit.HEAVY: entry.id not in self._reworded,
            Habit.NEAR_MISS: entry.id not in self._near,
            Habit.ABBREVIATED: shorten(entry.text, self._random) == entry.text,
            Habit.WRITTEN_OUT: write_out(entry.text, self._random) == entry.text,
            Habit.FIRST_CLAUSE: first_clause(entry.text, self._random) == entry.text,
            Habit.LIGHT: reword_a_little(entry.text, self._random) == entry.text,
        }
        return [habit for habit in Habit if not ruled_out.get(habit) for _ in range(_MORE_OFTEN.get(habit, 1))]

    def _texts(self, entry: Recommendation, habit: Habit) -> tuple[list[str], frozenset[str]]:
        if habit in OFF_THE_LIST:
            return [self._foreign(entry, habit)], frozenset()
        if habit is Habit.MERGED:
            return self._merged(entry)
        own = frozenset({entry.id})
        if habit is Habit.SPLIT:
            return list(halves(entry.text, self._random)), own
        given = {
            Habit.HEAVY: self._reworded.get(entry.id, ""),
            Habit.ID_ONLY: entry.id,
            Habit.TITLE: self._title(entry),
        }
        return [given.get(habit) or _DAMAGE.get(habit, as_written)(entry.text, self._random)], own

    def _merged(self, entry: Recommendation) -> tuple[list[str], frozenset[str]]:
        """Return two recommendations in one row."""
        alike = [each for each in self._of_agency[entry.agency] if each.kind == entry.kind]
        other = self._random.choice(alike)
        form = "{}" if other is entry else self._random.choice(_MERGED_FORMS)
        return [form.format(entry.text, other.text)], frozenset({entry.id, other.id})

    def _title(self, entry: Recommendation) -> str:
        form = self._random.choice(_TITLE_FORMS)
        return form.format(number=entry.number, topic=topic(entry.text, self._random))

    def _foreign(self, entry: Recommendation, habit: Habit) -> str:
        if habit is Habit.NEAR_MISS:
            return self._random.choice(self._near[entry.id])
        if habit is Habit.TOPIC:
            return f"{entry.agency} - {topic(entry.text, self._random)}"
        own = {fold_label(each.text) for each in self._of_agency[entry.agency]}
        others = [each for each in self.master.recommendations if fold_label(each.text) not in own]
        return self._random.choice(others).text

    def _numbers(self, entry: Recommendation, habit: Habit) -> tuple[str, ...]:
        if habit is Habit.ANOTHERS_NUMBER:
            others = [each.number for each in self._of_agency[entry.agency] if each.number != entry.number]
            return (self._random.choice(others),) if others else ()
        if habit in {Habit.ID_ONLY, Habit.TITLE, Habit.TOPIC}:
            return ()
        is_given = habit is Habit.NUMBER_ONLY or self._random.random() < _NUMBERED
        return (entry.number,) if is_given else ()


def _numbered(case: Case, number: str) -> Case:
    """Return the case with another number, if it has one in its number column."""
    return replace(case, query=replace(case.query, numbers=(number,))) if case.query.numbers else case

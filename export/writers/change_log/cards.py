"""The recommendations in the groups a committee goes through, each group by agency in the order of the master list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from export.rows import label, records_by_path, spot
from export.writers.change_log.links import received_target
from export.writers.change_log.marking import Passage, show_passage
from match.model import Change, ChangeKind, Entry
from normalize.model import Recommendation, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from export.model import BoardNote, DocumentRecord, RoundPack

NO_AGENCY = "No agency named on the master list"
NOT_GIVEN = "not given"


class Topic(StrEnum):
    """The groups, in the order in which they are shown; the value is the group's address on the page."""

    COMPLETED = "completed"
    UPDATED = "updated"
    FIRST = "first-updates"
    OTHER = "other-changes"
    UNCHANGED = "unchanged"
    SILENT = "no-new-update"


TITLES: Mapping[Topic, tuple[str, str]] = {
    Topic.COMPLETED: (
        "Completed since the last round",
        "Now reported as complete, and not before. Listed here, and not again below.",
    ),
    Topic.UPDATED: ("Updated", "The agency says something new."),
    Topic.FIRST: ("First updates", "Nothing was on record for these before."),
    Topic.OTHER: (
        "Same words, other changes",
        "The words are those of the last round; the status, rating, lead or date has changed.",
    ),
    Topic.UNCHANGED: ("Unchanged", "The agency sent the same words again."),
    Topic.SILENT: (
        "No new update received",
        "Nothing was received on these. What was last said stands, with the round it was said in.",
    ),
}
COMPACT = frozenset({Topic.OTHER, Topic.UNCHANGED, Topic.SILENT})
KINDS: Mapping[ChangeKind, Topic] = {
    ChangeKind.UPDATED: Topic.UPDATED,
    ChangeKind.FIRST_UPDATE: Topic.FIRST,
    ChangeKind.UNCHANGED: Topic.UNCHANGED,
    ChangeKind.NO_NEW_UPDATE: Topic.SILENT,
}


@dataclass(frozen=True, slots=True)
class Particular:
    """A field that has one value at a time, before and now."""

    name: str
    before: str
    now: str
    is_changed: bool


@dataclass(frozen=True, slots=True)
class Source:
    """Where words were read: the document with the address of its copy, and the spot in it."""

    document: str
    target: str
    spot: str


@dataclass(frozen=True, slots=True)
class Card:
    """A recommendation and what became of it."""

    id: str
    anchor: str
    """Its address on the page."""
    label: str
    agency: str
    recommendation: str
    tags: tuple[str, ...]
    particulars: tuple[Particular, ...]
    passages: tuple[Passage, ...]
    sources: tuple[Source, ...]
    from_round: str
    before_round: str
    note: BoardNote | None

    @property
    def status(self) -> str:
        """How far it has come."""
        return self.particulars[0].now

    @property
    def has_changed_particulars(self) -> bool:
        """Whether any field besides the words has changed."""
        return any(particular.is_changed for particular in self.particulars)


@dataclass(frozen=True, slots=True)
class Section:
    """The recommendations of one agency in a group."""

    agency: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A group of recommendations a committee goes through together."""

    anchor: str
    title: str
    intro: str
    is_compact: bool
    sections: tuple[Section, ...]

    @property
    def count(self) -> int:
        """How many recommendations are in it."""
        return sum(len(section.cards) for section in self.sections)


def lay_out_groups(pack: RoundPack) -> tuple[Group, ...]:
    """Return the groups that have any recommendation in them; every recommendation is in exactly one."""
    by_topic: dict[Topic, list[Card]] = {topic: [] for topic in Topic}
    cards = _CardMaker(pack)
    for change in pack.changes.changes:
        topic = topic_of(change, is_first_round=not pack.changes.previous)
        by_topic[topic].append(cards.make(change))
    return tuple(
        Group(topic, *TITLES[topic], is_compact=topic in COMPACT, sections=_by_agency(found))
        for topic, found in by_topic.items()
        if found
    )


def anchor(recommendation: str) -> str:
    """Return the address of a recommendation on the page; ids of boards may hold spaces and other signs."""
    return f"recommendation-{recommendation.encode().hex()}"


def topic_of(change: Change, *, is_first_round: bool) -> Topic:
    """Return the group a change is shown in."""
    if change.after.status is Status.COMPLETE and "status" in change.fields and not is_first_round:
        return Topic.COMPLETED
    topic = KINDS[change.kind]
    return Topic.OTHER if topic in {Topic.UNCHANGED, Topic.SILENT} and change.fields else topic


def _by_agency(cards: Iterable[Card]) -> tuple[Section, ...]:
    by_agency: dict[str, list[Card]] = {}
    for card in cards:
        by_agency.setdefault(card.agency or NO_AGENCY, []).append(card)
    return tuple(Section(agency, tuple(found)) for agency, found in by_agency.items())


class _CardMaker:
    """Makes cards from changes, with what the rest of the pack knows about each recommendation."""

    def __init__(self, pack: RoundPack) -> None:
        self._round = pack.changes.current
        self._is_first_round = not pack.changes.previous
        self._recommendations = pack.master.by_id
        self._records = records_by_path(pack)
        self._notes = {note.id: note for note in pack.board_notes}

    def make(self, change: Change) -> Card:
        """Return the card of one change."""
        recommendation = self._recommendations.get(change.id, Recommendation(change.id, "", "", "", ""))
        before = change.before or Entry(change.id)
        return Card(
            id=change.id,
            anchor=anchor(change.id),
            label=label(recommendation),
            agency=recommendation.agency,
            recommendation=recommendation.text,
            tags=_tags(change, is_first_round=self._is_first_round),
            particulars=_particulars(change, before, recommendation),
            passages=_passages(change, before),
            sources=self._sources(change.after),
            from_round=change.after.from_round,
            before_round=before.from_round,
            note=self._notes.get(change.id),
        )

    def _sources(self, entry: Entry) -> tuple[Source, ...]:
        records: Mapping[str, DocumentRecord] = self._records if entry.from_round == self._round else {}
        return tuple(
            Source(place.document, received_target(records.get(place.document)), spot(place)) for place in entry.sources
        )


def _tags(change: Change, *, is_first_round: bool) -> tuple[str, ...]:
    tags = [str(change.kind)]
    if change.before is None and not is_first_round:
        tags.append("new on the master list")
    if change.before and change.before.status is Status.COMPLETE and "status" in change.fields:
        tags.append("no longer complete")
    return tuple(tags)


def _particulars(change: Change, before: Entry, recommendation: Recommendation) -> tuple[Particular, ...]:
    """Return the status always, the rating where there is one, and the rest where it changed."""
    after = change.after
    values = {
        "status": (str(before.status), str(after.status)),
        "rating": (before.rating or NOT_GIVEN, after.rating or NOT_GIVEN),
        "lead": (before.lead or recommendation.lead or NOT_GIVEN, after.lead or NOT_GIVEN),
        "by when": (before.by_when or recommendation.due or NOT_GIVEN, after.by_when or NOT_GIVEN),
    }
    shown = {"status", *change.fields} | ({"rating"} if after.rating else set())
    return tuple(
        Particular(name, old, now, is_changed=name in change.fields and change.before is not None)
        for name, (old, now) in values.items()
        if name in shown
    )


def _passages(change: Change, before: Entry) -> tuple[Passage, ...]:
    after = change.after
    texts = {
        "update": (before.update, after.update, change.update),
        "evidence": (before.evidence, after.evidence, change.evidence),
    }
    shown = (show_passage(name, *text, is_changed=name in change.fields) for name, text in texts.items())
    return tuple(passage for passage in shown if passage)

"""The groups a committee goes through, each by agency in the order of the master list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from export.changes.cards import Card, CardMaker
from match.model import Change, ChangeKind
from normalize.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from export.model import RoundPack

NO_AGENCY = "No agency named on the master list"


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
    cards = CardMaker(pack)
    for change in pack.changes.changes:
        topic = topic_of(change, is_first_round=not pack.changes.previous)
        by_topic[topic].append(cards.make(change))
    return tuple(
        Group(topic, *TITLES[topic], is_compact=topic in COMPACT, sections=_by_agency(found))
        for topic, found in by_topic.items()
        if found
    )


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

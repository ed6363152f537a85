"""The groups a committee goes through, each by agency in the order of the master list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from export.changes.cards import Card, CardMaker
from export.changes.naming import NO_AGENCY
from match.checks import last_day
from match.model import Change, ChangeKind, CheckCode
from normalize.dates import read_date
from normalize.model import Status

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from export.model import RoundPack


class Topic(StrEnum):
    """The groups: a recommendation is in the first it belongs to. The value is the group's address on a page."""

    COMPLETED = "completed"
    EXTENDED = "extended"
    OVERDUE = "newly-overdue"
    UPDATED = "updated"
    FIRST = "first-updates"
    OTHER = "other-changes"
    UNCHANGED = "unchanged"
    SILENT = "no-new-update"


@dataclass(frozen=True, slots=True)
class Title:
    """What a group is called."""

    full: str
    short: str
    """For the head of a column."""
    intro: str


TITLES: Mapping[Topic, Title] = {
    Topic.COMPLETED: Title("Completed since the last round", "Completed", "Now reported as complete, and not before."),
    Topic.EXTENDED: Title(
        "Extension asked for or agreed",
        "Extension",
        "The agency gives a later date than before, or the board wrote down an extension in this round.",
    ),
    Topic.OVERDUE: Title(
        "Newly overdue",
        "Newly overdue",
        "The first date given for these has gone by since the last round, and they are not complete.",
    ),
    Topic.UPDATED: Title("Updated", "Updated", "The agency says something new."),
    Topic.FIRST: Title("First updates", "First update", "Nothing was on record for these before."),
    Topic.OTHER: Title(
        "Same words, other changes",
        "Other change",
        "The words are those of the last round; the status, rating, lead or date has changed.",
    ),
    Topic.UNCHANGED: Title("Unchanged", "Unchanged", "The agency sent the same words again."),
    Topic.SILENT: Title(
        "No new update received",
        "No new update",
        "Nothing was received on these. What was last said stands, with the round it was said in.",
    ),
}
MIXED = frozenset({Topic.COMPLETED, Topic.EXTENDED, Topic.OVERDUE, Topic.OTHER})
"""Groups whose title does not say what was received."""
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
    told: tuple[Section, ...]
    """Those whose words changed, to be shown at length."""
    listed: tuple[Section, ...]
    """The others, for a compact table."""
    is_mixed: bool
    """Whether its title leaves open what was received."""

    @property
    def count(self) -> int:
        """How many recommendations are in it."""
        return sum(len(section.cards) for section in (*self.told, *self.listed))


def lay_out_groups(pack: RoundPack) -> tuple[Group, ...]:
    """Return the groups that have any recommendation in them; every recommendation is in exactly one."""
    by_topic: dict[Topic, list[Card]] = {topic: [] for topic in Topic}
    cards, topics = CardMaker(pack), find_topics(pack)
    for change in pack.changes.changes:
        by_topic[topics[change.id]].append(cards.make(change))
    return tuple(_group(topic, found) for topic, found in by_topic.items() if found)


def find_topics(pack: RoundPack) -> Mapping[str, Topic]:
    """Return the group each recommendation of the round is in, by its id."""
    if not pack.changes.previous:
        return {change.id: KINDS[change.kind] for change in pack.changes.changes}
    planned = {each.id: each.due for each in pack.master.recommendations}
    asking = {each.id for each in pack.changes.changes if _asks_for_longer(each, planned.get(each.id, ""))}
    extended = asking.union(pack.extended)
    overdue = {check.id for check in pack.checks if check.code is CheckCode.OVERDUE and check.is_new}
    return {
        change.id: _topic_of(change, is_extended=change.id in extended, overdue=overdue)
        for change in pack.changes.changes
    }


def _topic_of(change: Change, *, is_extended: bool, overdue: Container[str]) -> Topic:
    if change.after.status is Status.COMPLETE and "status" in change.fields:
        return Topic.COMPLETED
    if is_extended:
        return Topic.EXTENDED
    if change.id in overdue:
        return Topic.OVERDUE
    topic = KINDS[change.kind]
    return Topic.OTHER if topic in {Topic.UNCHANGED, Topic.SILENT} and change.fields else topic


def _asks_for_longer(change: Change, planned: str) -> bool:
    """Tell whether an agency's new date is later than the one that stood: the one it gave last, or the plan's."""
    if "by when" not in change.fields:
        return False
    stood = read_date((change.before.by_when if change.before else "") or planned)
    given = read_date(change.after.by_when)
    last = last_day(stood) if stood else None
    return bool(last and given and given.start and given.start > last)


def _group(topic: Topic, cards: Sequence[Card]) -> Group:
    title = TITLES[topic]
    return Group(
        topic,
        title.full,
        title.intro,
        told=_by_agency(card for card in cards if card.has_changed_words),
        listed=_by_agency(card for card in cards if not card.has_changed_words),
        is_mixed=topic in MIXED,
    )


def _by_agency(cards: Iterable[Card]) -> tuple[Section, ...]:
    by_agency: dict[str, list[Card]] = {}
    for card in cards:
        by_agency.setdefault(card.agency or NO_AGENCY, []).append(card)
    return tuple(Section(agency, tuple(found)) for agency, found in by_agency.items())

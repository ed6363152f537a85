"""The figures a chair asks for first: what the round brought, where things stand, and who was heard from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from export.changes.groups import TITLES, Topic, find_topics
from export.changes.naming import NO_AGENCY
from export.model import DocumentOutcome
from match.model import ChangeKind, ChangeLog, CheckCode, Outcome
from normalize.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from export.model import RoundPack

NOT_ALL_READ = frozenset({DocumentOutcome.UNREAD, DocumentOutcome.PARTIAL, DocumentOutcome.LATER})
FULL = 100


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and what it counts."""

    number: int
    name: str
    needs_person: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of a bar chart."""

    name: str
    number: int
    percent: float
    """The bar's length, of the longest possible."""
    anchor: str = ""
    """Where on a page what it counts is shown; empty where that is nowhere."""


@dataclass(frozen=True, slots=True)
class StatusLine:
    """How many recommendations had a status before, and have it now."""

    name: str
    before: Bar
    now: Bar


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """What one agency sent."""

    agency: str
    was_heard: bool
    recommendations: int
    complete: int
    overdue: int
    topics: tuple[int, ...]
    """How many are in each group, in the order of the bars."""


def figures(pack: RoundPack) -> tuple[Figure, ...]:
    """Return the headline figures; of rows and files only where the pack knows of files."""
    entries = pack.current.entries
    return (
        Figure(len(entries), "Recommendations"),
        Figure(sum(entry.status is Status.COMPLETE for entry in entries), "Complete"),
        Figure(len(_overdue(pack)), "Overdue"),
        Figure(len(pack.changes.heard_from), "Agencies heard from"),
        Figure(len(pack.changes.silent), "Agencies silent"),
        *(_open_figures(pack) if pack.documents else ()),
    )


def _open_figures(pack: RoundPack) -> Iterator[Figure]:
    outcomes = Counter(row.link.outcome for row in pack.updates)
    yield Figure(outcomes[Outcome.TO_CHECK], "Rows to check", needs_person=True)
    yield Figure(outcomes[Outcome.NOT_ON_LIST], "Rows not on the list", needs_person=True)
    unread = sum(record.outcome in NOT_ALL_READ for record in pack.documents)
    yield Figure(unread, "Files not fully read", needs_person=True)


def _overdue(pack: RoundPack) -> frozenset[str]:
    return frozenset(check.id for check in pack.checks if check.code is CheckCode.OVERDUE)


def group_bars(pack: RoundPack) -> tuple[Bar, ...]:
    """Return how many recommendations are in each group that has any; together they are all recommendations."""
    counts = Counter(find_topics(pack).values())
    total = counts.total()
    return tuple(_bar(TITLES[topic].full, counts[topic], total, topic) for topic in Topic if counts[topic])


def received_in_words(log: ChangeLog) -> str:
    """Return how many recommendations were updated, and how many not, whatever group they are in."""
    kinds = Counter(change.kind for change in log.changes)
    return ", ".join(f"{kinds[kind]} {kind}" for kind in ChangeKind if kinds[kind])


def status_lines(log: ChangeLog) -> tuple[StatusLine, ...]:
    """Return the statuses that occur, before and now."""
    before = Counter(change.before.status for change in log.changes if change.before)
    now = Counter(change.after.status for change in log.changes)
    total = len(log.changes)
    return tuple(
        StatusLine(status.capitalize(), _bar("before", before[status], total), _bar("now", now[status], total))
        for status in Status
        if before[status] or now[status]
    )


def group_headings(pack: RoundPack) -> tuple[str, ...]:
    """Return the groups of ``agency_lines`` by their short names."""
    found = set(find_topics(pack).values())
    return tuple(TITLES[topic].short for topic in Topic if topic in found)


def agency_lines(pack: RoundPack) -> tuple[AgencyLine, ...]:
    """Return what each agency sent, in the order of the master list; then those heard from that are not on it."""
    named = {each.id: each.agency or NO_AGENCY for each in pack.master.recommendations}
    ids: dict[str, list[str]] = {agency: [] for agency in named.values()}
    for entry in pack.current.entries:
        ids[named[entry.id]].append(entry.id)
    for agency in pack.changes.heard_from:
        ids.setdefault(agency, [])
    topics, overdue = find_topics(pack), _overdue(pack)
    shown = [topic for topic in Topic if topic in set(topics.values())]
    complete = {entry.id for entry in pack.current.entries if entry.status is Status.COMPLETE}
    return tuple(
        AgencyLine(
            agency,
            was_heard=agency in pack.changes.heard_from,
            recommendations=len(theirs),
            complete=len(complete.intersection(theirs)),
            overdue=len(overdue.intersection(theirs)),
            topics=tuple(sum(topics[each] is topic for each in theirs) for topic in shown),
        )
        for agency, theirs in ids.items()
    )


def _bar(name: str, number: int, total: int, anchor: str = "") -> Bar:
    return Bar(name, number, round(FULL * number / total, 2) if total else 0.0, anchor)

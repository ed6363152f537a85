"""The figures a chair asks for first: what the round brought, where things stand, and who was heard from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from export.model import DocumentOutcome
from match.model import Change, ChangeKind, ChangeLog, Outcome
from normalize.model import Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from export.model import RoundPack

KIND_NAMES: Mapping[ChangeKind, str] = {
    ChangeKind.UPDATED: "Updated",
    ChangeKind.FIRST_UPDATE: "First update",
    ChangeKind.UNCHANGED: "Unchanged",
    ChangeKind.NO_NEW_UPDATE: "No new update",
}
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
    kinds: tuple[int, ...]
    """How many of each kind, in the order of ``KIND_NAMES``."""


def figures(pack: RoundPack) -> tuple[Figure, ...]:
    """Return the headline figures; of rows and files only where the pack knows of files."""
    kinds = Counter(change.kind for change in pack.changes.changes)
    return (
        *(Figure(kinds[kind], name) for kind, name in KIND_NAMES.items()),
        Figure(len(pack.changes.heard_from), "Agencies heard from"),
        Figure(len(pack.changes.silent), "Agencies silent"),
        *(_open_figures(pack) if pack.documents else ()),
    )


def _open_figures(pack: RoundPack) -> tuple[Figure, ...]:
    outcomes = Counter(row.link.outcome for row in pack.updates)
    unread = sum(document.outcome in NOT_ALL_READ for document in pack.documents)
    return (
        Figure(outcomes[Outcome.TO_CHECK], "Rows to check", needs_person=True),
        Figure(outcomes[Outcome.NOT_ON_LIST], "Rows not on the list", needs_person=True),
        Figure(unread, "Files not fully read", needs_person=True),
    )


def bars(log: ChangeLog) -> tuple[Bar, ...]:
    """Return what the round brought, as bars."""
    kinds = Counter(change.kind for change in log.changes)
    return tuple(_bar(name, kinds[kind], len(log.changes)) for kind, name in KIND_NAMES.items())


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


def agency_lines(pack: RoundPack) -> tuple[AgencyLine, ...]:
    """Return what each agency sent, in the order of the master list; then those heard from that are not on it."""
    by_agency: dict[str, list[Change]] = {agency: [] for agency in pack.master.agencies}
    recommendations = pack.master.by_id
    for change in pack.changes.changes:
        if change.id in recommendations and recommendations[change.id].agency:
            by_agency[recommendations[change.id].agency].append(change)
    for agency in pack.changes.heard_from:
        by_agency.setdefault(agency, [])
    heard = set(pack.changes.heard_from)
    return tuple(_agency_line(agency, changes, was_heard=agency in heard) for agency, changes in by_agency.items())


def _agency_line(agency: str, changes: list[Change], *, was_heard: bool) -> AgencyLine:
    kinds = Counter(change.kind for change in changes)
    complete = sum(change.after.status is Status.COMPLETE for change in changes)
    return AgencyLine(agency, was_heard, len(changes), complete, tuple(kinds[kind] for kind in KIND_NAMES))


def _bar(name: str, number: int, total: int) -> Bar:
    return Bar(name, number, round(FULL * number / total, 2) if total else 0.0)

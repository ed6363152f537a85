"""How far it has come: the Summary by agency, and the Progress over the rounds, both as figures for a chart."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from export.rows import Column, Table
from export.writers.workbook.coverage import standings
from match.model import ChangeKind, CheckCode
from normalize.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from export.model import RoundPack

EVERYBODY = "All agencies"

GROUPS: dict[str, tuple[Status, ...]] = {
    "Complete": (Status.COMPLETE,),
    "In progress": (Status.IN_PROGRESS,),
    "Not started": (Status.NOT_STARTED,),
    "Delayed or blocked": (Status.DELAYED, Status.BLOCKED),
    "Superseded or not accepted": (Status.SUPERSEDED, Status.NOT_ACCEPTED),
    "Status not stated": (Status.NOT_STATED,),
}
"""Every status is in exactly one group, so that the groups add up to the recommendations."""


@dataclass(slots=True)
class Tally:
    """How many recommendations of an agency, or of a round, stand where."""

    name: str
    statuses: Counter[Status] = field(default_factory=Counter)
    changes: Counter[ChangeKind] = field(default_factory=Counter)
    overdue: int = 0
    heard_from: int = 0
    """How many agencies sent a return."""

    def count(self, group: str) -> int:
        """Return how many are in a group of statuses."""
        return sum(self.statuses[status] for status in GROUPS[group])


def tallies(pack: RoundPack) -> tuple[Tally, ...]:
    """Return each agency's tally in the order of the master list, and everybody's at the end."""
    found: dict[str, Tally] = {}
    everybody = Tally(EVERYBODY)
    overdue = {check.id for check in pack.checks if check.code is CheckCode.OVERDUE}
    for standing in standings(pack):
        for tally in (found.setdefault(standing.agency, Tally(standing.agency)), everybody):
            tally.statuses[standing.entry.status] += 1
            tally.changes[standing.entry.received] += 1
            tally.overdue += standing.recommendation.id in overdue
    return (*found.values(), everybody) if found else ()


def summary(pack: RoundPack) -> Table[Tally]:
    """Return the Summary's table."""
    return Table(
        sheet="Summary",
        title=f"Summary: where the recommendations stand after round {pack.round}",
        note="The last row counts all agencies together. The chart below shows the same figures by status.",
        columns=(
            Column("Agency", 38, lambda row: row.name),
            Column("Recommendations", 20, lambda row: row.statuses.total()),
            *(_group_column(group) for group in GROUPS),
            Column("Updated this round", 14, _updated),
            Column("Sent again unchanged", 14, lambda row: row.changes[ChangeKind.UNCHANGED]),
            Column("No new update", 14, lambda row: row.changes[ChangeKind.NO_NEW_UPDATE]),
            Column("Overdue", 14, lambda row: row.overdue),
        ),
        items=tallies(pack),
        key="Agency",
    )


def _group_column(group: str) -> Column[Tally]:
    return Column(group, 15, lambda row: row.count(group))


def _updated(row: Tally) -> int:
    return row.changes[ChangeKind.FIRST_UPDATE] + row.changes[ChangeKind.UPDATED]


def round_tallies(pack: RoundPack) -> tuple[Tally, ...]:
    """Return how the recommendations stood after each round, the oldest first."""
    return tuple(
        Tally(
            each.name,
            Counter(entry.status for entry in each.entries),
            Counter(entry.received for entry in each.entries),
            heard_from=len(each.heard_from),
        )
        for each in (*pack.history, pack.current)
    )


def progress(pack: RoundPack) -> Table[Tally]:
    """Return the table of the Progress over the rounds."""
    return Table(
        sheet="Progress",
        title=f"Progress: where the recommendations stood after each round, up to {pack.round}",
        note="As it was recorded in each round. The chart below shows the same figures by status.",
        columns=(
            Column("Round", 38, lambda row: row.name),
            Column("Recommendations", 20, lambda row: row.statuses.total()),
            *(_group_column(group) for group in GROUPS),
            Column("Updated in the round", 14, _updated),
            Column("Agencies heard from", 14, lambda row: row.heard_from),
        ),
        items=round_tallies(pack),
        key="Round",
    )


def in_words(tallies: Iterable[Tally]) -> str:
    """Return what a chart of tallies shows, for those who cannot see it."""
    return "; ".join(
        f"{tally.name}: " + ", ".join(f"{group.lower()} {tally.count(group)}" for group in GROUPS if tally.count(group))
        for tally in tallies
    )

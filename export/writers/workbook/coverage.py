"""Who answered and who did not: Coverage and Unanswered."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from export.changes.figures import NOT_ALL_READ
from export.rows import COVERAGE, HAS_SENT, YES, Column, Table, join_lines, label
from match.model import ChangeKind, CheckCode, Outcome
from normalize.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from export.model import DocumentRecord, RoundPack
    from match.model import Check, Entry
    from normalize.model import Recommendation

NO_AGENCY = "(no agency on the list)"
SETTLED = (Status.COMPLETE, Status.SUPERSEDED, Status.NOT_ACCEPTED)
"""Nobody is chased for a recommendation that was last reported as one of these."""

TO_ANSWER = (CheckCode.COMPLETE_BUT_OPEN, CheckCode.COMPLETE_WITHOUT_EVIDENCE, CheckCode.GREEN_AND_OVERDUE)
"""What only the agency can clear up."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A recommendation and how it stands."""

    recommendation: Recommendation
    entry: Entry

    @property
    def agency(self) -> str:
        """The agency it is for."""
        return self.recommendation.agency or NO_AGENCY

    @property
    def is_answered(self) -> bool:
        """Whether a row about it arrived this round."""
        return self.entry.received is not ChangeKind.NO_NEW_UPDATE

    @property
    def needs_chasing(self) -> bool:
        """Whether somebody should be asked about it."""
        return not self.is_answered and self.entry.status not in SETTLED


@dataclass(slots=True)
class AgencyCoverage:
    """What one agency sent."""

    agency: str
    has_sent: bool = False
    documents: list[str] = field(default_factory=list)
    unread: list[DocumentRecord] = field(default_factory=list)
    """Files that seem to be its return and could not be read, or not in full."""
    rows: Counter[Outcome] = field(default_factory=Counter)
    standings: list[Standing] = field(default_factory=list)
    to_answer: list[Check] = field(default_factory=list)
    """What it said that calls for a question."""

    @property
    def answered(self) -> int:
        """How many of its recommendations a row arrived about."""
        return sum(standing.is_answered for standing in self.standings)

    @property
    def to_chase(self) -> list[Standing]:
        """Those somebody should be asked about."""
        return [standing for standing in self.standings if standing.needs_chasing]


def standings(pack: RoundPack) -> Iterator[Standing]:
    """Give each recommendation with how it stands, in the order of the master list."""
    recommendations = pack.master.by_id
    for entry in pack.current.entries:
        yield Standing(recommendations[entry.id], entry)


def coverages(pack: RoundPack) -> tuple[AgencyCoverage, ...]:
    """Return what each agency sent, in the order of the master list, then agencies that are not on it."""
    found: dict[str, AgencyCoverage] = {}
    recommendations = pack.master.by_id

    def of(agency: str) -> AgencyCoverage:
        name = agency or NO_AGENCY
        return found.setdefault(name, AgencyCoverage(name))

    for standing in standings(pack):
        of(standing.agency).standings.append(standing)
    for agency in pack.current.heard_from:
        of(agency).has_sent = True
    for record in pack.documents:
        for agency in record.agencies:
            of(agency).documents.append(record.path)
            if record.outcome in NOT_ALL_READ:
                of(agency).unread.append(record)
    for check in pack.checks:
        if check.code in TO_ANSWER:
            of(recommendations[check.id].agency).to_answer.append(check)
    for row in pack.updates:
        of(row.agency).rows[row.link.outcome] += 1
    return tuple(found.values())


def coverage(pack: RoundPack) -> Table[AgencyCoverage]:
    """Return the Coverage table."""
    return Table(
        sheet=COVERAGE,
        title=f"Coverage: who answered in round {pack.round}",
        note="An agency that sent nothing keeps its last update. Rows are those of its returns this round.",
        columns=COVERAGE_COLUMNS,
        items=coverages(pack),
        key="Agency",
    )


COVERAGE_COLUMNS: tuple[Column[AgencyCoverage], ...] = (
    Column("Agency", 28, lambda row: row.agency),
    Column(HAS_SENT, 11, lambda row: YES if row.has_sent else "no"),
    Column("Documents", 40, lambda row: join_lines(row.documents)),
    Column("Not read, or not in full", 40, lambda row: join_lines(each.path for each in row.unread)),
    Column("Rows", 10, lambda row: sum(row.rows.values())),
    Column("Rows linked", 11, lambda row: row.rows[Outcome.LINKED]),
    Column("Rows to check", 11, lambda row: row.rows[Outcome.TO_CHECK]),
    Column("Rows not on the list", 12, lambda row: row.rows[Outcome.NOT_ON_LIST]),
    Column("Recommendations", 20, lambda row: len(row.standings)),
    Column("Answered", 14, lambda row: row.answered),
    Column("Unanswered", 15, lambda row: len(row.standings) - row.answered),
    Column("To chase", 12, lambda row: len(row.to_chase)),
)


def unanswered(pack: RoundPack) -> Table[Standing]:
    """Return the recommendations no row arrived about."""
    return Table(
        sheet="Unanswered",
        title=f"Unanswered: recommendations without an update in round {pack.round}",
        note='"Chase" is "no" where the last report says nothing more is to be done.',
        columns=UNANSWERED_COLUMNS,
        items=(standing for standing in standings(pack) if not standing.is_answered),
        key="ID",
    )


UNANSWERED_COLUMNS: tuple[Column[Standing], ...] = (
    Column("ID", 14, lambda row: row.recommendation.id),
    Column("Agency", 18, lambda row: row.agency),
    Column("Known as", 14, lambda row: label(row.recommendation)),
    Column("Recommendation", 56, lambda row: row.recommendation.text),
    Column("Due", 16, lambda row: row.recommendation.due),
    Column("Lead", 18, lambda row: row.recommendation.lead),
    Column("Last status", 14, lambda row: row.entry.status.value, is_coloured=True),
    Column("Last heard in round", 13, lambda row: row.entry.from_round or "never"),
    Column("Chase", 10, lambda row: "yes" if row.needs_chasing else "no"),
)

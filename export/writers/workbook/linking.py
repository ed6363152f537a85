"""What the rows of this round were linked to: the sheets To check, Decisions and Links made."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from export.rows import (
    DECIDED_BY,
    DECISION,
    DECISIONS,
    LINK_TO,
    LINKS_MADE,
    ROW_KEY,
    TAKE_BACK,
    TO_CHECK,
    Column,
    Table,
    excerpt,
    join_lines,
    label,
)
from export.writers.workbook.sent import ROW_FROM, ROW_KEY_COLUMN, ROW_SENT
from match.model import Choice, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable

    from export.model import RoundPack
    from match.model import Candidate, LinkedUpdate
    from normalize.model import Recommendation

CHOICES = tuple(choice.value for choice in Choice)
EXCERPT = 220
"""Characters of a candidate's words shown; the whole of it is in the Tracker."""


def to_check(pack: RoundPack) -> Table[LinkedUpdate]:
    """Return the rows that wait for a person."""
    recommendations = pack.master.by_id
    return Table(
        sheet=TO_CHECK,
        title="To check: rows the program could not link by itself",
        note='Choose a decision for each row; for "link", give the ID (";" between several). Save, close, run again.',
        columns=(
            *ROW_SENT,
            Column("Outcome", 12, lambda row: row.link.outcome.value, is_coloured=True),
            Column("Why", 26, lambda row: join_lines(row.link.reasons)),
            Column("Candidates", 54, _candidates(recommendations)),
            *_decision_columns(CHOICES),
            *ROW_FROM,
            ROW_KEY_COLUMN,
        ),
        items=(row for row in pack.updates if _waits(row)),
        key=ROW_KEY,
    )


def decisions(pack: RoundPack) -> Table[LinkedUpdate]:
    """Return the rows a person has decided about, so that the decision can be changed or taken back."""
    return Table(
        sheet=DECISIONS,
        title="Decisions made, which are remembered in later rounds",
        note=f'To change one, choose another; to undo it, choose "{TAKE_BACK}". Save, close, run again.',
        columns=(
            *ROW_SENT,
            Column("Outcome", 12, lambda row: row.link.outcome.value, is_coloured=True),
            *_decision_columns((*CHOICES, TAKE_BACK)),
            Column("When", 18, lambda row: _when(row.link.decision.when) if row.link.decision else ""),
            *ROW_FROM,
            ROW_KEY_COLUMN,
        ),
        items=(row for row in pack.updates if row.link.decision and not _waits(row)),
        key=ROW_KEY,
    )


def links_made(pack: RoundPack) -> Table[LinkedUpdate]:
    """Return the rows the program linked by itself, so that a person can say where it was wrong."""
    recommendations = pack.master.by_id
    return Table(
        sheet=LINKS_MADE,
        title="Links made: rows the program linked by itself",
        note="Nothing needs doing here. Where a link is wrong, choose a decision beside it. Save, close, run again.",
        columns=(
            *ROW_SENT,
            Column("Linked to", 14, lambda row: "; ".join(row.link.ids)),
            Column("Its words", 34, lambda row: join_lines(recommendations[id_].text for id_ in row.link.ids)),
            Column("Why", 26, lambda row: join_lines(row.link.reasons)),
            *_decision_columns(CHOICES),
            *ROW_FROM,
            ROW_KEY_COLUMN,
        ),
        items=(row for row in pack.updates if row.link.outcome is Outcome.LINKED and not row.link.decision),
        key=ROW_KEY,
    )


def _waits(row: LinkedUpdate) -> bool:
    decision = row.link.decision
    if decision is None:
        return row.link.outcome is not Outcome.LINKED
    return decision.choice is Choice.LATER


def _decision_columns(choices: tuple[str, ...]) -> tuple[Column[LinkedUpdate], ...]:
    return (
        Column(
            DECISION,
            20,
            lambda row: row.link.decision.choice.value if row.link.decision else "",
            is_editable=True,
            choices=choices,
            prompt="Choose what this row is. Leave it empty to decide later.",
        ),
        Column(
            LINK_TO,
            18,
            lambda row: "; ".join(row.link.decision.ids) if row.link.decision else "",
            is_editable=True,
            prompt='The ID from the Tracker; several with ";" between.',
        ),
        Column(
            DECIDED_BY,
            18,
            lambda row: row.link.decision.who if row.link.decision else "",
            is_editable=True,
            prompt="Your name, so that others know whom to ask.",
        ),
    )


def _when(moment: str) -> str:
    """Return an ISO 8601 date and time as people write them: 31/03/2014 10:05."""
    try:
        return datetime.fromisoformat(moment).strftime("%d/%m/%Y %H:%M")
    except ValueError:
        return moment


def _candidates(recommendations: dict[str, Recommendation]) -> Callable[[LinkedUpdate], str]:
    """Return how a row's candidates read: best first, each with its words and why it was considered."""

    def read(row: LinkedUpdate) -> str:
        return "\n".join(_candidate(each, recommendations.get(each.id)) for each in row.link.candidates)

    return read


def _candidate(candidate: Candidate, recommendation: Recommendation | None) -> str:
    words = ""
    if recommendation is not None:
        words = " - ".join(part for part in (label(recommendation), excerpt(recommendation.text, EXCERPT)) if part)
    reasons = " ".join(candidate.reasons)
    return join_lines((f"{candidate.id}  {words}".rstrip(), f"   Why: {reasons}" if reasons else ""))

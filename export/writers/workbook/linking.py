"""Every row the agencies sent and what it was linked to: Updates, To check, and Decisions."""

from __future__ import annotations

from dataclasses import dataclass
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
    rating_word,
    spot,
)
from match.model import Choice, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from export.model import RoundPack
    from match.model import Candidate, LinkedUpdate
    from normalize.model import Recommendation

CHOICES = tuple(choice.value for choice in Choice)
EXCERPT = 220
"""Characters of a candidate's words shown; the whole of it is in the Tracker."""


ROW_KEY_COLUMN: Column[LinkedUpdate] = Column(ROW_KEY, 20, lambda row: row.link.query_id, is_printed=False)

ROW_SENT: tuple[Column[LinkedUpdate], ...] = (
    Column("Agency", 16, lambda row: row.agency or row.agency_as_written),
    Column("Number as written", 11, lambda row: row.update.number_as_written),
    Column("Recommendation as written", 34, lambda row: row.update.recommendation),
    Column("Update", 44, lambda row: row.update.update),
)
"""What stands on the left wherever a row is shown."""

ROW_FROM: tuple[Column[LinkedUpdate], ...] = (
    Column("Document", 34, lambda row: row.document, is_printed=False),
    Column("Place", 22, lambda row: spot(row.place), is_printed=False),
)


UPDATE_COLUMNS: tuple[Column[LinkedUpdate], ...] = (
    *ROW_SENT,
    Column("Evidence", 28, lambda row: row.update.evidence),
    Column("Outcome", 12, lambda row: row.link.outcome.value, is_coloured=True),
    Column("Linked to", 14, lambda row: "; ".join(row.link.ids)),
    Column("Why", 36, lambda row: join_lines(row.link.reasons)),
    *ROW_FROM,
    Column("Status", 14, lambda row: row.update.status.value, is_coloured=True, is_printed=False),
    Column("Rating", 11, lambda row: rating_word(row.update.rating), is_coloured=True, is_printed=False),
    Column("Agency as written", 20, lambda row: row.agency_as_written, is_printed=False),
    Column("Provided by", 20, lambda row: row.provided_by, is_printed=False),
    Column("Kind", 12, lambda row: row.update.kind, is_printed=False),
    Column("Action", 36, lambda row: row.update.action, is_printed=False),
    Column("Lead", 18, lambda row: row.update.lead, is_printed=False),
    Column("By when", 16, lambda row: row.update.by_when, is_printed=False),
    Column("Status as written", 18, lambda row: row.update.status_as_written, is_printed=False),
    Column("Rating as written", 14, lambda row: row.update.rating_as_written, is_printed=False),
    Column("Struck out", 30, lambda row: join_lines(row.update.struck), is_printed=False),
    Column(
        "Comments",
        30,
        lambda row: join_lines(
            f"{note.author}: {note.text}" if note.author else note.text for note in row.update.comments
        ),
        is_printed=False,
    ),
    Column("Notes", 30, lambda row: join_lines(row.update.notes), is_printed=False),
    Column(
        "Links",
        30,
        lambda row: join_lines(f"{link.text} <{link.url}>" for link in row.update.links),
        is_printed=False,
    ),
    Column("Pictures and files", 24, lambda row: join_lines(row.update.pictures), is_printed=False),
    Column("Refers to", 24, lambda row: join_lines(str(each) for each in row.update.refers_to), is_printed=False),
    Column(
        "Row as written",
        120,
        lambda row: join_lines(f"{cell.heading or 'No heading'}: {cell.text}" for cell in row.update.raw),
        is_printed=False,
    ),
)


@dataclass(frozen=True, slots=True)
class Sent:
    """A row of a return, and the round it was sent in."""

    round: str
    row: LinkedUpdate


def updates(pack: RoundPack) -> Table[Sent]:
    """Return every row of every return there has been, as its agency wrote it, the newest round first."""
    return Table(
        sheet="Updates",
        title="Updates: every row the agencies ever sent, as they wrote it",
        note="The newest round comes first; rows of earlier rounds are never changed. To see one round, filter by it.",
        columns=(Column("Round", 12, lambda sent: sent.round), *map(_of_sent, UPDATE_COLUMNS), KEY_OVER_ROUNDS),
        items=_everything_sent(pack),
        key=ROW_KEY,
    )


KEY_OVER_ROUNDS: Column[Sent] = Column(
    ROW_KEY, 20, lambda sent: f"{sent.round}: {sent.row.link.query_id}", is_printed=False
)


def _of_sent(column: Column[LinkedUpdate]) -> Column[Sent]:
    """Return a column of rows as one of rows with their rounds."""
    return Column(
        column.heading,
        column.width,
        lambda sent: column.value(sent.row),
        is_coloured=column.is_coloured,
        is_printed=column.is_printed,
    )


def _everything_sent(pack: RoundPack) -> Iterator[Sent]:
    yield from (Sent(pack.round, row) for row in pack.updates)
    for past in reversed(pack.earlier):
        yield from (Sent(past.round.name, row) for row in past.updates)


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

"""Every row the agencies ever sent, as they wrote it: the sheet Updates, and how a row is shown on any sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from export.rows import ROW_KEY, Column, Table, join_lines, rating_word, spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from export.model import RoundPack
    from match.model import LinkedUpdate

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

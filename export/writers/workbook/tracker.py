"""The Tracker: one row per recommendation as it stands after the round, with room for the board's own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from export.model import BoardNote
from export.rows import (
    ACTION_REPORTED,
    BOARD_NOTE,
    BOARD_STATUS,
    BY_WHEN_REPORTED,
    EXTENSION,
    ID,
    LEAD_REPORTED,
    TRACKER,
    Column,
    Copies,
    Table,
    join_lines,
    rating_word,
    spot,
)
from match.standing import BOARD_STATUSES, read_standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from export.model import RoundPack
    from export.rows import Value
    from match.model import Entry
    from normalize.model import Recommendation


@dataclass(frozen=True, slots=True)
class Tracked:
    """What a row of the tracker is about."""

    recommendation: Recommendation
    entry: Entry
    board: BoardNote
    received: Value


COLUMNS: tuple[Column[Tracked], ...] = (
    Column(ID, 14, lambda row: row.recommendation.id),
    Column("Agency", 16, lambda row: row.recommendation.agency),
    Column("Recommendation", 38, lambda row: row.recommendation.text),
    Column("Due", 12, lambda row: row.recommendation.due),
    Column("Latest update", 50, lambda row: row.entry.update),
    Column("Evidence", 28, lambda row: row.entry.evidence),
    Column("Status", 12, lambda row: row.entry.status.value, is_coloured=True),
    Column("Rating", 10, lambda row: rating_word(row.entry.rating), is_coloured=True),
    Column("Change this round", 13, lambda row: row.entry.received.value, is_coloured=True),
    Column(
        BOARD_STATUS,
        16,
        lambda row: row.board.status,
        is_editable=True,
        choices=tuple(BOARD_STATUSES),
        prompt="The board's own view, where it differs from the agency's. Kept in later rounds.",
        is_printed=False,
    ),
    Column(
        BOARD_NOTE,
        34,
        lambda row: row.board.note,
        is_editable=True,
        prompt="Anything the board wants to keep. Kept in later rounds.",
        is_printed=False,
    ),
    Column(
        EXTENSION,
        16,
        lambda row: row.board.extension,
        is_editable=True,
        prompt="The date, or the words, of an extension the board agreed to. Kept in later rounds.",
        is_printed=False,
    ),
    Column("Standing", 20, lambda row: read_standing(row.entry, row.board.status).value, is_printed=False),
    Column("Refers to", 30, lambda row: join_lines(map(str, row.entry.refers_to)), is_printed=False),
    Column("Kind", 11, lambda row: row.recommendation.kind, is_printed=False),
    Column("Number", 11, lambda row: row.recommendation.number, is_printed=False),
    Column("Action", 36, lambda row: row.recommendation.action, is_printed=False),
    Column("Lead", 18, lambda row: row.recommendation.lead, is_printed=False),
    Column(ACTION_REPORTED, 36, lambda row: row.entry.action, is_printed=False),
    Column(LEAD_REPORTED, 18, lambda row: row.entry.lead, is_printed=False),
    Column(BY_WHEN_REPORTED, 18, lambda row: row.entry.by_when, is_printed=False),
    Column("From round", 12, lambda row: row.entry.from_round, is_printed=False),
    Column("Said by", 18, lambda row: "; ".join(row.entry.agencies), is_printed=False),
    Column("Source document", 34, lambda row: join_lines(_documents(row.entry)), is_printed=False),
    Column("Place", 24, lambda row: join_lines(map(spot, row.entry.sources)), is_printed=False),
    Column("Received copy", 34, lambda row: row.received, is_printed=False),
)


def tracker(pack: RoundPack) -> Table[Tracked]:
    """Return the Tracker's table."""
    return Table(
        sheet=TRACKER,
        title=f"Tracker: every recommendation after round {pack.round}",
        note="You can write in the columns with a yellow heading: Board status, Board note, Extension agreed to.",
        columns=COLUMNS,
        items=_tracked(pack),
        key=ID,
    )


def _tracked(pack: RoundPack) -> Iterator[Tracked]:
    recommendations = pack.master.by_id
    notes = {note.id: note for note in pack.board_notes}
    copies = Copies(pack)
    for entry in pack.current.entries:
        yield Tracked(
            recommendation=recommendations[entry.id],
            entry=entry,
            board=notes.get(entry.id, BoardNote(entry.id)),
            received=copies.first_source(entry),
        )


def _documents(entry: Entry) -> Iterator[str]:
    return iter(dict.fromkeys(place.document for place in entry.sources))

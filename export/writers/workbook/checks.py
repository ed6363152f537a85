"""The Checks sheet: what a board would ask about, with the words that raise the question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from export.changes.asking import TITLES
from export.rows import ID, Column, Copies, Table, label, rating_word, spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from export.model import RoundPack
    from export.rows import Value
    from match.model import Check, Entry
    from normalize.model import Recommendation


@dataclass(frozen=True, slots=True)
class Asked:
    """What a row of the sheet is about."""

    number: int
    check: Check
    recommendation: Recommendation
    entry: Entry
    copy: Value

    @property
    def due(self) -> str:
        """The date it is due by, as it stands: the agency's own where it gave one."""
        return self.entry.by_when or self.recommendation.due


COLUMNS: tuple[Column[Asked], ...] = (
    Column("No.", 8, lambda row: row.number),
    Column(ID, 14, lambda row: row.check.id),
    Column("Agency", 18, lambda row: row.recommendation.agency),
    Column("Known as", 14, lambda row: label(row.recommendation)),
    Column("Recommendation", 44, lambda row: row.recommendation.text),
    Column("What", 24, lambda row: row.check.code.value),
    Column("In words", 40, lambda row: row.check.message),
    Column("New", 9, lambda row: "new" if row.check.is_new else ""),
    Column("Status", 13, lambda row: row.entry.status.value, is_coloured=True),
    Column("Rating", 11, lambda row: rating_word(row.entry.rating), is_coloured=True),
    Column("Due", 14, lambda row: row.due),
    Column("From round", 12, lambda row: row.entry.from_round, is_printed=False),
    Column("Source document", 34, lambda row: row.check.place.document if row.check.place else "", is_printed=False),
    Column("Place", 24, lambda row: spot(row.check.place) if row.check.place else "", is_printed=False),
    Column("Received copy", 34, lambda row: row.copy, is_printed=False),
)


def checks(pack: RoundPack) -> Table[Asked]:
    """Return the Checks sheet's table, the most pressing kind first."""
    return Table(
        sheet="Checks",
        title=f"Checks: what is worth asking about after round {pack.round}",
        note='"new" marks what could not have been asked after the round before. '
        "Overdue counts from the first date, or from an extension the board agreed to.",
        columns=COLUMNS,
        items=_asked(pack),
        key="No.",
        frozen_columns=2,
    )


def _asked(pack: RoundPack) -> Iterator[Asked]:
    recommendations, entries, copies = pack.master.by_id, pack.current.by_id, Copies(pack)
    ordered = [check for code in TITLES for check in pack.checks if check.code is code]
    for number, check in enumerate(ordered, 1):
        entry = entries[check.id]
        copy = (check.place and copies.find_source(entry, check.place)) or ""
        yield Asked(number, check, recommendations[check.id], entry, copy)

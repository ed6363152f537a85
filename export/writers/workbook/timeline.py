"""The Timeline: what was said of each recommendation in dated entries, over all rounds, in the order of the dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from export.rows import ID, Column, Table
from match.timeline import Dated, tell_timeline

if TYPE_CHECKING:
    from export.model import RoundPack

Numbered: TypeAlias = "tuple[int, Dated]"

NOT_CLEAR = "not clear"


def timeline(pack: RoundPack) -> Table[Numbered]:
    """Return every dated entry there has been, by recommendation and by date."""
    recommendations = pack.master.by_id
    told = (each for each in tell_timeline((*pack.history, pack.current)) if each.id in recommendations)
    return Table(
        sheet="Timeline",
        title="Timeline: what was said of each recommendation, by the dates the agencies wrote",
        note="Each entry stands once, with the round that first brought it. Dates are as written, day first.",
        columns=(
            Column("No.", 8, lambda row: row[0]),
            Column(ID, 14, lambda row: row[1].id),
            Column("Agency", 18, lambda row: recommendations[row[1].id].agency),
            Column("Date as written", 18, lambda row: row[1].entry.when.as_written),
            Column("Date from", 14, lambda row: _first_day(row[1])),
            Column("Precision", 12, lambda row: row[1].entry.when.precision.value),
            Column("What was said", 84, lambda row: row[1].entry.text),
            Column("First sent in round", 14, lambda row: row[1].round),
            Column("Said by", 20, lambda row: "; ".join(row[1].agencies), is_printed=False),
        ),
        items=enumerate(told, 1),
        key="No.",
    )


def _first_day(dated: Dated) -> str:
    start = dated.entry.when.start
    return start.isoformat() if start else NOT_CLEAR

"""The Changes sheet: what is different for each recommendation since the previous round."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from export.changes.groups import TITLES as GROUPS
from export.changes.groups import find_topics
from export.rows import Column, Marked, Table, rating_word
from match.model import ChangeKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from export.model import RoundPack
    from match.model import Entry, Piece

OFF_THE_LIST = "no longer on the list"


@dataclass(frozen=True, slots=True)
class Changed:
    """What a row of the sheet is about."""

    id: str
    agency: str
    recommendation: str
    change: str
    group: str = ""
    fields: tuple[str, ...] = ()
    before: Entry | None = None
    after: Entry | None = None
    update: tuple[Piece, ...] = ()
    evidence: tuple[Piece, ...] = ()


COLUMNS: tuple[Column[Changed], ...] = (
    Column("ID", 14, lambda row: row.id),
    Column("Agency", 16, lambda row: row.agency),
    Column("Recommendation", 32, lambda row: row.recommendation),
    Column("Group", 15, lambda row: row.group),
    Column("Change", 12, lambda row: row.change, is_coloured=True),
    Column("What changed", 12, lambda row: ", ".join(row.fields)),
    Column("Update, changes marked", 54, lambda row: Marked(row.update)),
    Column("Evidence, changes marked", 28, lambda row: Marked(row.evidence)),
    Column("Status before", 12, lambda row: _status(row.before), is_coloured=True),
    Column("Status now", 12, lambda row: _status(row.after), is_coloured=True),
    Column("Rating before", 11, lambda row: _rating(row.before), is_coloured=True, is_printed=False),
    Column("Rating now", 11, lambda row: _rating(row.after), is_coloured=True, is_printed=False),
    Column("Previous update", 50, lambda row: row.before.update if row.before else "", is_printed=False),
    Column("Current update", 50, lambda row: row.after.update if row.after else "", is_printed=False),
    Column("Previous evidence", 36, lambda row: row.before.evidence if row.before else "", is_printed=False),
    Column("Current evidence", 36, lambda row: row.after.evidence if row.after else "", is_printed=False),
    Column("Lead before", 16, lambda row: row.before.lead if row.before else "", is_printed=False),
    Column("Lead now", 16, lambda row: row.after.lead if row.after else "", is_printed=False),
    Column("By when before", 14, lambda row: row.before.by_when if row.before else "", is_printed=False),
    Column("By when now", 14, lambda row: row.after.by_when if row.after else "", is_printed=False),
)


def changes(pack: RoundPack) -> Table[Changed]:
    """Return the Changes sheet's table."""
    since = f"since round {pack.previous}" if pack.previous else "in the first round"
    return Table(
        sheet="Changes",
        title=f"Changes {since}, recommendation by recommendation",
        note="What changed comes first. Words added are bold and underlined, moved italic, removed struck through. "
        "Each recommendation is in one group.",
        columns=COLUMNS,
        items=sorted((*_changed(pack), *_removed(pack)), key=_nothing_changed),
        key="ID",
    )


def _changed(pack: RoundPack) -> Iterator[Changed]:
    recommendations, topics = pack.master.by_id, find_topics(pack)
    for change in pack.changes.changes:
        recommendation = recommendations[change.id]
        yield Changed(
            id=change.id,
            agency=recommendation.agency,
            recommendation=recommendation.text,
            change=change.kind.value,
            group=GROUPS[topics[change.id]].short,
            fields=change.fields,
            before=change.before,
            after=change.after,
            update=change.update,
            evidence=change.evidence,
        )


def _removed(pack: RoundPack) -> Iterator[Changed]:
    for entry in pack.changes.removed:
        yield Changed(entry.id, "; ".join(entry.agencies), "", OFF_THE_LIST, before=entry)


def _nothing_changed(row: Changed) -> bool:
    return not row.fields and row.change in (ChangeKind.UNCHANGED, ChangeKind.NO_NEW_UPDATE)


def _status(entry: Entry | None) -> str:
    return entry.status.value if entry else ""


def _rating(entry: Entry | None) -> str:
    return rating_word(entry.rating) if entry else ""

"""The files of the round: Sources with the sum of their words, and Left over."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from export.rows import Column, Copies, Table, join_lines, spot

if TYPE_CHECKING:
    from export.model import DocumentRecord, RoundPack
    from normalize.model import LeftOver, WordSum

NumberedLeftOver: TypeAlias = "tuple[int, LeftOver]"

NOT_COUNTED = "not counted"


def sources(pack: RoundPack) -> Table[DocumentRecord]:
    """Return every file of the inbox, what became of it, and where its words went."""
    return Table(
        sheet="Sources",
        title=f"Sources: every file of round {pack.round}",
        note="Words in the document = words in rows + words in particulars (names, dates, summary) + words left over.",
        columns=_source_columns(Copies(pack), pack.round),
        items=pack.documents,
        key="File",
    )


def _source_columns(copies: Copies, round_name: str) -> tuple[Column[DocumentRecord], ...]:
    return (
        Column("File", 34, lambda row: row.path),
        Column("Outcome", 13, lambda row: row.outcome.value, is_coloured=True),
        Column("What to know", 44, lambda row: row.message),
        Column("Format", 10, lambda row: row.format),
        Column("Agencies", 22, lambda row: join_lines(row.agencies)),
        Column("Particulars", 44, lambda row: join_lines(row.particulars)),
        Column("Rows", 9, lambda row: row.rows),
        Column("Words in document", 13, lambda row: row.words.document if row.words else NOT_COUNTED),
        Column("Words in rows", 12, lambda row: row.words.rows if row.words else NOT_COUNTED),
        Column("Words in particulars", 14, lambda row: row.words.particulars if row.words else NOT_COUNTED),
        Column("Words left over", 12, lambda row: row.words.left_over if row.words else NOT_COUNTED),
        Column("Adds up", 12, lambda row: _adds_up(row.words)),
        Column("Received copy", 40, lambda row: copies.find(round_name, row.path) or "", is_printed=False),
        Column("SHA-256", 70, lambda row: row.sha256, is_printed=False),
    )


def _adds_up(words: WordSum | None) -> str:
    if words is None:
        return NOT_COUNTED
    return "yes" if words.adds_up else "no"


def left_over(pack: RoundPack) -> Table[NumberedLeftOver]:
    """Return the words that are in no row and in no particulars."""
    return Table(
        sheet="Left over",
        title="Left over: words that are in no row of a return",
        note="Nothing a document says is dropped: what is not part of a recommendation's row stands here.",
        columns=(
            Column("No.", 8, lambda row: row[0]),
            Column("File", 34, lambda row: row[1].place.document),
            Column("Place", 22, lambda row: spot(row[1].place)),
            Column("Words", 100, lambda row: row[1].text),
            Column("Number of words", 12, lambda row: row[1].words),
        ),
        items=enumerate((each for record in pack.documents for each in record.left_over), 1),
        key="No.",
    )

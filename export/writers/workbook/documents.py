"""The files of the round: Sources with the sum of their words, Left over, and Findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from export.rows import Column, Table, join_lines, received_copy, spot
from ingest.model import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from export.model import DocumentRecord, RoundPack
    from ingest.model import Finding
    from normalize.model import LeftOver, WordSum

NumberedLeftOver: TypeAlias = "tuple[int, LeftOver]"
NumberedFinding: TypeAlias = "tuple[int, Finding]"

NOT_COUNTED = "not counted"


def sources(pack: RoundPack) -> Table[DocumentRecord]:
    """Return every file of the inbox, what became of it, and where its words went."""
    return Table(
        sheet="Sources",
        title=f"Sources: every file of round {pack.round}",
        note="Words in the document = words in rows + words in particulars (names, dates, summary) + words left over.",
        columns=SOURCE_COLUMNS,
        items=pack.documents,
        key="File",
    )


SOURCE_COLUMNS: tuple[Column[DocumentRecord], ...] = (
    Column("File", 34, lambda row: row.path),
    Column("Outcome", 13, lambda row: row.outcome.value, is_coloured=True),
    Column("What to know", 44, lambda row: row.message),
    Column("Format", 10, lambda row: row.format),
    Column("Agencies", 22, lambda row: join_lines(row.agencies)),
    Column("Rows", 9, lambda row: row.rows),
    Column("Words in document", 13, lambda row: row.words.document if row.words else NOT_COUNTED),
    Column("Words in rows", 12, lambda row: row.words.rows if row.words else NOT_COUNTED),
    Column("Words in particulars", 14, lambda row: row.words.particulars if row.words else NOT_COUNTED),
    Column("Words left over", 12, lambda row: row.words.left_over if row.words else NOT_COUNTED),
    Column("Adds up", 12, lambda row: _adds_up(row.words)),
    Column("Received copy", 40, received_copy, is_printed=False),
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


MOST_SERIOUS_FIRST = (Level.PROBLEM, Level.CHECK, Level.NOTE)


def findings(pack: RoundPack) -> Table[NumberedFinding]:
    """Return what was noticed about the documents and the board's own data, the most serious first."""
    ordered = sorted(_all_findings(pack), key=lambda finding: MOST_SERIOUS_FIRST.index(finding.level))
    return Table(
        sheet="Findings",
        title="Findings: what was noticed while reading",
        note='"problem" needs something done, "check" needs a look, "note" is for information.',
        columns=(
            Column("No.", 8, lambda row: row[0]),
            Column("Level", 12, lambda row: row[1].level.value, is_coloured=True),
            Column("What was noticed", 80, lambda row: row[1].message),
            Column("File", 34, lambda row: row[1].place.document),
            Column("Place", 22, lambda row: spot(row[1].place)),
            Column("Code", 24, lambda row: row[1].code, is_printed=False),
        ),
        items=enumerate(ordered, 1),
        key="No.",
    )


def _all_findings(pack: RoundPack) -> Iterator[Finding]:
    """Give each finding once, whether it was kept with the round, the master list, a document, or several."""
    seen: set[Finding] = set()
    for group in (pack.findings, pack.master.findings, *(record.findings for record in pack.documents)):
        for finding in group:
            if finding not in seen:
                seen.add(finding)
                yield finding

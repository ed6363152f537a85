"""What was noticed while reading: Findings, which ask for something, and Notes, which say what the program decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from export.model import DocumentOutcome
from export.rows import Column, Table, spot
from ingest.model import Finding, Level, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from export.model import RoundPack

NumberedFinding: TypeAlias = "tuple[int, Finding]"

SET_ASIDE = (DocumentOutcome.SUPERSEDED, DocumentOutcome.DUPLICATE, DocumentOutcome.IGNORED)
"""Files that were not counted by the program's own decision."""


def findings(pack: RoundPack) -> Table[NumberedFinding]:
    """Return what a person should do or look at, the most serious first."""
    found = tuple(_all_findings(pack))
    asking = [each for level in (Level.PROBLEM, Level.CHECK) for each in found if each.level is level]
    return Table(
        sheet="Findings",
        title="Findings: what needs something done or a look",
        note='"problem" needs something done, "check" needs a look. The rest is on the sheet Notes.',
        columns=(NUMBER, Column("Level", 12, lambda row: row[1].level.value, is_coloured=True), *COLUMNS),
        items=enumerate(asking, 1),
        key="No.",
    )


def notes(pack: RoundPack) -> Table[NumberedFinding]:
    """Return what the program decided by itself, document by document, so that a reader may know and object."""
    found = (each for each in _all_findings(pack) if each.level is Level.NOTE)
    return Table(
        sheet="Notes",
        title="Notes: what the program decided by itself",
        note="Tracked changes accepted, text left out, formats converted, files set aside. Nothing here needs doing.",
        columns=(NUMBER, *COLUMNS),
        items=enumerate(sorted((*found, *_files_set_aside(pack)), key=lambda note: note.place.document), 1),
        key="No.",
    )


NUMBER: Column[NumberedFinding] = Column("No.", 8, lambda row: row[0])
COLUMNS: tuple[Column[NumberedFinding], ...] = (
    Column("What was noticed", 80, lambda row: row[1].message),
    Column("File", 34, lambda row: row[1].place.document),
    Column("Place", 22, lambda row: spot(row[1].place)),
    Column("Code", 24, lambda row: row[1].code, is_printed=False),
)


def _files_set_aside(pack: RoundPack) -> Iterator[Finding]:
    for record in pack.documents:
        if record.outcome in SET_ASIDE:
            yield Finding(Level.NOTE, record.outcome.value, record.message, Place(record.path))


def _all_findings(pack: RoundPack) -> Iterable[Finding]:
    """Return each finding once, whether it was kept with the round, the master list, a document, or several."""
    of_documents = (finding for record in pack.documents for finding in record.findings)
    return dict.fromkeys((*pack.findings, *pack.master.findings, *of_documents))

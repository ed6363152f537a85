"""What is not in the record yet: rows without a sure link, files not read, and other things to look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from export.changes.cards import Source, source
from export.changes.figures import NOT_ALL_READ
from export.rows import Copies
from ingest.model import Level
from match.model import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from export.model import DocumentRecord, RoundPack
    from export.rows import FileLink
    from ingest.model import Finding
    from match.model import LinkedUpdate


@dataclass(frozen=True, slots=True)
class OpenRow:
    """A row of a return that is not linked to a recommendation."""

    source: Source
    agency: str
    number: str
    recommendation: str
    update: str
    evidence: str
    candidates: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenPoints:
    """Everything a reader must know before taking the page for complete."""

    to_check: tuple[OpenRow, ...]
    not_on_list: tuple[OpenRow, ...]
    not_read: tuple[DocumentRecord, ...]
    findings: tuple[Finding, ...]

    @property
    def is_complete(self) -> bool:
        """Whether every file was read and every row found its recommendation."""
        return not (self.to_check or self.not_on_list or self.not_read)

    @property
    def in_words(self) -> str:
        """What is missing, in a sentence; empty where nothing is."""
        counted = (
            (len(self.not_read), "file was not fully read", "files were not fully read"),
            (
                len(self.to_check),
                "row waits for a person to say which recommendation it is about",
                "rows wait for a person to say which recommendation they are about",
            ),
            (
                len(self.not_on_list),
                "row is about nothing on the master list",
                "rows are about nothing on the master list",
            ),
        )
        said = "; ".join(f"{count} {one if count == 1 else many}" for count, one, many in counted if count)
        return f"{said}." if said else ""


def find_open_points(pack: RoundPack) -> OpenPoints:
    """Return what is open in the round."""
    copies = Copies(pack)
    return OpenPoints(
        to_check=tuple(_rows(pack, copies, Outcome.TO_CHECK)),
        not_on_list=tuple(_rows(pack, copies, Outcome.NOT_ON_LIST)),
        not_read=tuple(record for record in pack.documents if record.outcome in NOT_ALL_READ),
        findings=tuple(dict.fromkeys(_findings(pack))),
    )


def _rows(pack: RoundPack, copies: Copies, outcome: Outcome) -> Iterator[OpenRow]:
    for row in pack.updates:
        if row.link.outcome is outcome:
            yield _open_row(row, copies.find(pack.round, row.place.document))


def _open_row(row: LinkedUpdate, copy: FileLink | None) -> OpenRow:
    return OpenRow(
        source=source(row.place, copy),
        agency=row.agency or row.agency_as_written,
        number=row.update.number_as_written,
        recommendation=row.update.recommendation,
        update=row.update.update,
        evidence=row.update.evidence,
        candidates=tuple(candidate.id for candidate in row.link.candidates),
        reasons=row.link.reasons,
    )


def _findings(pack: RoundPack) -> Iterator[Finding]:
    """Yield what was found that is more than a note; the rounds' own findings and those of its documents."""
    for finding in (*pack.findings, *(each for record in pack.documents for each in record.findings)):
        if finding.level is not Level.NOTE:
            yield finding

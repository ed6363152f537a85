"""All that a writer may see of a round."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ingest.model import Finding
from match.model import ChangeLog, Check, LinkedUpdate, Round
from normalize.model import LeftOver, MasterList, WordSum


class DocumentOutcome(StrEnum):
    """What became of a file in the inbox; every file has exactly one."""

    READ = "read"
    PARTIAL = "partial"
    UNREAD = "unread"
    IGNORED = "ignored"
    DUPLICATE = "duplicate"
    SUPERSEDED = "superseded"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A file of the inbox and what became of it."""

    path: str
    sha256: str
    format: str
    outcome: DocumentOutcome
    message: str
    """A sentence the administrator can act on."""
    agencies: tuple[str, ...] = ()
    particulars: tuple[str, ...] = ()
    """What its returns say of themselves besides their rows, a line each, such as "Summary: Under way."."""
    rows: int = 0
    words: WordSum | None = None
    left_over: tuple[LeftOver, ...] = ()
    findings: tuple[Finding, ...] = ()
    received: str = ""
    """Where the copy is kept, relative to the round's folder; empty where none is."""


@dataclass(frozen=True, slots=True)
class BoardNote:
    """What the board itself wrote beside a recommendation in the workbook."""

    id: str
    status: str = ""
    """One of the values of ``Status``, or empty."""
    note: str = ""
    extension: str = ""
    """The date or the words of an extension it agreed to, as written."""


@dataclass(frozen=True, slots=True)
class PastRound:
    """An earlier round, with what was sent in it."""

    round: Round
    updates: tuple[LinkedUpdate, ...] = ()
    documents: tuple[DocumentRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class RoundPack:
    """Everything a round holds, as data: writers turn it into files and look at nothing else."""

    board: str
    review: str
    round: str
    previous: str
    """Empty for a first round."""
    master: MasterList
    current: Round
    changes: ChangeLog
    updates: tuple[LinkedUpdate, ...]
    """Every row of every return, in the order of documents and rows."""
    documents: tuple[DocumentRecord, ...]
    findings: tuple[Finding, ...] = ()
    board_notes: tuple[BoardNote, ...] = ()
    """At most one per recommendation."""
    checks: tuple[Check, ...] = ()
    """What is worth asking about, in the order of the master list."""
    earlier: tuple[PastRound, ...] = ()
    """The closed rounds before this one, oldest first."""
    extended: tuple[str, ...] = ()
    """Recommendations the board wrote an extension beside in this round."""

    @property
    def history(self) -> tuple[Round, ...]:
        """The rounds before this one, oldest first."""
        return tuple(each.round for each in self.earlier)

"""What persons have said so far: read back from the open round's workbook, and kept in the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from roundbook.decided import load_board_notes, load_decisions

if TYPE_CHECKING:
    from export.model import BoardNote
    from ingest.model import Finding
    from match.model import Decision
    from roundbook.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Heard:
    """What persons have said, as a run uses it."""

    decisions: tuple[Decision, ...]
    notes: tuple[BoardNote, ...]
    findings: tuple[Finding, ...] = ()


def read_back(ledger: Ledger) -> Heard:
    """Return what persons have said so far."""
    return Heard(load_decisions(ledger), load_board_notes(ledger))

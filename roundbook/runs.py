"""What is asked of a run, and what a run comes to."""

from __future__ import annotations

from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import datetime

from export.model import RoundPack
from match.model import Choice, LinkedUpdate, Outcome
from roundbook.errors import ExitCode


@dataclass(frozen=True, slots=True)
class RunOptions:
    """What the administrator asked of a run."""

    now: datetime
    """When it was asked: names a new round after its month, and dates the decisions read back."""
    round_name: str = ""
    """Empty for the open round, or a new one named after the month."""
    is_dry_run: bool = False
    """True to write nothing at all."""
    executor: Executor | None = None
    """Who reads the documents, such as a cluster's own; without one, child processes on this computer."""


@dataclass(frozen=True, slots=True)
class RunResult:
    """What a run came to."""

    pack: RoundPack
    code: ExitCode
    is_written: bool


def waits(update: LinkedUpdate) -> bool:
    """Tell whether a row waits for a person: it is linked to nothing, and nobody has settled it."""
    decision = update.link.decision
    if decision is None:
        return update.link.outcome is not Outcome.LINKED
    return decision.choice is Choice.LATER

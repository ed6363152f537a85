"""What is asked of a run, and what a run comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from datetime import datetime

    from export.model import RoundPack
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

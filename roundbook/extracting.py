"""Looking at documents outside any board: what the tool sees in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.folder import Fate, FoundFile
from ingest.model import UnreadDocument
from normalize.vocabulary import Vocabulary
from roundbook.errors import ExitCode, UsageError
from roundbook.reading import read_returns

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from roundbook.reading import Progress, Reading


def extract_files(files: Sequence[Path], progress: Progress) -> tuple[tuple[Reading, ...], ExitCode]:
    """Return what was seen in each of ``files``, in their order, and the exit code.

    Raises ``UsageError`` for a path that is no file.
    """
    for path in files:
        if not path.is_file():
            raise UsageError(f"{path}: there is no such file.")
    found = [FoundFile(path.as_posix(), path, Fate.READ) for path in files]
    readings = read_returns(found, Vocabulary(), progress)
    return readings, _code(readings)


def _code(readings: Sequence[Reading]) -> ExitCode:
    unread = sum(isinstance(each, UnreadDocument) for each in readings)
    partial = any(not isinstance(each, UnreadDocument) and each.source.is_partial for each in readings)
    if unread == len(readings):
        return ExitCode.NOTHING_READ
    return ExitCode.NEEDS_A_PERSON if unread or partial else ExitCode.DONE

"""Looking at documents outside any board: what the tool sees in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.folder import Fate, FoundFile
from ingest.model import UnreadDocument
from normalize.vocabulary import Vocabulary
from roundbook.errors import ExitCode, UsageError
from roundbook.reading import read_returns
from roundbook.unpacking import unpacked_apart

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
    with unpacked_apart(found) as every:
        to_read = [each for each in every if each.fate is Fate.READ]
        by_name = {_path(each): each for each in read_returns(to_read, Vocabulary(), progress)}
        refused = {each.name: _refused(each) for each in every if each.fate is Fate.REFUSE}
        readings = tuple((by_name | refused)[each.name] for each in every if each.name in by_name | refused)
    return readings, _code(readings)


def _path(reading: Reading) -> str:
    return reading.path if isinstance(reading, UnreadDocument) else reading.source.path


def _refused(file: FoundFile) -> UnreadDocument:
    """Return what there is to say of a document that could not be unpacked."""
    return UnreadDocument(
        file.name, sha256="", format="", code="not-unpacked", reason=f"{file.name}:", advice=file.message
    )


def _code(readings: Sequence[Reading]) -> ExitCode:
    unread = sum(isinstance(each, UnreadDocument) for each in readings)
    partial = any(not isinstance(each, UnreadDocument) and each.source.is_partial for each in readings)
    if unread == len(readings):
        return ExitCode.NOTHING_READ
    return ExitCode.NEEDS_A_PERSON if unread or partial else ExitCode.DONE

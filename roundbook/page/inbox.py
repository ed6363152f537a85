"""The inbox as the page shows it: every file that lies there, and what became of it when the round was last run."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from export.model import DocumentOutcome
from ingest.folder import Fate, find_files
from ingest.hashing import hash_file
from roundbook.history import counted_before
from roundbook.outcomes import FATES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from export.model import DocumentRecord
    from ingest.folder import FoundFile
    from roundbook.board import Board
    from roundbook.ledger import Ledger

NEW = "not run yet"
NEW_MESSAGE = "It is read when you press Run."
CHANGED_MESSAGE = "It was changed since the round was run: it is read afresh when you press Run."
GONE = "gone"
GONE_MESSAGE = (
    "It was in this round when it was last run, and is no longer in the inbox. Put it back if that was not meant."
)
NOT_WAITING = {DocumentOutcome.IGNORED, DocumentOutcome.DUPLICATE, DocumentOutcome.SUPERSEDED}


@dataclass(frozen=True, slots=True)
class InboxFile:
    """A file of the inbox, or a document within one."""

    name: str
    state: str
    """What became of it, in a word or two."""
    message: str
    is_new: bool = False
    """Whether a run would read it for the first time."""
    is_litter: bool = False
    """Whether the computer made it for itself."""


def look_into(board: Board, ledger: Ledger, records: Iterable[DocumentRecord]) -> list[InboxFile]:
    """Return the files in the inbox of ``board``; ``records`` are those of its open round. Raises ``OSError``."""
    by_path = {each.path: each for each in records}
    counted = counted_before(ledger)
    found = find_files(board.inbox)
    return list(_describe(found, by_path, counted))


def _describe(
    found: Iterable[FoundFile], records: Mapping[str, DocumentRecord], counted: Mapping[tuple[str, str], str]
) -> Iterator[InboxFile]:
    left = dict(records)
    for file in found:
        record = left.pop(file.name, None)
        yield _describe_file(file, record, counted)
        for path in [path for path in left if path.startswith(f"{file.name}/")]:
            yield _as_recorded(left.pop(path))
    for record in left.values():
        if record.outcome not in NOT_WAITING:
            yield InboxFile(record.path, GONE, GONE_MESSAGE)


def _describe_file(file: FoundFile, record: DocumentRecord | None, counted: Mapping[tuple[str, str], str]) -> InboxFile:
    if file.fate is not Fate.READ:
        return InboxFile(file.name, FATES[file.fate], file.message, is_litter=file.fate is Fate.IGNORE)
    sha256 = _hash(file.path)
    if record is None and (before := counted.get((file.name, sha256))):
        return InboxFile(file.name, DocumentOutcome.IGNORED, f"It was counted in round {before} and may be taken out.")
    if record is None:
        return InboxFile(file.name, NEW, NEW_MESSAGE, is_new=True)
    if record.sha256 and record.sha256 != sha256:
        return InboxFile(file.name, NEW, CHANGED_MESSAGE, is_new=True)
    return _as_recorded(record)


def _as_recorded(record: DocumentRecord) -> InboxFile:
    return InboxFile(record.path, record.outcome, record.message.removeprefix(f"{record.path}: "))


def _hash(path: Path) -> str:
    try:
        now = path.stat()
        return _hash_once(path, now.st_size, now.st_mtime_ns)
    except OSError:
        return ""  # the run will say why it cannot be read


@lru_cache(maxsize=4096)
def _hash_once(path: Path, size: int, changed: int) -> str:  # noqa: ARG001 - what a change would change
    return hash_file(path)

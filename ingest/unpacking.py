"""What lies within the files of an inbox: the documents in zip folders and e-mails, listed beside all others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from ingest.containers import CONTAINERS
from ingest.containers.archive import MOST_BYTES
from ingest.containers.model import Member
from ingest.containers.names import Names
from ingest.errors import UnreadableError
from ingest.folder import Fate, FoundFile
from ingest.identify import identify
from ingest.litter import LITTER, is_litter
from ingest.scratch import scratch_folder

DEEPEST = 3
"""A zip folder in a forwarded e-mail in an e-mail; more is an oversight, or made to do harm."""
TOO_DEEP = "It is packed into another file more than once too often. Unpack it, and put its documents in the inbox."
DAMAGED = "It is damaged within the file it came in. Ask the sender for it again."
TOO_LARGE = "With it, more would be unpacked than returns can have. Unpack it, and put its documents in the inbox."


@contextmanager
def unpacked(files: Iterable[FoundFile]) -> Iterator[tuple[FoundFile, ...]]:
    """Give ``files`` with, after each that holds documents, those documents; they lie there as long as the context is.

    Nothing is raised: of a container that cannot be opened, its own reading says why.
    """
    listed = tuple(files)
    if not any(map(_is_container, listed)):
        yield listed
        return
    with scratch_folder() as folder:
        unpacking = _Unpacking(folder)
        yield tuple(found for each in listed for found in (each, *unpacking.look_into(each, 1)))


class _Unpacking:
    """Unpacks documents into a folder, under names of its own, up to a number of bytes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0
        self._bytes_left = MOST_BYTES

    def look_into(self, file: FoundFile, depth: int) -> Iterator[FoundFile]:
        """Give the documents in ``file``, and those in them."""
        names = Names(PurePosixPath(file.name).name)  # free for the copy of the container that is kept beside them
        for member in _members(file):
            name = f"{file.name}/{names.give(member.name)}"
            found = self._unpack(member, name)
            if depth >= DEEPEST and _is_container(found):
                found = FoundFile(name, found.path, Fate.REFUSE, TOO_DEEP)
            yield found
            yield from self.look_into(found, depth + 1)

    def _unpack(self, member: Member, name: str) -> FoundFile:
        path = self._place(name)
        if member.ignored or any(map(is_litter, PurePosixPath(name).parts)):
            return FoundFile(name, path, Fate.IGNORE, member.ignored or LITTER)
        if member.refused:
            return FoundFile(name, path, Fate.REFUSE, member.refused)
        if member.size > self._bytes_left:
            return FoundFile(name, path, Fate.REFUSE, TOO_LARGE)
        try:
            data = member.load()
        except UnreadableError as error:
            return FoundFile(name, path, Fate.REFUSE, f"{error.reason} {error.advice}")
        except Exception:  # noqa: BLE001 - one bad document never stops the batch
            return FoundFile(name, path, Fate.REFUSE, DAMAGED)
        self._bytes_left -= len(data)
        path.write_bytes(data)
        return FoundFile(name, path, Fate.READ)

    def _place(self, name: str) -> Path:
        """Return where the next document goes; only its ending is kept, by which a .csv file is known."""
        self._count += 1
        return self._folder / f"{self._count}{PurePosixPath(name).suffix}"


def _members(file: FoundFile) -> tuple[Member, ...]:
    if not _is_container(file):
        return ()
    try:
        return CONTAINERS[identify(file.path)].look_into(file.path).members
    except Exception:  # noqa: BLE001 - reading it will say why it cannot be opened
        return ()


def _is_container(file: FoundFile) -> bool:
    try:
        return file.fate is Fate.READ and identify(file.path) in CONTAINERS
    except OSError:
        return False  # as above

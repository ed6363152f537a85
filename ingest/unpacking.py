"""What lies within the files of an inbox: the documents in zip folders and e-mails, listed beside all others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
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


Unpack = Callable[[FoundFile, Path, int], tuple[FoundFile, ...]]
"""Carries ``unpack`` out, wherever that is."""


def unpack(file: FoundFile, folder: Path, most_bytes: int) -> tuple[FoundFile, ...]:
    """Return ``file``, and the documents in it and in them, unpacked into ``folder`` up to so many bytes.

    Raises ``OSError`` where the folder cannot be written; of a container that cannot be opened, its own reading says
    why.
    """
    return (file, *_Unpacking(folder, most_bytes).look_into(file, 1))


@contextmanager
def unpacked(files: Iterable[FoundFile], unpack: Unpack = unpack) -> Iterator[tuple[FoundFile, ...]]:
    """Give ``files`` with, after each that holds documents, those documents; they lie there as long as the context is.

    Whatever ``unpack`` raises is raised.
    """
    listed = tuple(files)
    packed = {file for file in listed if _is_container(file)}
    if not packed:
        yield listed
        return
    with scratch_folder() as scratch:
        found: list[FoundFile] = []
        bytes_left = MOST_BYTES
        for number, file in enumerate(listed, start=1):
            folder = scratch / str(number)
            found += unpack(file, folder, bytes_left) if file in packed else (file,)
            bytes_left -= sum(path.stat().st_size for path in folder.glob("*"))
        yield tuple(found)


class _Unpacking:
    """Unpacks documents into a folder, under names of its own, up to a number of bytes."""

    def __init__(self, folder: Path, most_bytes: int) -> None:
        self._folder = folder
        self._count = 0
        self._bytes_left = most_bytes

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
        self._folder.mkdir(exist_ok=True)
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

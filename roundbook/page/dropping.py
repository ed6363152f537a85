"""Files that were sent, put into the inbox beside those that lie there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.containers.names import Names
from ingest.hashing import hash_file
from roundbook.errors import NotWrittenError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from roundbook.page.uploads import Arrived


def place_files(files: Iterable[Arrived], folder: Path) -> list[str]:
    """Give the ``files`` their names in ``folder``, and return a sentence for each; nothing there is replaced.

    Raises ``NotWrittenError``.
    """
    try:
        return [_place(each, folder) for each in files]
    except OSError as error:
        raise NotWrittenError(f"{folder}: cannot be written to ({error.strerror}).") from error


def _place(arrived: Arrived, folder: Path) -> str:
    wanted = Names().give(arrived.name)
    there = [path for path in folder.iterdir() if path != arrived.path]
    twin = next((path for path in there if path.name == wanted and path.is_file()), None)
    if twin and hash_file(twin) == hash_file(arrived.path):
        arrived.path.unlink()
        return f"{wanted} is in the inbox already, byte for byte."
    name = Names(*(path.name for path in there)).give(wanted)
    arrived.path.rename(folder / name)
    if name != wanted:
        return f"{wanted} is in the inbox already with other contents, so the new one is called {name}."
    return f"{name} is in the inbox."

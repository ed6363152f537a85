"""One run at a time: the lock a run holds on its board folder."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from roundbook.errors import NotWrittenError, RunUnderWayError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def hold(path: Path) -> Iterator[None]:
    """Hold the lock at ``path``; the operating system lets go of it however the program ends.

    Raises ``RunUnderWayError`` when another run holds it, ``NotWrittenError`` when the folder cannot be written.
    """
    lock = FileLock(path)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise RunUnderWayError(
            f"{path.parent}: another run is under way. Wait until it has finished, and run again."
        ) from error
    except OSError as error:
        raise NotWrittenError(
            f"{path.parent}: cannot be written to ({error.strerror}). "
            "Ask for the right to write there, or copy the folder elsewhere; nothing was changed."
        ) from error
    try:
        yield
    finally:
        lock.release()

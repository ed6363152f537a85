"""Zip folders and e-mails unpacked in a child process, so that one made to do harm costs itself alone."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from ingest.folder import Fate, FoundFile
from ingest.unpacking import unpack, unpacked
from roundbook.errors import NotWrittenError
from roundbook.reading import allowed_seconds
from roundbook.workers import CannotStartError, TooSlowError, Workers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Executor
    from pathlib import Path

UNPACK = "Unpack it, and put the documents in it in the inbox."
TOO_SLOW = f"It takes far longer to unpack than returns do. {UNPACK}"
DIED = f"It broke the program that unpacks it, or needs too much memory. {UNPACK}"


@contextmanager
def unpacked_apart(files: Iterable[FoundFile]) -> Iterator[tuple[FoundFile, ...]]:
    """Give ``files`` with the documents in them, as ``ingest.unpacking.unpacked`` does.

    Raises ``NotWrittenError`` where there is no room to unpack them, or no child can be started.
    """
    with ExitStack() as stack:

        @cache
        def workers() -> Workers:
            return stack.enter_context(Workers(1, _allowed_seconds))

        def ask(file: FoundFile, folder: Path, most_bytes: int) -> tuple[FoundFile, ...]:
            return unpack_apart(workers(), file, folder, most_bytes)

        yield stack.enter_context(unpacked(files, ask))


def _allowed_seconds(file: FoundFile, *_: object) -> float:
    return allowed_seconds(file.path)


def unpack_apart(workers: Executor, file: FoundFile, folder: Path, most_bytes: int) -> tuple[FoundFile, ...]:
    """Have one of ``workers`` unpack ``file``, as ``ingest.unpacking.unpack`` does; one it breaks over is refused.

    Raises ``NotWrittenError`` as above.
    """
    try:
        return workers.submit(unpack, file, folder, most_bytes).result()
    except CannotStartError:
        raise
    except TooSlowError:
        return (replace(file, fate=Fate.REFUSE, message=TOO_SLOW),)
    except OSError as error:
        raise NotWrittenError(
            f"{folder.parent}: documents cannot be unpacked there ({error.strerror}). "
            "Make room on that disk and run again; nothing was changed."
        ) from error
    except Exception:  # noqa: BLE001 - one bad file never stops the batch, whatever became of its child
        return (replace(file, fate=Fate.REFUSE, message=DIED),)

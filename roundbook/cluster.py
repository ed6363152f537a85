"""Reading on several computers: the same tasks, carried out by the workers of a Dask cluster (the extra "dask").

A document's bytes travel with its task, so that no drive need be shared. On the worker it is read as it is here: in a
child process with limits, out of a folder that is removed. A worker that is lost costs nothing: Dask gives its tasks to
the others.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from threading import BoundedSemaphore
from typing import TYPE_CHECKING, Any

from ingest.hashing import hash_file
from ingest.scratch import scratch_folder
from roundbook.edition import find_source
from roundbook.errors import NotWrittenError, UsageError
from roundbook.reading import Errand, allowed_seconds
from roundbook.workers import Workers

if TYPE_CHECKING:
    from distributed import Client

    from roundbook.reading import Reading

ANSWER_SECONDS = "10 s"
MOST_UNDER_WAY = 64
"""Documents sent and not yet read; each is held in memory here and on the scheduler."""
MOST_AT_ONCE = 8
"""Children of one worker; Dask gives it no more tasks than it has threads."""


class OtherEditionError(NotWrittenError):
    """A worker would read otherwise than this computer does."""

    def __init__(self, worker: str) -> None:
        super().__init__(
            f"{worker}: has another edition of roundbook. Install the same one on all workers as on this computer, "
            "and run again; nothing was changed."
        )
        self._worker = worker

    def __reduce__(self) -> tuple[type[OtherEditionError], tuple[str]]:
        return OtherEditionError, (self._worker,)


@contextmanager
def connect(address: str) -> Iterator[Executor]:
    """Give an executor of errands on the cluster whose scheduler is at ``address`` ("tcp://...").

    Raises ``UsageError`` where Dask is not installed or no scheduler answers there.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - an optional extra
    except ImportError as error:
        raise UsageError(
            '--scheduler needs the extra "dask"; install it with: pip install "roundbook[dask]"'
        ) from error
    try:
        client = Client(address, timeout=ANSWER_SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise UsageError(
            f"{address}: no Dask scheduler answers there. Start one with: dask scheduler, and give the address it says."
        ) from error
    with client:
        yield _Cluster(client)


@dataclass(frozen=True, slots=True)
class Parcel:
    """An errand with all that it needs, for a computer that has none of the files."""

    errand: Errand
    data: bytes
    turned: Mapping[str, bytes | None]
    """What LibreOffice made of the document, by its SHA-256, where that was needed."""
    source: str
    """Which edition of the program sends it."""


class _Cluster(Executor):
    """The workers of a cluster."""

    def __init__(self, client: Client) -> None:
        self._executor = client.get_executor(pure=False)  # type: ignore[no-untyped-call]
        self._room = BoundedSemaphore(MOST_UNDER_WAY)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401 - as Executor
        """Have a worker call ``fn`` with an errand; waits while too many are under way."""
        errand: Errand = args[0]
        try:
            parcel = _pack(errand)
        except OSError:  # nobody can read it, and reading it says why
            unread: Future[Any] = Future()
            unread.set_result(fn(errand))
            return unread
        self._room.acquire()
        future: Future[Any] = self._executor.submit(read_parcel, parcel, fn, **kwargs)
        future.add_done_callback(lambda _: self._room.release())
        return future


def _pack(errand: Errand) -> Parcel:
    sha256 = hash_file(errand.path) if errand.conversions else ""
    turned = {sha256: errand.conversions[sha256]} if sha256 in errand.conversions else {}
    return Parcel(
        replace(errand, conversions={}),
        errand.path.read_bytes(),
        {each: path.read_bytes() if path else None for each, path in turned.items()},
        find_source(),
    )


def read_parcel(parcel: Parcel, read: Callable[[Errand], Reading]) -> Reading:
    """Have a child process of this worker ``read`` what is in ``parcel``.

    Raises ``OtherEditionError`` where the worker would read it otherwise, and what ``Workers.submit`` raises.
    """
    if parcel.source != find_source():
        raise OtherEditionError(_worker_name())
    with scratch_folder() as folder:
        return _children().submit(read, _unpack(parcel, folder)).result()


def _unpack(parcel: Parcel, folder: Path) -> Errand:
    path = folder / f"document{parcel.errand.path.suffix}"
    path.write_bytes(parcel.data)
    conversions: dict[str, Path | None] = {}
    for sha256, data in parcel.turned.items():
        conversions[sha256] = folder / "turned" if data is not None else None
        if data is not None:
            (folder / "turned").write_bytes(data)
    return replace(parcel.errand, path=path, conversions=conversions)


@cache
def _children() -> Workers:
    """Return the child processes of this worker, which are kept from task to task."""
    # Dask's workers are daemons, to whom Python grants no children because they would be left behind; these end with
    # the line to their parent.
    process: Any = multiprocessing.current_process()
    process._config["daemon"] = False  # noqa: SLF001 - there is no other way to ask for it
    return Workers(MOST_AT_ONCE, lambda errand: allowed_seconds(errand.path))


def _worker_name() -> str:
    from distributed import get_worker  # noqa: PLC0415 - an optional extra

    return str(get_worker().address)

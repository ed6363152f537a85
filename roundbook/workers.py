"""Child processes that read documents, so that a document that breaks its reader costs itself alone.

A ``concurrent.futures.Executor``: whatever takes one (a cluster's client has its own) can stand in its place.
Children are kept from document to document, because starting one takes longer than reading most returns, and one
that died or had to be ended is replaced.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue
from threading import Lock
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar

from roundbook.confinement import Limits, confine, end_after
from roundbook.errors import NotWrittenError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

MOST_CHILDREN = 8
"""More would need more memory at once than office computers have."""
PRELOADED = ["roundbook.reading", "ingest.readers"]
"""Loaded once, in the process all children are copies of; elsewhere each child loads them for itself."""
READERS = {
    ".csv": "ingest.readers.sheet",
    ".doc": "ingest.readers.word",
    ".docx": "ingest.readers.word",
    ".pdf": "ingest.readers.pdf",
    ".xlsx": "ingest.readers.sheet",
}
"""What a name's ending promises to need; each takes up to half a second to load, and one that is not loaded here is
loaded by every child."""

START_SECONDS = 120.0
"""The readers take two seconds to load, on a slow and busy computer twenty."""

T = TypeVar("T")
_STARTING = Lock()


class ChildDiedError(Exception):
    """The child process was ended by the system, or ended itself."""


class TooSlowError(Exception):
    """The child process took longer than it may, and was ended."""


class CannotStartError(NotWrittenError):
    """The system starts no child process: the fault of no document."""

    def __init__(self) -> None:
        super().__init__(
            "No further program could be started to read the documents in. See that the computer has memory left and "
            "its disk is not full, close other programs, and run again; nothing was changed."
        )

    def __reduce__(self) -> tuple[type[CannotStartError], tuple[()]]:
        return CannotStartError, ()  # it may come from another process, a cluster's


if sys.platform == "win32":
    _CONTEXT = multiprocessing.get_context("spawn")
else:
    # Copies of a process that has the readers loaded and nothing else: quick, and free of the parent's threads.
    _CONTEXT = multiprocessing.get_context("forkserver")


def warm_up(names: Iterable[str] = ()) -> None:
    """Begin to load what reads files of these ``names`` beside whatever the caller does next.

    Raises ``CannotStartError``.
    """
    if sys.platform == "win32":
        return
    from multiprocessing import forkserver  # noqa: PLC0415 - not there on Windows

    endings = {name[name.rfind(".") :].lower() for name in names}
    readers = {module for ending, module in READERS.items() if ending in endings}
    _CONTEXT.set_forkserver_preload([*PRELOADED, *sorted(readers)])
    try:
        with _without_main():
            forkserver.ensure_running()
    except OSError as error:
        raise CannotStartError from error


@contextmanager
def _without_main() -> Iterator[None]:
    """Keep children from running the program's main module once more, as they otherwise do.

    It may be anything: a test runner that takes long to load, or a script that would start over.
    """
    with _STARTING:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main


def count_children(tasks: int) -> int:
    """Return how many children are worth having for so many tasks on this computer."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(tasks, cores, MOST_CHILDREN))


class Workers(Executor):
    """So many child processes, each doing one thing at a time."""

    def __init__(self, count: int, allowed_seconds: Callable[..., float], limits: Limits | None = None) -> None:
        """Have ``count`` children, each started when there is something for it to do.

        ``allowed_seconds`` is given the arguments of each task and says how long it may take.
        """
        self._allowed_seconds = allowed_seconds
        self._limits = limits or Limits()
        self._idle: SimpleQueue[_Child] = SimpleQueue()
        self._children: list[_Child] = []
        self._is_ending = False
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="child")
        warm_up()

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:  # noqa: ANN401 - as Executor
        """Have a child call ``fn``, which must be importable, and return the future of what it gives.

        The future raises ``ChildDiedError`` or ``TooSlowError`` when there was no answer, ``CannotStartError`` when
        nobody could be asked.
        """
        return self._threads.submit(self._call, fn, args, kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - as Executor
        """End all children; without ``wait`` also those at work."""
        self._threads.shutdown(wait=wait and not cancel_futures, cancel_futures=cancel_futures)
        self._is_ending = True
        for child in list(self._children):
            child.kill()
        self._threads.shutdown(wait=True)
        for child in self._children:
            child.end()
        self._children.clear()

    def __exit__(self, *raised: object) -> None:
        self.shutdown(wait=raised[0] is None, cancel_futures=raised[0] is not None)

    def _call(self, fn: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any]) -> T:
        child = self._take()
        if self._is_ending:  # a child that came too late to be ended with the others
            child.kill()
        try:
            answer: T = child.ask(fn, args, kwargs, self._allowed_seconds(*args, **kwargs))
        except BaseException:
            self._children.remove(child)
            child.end()
            raise
        self._idle.put(child)
        return answer

    def _take(self) -> _Child:
        try:
            return self._idle.get_nowait()
        except Empty:
            child = _Child(self._limits)
            self._children.append(child)
            return child


class _Child:
    """One child process and the line to it."""

    def __init__(self, limits: Limits) -> None:
        self._line, theirs = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=_work, args=(theirs, limits), daemon=True)
        with _without_main():
            self._process.start()
        theirs.close()
        self._await_first_sign()

    def _await_first_sign(self) -> None:
        """Wait until the child is there. Raises ``CannotStartError``: no document is to blame for that."""
        try:
            if self._line.poll(START_SECONDS) and self._line.recv() is None:
                return
        except (EOFError, OSError):
            pass
        self.end()
        raise CannotStartError

    def ask(self, fn: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any], seconds: float) -> T:
        try:
            self._line.send((fn, args, kwargs, seconds))
            if not self._line.poll(seconds):
                raise TooSlowError(f"no answer within {seconds:.0f} seconds")
            answer, error = self._line.recv()
        except (EOFError, OSError) as lost:
            raise ChildDiedError("the child process ended without an answer") from lost
        if error is not None:
            raise error
        result: T = answer
        return result

    def kill(self) -> None:
        with suppress(ValueError):  # it has just ended by itself
            self._process.kill()

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self._process.close()
        self._line.close()


def _work(line: Connection, limits: Limits) -> None:
    """Answer what comes over the line until it is closed: all that a child does."""
    confine(limits)
    with suppress(EOFError, OSError):
        line.send(None)
        while True:
            fn, args, kwargs, seconds = line.recv()
            end_after(seconds)
            line.send(_answer(fn, args, kwargs))


def _answer(
    fn: Callable[..., object], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> tuple[object, Exception | None]:
    try:
        return fn(*args, **kwargs), None
    except Exception as error:  # noqa: BLE001 - it is raised again in the parent
        return None, error

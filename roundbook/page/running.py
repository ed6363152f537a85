"""A run started from the page: at work in a thread of its own, and asked now and then how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock, Thread
from typing import TYPE_CHECKING

from roundbook.errors import RoundbookError
from roundbook.failure_log import write_log

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundbook.reading import Progress
    from roundbook.told import Told

    Work = Callable[[Progress], Told | None]


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a run is."""

    total: int = 0
    """How many documents there are to read; 0 before that is known."""
    read: tuple[str, ...] = ()
    """The documents read so far, in the order they were done."""
    is_over: bool = False
    problem: str = ""
    """Why it came to nothing, in plain words; empty where it did not."""
    told: Told | None = None
    """What is told of a run; None for other work."""


class BoardRun:
    """One run of one board."""

    def __init__(self, work: Work) -> None:
        """Begin ``work``, which is given what to tell its progress to."""
        self._work = work
        self._lock = Lock()
        self._standing = Standing()
        self._thread = Thread(target=self._carry_out, name="run")
        self._thread.start()

    @property
    def standing(self) -> Standing:
        """How far it is at this moment."""
        with self._lock:
            return self._standing

    def wait(self) -> None:
        """Return when it is over."""
        self._thread.join()

    def _tell(self, done: int, total: int, name: str) -> None:
        with self._lock:
            before = self._standing.read
            # The first thing told is how many there are, before any of them is done.
            self._standing = Standing(total, (*before, name) if done else ())

    def _carry_out(self) -> None:
        problem, told = "", None
        try:
            told = self._work(self._tell)
        except RoundbookError as error:
            problem = str(error)
        except Exception as error:  # noqa: BLE001 - whatever it is, the administrator gets words and a log
            log = write_log(error)
            problem = f"Something unexpected went wrong, and nothing was changed. {log} says where."
        with self._lock:
            before = self._standing
            self._standing = Standing(before.total, before.read, is_over=True, problem=problem, told=told)

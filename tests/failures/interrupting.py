"""Stops a run at each of its changes to the disk, one after the other, and holds what the next run makes of it.

``python -m tests.failures.interrupting BOARD HOW STEP`` prints as JSON how many changes there are and every difference.
HOW is "kill", or the name of an error that each change in turn fails with ("ENOSPC", "EACCES"); with a STEP of 1 it
is done to every change, with a larger one to some. Every run is a copy
of this process with a copy of BOARD; every way Python has to change a file is watched, and SQLite between the
statements it is given.
"""

from __future__ import annotations

import builtins
import errno
import io
import json
import mmap
import os
import shutil
import signal
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import ingest.readers  # noqa: F401 - loaded once, before there are copies
from roundbook.batch import RunOptions, run
from roundbook.board import Board
from roundbook.errors import RoundbookError
from tests.failures.results import Result, read_result

NOW = datetime(2025, 6, 2, 9, 30, tzinfo=UTC)
KILL = "kill"
WRITING = set("wax+")
OPENED_TO_WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT
CHANGING = ("replace", "rename", "unlink", "remove", "mkdir", "rmdir", "fsync", "truncate", "utime", "chmod")
DONE, FAILED_PLAINLY = 3, 4
MOST_CHANGES = 1_000
KEPT_FIRST = {"ledger: decisions", "ledger: board_fields"}
"""What persons said is kept before the workbook they wrote it in is replaced, so that it is never nowhere."""


class Changes:
    """Counts the changes to the disk and does at one of them what was asked for."""

    def __init__(self, how: str, number: int) -> None:
        self.how, self.number, self.count = how, number, 0
        self._reached = mmap.mmap(-1, 1)

    @property
    def is_reached(self) -> bool:
        """Whether there was such a change, also where it was another process that came to it."""
        return self._reached[0] == 1

    def next(self) -> None:
        """Take note of a change that is about to be made."""
        self.count += 1
        if self.count == self.number:
            self._reached[0] = 1
        if self.count == self.number and self.how == KILL:
            os.kill(os.getpid(), signal.SIGKILL)
        if self.count == self.number:
            code = getattr(errno, self.how)
            raise OSError(code, os.strerror(code))


def watch(changes: Changes) -> None:
    """Have every function that changes the disk tell ``changes`` first."""
    for name in CHANGING:
        setattr(os, name, _told(getattr(os, name), changes, lambda *_: True))
    os.open = _told(os.open, changes, lambda _, flags=0, *__: bool(flags & OPENED_TO_WRITE))
    opened = _told(io.open, changes, lambda _, mode="r", *__: bool(WRITING & set(mode)))
    io.open = builtins.open = opened
    _watch_sqlite(changes)


def _told(real: Callable[..., Any], changes: Changes, is_change: Callable[..., bool]) -> Callable[..., Any]:
    def told(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as what is wrapped
        if is_change(*args):
            changes.next()
        return real(*args, **kwargs)

    return told


def _watch_sqlite(changes: Changes) -> None:
    connect = sqlite3.connect

    class Told(sqlite3.Connection):
        """A connection that tells of every statement that may change its file."""

        def execute(self, sql: str, *args: Any) -> sqlite3.Cursor:  # noqa: ANN401 - as sqlite3
            self._tell(sql)
            return super().execute(sql, *args)

        def executemany(self, sql: str, *args: Any) -> sqlite3.Cursor:  # noqa: ANN401 - as sqlite3
            self._tell(sql)
            return super().executemany(sql, *args)

        def _tell(self, sql: str) -> None:
            # What has failed is rolled back by SQLite itself, which needs no room on the disk for it.
            if sql.lstrip().upper().startswith(("SELECT", "PRAGMA", "ROLLBACK")):
                return
            try:
                changes.next()
            except OSError as error:
                raise sqlite3.OperationalError("database or disk is full") from error

    sqlite3.connect = lambda *args, **kwargs: connect(*args, **{**kwargs, "factory": Told})


def run_board(folder: Path, changes: Changes | None = None) -> int:
    """Run the board in a copy of this process and return its exit code, or minus the signal that ended it.

    Without ``changes`` nothing is watched.
    """
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    code = 1
    try:
        if changes:
            watch(changes)
        code = _run_here(folder)
    finally:
        os._exit(code)


def _run_here(folder: Path) -> int:
    try:
        with ThreadPoolExecutor(1) as executor:
            return run(Board(folder), RunOptions(NOW, executor=executor), lambda *_: None).code
    except RoundbookError as error:
        return error.code if "nothing was changed" in str(error) else 1


def stop_everywhere(board: Path, how: str, step: int) -> dict[str, Any]:
    """Run copies of ``board``, each stopped at another change, and return what there is to say of them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        expected = _run_undisturbed(board, folder / "expected")
        before = read_result(board)
        differences: list[str] = []
        for number in range(1, MOST_CHANGES, step):
            copy = Path(shutil.copytree(board, folder / str(number)))
            changes = Changes(how, number)
            code = run_board(copy, changes)
            if not changes.is_reached:
                return {"changes": number - 1, "differences": differences}
            differences += [f"{number}: {each}" for each in _differences(copy, code, how, before, expected)]
            shutil.rmtree(copy)
    raise AssertionError("the run never came to its end")


def _run_undisturbed(board: Path, folder: Path) -> Result:
    shutil.copytree(board, folder)
    assert run_board(folder) == DONE
    return read_result(folder)


def _differences(copy: Path, code: int, how: str, before: Result, expected: Result) -> list[str]:
    found = []
    if how == KILL and code != -signal.SIGKILL:
        found.append(f"ended with {code} instead of being killed")
    if how != KILL and code == FAILED_PLAINLY:
        changed = [each for each in before.differences(read_result(copy)) if each not in KEPT_FIRST]
        found += [f"changed after a failure: {each}" for each in changed]
    elif how != KILL and code != DONE:
        found.append(f"ended with {code}")
    again = run_board(copy)
    found += [f"the next run ended with {again}"] if again != DONE else []
    return found + [f"after the next run: {each}" for each in expected.differences(read_result(copy))]


if __name__ == "__main__":
    print(json.dumps(stop_everywhere(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))))  # noqa: T201 - the answer

"""Stops a run at each system call that changes the disk, one after the other, and holds what the next run makes of it.

``python -m tests.failures.interrupting BOARD HOW [SHARE]`` prints as JSON how many calls were tried and every
difference. HOW is one of ``WAYS``; of the calls, one in SHARE is tried. Every run is a copy of this process with a
copy of BOARD, followed by strace, which sees what Python, SQLite and every library ask of the system.

With "moment" as HOW, the command itself is killed so many times, each at a moment chosen by chance.
"""

from __future__ import annotations

import json
import mmap
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import ingest.readers  # noqa: F401 - loaded once, before there are copies
from roundbook.answers import TAKEN_OVER
from roundbook.batch import run
from roundbook.board import Board
from roundbook.errors import RoundbookError
from roundbook.runs import RunOptions
from roundbook.staging import STAGE_NAME
from tests.failures.results import Result, read_result
from tests.failures.system_calls import KILL, Call, alone, follow, read_calls

NOW = datetime(2025, 6, 2, 9, 30, tzinfo=UTC)
DONE, FAILED_PLAINLY, DEFECT = 3, 4, 70
WRITING = {"write", "pwrite64", "writev", "sendfile", "copy_file_range", "fsync", "fdatasync", "fallocate"}
NAMING = {"open", "openat", "mkdir", "mkdirat", "rename", "renameat", "renameat2", "link", "linkat"}
TAKING = {"unlink", "unlinkat", "rmdir", "chmod", "fchmod", "fchmodat", "utimensat", "truncate", "ftruncate"}
WAYS = {
    "kill": (KILL, "", WRITING | NAMING | TAKING),
    "full": ("error=ENOSPC", "", WRITING | NAMING),
    "full for good": ("error=ENOSPC", "+", WRITING),
    "not allowed": ("error=EACCES", "", NAMING | TAKING),
    "read-only": ("error=EROFS", "", NAMING | TAKING),
    "read-only for good": ("error=EROFS", "+", {"rename", "renameat", "renameat2"}),
    "broken": ("error=EIO", "", WRITING | NAMING | TAKING),
}
"""What strace does to a call, whether to all later ones of its name as well, and to which calls it can happen."""
MOST_SECONDS_TO_END = 60.0
"""For the children of a run that was killed, on a busy computer."""
HALF_DONE = "some of its files are already those of this run"
ANSWERS = {"ledger: decisions", "ledger: board_fields"}


class Here(Executor):
    """Does what is submitted at once and in this process, where strace sees it."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401 - as Executor
        """Do it, and return what came of it."""
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


class Words:
    """What a copy of this process says of an error, in memory that needs no system call to be written."""

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, 1 << 12)

    def write(self, words: str) -> None:
        data = words.encode()[: len(self._memory)]
        self._memory[:] = data.ljust(len(self._memory), b"\0")

    def read(self) -> str:
        return self._memory[:].rstrip(b"\0").decode(errors="replace")


def run_here(folder: Path, said: Words) -> int:
    """Run the board in ``folder`` and return its exit code; the words of an error go to ``said``."""
    said.write("")
    try:
        return run(Board(folder), RunOptions(NOW, executor=Here()), lambda *_: None).code
    except RoundbookError as error:
        said.write(str(error))
        return error.code
    except Exception as error:  # noqa: BLE001 - what nobody foresaw is a difference
        said.write(f"{type(error).__name__}: {error}")
        return DEFECT


@dataclass(frozen=True)
class Bench:
    """Where boards are copied to and run, and what an undisturbed run makes of the board."""

    board: Path
    folder: Path
    expected: Result
    calls: tuple[Call, ...]

    def differences(self, way: str, call: Call) -> Iterator[str]:
        """Stop a run at ``call``, run again, and give every difference from an undisturbed run."""
        how, stays, _ = WAYS[way]
        copy = Path(shutil.copytree(self.board, self.folder / "board"))
        said = Words()
        inject = f"{call.name}:{how}:when={call.number}{stays}"
        code = follow(partial(run_here, copy, said), self.folder / "record", inject)
        yield from self._after_the_stop(copy, how, code, said.read())
        again = alone(partial(run_here, copy, said))
        if again != DONE:
            yield f"the next run ended with {again}: {said.read()}"
        yield from (f"after the next run: {each}" for each in self.expected.differences(read_result(copy)))
        shutil.rmtree(copy)

    def _after_the_stop(self, copy: Path, how: str, code: int, words: str) -> Iterator[str]:
        if how == KILL:
            yield from [f"ended with {code} instead of being killed"] * (code != -signal.SIGKILL)
        elif code == DONE:
            changed = self.expected.differences(read_result(copy))
            yield from (f"done, and not the same: {each}" for each in changed if STAGE_NAME not in each)
        elif code == FAILED_PLAINLY and "othing was changed" in words:
            changed = read_result(self.board, every=True).differences(read_result(copy, every=True))
            said = ANSWERS if TAKEN_OVER in words else set()
            left = [each for each in changed if each not in said and STAGE_NAME not in each]
            yield from (f"changed after all: {each} ({words})" for each in left)
        elif code != FAILED_PLAINLY or HALF_DONE not in words:
            yield f"ended with {code}: {words}"


def make_bench(board: Path, folder: Path) -> Bench:
    """Run ``board`` undisturbed in ``folder``, once without and once with strace."""
    said, record = Words(), folder / "record"
    expected = Path(shutil.copytree(board, folder / "board"))
    code = follow(partial(run_here, expected, said), record)
    assert code == DONE, said.read()
    result = read_result(expected)
    shutil.rmtree(expected)
    return Bench(board, folder, result, tuple(read_calls(record)))


def stop_everywhere(board: Path, way: str, share: int) -> dict[str, Any]:
    """Run copies of ``board``, each stopped at another call, and return what there is to say of them."""
    with tempfile.TemporaryDirectory() as name:
        bench = make_bench(board, Path(name))
        _, _, names = WAYS[way]
        calls = [call for call in bench.calls if call.name in names][::share]
        differences = [
            f"{call.name} {call.number} ({call.written}): {each}"
            for call in calls
            for each in bench.differences(way, call)
        ]
    return {"calls": len(bench.calls), "tried": len(calls), "differences": differences}


def stop_at_moments(board: Path, count: int) -> dict[str, Any]:
    """Run ``board`` ``count`` times, kill each run at a moment chosen by chance, and return what there is to say."""
    chance = random.Random(count)  # noqa: S311 - chance that can be repeated is the point
    differences: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "board"
        started = time.monotonic()
        _run_command(Path(shutil.copytree(board, folder)))
        longest, expected = time.monotonic() - started, read_result(folder)
        for number in range(count):
            shutil.rmtree(folder)
            moment = chance.uniform(0, longest)
            _run_command(Path(shutil.copytree(board, folder)), moment)
            _run_command(folder)
            found = expected.differences(read_result(folder))
            differences += [f"{number}, after {moment:.2f} s: {each}" for each in found]
    return {"calls": count, "tried": count, "differences": differences}


def _run_command(folder: Path, moment: float | None = None) -> None:
    """Run the board in ``folder`` as the administrator does, and kill the run after ``moment`` seconds."""
    command = [sys.executable, "-m", "roundbook", "run", str(folder)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True) as ran:
        with suppress(subprocess.TimeoutExpired):
            ran.wait(moment)
        ran.kill()
    deadline = time.monotonic() + MOST_SECONDS_TO_END
    while _has_processes(ran.pid):
        assert time.monotonic() < deadline, "a process outlived its run"
        time.sleep(0.05)


def _has_processes(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


if __name__ == "__main__":
    WHERE, HOW, SHARE = Path(sys.argv[1]), sys.argv[2], int((*sys.argv, "1")[3])
    FOUND = stop_at_moments(WHERE, SHARE) if HOW == "moment" else stop_everywhere(WHERE, HOW, SHARE)
    print(json.dumps(FOUND, indent=1))  # noqa: T201 - the answer
    os._exit(0)

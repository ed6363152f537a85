"""What a command costs as a whole, from its start to its end, the processes it starts along with it (Linux)."""

from __future__ import annotations

import ctypes
import os
import resource
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

KILOBYTES = 1_024
PR_SET_CHILD_SUBREAPER = 36
"""Linux, prctl(2): what a child leaves behind becomes a child of this process, so that its work is counted."""
COMPILED = {
    "PYTHONDONTWRITEBYTECODE": "",
    "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir(), "roundbook-benchmarks")),
}
"""Programs are compiled once, as on the computer of whoever uses them, and not for each pass."""
NEEDS_A_PERSON = 3
"""An exit code of roundbook's own: the run is done, and something waits for a person."""


class Cost(NamedTuple):
    """What one command took."""

    seconds: float
    cpu_seconds: float
    """On all cores together: what other work on the machine changes least."""
    megabytes: float
    """The most memory its first process held."""


def measure(command: Sequence[str]) -> Cost:
    """Return what it costs to run ``command``. Exits with a message where it fails."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    before, start = _cpu_of_children(), time.perf_counter()
    silent = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    child = os.posix_spawnp(command[0], list(command), {**os.environ, **COMPILED}, file_actions=silent)
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - start
    with suppress(ChildProcessError):
        while True:
            os.wait()
    if os.waitstatus_to_exitcode(status) not in {0, NEEDS_A_PERSON}:
        sys.exit(f"A pass failed: {' '.join(command)[:300]}")
    return Cost(seconds, _cpu_of_children() - before, usage.ru_maxrss / KILOBYTES)


def _cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def python(program: str, *arguments: object) -> tuple[str, ...]:
    """Return the command that runs a ``program`` written in Python."""
    return (sys.executable, "-c", program, *map(str, arguments))


def module(name: str, *arguments: object) -> tuple[str, ...]:
    """Return the command that runs a module."""
    return (sys.executable, "-m", name, *map(str, arguments))


def load() -> str:
    """Say how busy the machine is."""
    return f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"


def in_turn(commands: Iterable[Sequence[str]], passes: int) -> list[tuple[Cost, ...]]:
    """Return what each of ``commands`` costs, run in turn, A B A B, once uncounted and then ``passes`` times."""
    listed = list(commands)
    for command in listed:
        measure(command)
    return [tuple(measure(command) for command in listed) for _ in range(passes)]

"""A process followed by strace: which of its system calls change the disk, and one of them stopped or made to fail."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CHANGING = (
    *("write", "pwrite64", "writev", "pwritev", "pwritev2", "sendfile", "copy_file_range", "splice"),
    *("fsync", "fdatasync", "sync_file_range", "truncate", "ftruncate", "fallocate"),
    *("rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat"),
    *("unlink", "unlinkat", "rmdir", "mkdir", "mkdirat"),
    *("chmod", "fchmod", "fchmodat", "utimensat", "open", "openat", "creat"),
)
TRACED = ",".join(f"?{name}" for name in CHANGING)
"""The question mark passes over those a kind of computer does not have."""
OPENING = {"open", "openat"}
OPENED_TO_WRITE = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC")
CALL = re.compile(r"(\w+)\((.*)")
KILL = "signal=SIGKILL"
ANY_TRACER = (0x59616D61, ctypes.c_ulong(-1))
"""PR_SET_PTRACER and PR_SET_PTRACER_ANY (prctl(2)): some systems let nobody but a parent trace a process."""


@dataclass(frozen=True)
class Call:
    """A system call of a process: the ``number``-th of its name."""

    name: str
    number: int
    written: str = ""
    """As strace writes its arguments."""


def follow(work: Callable[[], int], log: Path, inject: str = "") -> int:
    """Have a copy of this process do ``work`` under strace, and return its exit code, or minus the signal's number.

    ``inject`` is what strace is to do to a call (strace(1), "Tampering"); its record goes to ``log``.
    """
    child = os.fork()
    if not child:
        _work_when_followed(work)
    os.waitpid(child, os.WUNTRACED)
    command = ["strace", "-o", str(log), "-e", f"trace={TRACED}", "-p", str(child)]
    injected = ["-e", f"inject={inject}"] if inject else []
    with subprocess.Popen([*command, *injected], stderr=subprocess.PIPE, text=True) as strace:
        assert strace.stderr
        is_followed = "attached" in strace.stderr.readline()
        os.kill(child, signal.SIGCONT)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        strace.stderr.read()
    assert is_followed
    return code


def alone(work: Callable[[], int]) -> int:
    """Have a copy of this process do ``work`` undisturbed, and return its exit code."""
    child = os.fork()
    if not child:
        code = 1
        try:
            code = work()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _work_when_followed(work: Callable[[], int]) -> None:
    code = 1
    try:
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(*ANY_TRACER, 0, 0, 0)
        os.kill(os.getpid(), signal.SIGSTOP)
        code = work()
    finally:
        os._exit(code)


def read_calls(log: Path) -> Iterator[Call]:
    """Give the calls in the record at ``log`` that change the disk, in their order."""
    counts: Counter[str] = Counter()
    for line in log.read_text("utf-8", "replace").splitlines():
        if found := CALL.match(line):
            name, written = found[1], found[2]
            counts[name] += 1
            if name not in OPENING or OPENED_TO_WRITE.search(written):
                yield Call(name, counts[name], written)


@cache
def why_not() -> str:
    """Return why processes cannot be followed here; empty where they can."""
    if sys.platform != "linux" or not shutil.which("strace"):
        return "strace is not installed"
    with suppress(AssertionError):
        return "" if follow(lambda: 0, Path(os.devnull)) == 0 else "strace does not follow processes here"
    return "strace may not follow processes here"

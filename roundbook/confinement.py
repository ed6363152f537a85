"""What a child process may use while it reads a document: so much memory and time, no voice and no core dump."""

from __future__ import annotations

import logging
import os
import signal
import sys
import warnings
from dataclasses import dataclass

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What one child process may use."""

    memory: int = 3072 * MEGABYTE
    """Bytes of address space, on systems that keep to it (Linux). The largest real plan, of 700 pages, takes a sixth
    of this; what would take more would also make an office computer crawl."""


def confine(limits: Limits) -> None:
    """Put this process under ``limits``, and let nothing it reads be said, dumped or interrupted halfway.

    Windows and macOS set no limit on memory here; there the time limit, which the parent keeps, stands alone.
    """
    _hush()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the parent too, which ends its children
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not there on Windows

    # A core dump would leave the text of a confidential document on the disk.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))


def end_after(seconds: float) -> None:
    """Have the system end this process after so many more seconds of work on all cores, even if its parent is gone."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not there on Windows

    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime + seconds * (os.cpu_count() or 1)) + 1
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


def _hush() -> None:
    """Send to nowhere what the libraries print: it may quote a document."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")

"""Says from how many returns on a Dask cluster pays: ``python -m benchmarks.run.cluster`` (the extra "dask").

The same returns are read by child processes on this computer and by a cluster of two workers on the same two cores, so
that whatever the cluster takes longer is what it costs: so many seconds for each run (loading Dask, finding the
scheduler) and so many for each document (sending it there and its reading back, at the least the processor seconds of
whoever sends). From these follows what machines of the kind of this one would bring: the work for each document is
shared out, what the cluster costs is not. All of it takes some two minutes on a quiet machine.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import linear_regression, median
from typing import TYPE_CHECKING

from benchmarks.processes import load, python
from benchmarks.word.documents import write_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PASSES = {10: 3, 40: 3, 160: 1}
"""How often an inbox of each size is read here and there; the longer it takes, the less other work on it matters."""
MACHINES = (2, 4, 8, 16)
READ = """
import sys
from contextlib import nullcontext
from pathlib import Path
from ingest.folder import find_files
from normalize.vocabulary import Vocabulary
from roundbook.cluster import connect
from roundbook.reading import read_returns
with connect(sys.argv[2]) if sys.argv[2:] else nullcontext() as executor:
    read_returns(find_files(Path(sys.argv[1])), Vocabulary(), lambda *_: None, executor)
"""
CLUSTER = """
import sys
from distributed import LocalCluster
with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=True) as made:
    print(made.scheduler_address, flush=True)
    sys.stdin.read()
"""


@dataclass(frozen=True, slots=True)
class Line:
    """What a run takes: so many seconds, and so many more for each document."""

    start: float
    each: float

    @classmethod
    def through(cls, sizes: Sequence[int], seconds: Sequence[float]) -> Line:
        """Return the line that fits best."""
        each, start = linear_regression(sizes, seconds)
        return cls(start, each)


@dataclass(frozen=True, slots=True)
class Measured:
    """What reading takes here, on a cluster on the same cores, and of that the sender's own processor seconds."""

    here: Line
    there: Line
    sending: Line

    @property
    def lost(self) -> float:
        """Seconds that each document costs more on a cluster, however many machines it has."""
        return max(self.sending.each, self.there.each - self.here.each)

    def each_on(self, machines: int) -> float:
        """Return the seconds for each document on a cluster of so many machines."""
        return self.here.each / machines + self.lost

    def pays_from(self, machines: int) -> float | None:
        """Return from how many documents on such a cluster is quicker; None where it never is."""
        gained = self.here.each - self.each_on(machines)
        return max(0.0, self.there.start - self.here.start) / gained if gained > 0 else None


@contextmanager
def two_workers() -> Iterator[str]:
    """Have a cluster of two workers on this computer, and give its address."""
    pipe, silent = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(python(CLUSTER), stdin=pipe, stdout=pipe, stderr=silent, text=True) as cluster:
        yield cluster.stdout.readline().strip() if cluster.stdout else ""
        # Leaving closes what it reads from, and so ends it.


def take(inbox: Path, *address: str) -> tuple[float, float]:
    """Return how many seconds the reading of an inbox takes, as a whole process, and how many of its processor."""
    start, used = time.perf_counter(), _cpu_of_children()
    subprocess.run(python(READ, inbox, *address), check=True)
    return time.perf_counter() - start, _cpu_of_children() - used


def _cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def compare(inbox: Path, address: str, passes: int) -> tuple[float, float, float]:
    """Return the seconds here, on the cluster, and the sender's own: the medians of so many passes in turn."""
    pairs = [(take(inbox)[0], *take(inbox, address)) for _ in range(passes)]
    here, there, sending = (median(each) for each in zip(*pairs, strict=True))
    return here, there, sending


def describe(found: Measured) -> Iterator[str]:
    """Say what a cluster costs and where it pays."""
    here, there = found.here, found.there
    yield f"here: {here.start:.2f} s and {here.each * 1000:.1f} ms a document"
    yield f"a cluster on the same cores: {there.start:.2f} s and {there.each * 1000:.1f} ms a document"
    yield f"so a cluster costs {there.start - here.start:.2f} s a run and {found.lost * 1000:.1f} ms a document"
    for machines in MACHINES:
        count, quicker = found.pays_from(machines), here.each / found.each_on(machines)
        said = "never pays" if count is None else f"pays from {count:,.0f} on, and brings {quicker:.1f} times at most"
        yield f"with {machines} machines like this one it {said}"


def main() -> None:
    """Measure and say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=500, help="of each return: the longer, the sooner a cluster pays")
    chosen = parser.parse_args()
    times: list[tuple[float, float, float]] = []
    with tempfile.TemporaryDirectory() as folder, two_workers() as address:
        for size, passes in PASSES.items():
            inbox = Path(folder) / str(size)
            inbox.mkdir()
            for number in range(size):
                write_document(inbox / f"{number}.docx", chosen.rows)
            if not times:
                compare(inbox, address, 1)  # uncounted: the workers have yet to load what reads
            times.append(compare(inbox, address, passes))
            one, other, _ = times[-1]
            print(f"{size:>5} returns of {chosen.rows} rows: {one:.1f} s here, {other:.1f} s there", flush=True)
    lines = [Line.through(list(PASSES), seconds) for seconds in zip(*times, strict=True)]
    print(*describe(Measured(*lines)), load(), sep="\n")


if __name__ == "__main__":
    main()

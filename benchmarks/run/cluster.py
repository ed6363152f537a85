"""Says from how many returns on a Dask cluster pays: ``python -m benchmarks.run.cluster`` (the extra "dask").

The same returns are read by child processes on this computer and by a cluster of two workers on the same two cores, so
that whatever the cluster takes longer is what it costs: so many seconds for each run (loading Dask, finding the
scheduler) and so many for each document (sending it there and its reading back). From these follows what machines of
the kind of this one would bring: the work for each document is shared out, what the cluster costs is not.
"""

from __future__ import annotations

import argparse
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

SIZES = (10, 40, 160)
PASSES = 3
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


def pays_from(here: Line, there: Line, machines: int) -> float | None:
    """Return from how many documents on a cluster of so many machines is quicker; None where it never is."""
    gained = here.each - _each_on(here, there, machines)
    return max(0.0, there.start - here.start) / gained if gained > 0 else None


def _each_on(here: Line, there: Line, machines: int) -> float:
    """Return the seconds for each document on a cluster: its work is shared out, what it costs to send it is not."""
    return here.each / machines + max(0.0, there.each - here.each)


@contextmanager
def two_workers() -> Iterator[str]:
    """Have a cluster of two workers on this computer, and give its address."""
    pipe, silent = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(python(CLUSTER), stdin=pipe, stdout=pipe, stderr=silent, text=True) as cluster:
        yield cluster.stdout.readline().strip() if cluster.stdout else ""
        # Leaving closes what it reads from, and so ends it.


def take(inbox: Path, *address: str) -> float:
    """Return how many seconds the reading of an inbox takes, as a whole process."""
    start = time.perf_counter()
    subprocess.run(python(READ, inbox, *address), check=True)
    return time.perf_counter() - start


def compare(inbox: Path, address: str) -> tuple[float, float]:
    """Return the seconds here and on the cluster, in turn, the first pair uncounted."""
    pairs = [(take(inbox), take(inbox, address)) for _ in range(PASSES + 1)][1:]
    here, there = (median(each) for each in zip(*pairs, strict=True))
    return here, there


def describe(here: Line, there: Line) -> Iterator[str]:
    """Say what a cluster costs and where it pays."""
    lost = max(0.0, there.each - here.each)
    yield f"here: {here.start:.2f} s and {here.each * 1000:.1f} ms a document"
    yield f"a cluster on the same cores: {there.start:.2f} s and {there.each * 1000:.1f} ms a document"
    yield f"so a cluster costs {there.start - here.start:.2f} s a run and {lost * 1000:.1f} ms a document"
    for machines in MACHINES:
        count, quicker = pays_from(here, there, machines), here.each / _each_on(here, there, machines)
        said = "never pays" if count is None else f"pays from {count:,.0f} on, and brings {quicker:.1f} times at most"
        yield f"with {machines} machines like this one it {said}"


def main() -> None:
    """Measure and say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=500, help="of each return: the longer, the sooner a cluster pays")
    chosen = parser.parse_args()
    times = []
    with tempfile.TemporaryDirectory() as folder, two_workers() as address:
        for size in SIZES:
            inbox = Path(folder) / str(size)
            inbox.mkdir()
            for number in range(size):
                write_document(inbox / f"{number}.docx", chosen.rows)
            times.append(compare(inbox, address))
            one, other = times[-1]
            print(f"{size:>5} returns of {chosen.rows} rows: {one:.1f} s here, {other:.1f} s there", flush=True)
    here, there = (Line.through(SIZES, seconds) for seconds in zip(*times, strict=True))
    print(*describe(here, there), load(), sep="\n")


if __name__ == "__main__":
    main()

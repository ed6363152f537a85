"""Measures how time and memory grow with the archive: ``python -m benchmarks.run.growth``; draws ``growth.svg``.

Three ways to grow: more documents in the inbox, more rows in one document, more entries on the master list. Each size
is a whole process, run three times where that is quick, the median taken; processor seconds are those of all its
processes. An exponent is the slope on paper with logarithmic sides, fitted to the sizes from a tenth of the largest on,
where what every start costs no longer counts: 1 means twice the work takes twice the time. All of it takes some
fifteen minutes on a quiet machine, of which ``--largest 1000`` leaves one.
"""

from __future__ import annotations

import argparse
import math
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.linking.scale import PROGRAM as LINKING
from benchmarks.processes import Cost, load, measure, module, python
from benchmarks.run.drawing import Curve, draw
from benchmarks.table import FIRST_RUN

PASSES = 3
LONG_SECONDS = 20.0
"""What takes longer is run once: other work on the machine matters less."""
DECADE = 10
"""The exponents are those of the sizes from the largest down to this part of it."""
PICTURE = Path(__file__).parents[1] / "growth.svg"
ROWS_A_RETURN = 5
UNDERSTAND = """
import sys
from pathlib import Path
from ingest.readers.word import read
from normalize.returns import understand
from normalize.vocabulary import Vocabulary
understand(read(Path(sys.argv[1]), "return.docx", "0" * 64), Vocabulary())
"""


@dataclass(frozen=True, slots=True)
class Way:
    """One way an archive grows."""

    name: str
    sizes: Sequence[int]
    prepare: Callable[[Path, int], Sequence[str]]
    """Writes what is needed into a folder, and returns the command to measure."""


def _documents(folder: Path, size: int) -> Sequence[str]:
    board = folder / f"board {size}"
    entries = max(100, size * ROWS_A_RETURN)
    measure(module("benchmarks.run.boards", board, "--returns", size, "--rows", ROWS_A_RETURN, "--entries", entries))
    return python(FIRST_RUN, board)


def _rows(folder: Path, size: int) -> Sequence[str]:
    path = folder / f"{size}.docx"
    measure(module("benchmarks.word.documents", path, size))
    return python(UNDERSTAND, path)


def _entries(_: Path, size: int) -> Sequence[str]:
    return python(LINKING.format(entries=size, rows=1_000))


WAYS = (
    Way("returns of 5 rows, whole run", (10, 30, 100, 300, 1_000, 3_000, 10_000), _documents),
    Way("rows in one return, reading it", (100, 1_000, 10_000, 30_000, 100_000), _rows),
    Way("entries on the list, linking 1,000 rows", (500, 5_000, 15_000, 50_000), _entries),
)


def grow(way: Way, largest: int, folder: Path) -> list[tuple[int, Cost]]:
    """Return what each size up to the ``largest`` costs."""
    found = []
    for size in (each for each in way.sizes if each <= largest):
        command = way.prepare(folder, size)
        runs = [measure(command)]
        while len(runs) < PASSES and runs[0].seconds < LONG_SECONDS:
            runs.append(measure(command))
        cost = Cost(*map(median, zip(*runs, strict=True)))
        print(f"{way.name:<42} {size:>7,} {cost.seconds:8.1f} s {cost.cpu_seconds:8.1f} processor s", end="")
        print(f" {cost.megabytes:6.0f} MB", flush=True)
        found.append((size, cost))
    return found


def slope(points: Sequence[tuple[int, float]]) -> float:
    """Return the exponent with which the values of ``points`` grow over their last decade."""
    largest = max(size for size, _ in points)
    logs = [(math.log(size), math.log(value)) for size, value in points if size * DECADE >= largest]
    across, up = (sum(values) / len(logs) for values in zip(*logs, strict=True))
    spread = sum((x - across) ** 2 for x, _ in logs)
    return sum((x - across) * (y - up) for x, y in logs) / spread if spread else math.nan


def main() -> None:
    """Measure, say the exponents, and draw."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=PICTURE, metavar="FILE", help="where to draw it")
    parser.add_argument(
        "--largest", type=int, default=1_000_000, help="leave out what is larger; ways of which one size is left, too"
    )
    chosen = parser.parse_args()
    times: list[Curve] = []
    memories: list[Curve] = []
    with tempfile.TemporaryDirectory() as folder:
        for way in (each for each in WAYS if each.sizes[1] <= chosen.largest):
            found = grow(way, chosen.largest, Path(folder))
            for curves, values in (
                (times, [(size, cost.cpu_seconds) for size, cost in found]),
                (memories, [(size, cost.megabytes) for size, cost in found]),
            ):
                curves.append(Curve(f"{way.name} (exponent {slope(values):.2f})", values))
                print(curves[-1].name)
    note = f"Whole processes, medians. Exponents are those from a tenth of the largest size on. {load()}."
    chosen.into.write_text(draw({"processor seconds": times, "megabytes": memories}, note), "utf-8")


if __name__ == "__main__":
    main()

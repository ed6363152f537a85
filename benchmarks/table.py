"""Writes the table of the README from measured runs: ``python -m benchmarks.table``, or ``--into README.md`` in place.

Every line is whole processes, from start to end, run in turn with what they are compared with, once uncounted and then
five times; the medians are given, with the ratio of each pair's costs. Processor seconds are those of all processes of
a command together, because other work on the machine changes them least; the two lines about waiting give seconds.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.linking.scale import PROGRAM as LINKING
from benchmarks.pdf.peers import OURS, find_peers
from benchmarks.processes import Cost, in_turn, load, measure, module, python
from benchmarks.word.speed import FLOOR, PYTHON_DOCX, ROUNDBOOK

if TYPE_CHECKING:
    from collections.abc import Sequence

PASSES = 5
ROWS_OF_A_LONG_RETURN = 500
BEGIN, END = "<!-- benchmarks -->", "<!-- /benchmarks -->"
HEAD = ("| | roundbook | compared with | ratio |", "|---|---|---|---|")
PAGES_OF_SHORT_RETURNS = (1, 5, 30)
FIRST_RUN = """
import shutil, sys, tempfile
from roundbook.cli import main
with tempfile.TemporaryDirectory() as folder:
    board = shutil.copytree(sys.argv[1], folder + "/board")
    main(["run", board, "--round", "first"])
"""
READING = """
import os, sys
from pathlib import Path
from roundbook.workers import warm_up
os.sched_setaffinity(0, range(int(sys.argv[2])))
warm_up(each.name for each in Path(sys.argv[1]).iterdir())
from ingest.folder import find_files
from normalize.vocabulary import Vocabulary
from roundbook.reading import read_returns
read_returns(find_files(Path(sys.argv[1])), Vocabulary(), lambda *_: None)
"""
"""Begins as the commands do, which have their children loaded while they load what they need themselves."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much is measured."""

    pages: int
    rows: int
    entries: int
    returns: int


FULL = Sizes(pages=300, rows=100_000, entries=50_000, returns=40)
QUICK = Sizes(pages=30, rows=10_000, entries=5_000, returns=10)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two commands held against each other by one of their costs."""

    what: str
    ours: Sequence[str]
    theirs: Sequence[str]
    against: str
    unit: str = "processor s"
    cost: Callable[[Cost], float] = lambda cost: cost.cpu_seconds


def _seconds(cost: Cost) -> float:
    return cost.seconds


def _megabytes(cost: Cost) -> float:
    return cost.megabytes


def compare(comparison: Comparison) -> str:
    """Return a line of the table."""
    pairs = in_turn((comparison.ours, comparison.theirs), PASSES)
    ours, theirs = ([comparison.cost(each[side]) for each in pairs] for side in (0, 1))
    ratio = median(other / own for own, other in zip(ours, theirs, strict=True))
    other = f"{comparison.against}: {median(theirs):.2f} {comparison.unit}"
    return f"| {comparison.what} | {median(ours):.2f} {comparison.unit} | {other} | {ratio:.2f} times |"


def comparisons(sizes: Sizes, folder: Path) -> Iterator[Comparison]:
    """Yield what is compared, the documents written to ``folder`` as they are needed."""
    yield Comparison("`roundbook --help`", module("roundbook", "--help"), python("import typer"), "`import typer`")
    yield from _about_word(sizes, folder)
    yield from _about_pdf(sizes, folder)
    yield from _about_runs(sizes, folder)


def _about_word(sizes: Sizes, folder: Path) -> Iterator[Comparison]:
    for rows in (sizes.rows // 100, sizes.rows):
        path = folder / f"{rows}.docx"
        measure(module("benchmarks.word.documents", path, rows))
        what, ours = f"Word, a table of {rows:,} rows", python(ROUNDBOOK, path)
        yield Comparison(what, ours, python(PYTHON_DOCX, path), "python-docx, `row.cells`")
        yield Comparison(f"{what}, memory", ours, python(PYTHON_DOCX, path), "python-docx", "MB", _megabytes)
        yield Comparison(what, ours, python(FLOOR, path), "unzip, parse and walk it once")


def _about_pdf(sizes: Sizes, folder: Path) -> Iterator[Comparison]:
    for pages in (*PAGES_OF_SHORT_RETURNS, sizes.pages):
        path = folder / f"{pages}.pdf"
        measure(module("benchmarks.pdf.speed", "--draw", path, "--pages", pages))
        for peer, theirs in find_peers(path):
            what = f"PDF, a ruled table of {pages} page{'' if pages == 1 else 's'}"
            yield Comparison(what, python(OURS, path), theirs, peer)


def _about_runs(sizes: Sizes, folder: Path) -> Iterator[Comparison]:
    board, run_before, large = folder / "board", folder / "run before", folder / "large"
    for each in (board, run_before):
        measure(module("benchmarks.run.boards", each, "--returns", sizes.returns))
    large.mkdir()
    for number in range(sizes.returns):
        measure(module("benchmarks.word.documents", large / f"{number}.docx", ROWS_OF_A_LONG_RETURN))
    first = python(FIRST_RUN, board)
    measure(module("roundbook", "run", run_before, "--round", "first"))
    what = f"a second run of {sizes.returns} unchanged returns"
    yield Comparison(what, module("roundbook", "run", run_before), first, "the first run")
    what = f"reading {sizes.returns} returns of {ROWS_OF_A_LONG_RETURN} rows on two cores"
    one, two = (python(READING, large, cores) for cores in (1, 2))
    yield Comparison(what, two, one, "on one", "s", _seconds)


def link(sizes: Sizes) -> str:
    """Return the line about linking, which has nothing to be compared with."""
    runs = [measure(python(LINKING.format(entries=sizes.entries, rows=1_000))) for _ in range(PASSES)]
    seconds, memory = median(each.cpu_seconds for each in runs), median(each.megabytes for each in runs)
    what = f"linking 1,000 rows to a list of {sizes.entries:,}, the making of both included"
    return f"| {what} | {seconds:.1f} processor s, {memory:.0f} MB | | |"


def table(sizes: Sizes) -> str:
    """Return the table, with a line that says what it was measured on."""
    with tempfile.TemporaryDirectory() as folder:
        lines = [_tell(compare(each)) for each in comparisons(sizes, Path(folder))]
    lines.append(_tell(link(sizes)))
    note = f"Medians of {PASSES} runs in turn, whole processes; the ratio is theirs to ours."
    machine = f"Python {sys.version.split()[0]}, {load()}."
    return "\n".join((*HEAD, *lines, "", f"{note} {machine} `python -m benchmarks.table`"))


def _tell(line: str) -> str:
    print(line, file=sys.stderr, flush=True)
    return line


def main() -> None:
    """Print the table, or put it where the marks in a file are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, metavar="FILE", help=f"replace what is between {BEGIN} and {END}")
    parser.add_argument("--quick", action="store_true", help="smaller documents, to see that it works")
    chosen = parser.parse_args()
    made = table(QUICK if chosen.quick else FULL)
    if not chosen.into:
        print(made)
        return
    before, _, rest = chosen.into.read_text("utf-8").partition(BEGIN)
    _, mark, after = rest.partition(END)
    if not mark:
        sys.exit(f"{chosen.into}: has no {BEGIN} and {END}.")
    chosen.into.write_text(f"{before}{BEGIN}\n{made}\n{END}{after}", "utf-8")


if __name__ == "__main__":
    main()

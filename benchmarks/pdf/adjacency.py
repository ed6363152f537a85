"""Scores tables without rules by the neighbours of their cells: ``python -m benchmarks.pdf.adjacency``.

A table is as good as the pairs of neighbours it shares with the truth: for each cell that is not blank the next one to
its right and the next below, blank cells passed over, text compared without white space (Göbel, Hassan, Oro and Orsi,
"A methodology for evaluating algorithms for table understanding in PDF documents", 2012). A document without tables is
worth nothing where one is found. Pages are drawn, and reports typeset by Chromium and LibreOffice where these are
installed; half the families are for building with, half are kept apart. pdfplumber's two strategies are scored beside.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING, TypeAlias

import pdfplumber

from benchmarks.pdf.reports.families import FAMILIES
from benchmarks.pdf.reports.typesetting import can_typeset, typeset, write
from benchmarks.pdf.statistics import STYLES, Cell, draw
from ingest.errors import UnreadableError
from ingest.readers import pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Relations: TypeAlias = Counter[tuple[str, str, str]]
    Tables: TypeAlias = Iterable[Iterable[Cell]]

EACH = 3


def relations(tables: Tables) -> Relations:
    """Return the pairs of neighbours in ``tables``, across and down."""
    found: Relations = Counter()
    for table in tables:
        shown = [cell for cell in table if cell.text.split()]
        found.update(_pairs(shown, "across"))
        turned = [Cell(cell.cols, cell.rows, cell.text) for cell in shown]
        found.update(_pairs(turned, "down"))
    return found


def _pairs(cells: list[Cell], way: str) -> set[tuple[str, str, str]]:
    pairs: set[tuple[int, int]] = set()
    for row in range(max((cell.rows[1] for cell in cells), default=-1) + 1):
        inside = [number for number, cell in enumerate(cells) if cell.rows[0] <= row <= cell.rows[1]]
        pairs.update(pairwise(sorted(inside, key=lambda number: cells[number].cols)))
    return Counter(  # type: ignore[return-value]  # an update takes either
        ("".join(cells[left].text.split()), "".join(cells[right].text.split()), way) for left, right in pairs
    )


def f1(truth: Relations, found: Relations) -> float:
    """Return the harmonic mean of how many of the found pairs are true and how many of the true ones are found."""
    if not truth or not found:
        return float(truth == found)
    return 2 * (truth & found).total() / (truth.total() + found.total())


def read_ours(path: Path) -> Tables:
    """Return the tables the reader finds."""
    try:
        document = pdf.read(path, path.name, "")
    except UnreadableError:
        return []
    return [
        [
            Cell((cell.row, cell.row + cell.rowspan - 1), (cell.col, cell.col + cell.colspan - 1), cell.text)
            for cell in table.cells
        ]
        for table in document.tables
    ]


def read_with_plumber(path: Path, strategy: str) -> Tables:
    """Return the tables pdfplumber finds with one strategy both ways."""
    settings = {"vertical_strategy": strategy, "horizontal_strategy": strategy}
    with pdfplumber.open(path) as document:
        return [
            [Cell((r, r), (c, c), text or "") for r, row in enumerate(table) for c, text in enumerate(row)]
            for page in document.pages
            for table in page.extract_tables(settings)
        ]


READERS: dict[str, Callable[[Path], Tables]] = {
    "ours": read_ours,
    "pdfplumber text": lambda path: read_with_plumber(path, "text"),
    "pdfplumber lines": lambda path: read_with_plumber(path, "lines"),
}


@dataclass(frozen=True, slots=True)
class Sample:
    """A document with the neighbours of its cells."""

    family: str
    is_kept_apart: bool
    has_tables: bool
    path: Path
    truth: Relations


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=EACH, help="documents of each family")
    parser.add_argument("--family", default="", help="only families whose names hold these words")
    parser.add_argument("--only", choices=READERS, help="score this reader alone")
    parser.add_argument("--keep", type=Path, help="keep the documents in this folder, to be used again")
    chosen = parser.parse_args()
    names = [chosen.only] if chosen.only else list(READERS)
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        families = groupby(_samples(folder, chosen.each, chosen.family), key=lambda sample: sample.family)
        scores = [score for family, samples in families for score in _score(family, list(samples), names)]
    for title, has_tables in (("with tables", True), ("without", False)):
        for half, is_kept_apart in (("building", False), ("kept apart", True)):
            every = [
                each
                for sample, each in scores
                if (sample.is_kept_apart, sample.has_tables) == (is_kept_apart, has_tables)
            ]
            if every:
                print(f"{half}, {len(every)} documents {title}: {_line(names, every)}")


def _samples(folder: Path, each: int, only: str) -> Iterator[Sample]:
    """Yield the documents, drawn and typeset into ``folder``."""
    for number, style in enumerate(STYLES):
        for seed in range(each if only in style.name else 0):
            path = folder / f"{style.name}-{seed}.pdf"
            truth = relations(draw(path, style, seed))
            yield Sample(style.name, bool(number % 2), has_tables=True, path=path, truth=truth)
    for family in FAMILIES if can_typeset() else ():
        for seed in range(each if only in family.name else 0):
            report = write(family, seed)
            path = typeset(report, folder)
            yield Sample(family.name, family.kept_apart, bool(report.tables), path, relations(report.tables))


def _score(family: str, samples: list[Sample], names: list[str]) -> list[tuple[Sample, dict[str, float]]]:
    """Score the documents of one family and print their means."""
    scores = [
        (sample, {name: f1(sample.truth, relations(READERS[name](sample.path))) for name in names})
        for sample in samples
    ]
    half = "kept apart" if samples[0].is_kept_apart else "building"
    print(f"{family} ({half}): {_line(names, [each for _sample, each in scores])}", flush=True)
    return scores


def _line(names: list[str], scores: list[dict[str, float]]) -> str:
    return ", ".join(f"{name} {mean(each[name] for each in scores):.3f}" for name in names)


if __name__ == "__main__":
    main()

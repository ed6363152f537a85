"""Scores tables without rules by the neighbours of their cells: ``python -m benchmarks.pdf.adjacency``.

A table is as good as the pairs of neighbours it shares with the truth: for each cell that is not blank the next one to
its right and the next below, blank cells passed over, text compared without white space (Göbel, Hassan, Oro and Orsi,
"A methodology for evaluating algorithms for table understanding in PDF documents", 2012). Half the styles of pages are
for building with, half are held apart. pdfplumber's default and its text strategy are scored beside it.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from itertools import pairwise
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING, TypeAlias

import pdfplumber

from benchmarks.pdf.statistics import STYLES, Cell, draw
from ingest.errors import UnreadableError
from ingest.readers import pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Relations: TypeAlias = Counter[tuple[str, str, str]]
    Tables: TypeAlias = Iterable[Iterable[Cell]]

PAGES_PER_STYLE = 4


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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=PAGES_PER_STYLE)
    parser.add_argument("--only", choices=READERS, help="score this reader alone")
    parser.add_argument("--keep", type=Path, help="leave the pages in this folder")
    chosen = parser.parse_args()
    names = [chosen.only] if chosen.only else list(READERS)
    with tempfile.TemporaryDirectory() as temporary:
        scores = _score(names, chosen.keep or Path(temporary), chosen.pages)
    for half, start in (("building", 0), ("held apart", 1)):
        for name in names:
            every = [score for style in STYLES[start::2] for score in scores[style.name][name]]
            print(f"{half}: {name} {mean(every):.3f}")


def _score(names: list[str], folder: Path, pages: int) -> dict[str, dict[str, list[float]]]:
    scores: dict[str, dict[str, list[float]]] = {}
    for style in STYLES:
        mine = scores.setdefault(style.name, {name: [] for name in names})
        for seed in range(pages):
            path = folder / f"{style.name}-{seed}.pdf"
            truth = relations(draw(path, style, seed))
            for name in names:
                mine[name].append(f1(truth, relations(READERS[name](path))))
        print(f"{style.name}:", ", ".join(f"{name} {mean(mine[name]):.3f}" for name in names), flush=True)
    return scores


if __name__ == "__main__":
    main()

"""Times a long ruled table against pdfplumber's own extraction, in the same run: ``python -m benchmarks.pdf.speed``.

Prints the seconds of each pass and how many times faster the reader is, by the medians.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path
from random import Random
from statistics import median
from typing import TYPE_CHECKING

import pdfplumber
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from ingest.readers import pdf

if TYPE_CHECKING:
    from collections.abc import Callable

PASSES = 5
ROWS_PER_PAGE = 12
WIDTHS = (30, 210, 250, 160)
TEXT = """the board asks every agency to train its staff review policy and report what has changed for children
young people carers schools health police housing by evidence audit plan meeting new guidance each"""


def draw(path: Path, pages: int) -> None:
    """Write a table of some ``pages`` pages with a rule on every side of every cell."""
    random, style = Random(7), ParagraphStyle("cell", fontName="Helvetica", fontSize=8, leading=9.6)  # noqa: S311 - sample text
    words = TEXT.split()
    rows: list[list[object]] = [["No", "Recommendation", "Update", "Evidence"]]
    for number in range(1, pages * ROWS_PER_PAGE + 1):
        texts = (" ".join(random.choices(words, k=random.randint(6, 26))).capitalize() + "." for _ in range(3))
        rows.append([str(number), *(Paragraph(text, style) for text in texts)])
    table = Table(rows, colWidths=WIDTHS, repeatRows=1)
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]))
    SimpleDocTemplate(str(path), pagesize=landscape(A4), invariant=1).build([table])


def read_with_plumber(path: Path) -> int:
    """Return how many rows pdfplumber finds."""
    with pdfplumber.open(path) as document:
        return sum(len(table) for page in document.pages for table in page.extract_tables())


def read_ours(path: Path) -> int:
    """Return how many rows the reader finds."""
    return sum(table.n_rows for table in pdf.read(path, path.name, "").tables)


def _seconds(function: Callable[[Path], int], path: Path) -> float:
    started = time.perf_counter()
    rows = function(path)
    taken = time.perf_counter() - started
    print(f"{function.__name__}: {taken:.2f} s, {rows} rows", flush=True)
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--passes", type=int, default=PASSES)
    parser.add_argument("--draw", type=Path, metavar="FILE", help="write the document and measure nothing")
    chosen = parser.parse_args()
    if chosen.draw:
        draw(chosen.draw, chosen.pages)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.pdf"
        draw(path, chosen.pages)
        pairs = [(_seconds(read_ours, path), _seconds(read_with_plumber, path)) for _ in range(chosen.passes)]
    ours, theirs = (median(times) for times in zip(*pairs, strict=True))
    print(f"median {ours:.2f} s against {theirs:.2f} s: {theirs / ours:.1f} times faster")


if __name__ == "__main__":
    main()

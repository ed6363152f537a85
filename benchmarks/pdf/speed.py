"""Times a long ruled table against what else takes tables out of a PDF: ``python -m benchmarks.pdf.speed``.

All are whole processes, run in turn with the reader. Prints the rows each found, and by the medians how much more of
the processor each took and how much longer; ``benchmarks.pdf.peers`` says how the others come to be there.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
from pathlib import Path
from random import Random
from statistics import median
from typing import TYPE_CHECKING

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from benchmarks.pdf.peers import OURS, PROGRAMS, find_peers
from benchmarks.processes import in_turn, load, python

if TYPE_CHECKING:
    from collections.abc import Sequence

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


def compare(name: str, ours: Sequence[str], theirs: Sequence[str], passes: int) -> str:
    """Return a line about what the reader and another one took."""
    pairs = in_turn((ours, theirs), passes)
    own, other = ([each[side] for each in pairs] for side in (0, 1))
    more = median(second.cpu_seconds / first.cpu_seconds for first, second in pairs)
    longer = median(second.seconds / first.seconds for first, second in pairs)
    return (
        f"{name}: {median(each.cpu_seconds for each in other):.2f} processor s against "
        f"{median(each.cpu_seconds for each in own):.2f}, {more:.1f} times as much; {longer:.1f} times as long"
    )


def _count_rows(command: Sequence[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()[-1]


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
        ours = python(OURS, path)
        print(f"{chosen.pages} pages; rows found: {_count_rows(ours)}", flush=True)
        for name, theirs in find_peers(path):
            found = f", {_count_rows(theirs)} rows" if name in PROGRAMS else ""
            print(f"{compare(name, ours, theirs, chosen.passes)}{found}", flush=True)
    print(load())


if __name__ == "__main__":
    main()

"""Times reading long Word tables against the least it can take, and python-docx: ``python -m benchmarks.word.speed``.

Each pass is a process of its own, from its start to its end, of a program that has been compiled, as every installed
one has. The least is to unzip the text, to parse it with lxml and to look at each element once; python-docx reads the
cells of each row, as its guide shows.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks.processes import Cost, measure, python

SIZES = (100, 1_000, 10_000, 100_000)
PASSES, PASSES_OF_THE_LARGEST = 5, 3
LARGEST = 100_000

FLOOR = """
import sys, zipfile
from lxml import etree
root = etree.fromstring(zipfile.ZipFile(sys.argv[1]).read("word/document.xml"))
letters = sum(len(element.tag) + len(element.text or "") for element in root.iter())
"""
ROUNDBOOK = """
import sys
from pathlib import Path
from ingest.readers.word import read
read(Path(sys.argv[1]), "return.docx", "0" * 64)
"""
PYTHON_DOCX = """
import sys, docx
cells = [[[cell.text for cell in row.cells] for row in table.rows] for table in docx.Document(sys.argv[1]).tables]
"""
WAYS = {"floor": FLOOR, "roundbook": ROUNDBOOK, "python-docx": PYTHON_DOCX}


def compare(document: Path, passes: int) -> dict[str, Cost]:
    """Return the medians of ``passes`` runs of every way, taken in turn, after one that compiles what they load."""
    _, *runs = [{way: measure(python(program, document)) for way, program in WAYS.items()} for _ in range(passes + 1)]
    return {way: Cost(*map(median, zip(*(run[way] for run in runs), strict=True))) for way in WAYS}


def print_costs(rows: int, costs: dict[str, Cost]) -> None:
    """Print a line for each way, and how many times the floor it takes."""
    for way, cost in costs.items():
        times = " ".join(f"{mine / least:8.2f}" for mine, least in zip(cost, costs["floor"], strict=True))
        print(f"{rows:>8,} {way:<12} {cost.seconds:8.2f} {cost.cpu_seconds:8.2f} {cost.megabytes:8.0f} {times}")


def main() -> None:
    """Measure the sizes asked for, from the smallest to the largest."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=SIZES)
    chosen = parser.parse_args()
    print(f"{'rows':>8} {'way':<12} {'s':>8} {'cpu s':>8} {'MB':>8} {'x s':>8} {'x cpu':>8} {'x MB':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for rows in sorted(chosen.rows):
            document = Path(folder) / f"{rows}.docx"
            # By a process of its own: the memory this one holds counts as that of every process it starts.
            subprocess.run([sys.executable, "-m", "benchmarks.word.documents", document, str(rows)], check=True)
            print_costs(rows, compare(document, PASSES_OF_THE_LARGEST if rows >= LARGEST else PASSES))


if __name__ == "__main__":
    main()

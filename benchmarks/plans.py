"""Measures the reading of a whole plan with known truth, as Word and as PDF, return by return and field by field.

Usage: ``python -m benchmarks.plans ../shared/corpus/child-f``. The returns are the plan's sections in their order; one
whose heading page is lost counts as right where its agency is left unknown.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.accuracy import Row, fold, printed
from normalize.references import split_number

PLANS = ("plan.docx", "plan.pdf")
FIELDS = ("number", "kind", "recommendation", "update", "evidence", "action", "lead", "by_when")


def expected_returns(truth: Mapping[str, Any]) -> Iterator[tuple[str, list[Row]]]:
    """Give each return of the plan: its agency, and its rows under the names ``extract`` uses."""
    yield "LSCB", [{**row, "update": row["progress"], "evidence": "", "kind": None} for row in truth["lscb"]]
    for section in truth["sections"]:
        yield section["agency"], [{**row, "kind": each["name"]} for each in section["groups"] for row in each["rows"]]


def is_exact(name: str, expected: str, found: str) -> bool:
    """Tell whether a field is as it should be, white space, quotes and bullets aside."""
    if name == "number":
        return expected == "" or split_number(expected).numbers == split_number(found).numbers or expected == found
    return fold(expected) == fold(found)


def score_return(rows: Sequence[Row], updates: Sequence[Row]) -> tuple[Counter[str], Counter[str], list[str]]:
    """Return how many fields were asked for, how many of them are exact, and what is not."""
    asked: Counter[str] = Counter()
    exact: Counter[str] = Counter()
    misses = []
    for row, update in zip(rows, updates, strict=False):
        for name in FIELDS:
            if row.get(name) is None:
                continue
            asked[name] += 1
            if is_exact(name, row[name], update[name]):
                exact[name] += 1
            else:
                misses.append(f"{row['number']} {name}: {row[name][:60]!r} <> {update[name][:60]!r}")
    return asked, exact, misses


def measure(plan: Path, truth: Mapping[str, Any], console: Console, *, is_verbose: bool) -> None:
    """Print the figures of one document."""
    returns = printed("extract", str(plan))["documents"][0]["returns"]
    sections = list(expected_returns(truth))
    asked: Counter[str] = Counter()
    exact: Counter[str] = Counter()
    rows_there = 0
    for (agency, rows), sent in zip(sections, returns, strict=False):
        rows_there += min(len(rows), len(sent["updates"]))
        told, right, misses = score_return(rows, sent["updates"])
        asked += told
        exact += right
        for miss in misses if is_verbose else ():
            console.print(f"{agency} {miss}", markup=False, highlight=False)
    table = Table(title=f"{plan.name}: {len(returns)} returns of {len(sections)}, by field")
    for heading in ("field", "exact", "of"):
        table.add_column(heading, justify="left" if heading == "field" else "right")
    table.add_row("rows", str(rows_there), str(sum(len(rows) for _, rows in sections)))
    for name in FIELDS:
        table.add_row(name, str(exact[name]), str(asked[name]))
    console.print(table)


def main(corpus: Path, *, is_verbose: bool) -> None:
    """Measure the plan in every form it is there in."""
    console = Console(width=140)
    truth = json.loads((corpus / "truth" / "plan.json").read_text(encoding="utf-8"))
    for name in PLANS:
        measure(corpus / name, truth, console, is_verbose=is_verbose)


if __name__ == "__main__":
    if not Path(sys.argv[1]).is_dir():
        sys.exit(f"{sys.argv[1]}: the corpus is not there; nothing was measured.")
    main(Path(sys.argv[1]), is_verbose="-v" in sys.argv)

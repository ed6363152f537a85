from __future__ import annotations

import time
from typing import TYPE_CHECKING

from ingest.readers.pdf.page import Rule
from ingest.readers.pdf.ruled.grid import find_grids
from ingest.readers.pdf.ruled.rules import MOST_RULES, join_rules
from tests.ingest.pdf.paper import Paper

if TYPE_CHECKING:
    from pathlib import Path

AT_MOST = 5.0
"""Seconds; it takes a tenth of that on an office computer."""


def test_forty_thousand_rules_are_soon_done_with() -> None:
    lying = [
        Rule(number % 800 + number / 1e5, number % 37 * 11.0, number % 37 * 11.0 + 9, 0.5, None)
        for number in range(40_000)
    ]
    started = time.monotonic()
    joined = join_rules(lying)
    find_grids(joined, join_rules(lying))
    assert len(joined) <= MOST_RULES
    assert time.monotonic() - started < AT_MOST


def test_squared_paper_is_no_table(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for step in range(0, 560, 5):
        paper.line(10, 10 + step, 570, 10 + step)
        paper.line(10 + step, 10, 10 + step, 570)
    paper.text(50, 700, "Riverside Council")
    document = paper.read()
    assert document.tables == ()

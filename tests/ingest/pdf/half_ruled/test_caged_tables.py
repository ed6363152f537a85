from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from tests.ingest.pdf.paper import WIDTHS, Paper, rows_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

PLAN = (
    ("No", "Recommendation", "Update"),
    ("1", "Train all front line staff in how to write a chronology", "Done in May, and again in June"),
    ("2", "Review the policy", "The policy was reviewed and sent to all teams for comment"),
    ("3", "Ask each school", "Asked"),
)


def cage(paper: Paper, rows: Sequence[Sequence[str]]) -> None:
    """Write rows with rules around the whole, under the headings and between columns alone."""
    tops = paper.cells(rows)
    for height in (tops[0], tops[1], tops[-1]):
        paper.line(50, height, 50 + sum(WIDTHS), height)
    for x in accumulate(WIDTHS, initial=50.0):
        paper.line(x, tops[0], x, tops[-1])


def test_rows_without_rules_between_them_are_told_by_space(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    cage(paper, PLAN)
    assert rows_of(paper.read()) == [list(row) for row in PLAN]


def test_paragraphs_of_one_row_stay_in_it(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    cage(paper, [PLAN[0], ("1", "Train all\n\nReview it\n\nAsk each", "Done in May\n\nReviewed\n\nAsked")])
    assert len(rows_of(paper.read())) == 2

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from tests.ingest.pdf.paper import LEADING, PADDING, WIDTHS, Paper, rows_of

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


def test_rows_that_touch_are_told_by_their_numbers_in_the_middle(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    tops = cage_touching(paper, PLAN)
    paper.line(50, tops[1], 50 + sum(WIDTHS), tops[1])
    assert rows_of(paper.read()) == [list(row) for row in PLAN]


def test_numbers_of_one_row_part_no_sentence(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    row = ("1\n2\n3", "Train all front line staff in how to write a chronology, and keep a list", "Done in May")
    tops = cage_touching(paper, [PLAN[0], row])
    paper.line(50, tops[1], 50 + sum(WIDTHS), tops[1])
    assert len(rows_of(paper.read())) == 2


def cage_touching(paper: Paper, rows: Sequence[Sequence[str]]) -> list[float]:
    """Write rows as high as their highest cells, the others in the middle, rules around all and between columns."""
    wrapped = [[paper.wrap(text, width) for text, width in zip(row, WIDTHS, strict=True)] for row in rows]
    tops = list(accumulate((LEADING * max(map(len, row)) for row in wrapped), initial=100.0))
    for row, top in zip(wrapped, tops, strict=False):
        for lines, left in zip(row, accumulate(WIDTHS, initial=50.0 + PADDING), strict=False):
            above = (max(map(len, row)) - len(lines)) / 2
            for at, line in enumerate(lines):
                paper.text(left, top + LEADING * (above + at + 0.8), line)
    for height in (tops[0], tops[-1]):
        paper.line(50, height, 50 + sum(WIDTHS), height)
    for x in accumulate(WIDTHS, initial=50.0):
        paper.line(x, tops[0], x, tops[-1])
    return tops

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

import pytest

from tests.ingest.pdf.paper import PLAN, WIDTHS, Paper, rows_of

if TYPE_CHECKING:
    from pathlib import Path

AS_WRITTEN = [list(row) for row in PLAN]


def ruled_lower(paper: Paper, down: float) -> None:
    """Write the plan with every rule drawn so many points below where the words leave room for it."""
    tops = [top + down for top in paper.cells(PLAN)]
    for top in tops:
        paper.line(50, top, 50 + sum(WIDTHS), top)
    for x in accumulate(WIDTHS, initial=50.0):
        paper.line(x, tops[0], x, tops[-1])


@pytest.mark.parametrize("down", [4.0, 6.5, 8.0, 10.0])
def test_the_first_line_of_each_cell_may_be_struck_by_the_rule_above_it(tmp_path: Path, down: float) -> None:
    paper = Paper(tmp_path / "a.pdf")
    ruled_lower(paper, down)
    assert rows_of(paper.read()) == AS_WRITTEN


@pytest.mark.parametrize("up", [3.0, 6.0, 9.0])
def test_the_last_line_of_each_cell_may_be_struck_by_the_rule_below_it(tmp_path: Path, up: float) -> None:
    paper = Paper(tmp_path / "a.pdf")
    ruled_lower(paper, -up)
    assert rows_of(paper.read()) == AS_WRITTEN


def test_a_line_of_words_on_the_uppermost_rule_moves_no_row(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    ruled_lower(paper, 0.0)
    paper.text(150, 103, "Interim update")
    assert rows_of(paper.read()) == AS_WRITTEN


@pytest.mark.parametrize("down", [5.5, 6.5])
def test_a_line_that_hangs_out_of_the_last_row_belongs_to_it(tmp_path: Path, down: float) -> None:
    paper = Paper(tmp_path / "a.pdf")
    foot = paper.table(PLAN)[-1]
    paper.text(95, foot + down, "and reviewed")
    assert rows_of(paper.read())[-1][1].endswith("\nand reviewed")


def test_a_line_below_the_table_is_in_no_row(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    foot = paper.table(PLAN)[-1]
    paper.text(95, foot + 9, "See the notes")
    assert rows_of(paper.read()) == AS_WRITTEN

"""The heading row of a ruled table is its first row, though it has no rules of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ingest.pdf.paper import PLAN, Paper, rows_of, texts_in

if TYPE_CHECKING:
    from pathlib import Path

TOP = 100.0
HEIGHT = 17.0
ROWS = [list(row) for row in PLAN]


@pytest.mark.parametrize("heads", [PLAN[0], ("Nr", "What we were told", "What we did")])
def test_a_painted_band_of_headings_above_the_rules_is_the_heading_row(tmp_path: Path, heads: tuple[str, ...]) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.text(50, 80, "Agency: Riverside Housing")
    paper.fill((50, TOP, 440, HEIGHT), "lightblue")
    paper.cells([heads], top=TOP)
    paper.table(PLAN[1:], top=TOP + HEIGHT)
    document = paper.read()
    assert rows_of(document) == [list(heads), *ROWS[1:]]
    assert texts_in(document) == ["Agency: Riverside Housing"]


def test_known_headings_right_above_the_rules_are_the_heading_row(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.cells([PLAN[0]], top=TOP)
    paper.table(PLAN[1:], top=TOP + HEIGHT)
    assert rows_of(paper.read()) == ROWS


@pytest.mark.parametrize(
    "words", [("All", "please find our return", "below"), ("No", "Recommendation that runs on over", "the edge")]
)
def test_other_words_above_the_rules_stay_outside(tmp_path: Path, words: tuple[str, ...]) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.cells([words], top=TOP)
    paper.table(PLAN[1:], top=TOP + HEIGHT)
    assert rows_of(paper.read()) == ROWS[1:]


def test_a_table_with_headings_of_its_own_takes_no_others(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.cells([PLAN[0]], top=TOP)
    paper.table(PLAN, top=TOP + HEIGHT)
    assert rows_of(paper.read()) == ROWS

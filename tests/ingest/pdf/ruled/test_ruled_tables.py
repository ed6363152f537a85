from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

import pytest

from ingest.model import Where
from tests.ingest.pdf.paper import LEADING, PLAN, WIDTHS, Paper, cell_at, rows_of, texts_in

if TYPE_CHECKING:
    from pathlib import Path

AS_WRITTEN = [list(row) for row in PLAN]


@pytest.mark.parametrize("dash", [(), (3, 3), (1, 2), (6, 2, 1, 2)], ids=["solid", "dashed", "dotted", "mixed"])
def test_a_border_may_be_drawn_with_any_dash(tmp_path: Path, dash: tuple[int, ...]) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.canvas.setDash(list(dash))
    paper.table(PLAN)
    assert rows_of(paper.read()) == AS_WRITTEN


def test_a_dotted_border_may_be_many_small_squares(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    tops = paper.cells(PLAN)
    for across in range(50, 490, 3):
        for top in tops:
            paper.fill((across, top, 1, 1), "black")
    for x in accumulate(WIDTHS, initial=50.0):
        for y in range(int(tops[0]), int(tops[-1]), 3):
            paper.fill((x, y, 1, 1), "black")
    assert rows_of(paper.read()) == AS_WRITTEN


def test_a_double_border_is_one(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    tops = paper.table(PLAN)
    for top in tops:
        paper.line(50, top + 2, 490, top + 2)
    for x in accumulate(WIDTHS, initial=50.0):
        paper.line(x + 2, tops[0], x + 2, tops[-1])
    assert rows_of(paper.read()) == AS_WRITTEN


def test_borders_may_be_thin_painted_bars(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    tops = paper.cells(PLAN)
    for top, below in pairwise(tops):
        for left, right in pairwise(accumulate(WIDTHS, initial=50.0)):
            for box in ((left, top, right - left, 0.5), (left, top, 0.5, below - top), (right, top, 0.5, below - top)):
                paper.fill(box, "black")
    paper.fill((50, tops[-1], sum(WIDTHS), 0.5), "black")
    assert rows_of(paper.read()) == AS_WRITTEN


@pytest.mark.parametrize("gap", [0, 2])
def test_each_cell_may_have_an_outline_of_its_own(tmp_path: Path, gap: float) -> None:
    paper = Paper(tmp_path / "a.pdf")
    tops = paper.cells(PLAN)
    for top, below in pairwise(tops):
        for left, right in pairwise(accumulate(WIDTHS, initial=50.0)):
            height = below - top - gap
            paper.canvas.rect(left, paper.size[1] - top - height, right - left - gap, height)
    assert rows_of(paper.read()) == AS_WRITTEN


def test_borders_may_stop_short_of_the_corners(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    tops = paper.cells(PLAN)
    for top in tops:
        paper.line(52, top, 488, top)
    for x in accumulate(WIDTHS, initial=50.0):
        for top, below in pairwise(tops):
            paper.line(x, top + 2, x, below - 2)
    assert rows_of(paper.read()) == AS_WRITTEN


def test_a_missing_rule_merges_cells_across(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    tops = paper.cells([("", "", ""), *PLAN])
    paper.text(55, 112, "Group actions")
    for top in tops:
        paper.line(50, top, 490, top)
    for x in accumulate(WIDTHS, initial=50.0):
        paper.line(x, tops[0] if x in {50, 490} else tops[1], x, tops[-1])
    document = paper.read()
    assert rows_of(document) == [["Group actions"], *AS_WRITTEN]
    assert cell_at(document, 1, 1).colspan == 3


def test_a_missing_rule_merges_cells_downwards(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    tops = paper.cells([("1", "Train all staff", "Done in May"), ("", "", "Then again")])
    for number, top in enumerate(tops):
        paper.line(290 if number == 1 else 50, top, 490, top)
    for x in accumulate(WIDTHS, initial=50.0):
        paper.line(x, tops[0], x, tops[-1])
    document = paper.read()
    assert rows_of(document) == [["1", "Train all staff", "Done in May"], ["Then again"]]
    assert [cell_at(document, 1, col).rowspan for col in (1, 2, 3)] == [2, 2, 1]


def test_a_table_needs_no_rules_at_its_sides(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    tops = paper.cells(PLAN)
    for top in tops:
        paper.line(50, top, 490, top)
    for x in (90, 290):
        paper.line(x, tops[0], x, tops[-1])
    assert rows_of(paper.read()) == AS_WRITTEN


def test_a_word_over_a_rule_belongs_where_most_of_it_is(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table([("1", "Train", ""), ("2", "Review it", "")])
    paper.text(270, 112, "safeguarding")
    assert rows_of(paper.read())[0] == ["1", "Train", "safeguarding"]


def test_words_pressed_against_a_rule_stay_in_their_cells(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table([("", "", ""), ("", "", "")])
    width = paper.canvas.stringWidth("finished", "Helvetica", 10)
    paper.text(289.5 - width, 112, "finished")
    paper.text(290.5, 112, "Ongoing")
    assert rows_of(paper.read())[0] == ["", "finished", "Ongoing"]


@pytest.mark.parametrize("past", [-0.2, 0.4, 1.2])
def test_words_that_run_over_the_rule_into_each_other_stay_in_their_cells(tmp_path: Path, past: float) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table([("", "", "")] * 4)
    for baseline in (112, 129, 146, 163):
        paper.text(289.5, baseline, "Ongoing")
    paper.text(290 + past - paper.canvas.stringWidth("finished", "Helvetica", 10), 129, "finished")
    assert rows_of(paper.read())[1] == ["", "finished", "Ongoing"]


@pytest.mark.parametrize("past", [0.4, 1.2, 2.0])
def test_words_that_meet_at_a_rule_stay_apart_though_drawn_one_after_the_other(tmp_path: Path, past: float) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table([("", "", "")] * 4)
    paper.text(290 + past - paper.canvas.stringWidth("finished", "Helvetica", 10), 112, "finished")
    for baseline in (112, 129, 146, 163):
        paper.text(291.5, baseline, "Ongoing")
    assert rows_of(paper.read())[0] == ["", "finished", "Ongoing"]


def test_a_word_drawn_in_parts_runs_over_a_rule_whole_though_every_row_has_it(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table([("", "", ""), ("", "", ""), ("", "", "")])
    start = 290 - paper.canvas.stringWidth("safe", "Helvetica", 10)
    for baseline in (112, 129, 146):
        paper.text(start, baseline, "safe")
        paper.text(289.6, baseline, "guarding")
    assert [row[1:].count("safeguarding") for row in rows_of(paper.read())] == [1, 1, 1]


def test_two_tables_on_a_page_are_two(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table(PLAN)
    paper.text(50, 300, "Overview recommendations follow.")
    paper.table(PLAN, top=320)
    document = paper.read()
    assert [table.place.table for table in document.tables] == [1, 2]
    assert rows_of(document, 1) == AS_WRITTEN


def test_a_frame_around_the_page_is_no_table(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.canvas.rect(20, 20, 555, 802)
    paper.text(50, 80, "Riverside Council action plan.")
    paper.table(PLAN)
    document = paper.read()
    assert rows_of(document) == AS_WRITTEN
    assert texts_in(document) == ["Riverside Council action plan."]


def test_a_single_box_is_a_text_box(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.canvas.rect(50, 600, 300, 60)
    paper.text(60, 210, "Update provided by: A. Nother")
    document = paper.read()
    assert document.tables == ()
    assert texts_in(document, Where.TEXT_BOX) == ["Update provided by: A. Nother"]


def test_underlined_words_do_not_split_their_cell(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table(PLAN)
    width = paper.canvas.stringWidth("Train all staff", "Helvetica", 10)
    paper.line(95, 130.2, 95 + width, 130.2)
    assert rows_of(paper.read()) == AS_WRITTEN


def test_a_border_of_three_strokes_is_one(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    tops = paper.cells(PLAN)
    paper.canvas.setLineWidth(0.4)
    for shift in (-2.2, 0.0, 2.2):
        for height in tops:
            paper.line(50 + shift, height + shift, 50 + sum(WIDTHS) + shift, height + shift)
        for x in accumulate(WIDTHS, initial=50.0):
            paper.line(x + shift, tops[0] + shift, x + shift, tops[-1] + shift)
    assert rows_of(paper.read()) == AS_WRITTEN


def test_columns_in_a_frame_with_rules_between_rows_only_are_told_by_their_words(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    rows = (*PLAN, ("3", "Share it", "Sent to all"))
    tops = paper.cells(rows)
    right = 50 + sum(WIDTHS)
    for height in tops:
        paper.line(50, height, right, height)
    for x in (50, right):
        paper.line(x, tops[0], x, tops[-1])
    assert rows_of(paper.read()) == [list(row) for row in rows]


def test_a_strip_left_by_an_outer_frame_is_no_row(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    tops = paper.table(PLAN)
    right = 50 + sum(WIDTHS)
    paper.line(50, tops[-1] + 20, right, tops[-1] + 20)
    for x in (50, right):
        paper.line(x, tops[-1], x, tops[-1] + 20)
    assert rows_of(paper.read()) == AS_WRITTEN


def test_an_empty_cell_in_the_corner_of_a_table_without_an_outer_border_is_a_cell(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    rows = [*PLAN[:2], ("", "Review it", "")]
    tops = paper.cells(rows)
    for top in tops[1:-1]:
        paper.line(50, top, 490, top)
    for x in (90, 290):
        paper.line(x, tops[0], x, tops[-1])
    assert rows_of(paper.read()) == [list(row) for row in rows]


def test_dates_that_prose_set_to_both_edges_parts_off_hide_no_figures(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    prose = [
        "All teams in the county know of it now,",
        "as they were told at each of the rounds",
        "",
        "and it is read by all.",
    ]
    tops = paper.table([("1", "Agree the policy.", "\n".join(prose * 3))], top=100.0)
    for number in range(3):
        baseline = tops[0] + LEADING * (3 + 4 * number)
        paper.text(295.0, baseline, "and in use since")
        paper.text(420.0, baseline, "30/06/2013")
    assert [row[:2] for row in rows_of(paper.read())] == [["1", "Agree the policy."]]

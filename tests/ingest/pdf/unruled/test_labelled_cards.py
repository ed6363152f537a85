"""Small tables without rules, one for each recommendation, are known by the labels that stand on every one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ingest.pdf.paper import LEADING, Paper, rows_of, texts_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ingest.model import SourceDocument

LEFT, BESIDE = 50.0, 190.0
SPACE = 12.0
ASKED = ("1. Review how the wishes of children are recorded", "2. Sign off all plans within two weeks of a visit")
ANSWERS = (
    (("Lead officer", "Head of Housing"), ("Comments", "The review is done"), ("Evidence", "Audit report")),
    (("Lead officer", "Named Nurse"), ("Comments", "Managers sign off\nevery plan"), ("Evidence", "")),
)


def write_labelled(paper: Paper, rows: Sequence[Sequence[str]], top: float) -> float:
    """Write labels with answers beside them, and return where the next line would stand."""
    for label, answer in rows:
        lines = answer.split("\n")
        paper.text(LEFT, top, label)
        for at, line in enumerate(lines):
            paper.text(BESIDE, top + at * LEADING, line)
        top += len(lines) * LEADING
    return top


def write_card(paper: Paper, number: int, top: float) -> float:
    """Write a card, and return where the next would stand."""
    paper.text(LEFT, top, ASKED[number])
    return write_labelled(paper, ANSWERS[number], top + LEADING) + SPACE


def card(number: int) -> list[list[str]]:
    return [[ASKED[number]], *([label, text.replace("\n", " ")] for label, text in ANSWERS[number])]


def read_cards(document: SourceDocument) -> list[list[list[str]]]:
    """Return the rows of each table, the text of each cell on one line."""
    tables = (rows_of(document, number) for number in range(len(document.tables)))
    return [[[text.replace("\n", " ") for text in row] for row in rows] for rows in tables]


def test_cards_are_a_table_each(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    write_card(paper, 1, write_card(paper, 0, 100))
    document = paper.read()
    assert read_cards(document) == [card(0), card(1)]
    assert not texts_in(document)


@pytest.mark.parametrize("space", [LEADING, 30.0])
def test_text_before_between_and_after_cards_is_in_none_of_them(tmp_path: Path, space: float) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.text(LEFT, 100, "From the agency to the board")
    end = write_card(paper, 0, 100 + space)
    paper.text(LEFT, end, "Recommendations to all")
    end = write_card(paper, 1, end + space)
    paper.text(LEFT, end, "No more was asked of this agency, which thanks the board")
    document = paper.read()
    assert read_cards(document) == [card(0), card(1)]
    assert len(texts_in(document)) == 3


def test_a_card_cut_by_the_end_of_a_page_is_one(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    end = write_card(paper, 0, 700)
    paper.text(LEFT, end, ASKED[1])
    paper.new_page()
    write_labelled(paper, ANSWERS[1], 60)
    document = paper.read()
    assert read_cards(document) == [card(0), card(1)]


def test_an_answer_cut_by_the_end_of_a_page_is_one(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    end = write_card(paper, 0, 690)
    paper.text(LEFT, end, ASKED[1])
    end = write_labelled(paper, [("Lead officer", "Named Nurse"), ("Comments", "Managers sign off")], end + LEADING)
    paper.new_page()
    paper.text(BESIDE, 60, "every plan")
    write_labelled(paper, [("Evidence", "Minutes")], 60 + LEADING)
    rows = read_cards(paper.read())[1]
    assert [row[-1] for row in rows[1:]] == ["Named Nurse", "Managers sign off every plan", "Minutes"]


def test_labels_that_stand_once_make_no_card(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    write_card(paper, 0, 100)
    assert not paper.read().tables


def test_headings_over_paragraphs_of_full_width_make_no_card(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    top = 100.0
    for _ in range(3):
        for heading in ("Progress", "Evidence"):
            paper.text(LEFT, top, heading)
            paper.text(LEFT, top + LEADING, "The panel met in May and went through every file of the year")
            top += 2 * LEADING + SPACE
    assert not paper.read().tables


def test_states_in_changing_order_make_no_card(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    states = ("Completed", "In progress", "In progress", "Completed", "In progress", "Completed", "Completed")
    write_labelled(paper, [(state, f"The panel met on day {at}") for at, state in enumerate(states)], 100)
    assert not paper.read().tables


def test_headings_within_text_set_in_columns_make_no_card(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for at in range(24):
        left = {0: "Progress", 1: "Evidence"}.get(at % 6, "The panel met in June and")
        paper.text(LEFT, 100 + at * LEADING, left)
        paper.text(BESIDE, 100 + at * LEADING, "asked all of its members what they know")
    assert not paper.read().tables


def test_a_label_may_run_over_two_lines_and_what_one_card_alone_is_below_is_not_on_it(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.text(LEFT, 100, "Reply of the agency to the board")
    top = 100 + LEADING
    for number in (0, 1):
        paper.text(LEFT, top, "Recommendation")
        paper.text(BESIDE, top, str(number + 1))
        paper.text(LEFT, top + LEADING, "number")
        top = write_labelled(paper, ANSWERS[number], top + 2 * LEADING) + SPACE
    document = paper.read()
    assert read_cards(document) == [
        [["Recommendation number", str(number + 1)], *card(number)[1:]] for number in (0, 1)
    ]
    assert texts_in(document) == ["Reply of the agency to the board"]

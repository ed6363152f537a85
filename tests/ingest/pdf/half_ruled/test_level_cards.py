from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ingest.pdf.paper import Paper, rows_of, texts_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

LEFT, RIGHT = 50.0, 450.0
WIDTHS = (120.0, 280.0)
TITLES = ("1. Review how the wishes of children are recorded", "2. Sign off all plans within two weeks of a visit")
LABELLED = (
    (("Lead officer", "Head of Housing"), ("Comments", "The review is done"), ("Evidence", "Audit report")),
    (("Lead officer", "Named Nurse"), ("Comments", "Managers sign off every plan"), ("Evidence", "")),
)


def write_card(paper: Paper, title: str, rows: Sequence[Sequence[str]], top: float) -> float:
    """Write a card with level rules only, and return where it ends."""
    paper.text(LEFT + 5, top + 12, title)
    tops = [top, *paper.cells(rows, top=top + 17, left=LEFT, widths=WIDTHS)]
    for height in tops:
        paper.line(LEFT, height, RIGHT, height)
    return tops[-1]


def rows_with(number: int) -> list[list[str]]:
    return [[TITLES[number]], *([label, text] for label, text in LABELLED[number])]


def test_cards_with_level_rules_only_are_a_table_each(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    end = write_card(paper, TITLES[0], LABELLED[0], 100)
    write_card(paper, TITLES[1], LABELLED[1], end + 17)
    document = paper.read()
    assert [rows_of(document, number) for number in range(2)] == [rows_with(0), rows_with(1)]
    assert len(document.tables) == 2


def test_text_between_cards_is_in_none_of_them(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    text = "Recommendations of the overview report to all agencies"
    end = write_card(paper, TITLES[0], LABELLED[0], 100)
    paper.text(LEFT, end + 14, text)
    write_card(paper, TITLES[1], LABELLED[1], end + 22)
    document = paper.read()
    assert texts_in(document) == [text]
    assert rows_of(document, 1) == rows_with(1)


def test_a_blank_row_below_a_heading_row_parts_no_cards(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    rows = [("Agency", "Update"), *LABELLED[0], ("", ""), *LABELLED[0]]
    for height in paper.cells(rows, top=100, left=LEFT, widths=WIDTHS):
        paper.line(LEFT, height, RIGHT, height)
    assert len(paper.read().tables) == 1

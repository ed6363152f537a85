"""Small tables, one for each recommendation, and the page breaks between and within them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ingest.pdf.paper import Paper, rows_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SIZE = (595.0, 300.0)
"""Pages low enough to be full after some lines."""
FOOT = 280.0
CARD = (120.0, 300.0)


def test_the_first_row_of_a_table_may_stand_alone_on_the_page_before(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf", SIZE)
    paper.text(50, 40, "What was said of the plan in the meeting of May.")
    paper.table([("1. Train all staff in the use of the pathway.",)], top=FOOT - 20, widths=(400.0,))
    paper.new_page()
    card = [("Lead", "Head of Housing"), ("Update", "Training was held."), ("Evidence", "The list of those who came.")]
    paper.table(card, top=40.0, widths=(100.0, 300.0))
    document = paper.read()
    assert [(cell.text, cell.colspan) for cell in document.tables[0].cells[:2]] == [
        ("1. Train all staff in the use of the pathway.", 2),
        ("Lead", 1),
    ]


def test_the_next_of_small_tables_with_the_same_labels_is_another(tmp_path: Path) -> None:
    cards = [[(f"Recommendation {number}", text), ("Update", "Done.")] for number, text in enumerate(("Train", "Ask"))]
    paper = Paper(tmp_path / "a.pdf", SIZE)
    paper.table(cards[0], top=FOOT - 34, widths=(120.0, 200.0))
    paper.new_page()
    paper.table(cards[1], top=40.0, widths=(120.0, 200.0))
    document = paper.read()
    assert [rows_of(document, table) for table in (0, 1)] == [[list(row) for row in card] for card in cards]


def test_the_labels_of_a_small_table_begin_rows(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf", SIZE)
    card = [("Recommendation", "Train all staff."), ("Update on progress", "Done."), ("Evidence of completion", "")]
    paper.table(card[:2], top=FOOT - 34, widths=(120.0, 200.0))
    paper.new_page()
    paper.table([*card[2:], ("Status", "Complete")], top=40.0, widths=(120.0, 200.0))
    assert rows_of(paper.read()) == [*map(list, card), ["Status", "Complete"]]


def test_forms_that_ask_above_each_answer_stay_apart(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf", SIZE)
    forms = [
        [("Recommendation",), (text,), ("Update",), (f"{text} has been done.",)]
        for text in ("Train all staff", "Ask every school")
    ]
    for form in forms:
        paper.table(form, top=FOOT - 68, widths=(300.0,))
        paper.new_page()
    document = paper.read()
    assert [rows_of(document, table) for table in (0, 1)] == [[list(row) for row in form] for form in forms]


def write_card(paper: Paper, title: str, answers: Sequence[tuple[str, str]], top: float) -> float:
    """Draw what of a card stands on a page: a title across it, and labels with the answers beside; return its end."""
    ends = [top, top + 17.0]
    paper.text(55, top + 12, title)
    if answers:
        ends += paper.cells(answers, top=ends[-1], widths=CARD)[1:]
        paper.line(50 + CARD[0], ends[1], 50 + CARD[0], ends[-1])
    for end in ends:
        paper.line(50, end, 50 + sum(CARD), end)
    for x in (50, 50 + sum(CARD)):
        paper.line(x, ends[0], x, ends[-1])
    return ends[-1]


@pytest.mark.parametrize(("rest", "n_rows"), [("It reports in May.", 3), ("Update: It reports in May.", 4)])
def test_the_title_of_a_card_cut_after_a_sentence_is_one(tmp_path: Path, rest: str, n_rows: int) -> None:
    answers = (("Progress", "Begun in the spring."), ("Evidence", "Minutes"))
    paper = Paper(tmp_path / "a.pdf", SIZE)
    write_card(paper, "1. Train all staff.", answers, 100)
    write_card(paper, "2. Set up a group.", (), FOOT - 17)
    paper.new_page()
    write_card(paper, rest, answers, 40)
    assert len(rows_of(paper.read(), 1)) == n_rows

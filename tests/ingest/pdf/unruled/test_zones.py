from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ingest.pdf.paper import Paper, rows_of, texts_in

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("Ambleford", "Brockwell", "Carrow Hill", "Dunmere", "Eastly")
TEXT = (
    "The figures in this release come from returns made by each area and are revised every year. Where an area sent"
    " nothing, its last figure was carried forward and marked. Rates are worked out on the population at mid year."
)


def figures(paper: Paper, left: float, top: float, pitch: float = 14.0) -> list[list[str]]:
    """Write a table of figures some 200 points wide and return its rows."""
    rows = [[name, str(90 - 7 * at), f"{at + 1}.5"] for at, name in enumerate(NAMES)]
    for at, (name, first, second) in enumerate(rows):
        paper.text(left, top + pitch * at, name)
        paper.canvas.drawRightString(left + 150, paper.size[1] - top - pitch * at, first)
        paper.canvas.drawRightString(left + 200, paper.size[1] - top - pitch * at, second)
    return rows


def column(paper: Paper, left: float, top: float, lines: int) -> None:
    text = paper.wrap(" ".join([TEXT] * 6), 220)
    for at, line in enumerate(text[:lines]):
        paper.text(left, top + 12 * at, line)


def test_a_table_in_each_column_of_a_page_is_read_by_itself(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    column(paper, 50, 100, 8)
    left = figures(paper, 50, 215)
    column(paper, 50, 300, 8)
    column(paper, 310, 100, 14)
    right = figures(paper, 310, 287, 13)
    column(paper, 310, 370, 4)
    document = paper.read()
    assert [rows_of(document, table) for table in range(2)] == [left, right]


def test_tables_side_by_side_under_their_captions_stay_two(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for number, left in enumerate((50.0, 310.0)):
        paper.text(left, 100, f"Table {number + 1} Visits by area")
        figures(paper, left, 120)
    assert [table.n_cols for table in paper.read().tables] == [3, 3]


def test_tables_side_by_side_under_bold_titles_at_one_height_stay_two(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for title, left in (("Visits made by area", 50.0), ("Letters", 310.0)):
        paper.font("Helvetica-Bold", 10)
        paper.text(left, 100, title)
        paper.font("Helvetica", 10)
        paper.canvas.drawRightString(left + 150, paper.size[1] - 114, "Sent")
        paper.canvas.drawRightString(left + 200, paper.size[1] - 114, "Rate")
        paper.text(left, 114, "Area")
        figures(paper, left, 128)
    assert [table.n_cols for table in paper.read().tables] == [3, 3]


def test_terms_with_what_they_mean_beside_them_are_no_table(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    top = 100.0
    for term in ("Base year", "Outturn", "Quartile", "Headcount"):
        paper.text(50, top, term)
        lines = paper.wrap(TEXT, 350)
        for at, line in enumerate(lines):
            paper.text(160, top + 12 * at, line)
        top += 12 * len(lines) + 6
    document = paper.read()
    assert document.tables == ()
    assert sum("Base year" in text for text in texts_in(document)) == 1


def test_long_questions_with_figures_beside_their_last_lines_are_a_table(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    questions = [f"{name} {TEXT[7 * at : 7 * at + 66]}" for at, name in enumerate(NAMES)]
    top = 100.0
    for number, question in enumerate(questions):
        lines = paper.wrap(question, 200)
        for at, line in enumerate(lines):
            paper.text(50, top + 12 * at, line)
        for col in range(3):
            paper.canvas.drawRightString(
                330 + 60 * col, paper.size[1] - top - 12 * len(lines) + 12, f"{number + 11 * col + 10}%"
            )
        top += 12 * len(lines) + 4
    document = paper.read()
    assert [(table.n_rows, table.n_cols) for table in document.tables] == [(5, 4)]


def test_long_labels_on_one_line_each_are_of_their_figures(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for number in range(9):
        paper.text(50, 100 + 13 * number, f"Areas that told us in part {number} how many plans they made")
        for col in range(3):
            right = 380 + 60 * col
            paper.canvas.drawRightString(right, paper.size[1] - 100 - 13 * number, f"{number + 11 * col + 10}")
    assert [(table.n_rows, table.n_cols) for table in paper.read().tables] == [(9, 4)]

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ingest.pdf.paper import Paper, rows_of

if TYPE_CHECKING:
    from pathlib import Path

    from ingest.model import SourceDocument

LABELS = ("North coast", "South coast", "Harbour", "Islands", "Moor", "All areas")


def draw(paper: Paper, top: float, rows: list[list[str]], rights: list[float]) -> None:
    for number, (label, *values) in enumerate(rows):
        paper.text(60, top + 14 * number, label)
        for right, value in zip(rights, values, strict=False):
            paper.canvas.drawRightString(right, paper.size[1] - top - 14 * number, value)


def middle(paper: Paper, at: float, top: float, words: str) -> None:
    paper.canvas.drawCentredString(at, paper.size[1] - top, words)


def numbers(n_columns: int, labels: tuple[str, ...] = LABELS) -> list[list[str]]:
    rows = enumerate(labels)
    return [[label, *(str(1000 + 37 * row + 211 * col) for col in range(n_columns))] for row, label in rows]


def spans_of(document: SourceDocument, *texts: str) -> list[tuple[int, int]]:
    cells = document.tables[0].cells
    return [(cell.col, cell.colspan) for text in texts for cell in cells if cell.text == text]


RIGHTS = [200.0 + 55 * col for col in range(6)]
YEARS = ["", "2007", "2008", "2007", "2008", "2007", "2008"]


def test_headings_in_the_middle_of_wide_columns_are_over_all_of_their_group(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for at, words in ((200, "Sent"), (310, "Received"), (420, "Balance")):
        middle(paper, at, 86, words)
    draw(paper, 100, [YEARS, *numbers(6)], RIGHTS)
    assert spans_of(paper.read(), "Sent", "Received", "Balance") == [(2, 2), (4, 2), (6, 2)]


@pytest.mark.parametrize("heads", [("Sent", "Received", "Balance"), ()])
def test_a_unit_below_the_years_in_the_middle_of_the_figures_is_over_all_of_them(
    tmp_path: Path, heads: tuple[str, ...]
) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for at, words in zip((200, 310, 420), heads, strict=False):
        middle(paper, at, 86, words)
    draw(paper, 100, [YEARS], RIGHTS)
    middle(paper, (145 + 475) / 2, 114, "thousand letters")
    draw(paper, 128, numbers(6), RIGHTS)
    document = paper.read()
    assert spans_of(document, "thousand letters") == [(2, 6)]
    assert spans_of(document, *heads) == [(2, 2), (4, 2), (6, 2)][: len(heads)]


def test_units_of_groups_below_the_headings_are_over_their_groups(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for at, words in ((200, "Letters"), (310, "Replies"), (420, "Time to reply")):
        middle(paper, at, 86, words)
    draw(paper, 100, [YEARS], RIGHTS)
    for at, words in ((255, "thousand"), (420, "Days")):
        middle(paper, at, 114, words)
    draw(paper, 128, numbers(6), RIGHTS)
    assert spans_of(paper.read(), "thousand", "Days") == [(2, 4), (6, 2)]


def test_a_heading_on_two_lines_over_the_first_of_each_group_is_no_heading_of_the_group(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for at, words in ((227, "Towns"), (392, "Country")):
        middle(paper, at, 72, words)
    draw(paper, 86, [["", "Both", "", "", "Both"]], RIGHTS)
    draw(paper, 98, [["Area", "sexes", "Men", "Women", "sexes", "Men", "Women"]], RIGHTS)
    draw(paper, 114, numbers(6), RIGHTS)
    rows = rows_of(paper.read())
    assert [" ".join(text.split()) for text in rows[1]] == [
        "Area", "Both sexes", "Men", "Women", "Both sexes", "Men", "Women",
    ]  # fmt: skip


@pytest.mark.parametrize("is_centred", [True, False])
def test_a_heading_of_the_first_part_longer_than_labels_keeps_the_headings_above_it(
    tmp_path: Path, *, is_centred: bool
) -> None:
    paper = Paper(tmp_path / "a.pdf")
    years = numbers(4, ("1990", "2000", "2010"))
    rights = [150.0 + 90 * col for col in range(4)]
    draw(paper, 86, [["", "Coal", "Oil", "Gas", "Wind"]], rights)
    for part, words in enumerate(("Production in the county", "Brought in from elsewhere")):
        if is_centred:
            middle(paper, (60 + rights[-1]) / 2, 100 + 56 * part, words)
        else:
            paper.text(60, 100 + 56 * part, words)
        draw(paper, 114 + 56 * part, years, rights)
    document = paper.read()
    rows = rows_of(document)
    assert len(document.tables) == 1
    assert [rows[0][1:], rows[2], len(rows)] == [["Coal", "Oil", "Gas", "Wind"], years[0], 9]


def test_text_above_columns_of_years_as_labels_is_no_heading(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    rights = [150.0 + 90 * col for col in range(4)]
    paper.text(60, 74, "Coal was the most used until the mines of the county were closed, and gas after that.")
    draw(paper, 88, [["", "Coal", "Oil", "Gas", "Wind"], *numbers(4, ("1990", "2000", "2010"))], rights)
    assert rows_of(paper.read())[0] == ["", "Coal", "Oil", "Gas", "Wind"]


def test_years_above_a_heading_of_the_first_part_stay_headings(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    draw(paper, 86, [["", "2001", "2002", "2003", "2004", "2005", "2006"]], RIGHTS)
    middle(paper, (60 + RIGHTS[-1]) / 2, 100, "Change against the year before")
    draw(paper, 114, numbers(6), RIGHTS)
    assert rows_of(paper.read())[0] == ["", "2001", "2002", "2003", "2004", "2005", "2006"]


def test_headings_in_the_middle_of_two_lines_stand_in_the_row_of_the_lower_one(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for at, words in ((200, "Sent"), (310, "Received"), (420, "Balance")):
        middle(paper, at, 86, words)
    paper.text(60, 92, "Area")
    draw(paper, 98, [YEARS], RIGHTS)
    draw(paper, 114, numbers(6), RIGHTS)
    document = paper.read()
    assert rows_of(document)[1] == ["Area", *YEARS[1:]]
    assert spans_of(document, "Sent", "Received", "Balance") == [(2, 2), (4, 2), (6, 2)]


def test_a_unit_below_the_rule_under_the_headings_keeps_them(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    rights = [200.0 + 90 * col for col in range(4)]
    draw(paper, 86, [["Waste", "Paper", "Glass", "Wood", "Metal"]], rights)
    paper.line(55, 90, 475, 90)
    middle(paper, (110 + 470) / 2, 102, "tonnes a year")
    draw(paper, 116, numbers(4), rights)
    document = paper.read()
    assert rows_of(document)[0] == ["Waste", "Paper", "Glass", "Wood", "Metal"]
    assert spans_of(document, "tonnes a year") == [(2, 4)]


def test_groups_are_told_beside_a_heading_of_the_labels_and_one_of_a_single_column(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    rights = [200.0 + 55 * col for col in range(5)]
    paper.text(60, 86, "Outcome")
    for at, words in ((200, "Treated"), (310, "Not treated")):
        middle(paper, at, 86, words)
    paper.canvas.drawRightString(rights[-1], paper.size[1] - 86, "Total")
    draw(paper, 100, [["", "n", "%", "n", "%", ""], *numbers(5)], rights)
    assert spans_of(paper.read(), "Treated", "Not treated", "Total") == [(2, 2), (4, 2), (6, 1)]


def test_years_with_the_mark_of_a_note_are_headings(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    draw(paper, 100, [["", "2006", "2007", "2008 (1)"], *numbers(3)], RIGHTS)
    assert rows_of(paper.read()) == [["", "2006", "2007", "2008 (1)"], *numbers(3)]


def test_headings_stand_above_a_blank_line(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    draw(paper, 100, numbers(3), RIGHTS)
    draw(paper, 100 - 24.5, [["Area", "Sent", "Received", "Balance"]], RIGHTS)
    assert rows_of(paper.read())[0] == ["Area", "Sent", "Received", "Balance"]

"""What looks like figures and is none, and what hides them: dots that lead on, scales of charts, typed rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ingest.pdf.paper import Paper, rows_of

if TYPE_CHECKING:
    from pathlib import Path

AREAS = ("Ambleford", "Brockwell", "Carrow Hill", "Dunmere and the villages", "Eastly")
COUNTS = (("1,204", "88"), ("77", "9"), ("640", "51"), ("5", "12"), ("31", "106"))


def right(paper: Paper, end: float, baseline: float, words: str) -> None:
    paper.canvas.drawRightString(end, paper.size[1] - baseline, words)


@pytest.mark.parametrize("dot", [".", ". "])
def test_dots_may_lead_from_a_label_right_up_to_its_figures(tmp_path: Path, dot: str) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for at, (area, (first, second)) in enumerate(zip(AREAS, COUNTS, strict=True)):
        top = 100 + 14 * at
        start, end = 50 + paper.canvas.stringWidth(area), 300 - paper.canvas.stringWidth(first)
        paper.text(start, top, dot * int((end - start) / paper.canvas.stringWidth(dot)))
        paper.text(50, top, area)
        right(paper, 300, top, first)
        right(paper, 400, top, second)
    rows = rows_of(paper.read())
    assert [row[1:] for row in rows] == [list(values) for values in COUNTS]
    assert [row[0].rstrip(". ") for row in rows] == list(AREAS)


@pytest.mark.parametrize("numbered", [True, False])
def test_dots_that_lead_to_pages_make_no_table(tmp_path: Path, *, numbered: bool) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for at in range(7):
        if numbered:
            paper.text(50, 100 + 14 * at, f"{at + 1}.2")
        paper.text(80, 100 + 14 * at, f"What the {at + 3} areas did" + "." * 60)
        right(paper, 400, 100 + 14 * at, str(4 * at + 3))
    assert paper.read().tables == ()


def test_headings_with_pages_and_no_dots_are_no_table_of_words(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for at, title in enumerate(("What we did", "What changed in 2019", "Who was asked", "Rates of return")):
        paper.text(50, 100 + 14 * at, f"2.{at + 1}")
        paper.text(90, 100 + 14 * at, title)
        right(paper, 300, 100 + 14 * at, str(27 + 4 * at))
    assert paper.read().tables == ()


def test_a_chart_with_a_scale_and_values_over_its_bars_is_no_table(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for mark in range(0, 101, 20):
        right(paper, 70, 300 - 1.2 * mark, str(mark))
    for at, value in enumerate((34, 57, 22, 91, 68, 47)):
        paper.text(90 + 40 * at, 297 - 1.2 * value, str(value))
        paper.text(85 + 40 * at, 312, str(2004 + at))
    assert paper.read().tables == ()


def test_a_column_of_years_is_no_scale(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    rows = [[str(2004 + at), str(17 * at % 23), f"{at * 7 % 9}.5"] for at in range(6)]
    for at, row in enumerate(rows):
        for end, words in zip((80, 200, 300), row, strict=True):
            right(paper, end, 100 + 14 * at, words)
    assert rows_of(paper.read()) == rows


def test_one_space_before_a_figure_of_typed_text_parts_nothing(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.font("Courier", 10)
    for at, (area, (first, second)) in enumerate(zip(AREAS, COUNTS, strict=True)):
        label = f"{area} 2 of 5"
        paper.text(50, 100 + 12 * at, f"{label:<34}{first:>8}{second:>8}")
    assert rows_of(paper.read())[0] == ["Ambleford 2 of 5", "1,204", "88"]


def test_typed_rules_over_columns_part_headings_from_rows(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.font("Courier", 10)
    typed = [f"{'':<30}{'Men':>8}{'Women':>8}", "=" * 46]
    typed += [f"{area:<30}{first:>8}{second:>8}" for area, (first, second) in zip(AREAS, COUNTS, strict=True)]
    for at, words in enumerate(typed):
        paper.text(50, 100 + 12 * at, words)
    rows = rows_of(paper.read())
    assert rows[:2] == [["", "Men", "Women"], ["Ambleford", "1,204", "88"]]
    assert len(rows) == 1 + len(AREAS)


def test_a_heading_in_the_middle_of_a_table_is_over_all_its_columns(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for at, (area, (first, second)) in enumerate(zip(AREAS * 2, COUNTS * 2, strict=True)):
        top = 100 + 14 * (at + at // len(AREAS))
        paper.text(50, top, area)
        right(paper, 300, top, first)
        right(paper, 400, top, second)
    paper.canvas.drawCentredString(225, paper.size[1] - 170, "Index 2005 = 100")
    document = paper.read()
    assert [(cell.text, cell.colspan) for cell in document.tables[0].cells if cell.row == 6] == [
        ("Index 2005 = 100", 3)
    ]
    assert document.tables[0].n_rows == 11


def test_words_below_years_are_of_their_headings(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for at, row in enumerate((("2009", "2010", "2011"), ("Actual", "Estimate", "Plan"))):
        for end, words in zip((200, 300, 400), row, strict=True):
            right(paper, end, 100 + 12 * at, words)
    for at, area in enumerate(AREAS):
        paper.text(50, 128 + 14 * at, area)
        for end, words in zip((200, 300, 400), (str(at * 31 + 7), str(at * 17 + 60), str(9 - at)), strict=True):
            right(paper, end, 128 + 14 * at, words)
    heads = [" ".join(text.split()) for text in rows_of(paper.read())[0][1:]]
    assert heads == ["2009 Actual", "2010 Estimate", "2011 Plan"]


def test_labels_on_many_lines_keep_figures_in_one_table(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    label = "Staff here know whom to tell when they are worried about a child and what happens after that"
    top = 100.0
    for first, second in COUNTS:
        right(paper, 300, top, first)
        right(paper, 400, top, second)
        for line in paper.wrap(label, 110):
            paper.text(50, top, line)
            top += 11
    rows = rows_of(paper.read())
    assert [row[1:] for row in rows] == [list(values) for values in COUNTS]
    assert all(" ".join(row[0].split()) == label for row in rows)


def test_a_row_of_words_ends_a_list_of_key_figures(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    rows = [["Area", "1,204"], ["People", "88,016"], ["Homes", "40,120"], ["Schools", "61"], ["County town", "Dunmere"]]
    for at, (label, value) in enumerate(rows):
        paper.text(50, 100 + 13 * at, label)
        right(paper, 300, 100 + 13 * at, value)
    assert rows_of(paper.read()) == rows


def test_short_labels_one_below_the_other_are_rows_however_near(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    labels = ("2005", "I", "II", "III", "IV", "2006", "I", "II", "III", "IV")
    top = 100.0
    for at, label in enumerate(labels):
        top += 14 if label.isdigit() else 11.5
        paper.text(50, top, label)
        right(paper, 200, top, f"{at * 3 + 1}.4")
        right(paper, 300, top, f"{at * 7 + 2}.8")
    assert [row[0] for row in rows_of(paper.read())] == list(labels)


def test_units_below_years_are_of_their_headings(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for at, row in enumerate((("", "2011", "2010"), ("Note", "£000", "£000"))):
        for end, words in zip((220, 300, 400), row, strict=True):
            right(paper, end, 100 + 11 * at, words)
    for at, area in enumerate(AREAS):
        paper.text(50, 128 + 14 * at, area)
        for end, words in zip(
            (220, 300, 400), (str(at + 2), f"{at + 3},{at + 417}", f"(1,{at * 77 + 100})"), strict=True
        ):
            right(paper, end, 128 + 14 * at, words)
    heads = [" ".join(text.split()) for text in rows_of(paper.read())[0]]
    assert heads == ["", "Note", "2011 £000", "2010 £000"]


def test_two_charts_side_by_side_without_values_are_no_table(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for left in (60, 310):
        for step in range(6):
            paper.text(left, 100 + 20 * step, str(50 - 10 * step))
        for year in range(5):
            paper.text(left + 20 + 36 * year, 210, str(2001 + year))
    assert paper.read().tables == ()

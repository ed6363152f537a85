from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ingest.pdf.paper import LEADING, Paper, rows_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

HEADS = ("No", "Recommendation", "Update", "Evidence")
PLAN = (
    ("1", "Train all front line staff in how to write a chronology", "Done in May; two more days are booked", ""),
    ("2", "Review the policy", "The policy was reviewed and sent to all teams for comment", "Minutes of the panel"),
    ("3", "Ask each school for its register of visits", "Asked", "Letter to heads"),
)
WIDTHS = (40.0, 160.0, 170.0, 110.0)
SPACE = 9.0


def plan(paper: Paper, rows: Sequence[Sequence[str]], top: float = 100.0, *, middle: bool = False) -> None:
    """Write rows of words without rules, with space between rows."""
    for row in rows:
        wrapped = [paper.wrap(text, width) for text, width in zip(row, WIDTHS, strict=True)]
        deepest = max(map(len, wrapped))
        left = 50.0
        for lines, width in zip(wrapped, WIDTHS, strict=True):
            shift = (deepest - len(lines)) * LEADING / 2 if middle else 0.0
            for at, line in enumerate(lines):
                paper.text(left, top + shift + at * LEADING, line)
            left += width
        top += deepest * LEADING + SPACE


@pytest.mark.parametrize("middle", [False, True])
def test_a_plan_without_rules_is_read_by_rows(tmp_path: Path, *, middle: bool) -> None:
    paper = Paper(tmp_path / "a.pdf")
    plan(paper, [HEADS, *PLAN], middle=middle)
    assert rows_of(paper.read()) == [list(row) for row in (HEADS, *PLAN)]


def test_a_heading_on_two_lines_over_a_narrow_column_is_whole(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.font("Helvetica-Bold", 10)
    paper.text(420, 88, "Evidence")
    for left, head in ((50, "No"), (90, "Recommendation"), (250, "Update"), (420, "so far")):
        paper.text(left, 100, head)
    paper.font("Helvetica", 10)
    plan(paper, PLAN, 120)
    assert rows_of(paper.read())[0] == ["No", "Recommendation", "Update", "Evidence\nso far"]


def test_addresses_in_three_columns_are_no_table(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for column in range(3):
        for number in range(9):
            town = ("Ambleford", "Brockwell", "Carrow Hill")[(column + number) % 3]
            lines = (town, f"{number + 7} Mill Lane", f"Tel. 01632 960{100 + number}")
            paper.text(50 + 170 * column, 100 + 13 * number + column % 2, lines[(number + column) % 3])
    assert paper.read().tables == ()


def test_an_index_in_three_columns_is_no_table(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for column in range(3):
        for number in range(12):
            paper.text(50 + 170 * column, 100 + 12 * number, f"Entry of the index, {number + 3}, {number * 7 + column}")
    assert paper.read().tables == ()


def test_words_here_and_there_on_a_map_are_no_table(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.text(50, 90, "Figure 2 Visits by area")
    for number in range(24):
        paper.text(60 + number * 97 % 400, 110 + number * 53 % 180, f"{number * 31 % 90}" if number % 2 else "Area")
    assert paper.read().tables == ()


def test_rows_above_the_first_shade_are_told_apart(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    names = ("Ambleford", "Brockwell", "Carrow Hill", "Dunmere", "Eastly", "Fernham")
    rows = [("Area", "Lead", "Status"), *((name, "A. Pell", "Open") for name in names)]
    for number, row in enumerate(rows):
        if number and number % 2 == 0:
            paper.fill((45, 90 + 16 * number, 400, 16), "#DDDDEE")
        for left, text in zip((50, 180, 300), row, strict=True):
            paper.text(left, 102 + 16 * number, text)
    assert rows_of(paper.read()) == [list(row) for row in rows]


def test_figures_with_remarks_on_several_lines_are_rows(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    rows = (
        ("Measure", "2010", "2011", "Remarks"),
        ("Visits", "12.5", "14.1", "More visits were made after the count began"),
        ("Plans", "3.0", "7.2", "Plans are counted once a year only"),
        ("Calls", "44.0", "39.9", "Calls that nobody took are left out here"),
    )
    top = 100.0
    for row in rows:
        lines = paper.wrap(row[3], 110)
        for left, text in zip((50, 150, 220), row, strict=False):
            paper.text(left, top, text)
        for at, line in enumerate(lines):
            paper.text(300, top + LEADING * at, line)
        top += LEADING * len(lines) + 3
    assert rows_of(paper.read()) == [list(row) for row in rows]


def test_terms_beside_what_they_mean_are_a_table_under_bold_headings(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    rows = [
        ("Term", "Meaning"),
        ("Household", "A person who lives alone or people who share a home"),
        ("Vacancy", "A post that is about to become free"),
        ("Full time", "As many hours as most people in the same trade work"),
    ]
    for number, row in enumerate(rows):
        paper.font("Helvetica" if number else "Helvetica-Bold", 10)
        for left, words in zip((50, 160), row, strict=True):
            paper.text(left, 100 + 13 * number, words)
    assert rows_of(paper.read()) == [list(row) for row in rows]


def test_a_narrow_table_of_words_keeps_rows_set_nearer_than_its_headings(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    rows = [("Date", "Meeting", "Papers for"), ("4 May", "Board", "April 2009"), ("8 June", "Panel", "May 2009")]
    rows += [("6 July", "Board", "June 2009"), ("9 July", "Forum", "June 2009")]
    for number, row in enumerate(rows):
        paper.font("Helvetica" if number else "Helvetica-Bold", 9)
        for left, words in zip((50, 110, 180), row, strict=True):
            paper.text(left, (100 if number else 98) + 11 * number, words)
    assert rows_of(paper.read()) == [list(row) for row in rows]


def test_the_first_row_may_be_as_near_to_bold_headings_as_their_lines_are(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.font("Helvetica-Bold", 10)
    paper.text(460, 88, "Grant")
    for left, head in ((50, "Body"), (180, "Subject of the work"), (460, "(pounds)")):
        paper.text(left, 100, head)
    paper.font("Helvetica", 10)
    rows = [("Ambleford", "Quiet streets by night", "74,303"), ("Carrow Hill", "Wet meadows", "21,701")]
    rows += [("Dunmere", "Water for fields of barley", "87,733"), ("Eastly", "Cold stores", "56,234")]
    for at, row in enumerate(rows):
        for left, words in zip((50, 180, 460), row, strict=True):
            paper.text(left, 112 + 18 * at, words)
    assert rows_of(paper.read())[1:] == [list(row) for row in rows]

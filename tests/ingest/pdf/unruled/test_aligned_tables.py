from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ingest.pdf.paper import Paper, rows_of, texts_in

if TYPE_CHECKING:
    from pathlib import Path

RATES = (
    ("Area", "2019", "2020", "2021"),
    ("North Riverside", "12", "14", "9"),
    ("South Riverside", "101", "98", "77"),
    ("Harbour", "5", "6", "8"),
)
WIDTHS = (160.0, 90.0, 90.0, 90.0)
LETTER = """Dear colleague, thank you for the time you took to answer the questions of the board. We have now read
all answers and would like to share with you what we have learned from them. The board meets again in
June, and until then we ask every agency to send what it has done since the last meeting. Please use the
form that came with this letter, and write one answer for each recommendation. If there is nothing new,
say so. We will put all answers together and send them round before the meeting."""


def test_columns_without_any_rule_make_a_table(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.text(50, 70, "The table shows how many plans were made in each area of the county over three years.")
    paper.cells(RATES, widths=WIDTHS)
    document = paper.read()
    assert rows_of(document) == [list(row) for row in RATES]
    assert len(texts_in(document)) == 1


def test_rules_between_rows_only_make_a_table(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    rows = [("Action", "Update"), ("Train everyone " * 5, "Done " * 12), ("Review it", "Ongoing " * 9), ("Ask", "No")]
    tops = paper.cells(rows, widths=(200, 200))
    for top in tops:
        paper.line(50, top, 450, top)
    assert rows_of(paper.read()) == [[cell.strip() for cell in row] for row in rows]


def test_a_letter_is_no_table(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for number, line in enumerate(["To:        A. Nother", "From:     B. Other", "Date:      June"]):
        label, value = line.split(":")
        paper.text(50, 100 + 14 * number, f"{label}:")
        paper.text(130, 100 + 14 * number, value.strip())
    for number, line in enumerate(LETTER.split("\n")):
        paper.text(50, 180 + 13 * number, line)
    document = paper.read()
    assert document.tables == ()


def test_a_list_of_bullets_is_no_table(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for number, line in enumerate(LETTER.split("\n")):
        paper.text(50, 100 + 13 * number, "•")
        paper.text(75, 100 + 13 * number, line[:60])
    assert paper.read().tables == ()


def test_text_in_columns_is_no_table_and_is_read_down_each(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    lines = paper.wrap(LETTER.replace("\n", " ") + " The end of it.", 160)
    third = len(lines) // 3
    for column in range(3):
        for number, line in enumerate(lines[column * third : (column + 1) * third]):
            paper.text(50 + 170 * column, 100 + 12 * number, line)
    document = paper.read()
    assert document.tables == ()
    assert " ".join(texts_in(document)) == " ".join(lines[: 3 * third])


WORDED = (
    ("Name", "Position", "Telephone"),
    ("A. Marlowe", "Head of unit", "555-1070"),
    ("B. Quennell", "Desk officer", "555-1071"),
    ("C. Tarrant", "Desk officer", "555-1072"),
    ("D. Vickery", "Director", "555-1073"),
)


def test_headings_set_nearer_than_rows_are_a_row_of_their_own(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.text(50, 80, "Table 2. Whom to call")
    for at, row in enumerate(WORDED):
        for left, words in zip((50, 170, 300), row, strict=True):
            paper.text(left, 100 + 14 * at + (2 if at == 0 else 0), words)
    assert rows_of(paper.read()) == [list(row) for row in WORDED]


def test_a_first_column_wrapped_as_closely_as_rows_follow_goes_on(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    rows = [
        ("Measure", "What it is for", "Lead"),
        ("Publication of summary results", "So that all who answered see what came of it in the end", "Press office"),
        ("Review of contracts", "Contracts older than four years are looked at once more", "Legal services"),
        ("Training of field staff", "Nobody goes out without having been trained in the year", "Personnel"),
    ]
    top = 100.0
    for row in rows:
        cells = [paper.wrap(text, width) for text, width in zip(row, (90, 200, 120), strict=True)]
        for lines, left in zip(cells, (50, 150, 360), strict=True):
            for at, line in enumerate(lines):
                paper.text(left, top + 12 * at, line)
        top += 12 * max(map(len, cells))
    for height in (88, 104, top - 6):
        paper.line(50, height, 480, height)
    assert [[" ".join(text.split()) for text in row] for row in rows_of(paper.read())] == [list(row) for row in rows]


def test_text_between_two_tables_under_like_rules_spoils_neither(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for start in (100, 260):
        tops = paper.cells(WORDED, top=start, widths=(70, 130, 130))
        for height in (tops[0], tops[1], tops[-1]):
            paper.line(50, height, 500, height)
    for number, line in enumerate(LETTER.split("\n")[:2]):
        paper.text(50, 215 + 13 * number, line[:80])
    document = paper.read()
    assert [rows_of(document, table) for table in range(2)] == [[list(row) for row in WORDED]] * 2


def test_spaces_of_a_line_that_fills_its_column_part_no_columns(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    rows = [
        ("Grantee", "Project", "Period"),
        ("Prairie College", "Well each town each", "2008-2011"),
        ("Harbour College", "Training", "2009-2010"),
        ("Lakes Council", "Maps", "2009-2010"),
        ("County of Marlow", "Lead in homes built before", "2009-2012"),
        ("Soils Institute", "Carbon in fields", "2010-2014"),
    ]
    for at in (87, 104, 172):
        paper.line(45, at, 345, at)
    for number, row in enumerate(rows):
        for left, words in zip((50, 150, 285), row, strict=True):
            spread = 28 if words.startswith("Well") else 0
            for at, word in enumerate(words.split() if spread else [words]):
                paper.text(left + spread * at, 100 + 14 * number, word)
    assert rows_of(paper.read()) == [list(row) for row in rows]


@pytest.mark.parametrize("pages", [("1", "3", "7", "12"), ("i", "iii", "1", "4")])
def test_a_list_of_contents_with_drawn_leaders_is_no_table(tmp_path: Path, pages: tuple[str, ...]) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for number, page in enumerate(pages):
        top = 100 + 20 * number
        paper.text(50, top, f"{number + 1}. What the panel found of the agency")
        paper.text(460, top, page)
        paper.line(250, top + 12, 450, top + 12)
    assert not paper.read().tables

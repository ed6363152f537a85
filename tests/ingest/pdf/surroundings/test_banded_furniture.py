from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ingest.model import Where
from tests.ingest.pdf.paper import Paper, rows_of, texts_in

if TYPE_CHECKING:
    from pathlib import Path

    from ingest.model import SourceDocument

SIZE = (595.0, 300.0)
HEADING = ("No", "Recommendation", "Update")
FOOT = 290.0
"""How far down a row goes that a page could not hold: below the line at the foot of the page."""


def draw(path: Path, *feet: str, left: float = 100.0) -> SourceDocument:
    """Draw a row on each page that runs to its foot, and one of ``feet`` between the rules of its second column."""
    paper = Paper(path, SIZE)
    for number, foot in enumerate(feet, start=1):
        middle = paper.table([HEADING, (str(number), f"Ask team {number}", "Asked in May.")], top=40.0)[-1]
        for x in (50, 90, 290, 490):
            paper.line(x, middle - 17, x, FOOT)
        paper.line(50, FOOT, 490, FOOT)
        paper.fill((51, middle - 1, 438, 2), "white")
        paper.text(left, 280, foot)
        paper.new_page()
    return paper.read()


@pytest.mark.parametrize("foot", ["Page {} of 3", "Riverside return, page {}", "Tudalen {} o 3"])
def test_a_page_number_between_the_rules_of_a_table_is_no_part_of_its_row(tmp_path: Path, foot: str) -> None:
    feet = [foot.format(number) for number in (1, 2, 3)]
    document = draw(tmp_path / "a.pdf", *feet)
    assert not any("age" in cell.text or "alen" in cell.text for cell in document.tables[0].cells)
    assert texts_in(document, Where.FOOTER) == feet


def test_words_that_name_pages_of_other_papers_stay_in_their_row(tmp_path: Path) -> None:
    document = draw(tmp_path / "a.pdf", "Policy, page 4", "Policy, page 4", "Policy, page 4")
    assert sum("page 4" in cell.text for cell in document.tables[0].cells) == 3


def test_a_header_is_known_in_a_table_by_the_pages_where_it_stands_above_it(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf", SIZE)
    for number in (1, 2, 3):
        paper.text(60, 34, "Riverside Housing: return")
        if number == 3:
            for x in (50, 90, 290, 490):
                paper.line(x, 20, x, 60)
            paper.line(50, 20, 490, 20)
        paper.table([HEADING, (str(number), f"Ask team {number}", "Asked in May.")], top=60.0)
        paper.new_page()
    document = paper.read()
    read = [row for table in range(len(document.tables)) for row in rows_of(document, table)]
    assert [row[0] for row in read if row[0] != "No"] == ["1", "2", "3"]
    assert texts_in(document, Where.HEADER) == ["Riverside Housing: return"] * 3


def test_a_header_that_is_a_table_of_its_own_does_not_part_the_rows(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for page in (1, 2):
        paper.table([("Board", "Our reference 14", f"Page {page}")], top=30)
        below = [("2", "Review it", "Ongoing")] if page > 1 else [("No", "Recommendation", "Update")]
        end = paper.table([*below, (str(page * page), "Train all staff", "Done")], top=100 if page > 1 else 740)[-1]
        assert end < paper.size[1]
        if page == 1:
            paper.new_page()
    document = paper.read()
    assert [row[0] for row in rows_of(document)] == ["No", "1", "2", "4"]
    assert len(texts_in(document, Where.HEADER)) == 2


def test_the_table_in_a_header_is_known_where_it_touches_the_table_below(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf", SIZE)
    rows = [HEADING, *((str(row), f"Ask team {row}", "Asked in May.") for row in range(1, 5))]
    for number in (1, 2, 3):
        header = [("Reference", "Version", "Sheet"), ("Return K", "2.1", str(number))]
        end = paper.table(header, top=16.0, widths=(150.0, 150.0, 140.0))[-1]
        paper.table(rows if number == 1 else [HEADING, (str(number + 3), "Ask", "Asked.")], top=end)
        paper.new_page()
    document = paper.read()
    assert [row[0] for table in range(len(document.tables)) for row in rows_of(document, table) if row[0] != "No"] == [
        "1", "2", "3", "4", "5", "6"
    ]  # fmt: skip
    assert texts_in(document, Where.HEADER)[:2] == ["Reference Version Sheet", "Return K 2.1 1"]


def test_a_block_of_other_columns_above_a_table_stays_where_it_says_something_else_on_each_page(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf", SIZE)
    for agency in ("Housing", "Police"):
        end = paper.table([("Agency", agency)], top=16.0, widths=(150.0, 290.0))[-1]
        paper.table([HEADING, ("1", f"Ask {agency}", "Asked in May.")], top=end)
        paper.new_page()
    document = paper.read()
    assert [cell.text for table in document.tables for cell in table.cells if cell.text in {"Housing", "Police"}] == [
        "Housing", "Police"
    ]  # fmt: skip

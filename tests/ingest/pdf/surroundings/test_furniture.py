from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.model import Where
from tests.ingest.pdf.paper import PLAN, Paper, rows_of, texts_in

if TYPE_CHECKING:
    from pathlib import Path


def test_what_every_page_repeats_is_its_header_and_footer(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for number in (1, 2, 3):
        paper.text(50, 40, "Riverside Council, confidential")
        paper.text(50, 130, f"Part {number} of what was agreed in the meeting.")
        paper.text(280, 820, f"Page {number}")
        paper.new_page()
    document = paper.read()
    assert texts_in(document, Where.HEADER) == ["Riverside Council, confidential"] * 3
    assert texts_in(document, Where.FOOTER) == ["Page 1", "Page 2", "Page 3"]
    assert len(texts_in(document)) == 3


def test_headers_and_footers_do_not_part_a_table(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf", (595, 300))
    for number in (1, 2):
        paper.text(50, 30, "Riverside Council")
        paper.table([(f"{number}{row}", "Train all staff.", "Done.") for row in range(12)], top=50)
        paper.text(280, 285, f"Page {number} of 2")
        paper.new_page()
    document = paper.read()
    assert len(rows_of(document)) == 24


def test_a_page_number_is_known_on_a_single_page(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table(PLAN)
    paper.text(260, 820, "Page 1 of 3")
    assert texts_in(paper.read(), Where.FOOTER) == ["Page 1 of 3"]


def test_a_year_alone_at_the_top_of_a_page_ends_the_text_of_the_page_before(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.text(50, 40, "2013.")
    paper.text(280, 820, "14")
    document = paper.read()
    assert texts_in(document) == ["2013."]
    assert texts_in(document, Where.FOOTER) == ["14"]


def test_a_number_before_a_closing_bracket_ends_a_sentence(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.text(50, 790, "It was added to the policy (see section")
    paper.text(50, 802, "37).")
    paper.text(280, 820, "(14)")
    document = paper.read()
    assert texts_in(document) == ["It was added to the policy (see section 37)."]
    assert texts_in(document, Where.FOOTER) == ["(14)"]


def test_a_short_line_set_apart_that_ends_in_its_pages_number_is_a_footer(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.text(50, 760, "What is left to do stands on the last page, which is page 1")
    paper.text(50, 772, "and was agreed in May.")
    paper.text(50, 800, "Riverside, version 2, page 1")
    document = paper.read()
    assert texts_in(document, Where.FOOTER) == ["Riverside, version 2, page 1"]
    assert [text.split()[-1] for text in texts_in(document)] == ["May."]


def test_what_a_browser_prints_around_a_page_is_no_text(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.text(50, 30, "11/2/14, 12:43 PM")
    paper.text(250, 30, "Action plan")
    paper.table(PLAN)
    paper.text(50, 825, "https://plan.example/housing")
    paper.text(540, 825, "1/1")
    document = paper.read()
    assert texts_in(document, Where.HEADER) == ["11/2/14, 12:43 PM Action plan"]
    assert texts_in(document, Where.FOOTER) == ["https://plan.example/housing 1/1"]


def test_a_watermark_stays_out_of_the_text(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.canvas.saveState()
    paper.canvas.setFillGray(0.8)
    paper.font("Helvetica-Bold", 90)
    paper.canvas.translate(100, 450)
    paper.canvas.rotate(45)
    paper.canvas.drawString(0, 0, "DRAFT")
    paper.canvas.restoreState()
    paper.table(PLAN)
    document = paper.read()
    assert texts_in(document, Where.WATERMARK) == ["DRAFT"]
    assert rows_of(document) == [list(row) for row in PLAN]


def test_a_header_may_name_the_page_the_time_and_a_number_of_its_own(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for number in range(1, 5):
        paper.text(50, 40, f"Action plan, version 3, part {number}, printed 1{number}:05 on {number} May 2024")
        paper.table(PLAN)
        paper.new_page()
    assert texts_in(paper.read()) == []


def test_headings_of_columns_at_the_top_of_every_page_are_no_header(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for number in range(2):
        for row in range(12):
            for left, text in zip((50, 90, 290), PLAN[min(row, 1)], strict=True):
                paper.text(left, 50 + 15 * row, text if row == 0 else f"{text} {number}{row}")
        paper.new_page()
    assert texts_in(paper.read(), Where.HEADER) == []


def test_a_watermark_may_be_pale_because_it_is_see_through(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table(PLAN)
    paper.font("Helvetica-Bold", 60)
    paper.canvas.setFillColorRGB(1, 0, 0, alpha=0.2)
    paper.text(60, 130, "SENSITIVE")
    document = paper.read()
    assert texts_in(document, Where.WATERMARK) == ["SENSITIVE"]
    assert rows_of(document) == [list(row) for row in PLAN]


def test_a_heading_at_the_top_of_each_page_above_the_rules_of_its_table_is_no_header(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for number in (1, 2):
        for left, title in ((55, "No"), (95, "Recommendation"), (295, "Update")):
            paper.text(left, 38, title)
        tops = paper.cells([(f"{number}{row}", "Train all staff.", "Done.") for row in range(1, 9)], top=44)
        for top in tops:
            paper.line(50, top, 490, top)
        paper.new_page()
    document = paper.read()
    assert texts_in(document, Where.HEADER) == []
    assert rows_of(document)[0] == ["No", "Recommendation", "Update"]


def test_headings_repeated_on_two_lines_are_no_header_though_rows_begin_further_down(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    heading = ("Lead", "Recommendation", "Evidence of\ncompletion")
    for page, numbers in enumerate(((1, 2, 3), (4, 5, 6), (7, 8, 9))):
        top = paper.cells([heading], top=60 if page else 150)[-1] + 16
        for number in numbers:
            row = (str(number), f"Ask all of the schools in area {number} to name one lead for this", "Letter")
            top = paper.cells([row], top=top)[-1] + 12
        paper.new_page()
    document = paper.read()
    assert not texts_in(document, Where.HEADER)
    numbers_read = [row[0] for table in range(len(document.tables)) for row in rows_of(document, table)]
    assert [number for number in numbers_read if number.isdigit()] == list("123456789")


def test_headings_repeated_on_three_lines_in_the_margin_are_no_header(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    heads = ((50, "Recommendation"), (200, "Assess"), (240, "Lead"), (300, "Update"), (450, "Evidence"))
    row = ("Ask all schools", "Ongoing", "Head", "Two have answered", "Letter")
    for number in (1, 2):
        for at, line in enumerate((heads, ((200, "ment of"), (240, "officer")), ((200, "status"),))):
            for left, text in line:
                paper.text(left, 38 + 12 * at, text)
        for at in range(4):
            for (left, _head), text in zip(heads, row, strict=True):
                paper.text(left, 90 + 24 * at, f"{text} {number}{at}")
        paper.new_page()
    document = paper.read()
    assert texts_in(document, Where.HEADER) == []
    assert rows_of(document)[0] == ["Recommendation", "Assessment of status", "Lead\nofficer", "Update", "Evidence"]

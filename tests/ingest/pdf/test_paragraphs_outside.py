from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ingest.pdf.paper import PLAN, Paper

if TYPE_CHECKING:
    from pathlib import Path


def test_headings_are_known_by_their_size_and_weight(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for height, font, size, words in (
        (60, "Helvetica", 20, "Riverside Council"),
        (90, "Helvetica", 14, "Housing"),
        (110, "Helvetica-Bold", 10, "Summary of progress"),
        (130, "Helvetica", 10, "All actions are on track and the board was told so in a letter in June."),
    ):
        paper.font(font, size)
        paper.text(50, height, words)
    assert [(each.text.split()[0], each.level) for each in paper.read().paragraphs] == [
        ("Riverside", 1),
        ("Housing", 2),
        ("Summary", 3),
        ("All", None),
    ]


def test_blocks_come_in_reading_order_with_their_pages(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.text(50, 80, "Before the table.")
    paper.table(PLAN)
    paper.text(50, 300, "After the table.")
    paper.new_page()
    paper.text(50, 80, "On the next page.")
    document = paper.read()
    assert [block.place.table or getattr(block, "text", "") for block in document.blocks] == [
        "Before the table.",
        1,
        "After the table.",
        "On the next page.",
    ]
    assert [block.place.page for block in document.blocks] == [1, 1, 1, 2]


def test_lines_apart_are_paragraphs_where_no_line_goes_on_in_another(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    written = [
        "Agency: Riverside Community Health Trust",
        "Completed by: the lead nurse",
        "Recommendation 1: Officers of the Riverside Community Health Trust should see each child alone here.",
        "Progress: guidance sent.",
    ]
    for number, line in enumerate(written):
        paper.text(50, 80 + 24 * number, line)
    assert [each.text for each in paper.read().paragraphs] == written


def test_a_few_words_and_a_colon_begin_a_paragraph_after_a_sentence(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    written = [
        "Update: training was held for the whole of the district team in spring, summer and autumn.",
        "Supporting documents: the list of those who came, and what was said of it afterwards, by",
        "those who came to each of the days and those who could not.",
    ]
    for at, words in enumerate(written):
        paper.text(50, 80 + 12 * at, words)
    assert [each.text for each in paper.read().paragraphs] == [written[0], " ".join(written[1:])]

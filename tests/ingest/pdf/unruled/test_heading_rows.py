from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ingest.readers.pdf.opening.opening import open_pages
from ingest.readers.pdf.text.lines import find_lines
from ingest.readers.pdf.text.words import find_words
from ingest.readers.pdf.unruled.heading_rows import are_headings
from tests.ingest.pdf.paper import LEADING, Paper, rows_of
from tests.ingest.pdf.unruled.titled_rows import HEADS, ROWS, joined, write_rows

if TYPE_CHECKING:
    from pathlib import Path


def test_headings_in_plain_type_are_known_by_their_words(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    write_rows(paper, [HEADS, *ROWS], 100)
    assert joined(rows_of(paper.read())) == joined([HEADS, *ROWS])


def test_centred_headings_do_not_cut_the_words_below_them(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.font("Helvetica-Bold", 10)
    for left, head in ((80, "Recommendation"), (225, "Lead"), (325, "Update"), (460, "Evidence")):
        paper.text(left, 100, head)
    paper.font("Helvetica", 10)
    write_rows(paper, ROWS, 100 + LEADING)
    assert joined(rows_of(paper.read())) == joined([HEADS, *ROWS])


def test_a_heading_is_known_with_the_words_below_it(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    write_rows(paper, [("Recommendation", "Assessment of progress", "Update", "")], 100)
    paper.read()
    lines = find_lines(find_words(open_pages(tmp_path / "a.pdf").pages[0]))
    assert are_headings(lines)
    assert not are_headings(lines[:1])


def test_bold_headings_are_known_with_the_words_below_them(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.font("Helvetica-Bold", 10)
    for left, top, head in ((50, 100, "#"), (90, 100, "Overview"), (90, 112, "Recommendation"), (300, 100, "Update")):
        paper.text(left, top, head)
    paper.font("Helvetica", 10)
    rows = [("1", "Train all staff", "Done in May"), ("2", "Review the policy", "It is under way")]
    for at, row in enumerate(rows):
        for left, text in zip((50, 90, 300), row, strict=True):
            paper.text(left, 124 + at * LEADING, text)
    assert joined(rows_of(paper.read())) == [["#", "Overview Recommendation", "Update"], *joined(rows)]


def test_headings_set_in_the_middle_of_their_cells_part_columns_though_on_no_one_line(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.font("Helvetica-Bold", 10)
    for left, top, head in ((50, 106, "Recommendation"), (200, 100, "Lead"), (200, 112, "officer")):
        paper.text(left, top, head)
    paper.text(280, 106, "Update")
    paper.text(440, 106, "Evidence")
    paper.font("Helvetica", 10)
    write_rows(paper, ROWS, 130)
    heads = ["Recommendation", "Lead officer", "Update", "Evidence"]
    assert joined(rows_of(paper.read())) == [heads, *joined(ROWS)]


def test_headings_are_known_together_where_no_line_has_enough_of_them(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.font("Helvetica-Bold", 10)
    for left, top, head in ((50, 106, "Recommendation"), (200, 100, "Lead"), (200, 112, "officer")):
        paper.text(left, top, head)
    for top, first, second in ((100, "Management", "Evidence of"), (112, "response", "completion")):
        paper.text(280, top, first)
        paper.text(440, top, second)
    paper.font("Helvetica", 10)
    write_rows(paper, ROWS, 130)
    heads = ["Recommendation", "Lead officer", "Management response", "Evidence of completion"]
    assert joined(rows_of(paper.read())) == [heads, *joined(ROWS)]


@pytest.mark.parametrize(
    "heads", [("Ref no", "Issue", "Progress", "Evidence"), ("Code", "Concern", "Narrative", "BRAG")]
)
def test_plain_headings_over_numbers_and_concerns_are_known(tmp_path: Path, heads: tuple[str, ...]) -> None:
    paper = Paper(tmp_path / "a.pdf")
    write_rows(paper, [heads], 100)
    paper.read()
    assert are_headings(find_lines(find_words(open_pages(tmp_path / "a.pdf").pages[0])))

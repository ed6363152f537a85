from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ingest.readers.pdf.opening.opening import open_pages
from ingest.readers.pdf.text.lines import find_lines
from ingest.readers.pdf.text.words import find_words
from ingest.readers.pdf.unruled.heading_rows import are_headings
from tests.ingest.pdf.paper import LEADING, Paper, rows_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

LEFT, RIGHT, WIDTH = 50.0, 300.0, 220.0
HEADS = ("Recommendation", "Update on progress")
ROWS = (
    ("1. Train all staff in how to write a chronology, and keep a list of those trained", "Done in May"),
    ("2. Review the policy on neglect", "It was reviewed in June and sent to all teams for comment by the panel"),
    ("3. Ask each school for its register", "Asked"),
)


def write_pairs(paper: Paper, rows: Sequence[Sequence[str]], top: float, *, is_centred: bool = False) -> float:
    """Write pairs of cells without rules, on one line or around one middle; return where the next would begin."""
    for row in rows:
        cells = [paper.wrap(text, WIDTH) for text in row]
        height = max(map(len, cells))
        for left, lines in zip((LEFT, RIGHT), cells, strict=True):
            start = top + (height - len(lines)) / 2 * LEADING * is_centred
            for at, line in enumerate(lines):
                paper.text(left, start + at * LEADING, line)
        top += height * LEADING + 8
    return top


def joined(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[text.replace("\n", " ") for text in row] for row in rows]


@pytest.mark.parametrize("is_centred", [False, True])
def test_what_is_asked_for_and_the_answers_are_a_table_by_their_two_headings(
    tmp_path: Path, *, is_centred: bool
) -> None:
    paper = Paper(tmp_path / "a.pdf")
    write_pairs(paper, [HEADS, *ROWS], 100, is_centred=is_centred)
    assert joined(rows_of(paper.read())) == joined([HEADS, *ROWS])


def test_one_of_two_headings_may_stand_on_two_lines_and_the_other_tell_its_round(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    heads = ("The key single agency overview report recommendations", "Agency update (spring)")
    write_pairs(paper, [heads, *ROWS], 100)
    assert joined(rows_of(paper.read())) == joined([heads, *ROWS])


def test_a_letter_that_follows_on_a_new_page_is_no_part_of_the_last_row(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    write_pairs(paper, [HEADS, *ROWS], 100)
    paper.new_page()
    for at, line in enumerate(("Fernlight Housing", "14 Mill Lane", "Dear Ms Marsh", "Here is our return.")):
        paper.text(LEFT, 100 + at * LEADING, line)
    assert joined(rows_of(paper.read())) == joined([HEADS, *ROWS])


@pytest.mark.parametrize("heads", [("Agency", "Update"), ("Progress", "Impact"), ("Findings of the panel", "Update")])
def test_other_words_in_two_columns_are_no_headings(tmp_path: Path, heads: tuple[str, str]) -> None:
    paper = Paper(tmp_path / "a.pdf")
    write_pairs(paper, [heads, *ROWS], 100)
    paper.read()
    assert not are_headings(find_lines(find_words(open_pages(tmp_path / "a.pdf").pages[0])))


def test_two_columns_of_a_newsletter_are_text_whatever_stands_over_them(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    story = "the panel met and asked for a further report on the visits, which was sent in and read, and " * 9
    write_pairs(paper, [("Recommendations", "Progress"), (story.strip(), story[40:].strip())], 100)
    assert not paper.read().tables


def test_paragraphs_of_cells_set_in_the_middle_are_nearer_to_each_other_than_rows(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.font("Helvetica-Bold", 10)
    top = write_pairs(paper, [HEADS], 100)
    paper.font("Helvetica", 10)
    for number in (1, 2, 3):
        paper.text(RIGHT, top, "The policy was reviewed in June and sent")
        paper.text(LEFT, top + LEADING, f"{number}. Review the policy on neglect")
        paper.text(RIGHT, top + LEADING, "to all teams.")
        paper.text(RIGHT, top + 2 * LEADING + 5, "Two have not answered yet.")
        top += 3 * LEADING + 18
    rows = rows_of(paper.read())
    assert [row[0] for row in rows] == [HEADS[0], *(f"{number}. Review the policy on neglect" for number in (1, 2, 3))]

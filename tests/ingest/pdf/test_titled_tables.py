from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ingest.readers.pdf.opening.opening import open_pages
from ingest.readers.pdf.text.lines import find_lines
from ingest.readers.pdf.text.words import find_words
from ingest.readers.pdf.unruled.heading_rows import are_headings
from tests.ingest.pdf.paper import LEADING, Paper, cell_at, rows_of, texts_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

HEADS = ("Recommendation", "Lead", "Update", "Evidence")
WIDTHS = (150.0, 80.0, 160.0, 110.0)
LEFT = 50.0
PADDING = 10.0
ROWS = (
    ("Train all staff in how to write a chronology. Keep a list of those trained", "A. Pell", "Done in May.", ""),
    (
        "Review the policy on neglect",
        "Head of Housing",
        "The policy was reviewed in June and sent to all teams for comment. Two have not answered yet",
        "Minutes of the panel",
    ),
    ("Ask each school for its register of visits", "B. Marrow", "Asked", "Letter to heads of schools"),
)


def write_rows(paper: Paper, rows: Sequence[Sequence[str]], top: float, space: float = 0.0) -> float:
    """Write rows of words without rules, ``space`` apart beyond their lines; return where the next would begin."""
    for row in rows:
        wrapped = [paper.wrap(text, width - PADDING) for text, width in zip(row, WIDTHS, strict=True)]
        left = LEFT
        for lines, width in zip(wrapped, WIDTHS, strict=True):
            for at, line in enumerate(lines):
                paper.text(left, top + at * LEADING, line)
            left += width
        top += max(map(len, wrapped)) * LEADING + space
    return top


def write_headings(paper: Paper, top: float, heads: Sequence[str] = HEADS) -> float:
    """Write bold headings; return where the first row begins."""
    paper.font("Helvetica-Bold", 10)
    below = write_rows(paper, [heads], top)
    paper.font("Helvetica", 10)
    return below


def joined(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return ``rows`` with the text of each cell on one line."""
    return [[text.replace("\n", " ") for text in row] for row in rows]


@pytest.mark.parametrize("space", [0.0, 3.0, 9.0])
def test_rows_of_any_height_are_told_with_and_without_space_between(tmp_path: Path, space: float) -> None:
    paper = Paper(tmp_path / "a.pdf")
    write_rows(paper, ROWS, write_headings(paper, 100) + space, space)
    assert joined(rows_of(paper.read())) == joined([HEADS, *ROWS])


def test_headings_in_plain_type_are_known_by_their_words(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    write_rows(paper, [HEADS, *ROWS], 100)
    assert joined(rows_of(paper.read())) == joined([HEADS, *ROWS])


def test_a_row_worded_like_headings_is_a_row(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    rows = [*ROWS, ("Review the plan", "Safeguarding Lead", "In progress", "Letter")]
    write_rows(paper, rows, write_headings(paper, 100))
    document = paper.read()
    assert len(document.tables) == 1
    assert joined(rows_of(document))[-1] == list(rows[-1])


def test_centred_headings_do_not_cut_the_words_below_them(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.font("Helvetica-Bold", 10)
    for left, head in ((80, "Recommendation"), (225, "Lead"), (325, "Update"), (460, "Evidence")):
        paper.text(left, 100, head)
    paper.font("Helvetica", 10)
    write_rows(paper, ROWS, 100 + LEADING)
    assert joined(rows_of(paper.read())) == joined([HEADS, *ROWS])


def test_a_heading_of_a_part_stands_over_all_columns(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    top = write_rows(paper, ROWS[:1], write_headings(paper, 100))
    paper.text(LEFT, top, "Recommendations of the overview report")
    write_rows(paper, ROWS[1:], top + LEADING)
    document = paper.read()
    assert cell_at(document, 3, 1).colspan == len(HEADS)
    assert joined(rows_of(document))[3:] == joined(ROWS[1:])


@pytest.mark.parametrize("is_repeated", [False, True])
def test_a_row_goes_on_overleaf_in_one_column_alone(tmp_path: Path, *, is_repeated: bool) -> None:
    paper = Paper(tmp_path / "a.pdf")
    long = "the panel met and asked for a further report on the visits, which was sent in and read, and " * 6
    lines = paper.wrap(long.strip() + ".", WIDTHS[2] - PADDING)
    top = write_rows(paper, ROWS[:2], write_headings(paper, 640 - 3 * LEADING))
    write_rows(paper, [("Ask each school", "A. Pell", "", "Letter")], top)
    n_above = int((790 - top) / LEADING)
    for at, line in enumerate(lines[:n_above]):
        paper.text(280, top + at * LEADING, line)
    paper.new_page()
    top = write_headings(paper, 60) if is_repeated else 60.0
    for at, line in enumerate(lines[n_above:]):
        paper.text(280, top + at * LEADING, line)
    write_rows(paper, ROWS[2:], top + len(lines[n_above:]) * LEADING)
    rows = joined(rows_of(paper.read()))
    assert [row[0] for row in rows] == [HEADS[0], ROWS[0][0], ROWS[1][0], "Ask each school", ROWS[2][0]]
    assert rows[3][2] == long.strip() + "."


def test_rows_overleaf_belong_to_headings_at_the_foot_of_a_page(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.text(LEFT, 600, "The panel agreed this plan in May and will look at it again before the end of the year.")
    write_headings(paper, 780)
    paper.new_page()
    write_rows(paper, ROWS, 60)
    assert joined(rows_of(paper.read())) == joined([HEADS, *ROWS])


def test_painted_cells_tell_where_rows_begin(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    rows = [("Review the list of named leads", "A. Pell", "All is done and all is kept on the file", "")] * 2
    top = write_headings(paper, 100)
    for number, color in enumerate(("#FF0000", "#00B050")):
        paper.fill((LEFT + 386, top - 9 + 2 * number * LEADING, 110, 2 * LEADING), color)
    write_rows(paper, rows, top)
    document = paper.read()
    assert joined(rows_of(document))[1:] == joined(rows)
    assert [cell_at(document, row, 4).fill for row in (2, 3)] == ["#FF0000", "#00B050"]


def test_text_below_the_table_is_not_of_it(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    top = write_rows(paper, ROWS, write_headings(paper, 100))
    paper.text(LEFT, top + LEADING, "Sent by the office.")
    paper.text(
        LEFT, top + 3 * LEADING, "The panel will meet again in July to look at what has been done since the spring."
    )
    document = paper.read()
    assert joined(rows_of(document)) == joined([HEADS, *ROWS])
    assert len(texts_in(document)) == 2


def test_a_sentence_is_no_row_where_spaces_in_it_happen_to_stand_between_columns(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    top = write_rows(paper, ROWS, write_headings(paper, 100))
    story = "we hope that this is what you want to know and will send more when we have it to hand"
    for left, end in ((50, 200), (200, 280), (280, 440)):
        words = paper.wrap(story, end - left + PADDING)[0]
        canvas = paper.canvas.beginText(left, paper.size[1] - top - 2 * LEADING)
        canvas.setCharSpace((end - left - 2 - paper.canvas.stringWidth(words, "Helvetica", 10)) / len(words))
        canvas.textOut(words)
        paper.canvas.drawText(canvas)
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


@pytest.mark.parametrize("space", [0.0, 36.0])
def test_a_heading_of_a_part_may_stand_right_below_the_headings_or_far_from_rows(tmp_path: Path, space: float) -> None:
    paper = Paper(tmp_path / "a.pdf")
    top = write_rows(paper, [HEADS], 100)
    for rows in (ROWS[:2], ROWS[2:]):
        paper.text(LEFT, top, "Agreed actions")
        top = write_rows(paper, rows, top + LEADING + space, space)
    body = joined(rows_of(paper.read()))
    assert [row for row in body if len(row) > 1] == joined([HEADS, *ROWS])
    assert body[1] == body[4] == ["Agreed actions"]


def test_a_title_repeated_with_the_headings_on_each_page_parts_no_rows(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.text(LEFT, 150, "Progress against the plan of the board")
    end = write_rows(paper, ROWS[:2], write_headings(paper, 164))
    write_rows(paper, [(ROWS[2][0], "", "", "")], end)
    paper.new_page()
    paper.text(LEFT, 150, "Progress against the plan of the board")
    write_rows(paper, ROWS, write_headings(paper, 164))
    document = paper.read()
    assert len(document.tables) == 1

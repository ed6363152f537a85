from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ingest.pdf.paper import LEADING, Paper, cell_at, rows_of, texts_in
from tests.ingest.pdf.unruled.titled_rows import HEADS, LEFT, PADDING, ROWS, WIDTHS, joined, write_headings, write_rows

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("space", [0.0, 3.0, 9.0])
def test_rows_of_any_height_are_told_with_and_without_space_between(tmp_path: Path, space: float) -> None:
    paper = Paper(tmp_path / "a.pdf")
    write_rows(paper, ROWS, write_headings(paper, 100) + space, space)
    assert joined(rows_of(paper.read())) == joined([HEADS, *ROWS])


def test_a_row_worded_like_headings_is_a_row(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    rows = [*ROWS, ("Review the plan", "Safeguarding Lead", "In progress", "Letter")]
    write_rows(paper, rows, write_headings(paper, 100))
    document = paper.read()
    assert len(document.tables) == 1
    assert joined(rows_of(document))[-1] == list(rows[-1])


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


@pytest.mark.parametrize("is_overleaf", [False, True])
def test_a_list_of_contents_below_a_table_is_no_part_of_its_first_column(tmp_path: Path, *, is_overleaf: bool) -> None:
    paper = Paper(tmp_path / "a.pdf")
    start = 700.0 if is_overleaf else 100.0
    top = write_rows(paper, ROWS, write_headings(paper, start))
    if is_overleaf:
        paper.new_page()
        top = 60.0
    paper.text(LEFT, top, "Contents")
    for at, (text, page) in enumerate((("Foreword", "1"), ("Our progress", "3"), ("What is next", "9")), 1):
        paper.text(LEFT, top + at * LEADING, text)
        paper.text(280, top + at * LEADING, page)
    assert joined(rows_of(paper.read())) == joined([HEADS, *ROWS])


def test_words_overleaf_in_the_first_column_alone_go_on_no_sentence_that_has_ended(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    rows = [*ROWS[:2], ("Ask each school for its register of visits.", *ROWS[2][1:])]
    write_rows(paper, rows, write_headings(paper, 700))
    paper.new_page()
    paper.text(LEFT, 60, "Dear Ms Marsh")
    document = paper.read()
    assert joined(rows_of(document)) == joined([HEADS, *rows])
    assert texts_in(document) == ["Dear Ms Marsh"]


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


@pytest.mark.parametrize("n_frames", [1, 2])
def test_a_frame_around_a_table_is_no_box_that_sets_text_apart(tmp_path: Path, n_frames: int) -> None:
    paper = Paper(tmp_path / "a.pdf")
    bottom = write_rows(paper, ROWS, write_headings(paper, 100))
    for off in range(0, 2 * n_frames, 2):
        left, top, right, foot = LEFT - 4 - off, 85 - off, LEFT + sum(WIDTHS) + off, bottom + off
        for start, end in (((left, top), (right, top)), ((left, foot), (right, foot))):
            paper.line(*start, *end)
        for start, end in (((left, top), (left, foot)), ((right, top), (right, foot))):
            paper.line(*start, *end)
    assert joined(rows_of(paper.read())) == joined([HEADS, *ROWS])


def test_a_number_that_fills_its_column_is_no_more_of_the_one_above(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    full = "The panel met in June and read the files"
    rows = [(f"1.{at}", f"Part {at}. {full}.", f"Done {at}. {full}.") for at in range(1, 6)]
    for at, row in enumerate([("No.", "Recommendation", "Update"), *rows]):
        for left, text in zip((50, 75, 320), row, strict=True):
            paper.text(left, 100 + at * LEADING, text)
    assert joined(rows_of(paper.read())) == joined([("No.", "Recommendation", "Update"), *rows])

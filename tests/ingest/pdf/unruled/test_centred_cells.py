from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ingest.pdf.paper import LEADING, Paper, rows_of
from tests.ingest.pdf.unruled.titled_rows import HEADS, LEFT, ROWS, WIDTHS, joined, write_headings, write_rows

if TYPE_CHECKING:
    from pathlib import Path


def test_rows_that_touch_are_told_by_the_middles_of_their_cells(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    write_rows(paper, ROWS, write_headings(paper, 100), is_centred=True)
    assert joined(rows_of(paper.read())) == joined([HEADS, *ROWS])


def test_rows_that_touch_are_told_below_each_heading_of_a_part(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    top = write_rows(paper, ROWS[:2], write_headings(paper, 100), is_centred=True)
    paper.text(LEFT, top, "Recommendations made to the agency alone")
    write_rows(paper, ROWS[1:], top + LEADING, is_centred=True)
    rows = joined(rows_of(paper.read()))
    assert [row for row in rows if len(row) == len(HEADS)] == joined([HEADS, *ROWS[:2], *ROWS[1:]])


def test_a_rule_drawn_cell_by_cell_below_the_headings_parts_no_rows(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    top = write_headings(paper, 100)
    middle = LEFT + WIDTHS[0] + WIDTHS[1]
    paper.line(LEFT, top - 8, middle, top - 8)
    paper.line(middle, top - 8, LEFT + sum(WIDTHS), top - 8)
    write_rows(paper, ROWS, top + 4, is_centred=True)
    assert joined(rows_of(paper.read())) == joined([HEADS, *ROWS])


@pytest.mark.parametrize("last", ["", "\n\nDone."])
def test_paragraphs_as_far_apart_as_rows_are_told_by_the_middle_of_all(tmp_path: Path, last: str) -> None:
    paper = Paper(tmp_path / "a.pdf")
    said = "Begun in May.\n\nThe policy was sent to all teams and read out, and a list is kept." + last
    rows = [ROWS[1], (ROWS[0][0], "A. Pell", said, "Letter"), ROWS[2], ROWS[1]]
    write_rows(paper, rows, write_headings(paper, 100) + LEADING, 1.05 * LEADING, is_centred=True)
    assert joined(rows_of(paper.read())) == [
        [text.replace("  ", " ") for text in row] for row in joined([HEADS, *rows])
    ]

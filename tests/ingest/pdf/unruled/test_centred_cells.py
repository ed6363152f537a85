from __future__ import annotations

from typing import TYPE_CHECKING

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

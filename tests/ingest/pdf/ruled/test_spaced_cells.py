from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ingest.model import Where
from tests.ingest.pdf.paper import PLAN, Paper, cell_at, rows_of, texts_in

if TYPE_CHECKING:
    from pathlib import Path


def draw_boxes(paper: Paper, room: float, *, merge: bool = False) -> None:
    """Draw each cell of the plan as a box of its own, the last two of the last row as one."""
    for number, row in enumerate(PLAN):
        left = 50.0
        top = 100 + number * (30 + room)
        for col, (text, width) in enumerate(zip(row, (40, 190, 190), strict=True)):
            is_wide = merge and number == len(PLAN) - 1 and col == 1
            across = width * 2 + room if is_wide else width
            if not (merge and number == len(PLAN) - 1 and col == 2):
                paper.canvas.rect(left, 842 - top - 30, across, 30)
                paper.text(left + 4, top + 18, text)
            left += width + room


@pytest.mark.parametrize("room", [6.0, 12.0])
def test_cells_that_are_boxes_set_apart_make_a_table(tmp_path: Path, room: float) -> None:
    paper = Paper(tmp_path / "a.pdf")
    draw_boxes(paper, room)
    assert rows_of(paper.read()) == [list(row) for row in PLAN]


def test_a_box_over_two_columns_is_a_merged_cell(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    draw_boxes(paper, 6.0, merge=True)
    document = paper.read()
    assert rows_of(document)[2] == ["2", "Review it"]
    assert cell_at(document, 3, 2).colspan == 2


def test_a_frame_around_the_boxes_is_no_cell(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    draw_boxes(paper, 6.0)
    paper.canvas.rect(40, 842 - 215, 460, 125)
    assert rows_of(paper.read()) == [list(row) for row in PLAN]


def test_boxes_with_no_order_stay_text_boxes(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for left, top, width, text in ((50, 100, 150, "Area"), (260, 140, 120, "Lead"), (90, 200, 300, "Review")):
        paper.canvas.rect(left, 842 - top - 30, width, 30)
        paper.text(left + 4, top + 18, text)
    document = paper.read()
    assert document.tables == ()
    assert texts_in(document, Where.TEXT_BOX) == ["Area", "Lead", "Review"]

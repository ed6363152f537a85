from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ingest.model import Where
from tests.ingest.pdf.paper import PLAN, Paper, rows_of, texts_in

if TYPE_CHECKING:
    from pathlib import Path

ROWS = [list(row) for row in PLAN]
OVER_WORDS = (100.0, 127.0)
"""Where the plan says "Train all staff"."""
THROUGH_A_SIDE = (275.0, 129.0)
"""Where the side of two cells stands, and no words."""


def stamped(path: Path, places: list[tuple[float, float]], *, size: float = 11, grey: float = 0.8) -> Paper:
    """Draw the plan with "DRAFT" over it at ``places``."""
    paper = Paper(path)
    paper.table(PLAN)
    paper.font("Helvetica-Bold", size)
    paper.canvas.setFillGray(grey)
    for x, y in places:
        paper.text(x, y, "DRAFT")
    return paper


@pytest.mark.parametrize("size", [9, 11, 14])
def test_pale_words_over_other_words_are_a_watermark(tmp_path: Path, size: float) -> None:
    document = stamped(tmp_path / "a.pdf", [OVER_WORDS], size=size).read()
    assert texts_in(document, Where.WATERMARK) == ["DRAFT"]
    assert rows_of(document) == ROWS


def test_a_stamp_is_known_on_all_its_places_by_one_of_them(tmp_path: Path) -> None:
    document = stamped(tmp_path / "a.pdf", [(60, 500), OVER_WORDS, (300, 500)]).read()
    assert texts_in(document) == []
    assert rows_of(document) == ROWS


def test_pale_words_through_the_side_of_a_cell_are_a_watermark(tmp_path: Path) -> None:
    document = stamped(tmp_path / "a.pdf", [THROUGH_A_SIDE], size=9).read()
    assert texts_in(document, Where.WATERMARK) == ["DRAFT"]
    assert rows_of(document) == ROWS


def test_pale_words_in_a_cell_of_their_own_are_text(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    tops = paper.table([*PLAN, ("3", "Write to schools.", "")])
    paper.canvas.setFillGray(0.7)
    paper.text(295, tops[-1] - 5, "n/a")
    document = paper.read()
    assert texts_in(document, Where.WATERMARK) == []
    assert rows_of(document)[-1] == ["3", "Write to schools.", "n/a"]


def test_large_grey_words_drawn_last_in_the_middle_of_a_page_are_a_watermark(tmp_path: Path) -> None:
    document = stamped(tmp_path / "a.pdf", [(250, 500)], size=14).read()
    assert texts_in(document, Where.WATERMARK) == ["DRAFT"]

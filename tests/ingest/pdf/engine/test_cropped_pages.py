from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from ingest.model import Where
from tests.ingest.pdf.paper import PLAN, Paper, read_whole, rows_of, texts_in

if TYPE_CHECKING:
    from pathlib import Path

AS_WRITTEN = [list(row) for row in PLAN]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("place", [(2, 300), (558, 300), (300, 20), (300, 830)], ids=["left", "right", "top", "foot"])
def test_words_off_the_crop_box_do_not_show(tmp_path: Path, turn: int, place: tuple[float, float]) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.canvas.setCropBox((40, 30, 555, 812))
    paper.table(PLAN)
    paper.text(*place, "PROOF")
    paper.canvas.save()
    with closing(pypdfium2.PdfDocument(paper.path)) as drawn:
        drawn[0].set_rotation(turn)
        drawn.save(tmp_path / "turned.pdf")
    document = read_whole(tmp_path / "turned.pdf")
    assert rows_of(document) == AS_WRITTEN
    assert texts_in(document, Where.HIDDEN) == ["PROOF"]


def test_rows_drawn_below_the_foot_of_a_page_are_not_on_it(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf", (595.0, 300.0))
    paper.table(PLAN, top=249)
    paper.new_page()
    paper.text(50, 60, "Nothing else was agreed.")
    document = paper.read()
    assert rows_of(document) == AS_WRITTEN
    paper = Paper(tmp_path / "b.pdf", (595.0, 300.0))
    paper.table(PLAN, top=264)
    document = paper.read()
    assert rows_of(document) == AS_WRITTEN[:2]
    assert texts_in(document, Where.HIDDEN) == ["2 Review it Ongoing"]


def test_a_page_of_which_the_crop_box_leaves_nothing_is_read_whole(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.canvas.setCropBox((0, 0, 30, 30))
    paper.table(PLAN)
    assert rows_of(paper.read()) == AS_WRITTEN


def test_the_head_of_a_page_is_that_of_the_part_that_shows(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.canvas.setCropBox((0, 0, 595, 692))
    for number in ("one", "two"):
        paper.text(50, 175, "Riverside Council, confidential")
        paper.text(50, 300, f"What was agreed in part {number} of the meeting.")
        paper.new_page()
    document = paper.read()
    assert texts_in(document, Where.HEADER) == ["Riverside Council, confidential"] * 2
    assert len(texts_in(document)) == 2

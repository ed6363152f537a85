from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ingest.readers.pdf.engine.drawing import draw_page
from ingest.readers.pdf.engine.source import open_source
from tests.ingest.pdf.paper import Paper, cell_at

if TYPE_CHECKING:
    from pathlib import Path

ROWS = (("1", "Agreed so far:\n\n\n", ""), ("2", "Nothing", "None"))


def draw(path: Path, *, text_at: float = 107) -> Paper:
    paper = Paper(path)
    paper.table(ROWS)
    paper.text(text_at, 124, "the rota of the nurses")
    paper.text(text_at, 136, "the plan for the year")
    return paper


@pytest.mark.parametrize("painted", ["disc", "ring", "square"])
def test_a_bullet_that_is_drawn_is_written(tmp_path: Path, painted: str) -> None:
    paper = draw(tmp_path / "a.pdf")
    for baseline in (124, 136):
        if painted == "square":
            paper.fill((97, baseline - 5, 4, 4), "black")
        else:
            paper.canvas.circle(99, 842 - baseline + 3, 2, stroke=painted == "ring", fill=painted == "disc")
    cell = cell_at(paper.read(), 1, 2)
    assert cell.text == "Agreed so far:\n• the rota of the nurses\n• the plan for the year"
    assert cell.words == 13


@pytest.mark.parametrize(
    ("left", "radius"), [(99, 5), (275, 2), (70, 2)], ids=["a traffic light", "behind the words", "far off"]
)
def test_other_spots_are_no_bullets(tmp_path: Path, left: float, radius: float) -> None:
    paper = draw(tmp_path / "a.pdf")
    paper.canvas.circle(left, 842 - 121, radius, stroke=0, fill=1)
    assert "•" not in cell_at(paper.read(), 1, 2).text


@pytest.mark.parametrize("painted", ["disc", "ring"])
def test_the_thorough_engine_finds_the_same_bullets(tmp_path: Path, painted: str) -> None:
    paper = draw(tmp_path / "a.pdf")
    for baseline in (124, 136):
        paper.canvas.circle(99, 842 - baseline + 3, 2, stroke=painted == "ring", fill=painted == "disc")
    paper.read()
    with open_source(tmp_path / "a.pdf") as opened:
        dots = draw_page(opened.pages[0]).dots
    assert [(round(dot.centre[0]), round(dot.centre[1])) for dot in dots] == [(99, 121), (99, 133)]

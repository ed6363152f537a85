"""Text on a page that nobody sees is left out of the rows, and kept with the words left over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ingest.model import Where
from tests.ingest.pdf.paper import PLAN, Paper, rows_of, texts_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

AS_WRITTEN = [list(row) for row in PLAN]
UNSEEN = "Nobody sees this"


def draw_invisible(paper: Paper) -> None:
    text = paper.canvas.beginText(300, 842 - 128)
    text.setTextRenderMode(3)
    text.textOut(UNSEEN)
    text.setTextRenderMode(0)
    paper.canvas.drawText(text)


def draw_white(paper: Paper) -> None:
    paper.canvas.setFillGray(1)
    paper.text(300, 128, UNSEEN)
    paper.canvas.setFillGray(0)


def draw_covered(paper: Paper) -> None:
    paper.text(300, 128, UNSEEN)
    paper.fill((295, 118, 110, 14), "white")


@pytest.mark.parametrize("draw", [draw_invisible, draw_white, draw_covered])
def test_text_that_does_not_show_is_kept_apart(tmp_path: Path, draw: Callable[[Paper], None]) -> None:
    paper = Paper(tmp_path / "a.pdf")
    draw(paper)
    paper.table(PLAN)
    document = paper.read()
    assert rows_of(document) == AS_WRITTEN
    assert texts_in(document, Where.HIDDEN) == [UNSEEN]
    assert [finding.code for finding in document.findings] == ["hidden-text"]


def test_text_over_what_was_painted_before_shows(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.fill((50, 100, 440, 17), "navy")
    paper.canvas.setFillGray(1)
    paper.table(PLAN[:1])
    paper.canvas.setFillGray(0)
    paper.table(PLAN[1:], top=117)
    assert rows_of(paper.read()) == AS_WRITTEN


def test_a_see_through_mark_over_words_leaves_them(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table(PLAN)
    paper.canvas.setFillColorRGB(1, 1, 0, alpha=0.4)
    paper.canvas.rect(295, 842 - 132, 110, 14, stroke=0, fill=1)
    assert rows_of(paper.read()) == AS_WRITTEN


def test_a_page_of_nothing_but_invisible_text_is_what_ocr_made_of_it(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    draw_invisible(paper)
    assert texts_in(paper.read()) == [UNSEEN]

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ingest.readers.pdf import opening
from ingest.readers.pdf.glyphs import OddTextError
from tests.ingest.pdf.paper import PLAN, Paper, read_whole, rows_of, texts_in

if TYPE_CHECKING:
    from pathlib import Path


def refuse(*_page: object) -> None:
    raise OddTextError


def drawn(path: Path) -> Paper:
    """Draw a page with a table, a shaded cell, struck-out words and text on its side."""
    paper = Paper(path)
    paper.fill((50, 100, 40, 17), "#FFC000")
    paper.table(PLAN)
    paper.text(50, 300, "An office with affluent staff")
    paper.line(62, 297, 92, 297)
    paper.canvas.rotate(90)
    paper.canvas.drawString(100, -500, "On its side")
    paper.canvas.save()
    return paper


def test_both_engines_give_the_same_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = drawn(tmp_path / "a.pdf").path
    fast = read_whole(path)
    monkeypatch.setattr(opening, "print_page", refuse)
    assert read_whole(path).blocks == fast.blocks


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_turned_by_its_rotation_is_read_alike(tmp_path: Path, turn: int) -> None:
    paper = Paper(tmp_path / "a.pdf")
    if turn:
        paper.canvas.setPageRotation(turn)
    paper.table(PLAN)
    assert rows_of(paper.read()) == [list(row) for row in PLAN]


def test_words_given_in_place_of_letters_do_not_replace_what_is_drawn(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    code: list[str] = vars(paper.canvas)["_code"]
    code.append("/Span <</ActualText (something else)>> BDC")
    paper.text(50, 100, "What is drawn")
    code.append("EMC")
    assert texts_in(paper.read()) == ["What is drawn"]

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ingest.model import Comment, Hyperlink, Where
from tests.ingest.pdf.paper import PLAN, Paper, cell_at, texts_in

if TYPE_CHECKING:
    from pathlib import Path


def test_a_link_keeps_the_words_over_it(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table(PLAN)
    paper.canvas.linkURL("https://example.org/policy", (93, 842 - 150, 180, 842 - 135))
    assert cell_at(paper.read(), 3, 2).links == (Hyperlink("Review it", "https://example.org/policy"),)


def test_a_note_over_a_cell_is_its_comment(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table(PLAN)
    paper.canvas.textAnnotation("Which staff?", (240, 842 - 132, 250, 842 - 120))
    cell = cell_at(paper.read(), 2, 2)
    assert cell.comments == (Comment("Which staff?"),)
    assert (cell.text, cell.words) == ("Train all staff", 5)


def test_a_note_outside_tables_is_a_comment_of_the_document(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.text(50, 100, "The plan was agreed.")
    paper.canvas.textAnnotation("By whom?", (400, 300, 420, 320))
    assert texts_in(paper.read(), Where.COMMENT) == ["By whom?"]


def test_what_is_typed_in_a_form_field_stands_in_its_cell(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table([("1", "Train all staff", ""), ("2", "Review it", "")])
    paper.canvas.acroForm.textfield(name="update", x=295, y=842 - 115, width=150, height=13, value="Done in May")
    assert cell_at(paper.read(), 1, 3).text == "Done in May"


def test_a_picture_is_named_in_its_cell_and_never_opened(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (4, 4), "red").save(tmp_path / "dot.png")
    paper = Paper(tmp_path / "a.pdf")
    paper.table(PLAN)
    paper.canvas.drawImage(str(tmp_path / "dot.png"), 400, 842 - 130, 10, 10)
    assert len(cell_at(paper.read(), 2, 3).pictures) == 1


def test_each_line_typed_in_a_field_is_a_paragraph(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table([("1", "Train\nall\nstaff", ""), ("2", "Review it", "")])
    paper.canvas.acroForm.textfield(
        name="update", x=295, y=842 - 140, width=150, height=30, value="Done.\nMore soon.", fieldFlags="multiline"
    )
    assert cell_at(paper.read(), 1, 3).text == "Done.\nMore soon."


@pytest.mark.parametrize(("checked", "shown"), [(True, "☒"), (False, "☐")])
def test_a_box_shows_whether_it_is_ticked(tmp_path: Path, *, checked: bool, shown: str) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table([("1", "Train all staff", ""), ("2", "Review it", "")])
    paper.canvas.acroForm.checkbox(name="done", x=295, y=842 - 115, size=12, checked=checked)
    assert cell_at(paper.read(), 1, 3).text == shown


def test_a_choice_shows_the_words_it_offers(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table([("1", "Train all staff", ""), ("2", "Review it", "")])
    offered = [("Red", "r"), ("Green", "g")]
    paper.canvas.acroForm.choice(name="rag", x=295, y=842 - 115, width=90, height=13, options=offered, value="g")
    assert cell_at(paper.read(), 1, 3).text == "Green"

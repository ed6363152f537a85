from __future__ import annotations

from pathlib import Path

import pytest

from ingest.model import Where
from tests.ingest.word.factory import p, paragraphs, r, read, read_cell, row, table, texts


def new_box(content: str) -> str:
    shape = f"<wps:wsp><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp>"
    return f"<w:drawing><wp:inline>{shape}</wp:inline></w:drawing>"


def old_box(content: str) -> str:
    return f"<w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>"


def both(content: str, requires: str = "wps") -> str:
    choice = f'<mc:Choice Requires="{requires}">{new_box(content)}</mc:Choice>'
    fallback = f"<mc:Fallback>{old_box(content)}</mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>"


@pytest.mark.parametrize("box", [both(p("Agency: Housing")), f"<w:r>{old_box(p('Agency: Housing'))}</w:r>"])
def test_a_text_box_of_the_body_is_read_once(tmp_path: Path, box: str) -> None:
    document = read(tmp_path, p(r("before ") + box + r("after")))

    assert paragraphs(document) == ["before after"]
    assert paragraphs(document, Where.TEXT_BOX) == ["Agency: Housing"]
    assert document.words == 4


def test_a_form_that_is_not_understood_is_left_for_the_other(tmp_path: Path) -> None:
    document = read(tmp_path, p(both(p("words"), requires="unheardOf")))

    assert paragraphs(document, Where.TEXT_BOX) == ["words"]


def test_a_text_box_in_a_cell_belongs_to_the_cell(tmp_path: Path) -> None:
    found = read_cell(tmp_path, p(r("cell") + both(p("box"))) + p("more"))

    assert (found.text, found.words) == ("cell\nbox\nmore", 3)


def test_a_comment_on_words_around_a_text_box_is_not_on_those_in_it(tmp_path: Path) -> None:
    mark = '<w:commentRange{} w:id="1"/>'
    content = mark.format("Start") + r("cell") + both(p("box")) + mark.format("End")
    comments = f'<w:comment w:id="1">{p("Why?")}</w:comment>'

    (found,) = read_cell(tmp_path, p(content + '<w:r><w:commentReference w:id="1"/></w:r>'), comments=comments).comments

    assert found.on == "cell"


def test_a_table_in_a_text_box_is_a_table(tmp_path: Path) -> None:
    document = read(tmp_path, p(both(table(row("a", "b")) + p())) + table(row("c")))

    assert [texts(found) for found in document.tables] == [[(1, 1, "a"), (1, 2, "b")], [(1, 1, "c")]]
    assert document.tables[1].place.table == 2


def test_a_text_box_inside_a_text_box_is_read(tmp_path: Path) -> None:
    document = read(tmp_path, p(both(p(r("outer") + both(p("inner"))))))

    assert paragraphs(document, Where.TEXT_BOX) == ["outer", "inner"]


def test_words_drawn_as_a_picture_are_read(tmp_path: Path) -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="Action plan"/></v:shape></w:pict></w:r>'

    assert paragraphs(read(tmp_path, p(art)), Where.TEXT_BOX) == ["Action plan"]


def test_words_in_a_drawing_of_another_program_are_read(tmp_path: Path) -> None:
    lines = "<a:p><a:r><a:t>Agency: </a:t></a:r><a:r><a:t>Housing</a:t></a:r></a:p><a:p/>"
    drawing = f"<w:r><w:drawing><wp:inline><a:sp><a:txBody>{lines}</a:txBody></a:sp></wp:inline></w:drawing></w:r>"

    assert read_cell(tmp_path, p(r("see ") + drawing)).text == "see\nAgency: Housing"

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.model import Level
from tests.ingest.word.factory import Docx, p, paragraphs, r, read, row, table, val


def style(key: str, name: str, more: str = "") -> str:
    return f'<w:style w:type="paragraph" w:styleId="{key}">{val("name", name)}{more}</w:style>'


@pytest.mark.parametrize(
    ("properties", "level"),
    [
        (val("pStyle", "H2"), 2),
        (val("pStyle", "T"), 1),
        (val("pStyle", "Own"), 3),
        (val("outlineLvl", 0), 1),
        (val("outlineLvl", 9), None),
        (val("pStyle", "H2") + val("outlineLvl", 9), None),
        ("", None),
    ],
)
def test_headings_have_their_level(tmp_path: Path, properties: str, level: int | None) -> None:
    outline = f"<w:pPr>{val('outlineLvl', 2)}</w:pPr>"
    styles = style("H2", "heading 2") + style("T", "Title") + style("Own", "Board heading", outline)

    (found,) = read(tmp_path, Docx(p(r("Words"), properties), {"styles": styles})).paragraphs

    assert found.level == level


def test_a_style_based_on_a_heading_is_one(tmp_path: Path) -> None:
    styles = style("H1", "heading 1") + style("Mine", "Mine", val("basedOn", "H1"))

    assert read(tmp_path, Docx(p(r("Words"), val("pStyle", "Mine")), {"styles": styles})).paragraphs[0].level == 1


def test_styles_based_on_each_other_in_a_ring_do_no_harm(tmp_path: Path) -> None:
    styles = style("A", "A", val("basedOn", "B")) + style("B", "B", val("basedOn", "A"))

    assert paragraphs(read(tmp_path, Docx(p(r("Words"), val("pStyle", "A")), {"styles": styles}))) == ["Words"]


@pytest.mark.parametrize("element", ["altChunk", "subDoc"])
def test_content_kept_elsewhere_is_reported_as_missing(tmp_path: Path, element: str) -> None:
    document = read(tmp_path, p("Words") + f'<w:{element} r:id="rId5"/>')

    assert document.is_partial
    assert [(finding.level, finding.code) for finding in document.findings] == [(Level.PROBLEM, "missing-content")]


def test_text_outside_every_paragraph_is_not_lost(tmp_path: Path) -> None:
    assert paragraphs(read(tmp_path, r("loose ") + p("words") + r("at the end"))) == ["loose words", "at the end"]


def test_words_in_places_no_reader_looks_in_are_reported(tmp_path: Path) -> None:
    from ingest.readers.word import read as read_word
    from tests.ingest.word.factory import write_docx

    stray = f"<w:tbl><w:tr><w:tc>{p('kept')}</w:tc>{r('between two cells')}</w:tr></w:tbl>"
    document = read_word(write_docx(tmp_path / "odd.docx", Docx(stray)), "odd.docx", "")

    assert [(finding.level, finding.code) for finding in document.findings] == [(Level.PROBLEM, "words-differ")]


def test_blocks_come_in_reading_order(tmp_path: Path) -> None:
    document = read(tmp_path, p("one") + table(row("two")) + p("three"))

    assert [type(block).__name__ for block in document.blocks] == ["SourceParagraph", "SourceTable", "SourceParagraph"]

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.model import SourceDocument, Where
from tests.ingest.word.factory import Docx, cell, on, p, paragraphs, r, read, row, table, texts, val

ROWS = row("Recommendation", "Update") + row("Train", "Begun") + row("Tell", "Done")
STRIKE, HIDE = on("strike"), on("vanish")
CHARACTER = f'<w:style w:type="character" w:styleId="Struck"><w:rPr>{STRIKE}</w:rPr></w:style>'


def part(kind: str, looks: str) -> str:
    return f'<w:tblStylePr w:type="{kind}"><w:rPr>{looks}</w:rPr></w:tblStylePr>'


def read_styled(tmp_path: Path, style: str, rows: str = ROWS, look: str = "0460") -> SourceDocument:
    """Return a table of the style with this inside; usually its first and last row are switched on."""
    styles = f'<w:style w:type="table" w:styleId="Plan">{style}</w:style>{CHARACTER}'
    properties = val("tblStyle", "Plan") + val("tblLook", look)
    return read(tmp_path, Docx(table(rows, properties=properties, widths=(2000, 2000)), {"styles": styles}))


def struck(document: SourceDocument) -> list[str]:
    return [passage for found in document.tables[0].cells for passage in found.struck]


def shown(document: SourceDocument) -> list[str]:
    return [text for _row, _col, text in texts(document.tables[0]) if text]


@pytest.mark.parametrize(
    ("style", "look", "expected"),
    [
        (part("lastRow", STRIKE), "0460", ["Tell", "Done"]),
        (part("lastRow", STRIKE), "0420", []),
        (part("firstCol", STRIKE), "04E0", ["Recommendation", "Train", "Tell"]),
        (part("band2Horz", on("dstrike")), "0420", ["Tell", "Done"]),
        (f"<w:rPr>{STRIKE}</w:rPr>" + part("firstRow", val("strike", 0)), "0420", ["Train", "Begun", "Tell", "Done"]),
    ],
)
def test_text_is_struck_out_where_the_style_of_its_table_says_so(
    tmp_path: Path, style: str, look: str, expected: list[str]
) -> None:
    document = read_styled(tmp_path, style, look=look)

    assert struck(document) == expected
    assert sorted([*expected, *shown(document)]) == sorted(
        ["Recommendation", "Update", "Train", "Begun", "Tell", "Done"]
    )


def test_text_is_hidden_where_the_style_of_its_table_says_so(tmp_path: Path) -> None:
    document = read_styled(tmp_path, part("lastRow", HIDE))

    assert shown(document) == ["Recommendation", "Update", "Train", "Begun"]
    assert paragraphs(document, Where.HIDDEN) == ["Tell", "Done"]


def test_what_the_text_says_itself_outranks_the_style_of_its_table(tmp_path: Path) -> None:
    kept = cell(p(r("kept", val("strike", 0)) + r(" and this", val("rStyle", "Struck")) + r(" not this")))
    document = read_styled(tmp_path, part("lastRow", STRIKE), row("Recommendation", "Update") + row("Train", kept))

    assert shown(document) == ["Recommendation", "Update", "kept and this"]
    assert struck(document) == ["Train", "not this"]


def test_a_table_inside_has_the_look_of_its_own_style_alone(tmp_path: Path) -> None:
    inner = cell(table(row("within")) + p("gone"))
    document = read_styled(tmp_path, part("lastRow", STRIKE), row("Recommendation", "Update") + row("Train", inner))

    assert shown(document) == ["Recommendation", "Update", "within"]
    assert struck(document) == ["Train", "gone"]


def test_deleted_rows_are_not_counted_to_find_the_last(tmp_path: Path) -> None:
    deleted = row(cell("<w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>"), properties=on("del"))
    document = read_styled(tmp_path, part("lastRow", STRIKE), ROWS + deleted)

    assert struck(document) == ["Tell", "Done"]

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from ingest.model import Level, SourceDocument, Where
from ingest.readers.word import read as read_word
from tests.ingest.word.factory import (
    NAMESPACES,
    RELATIONSHIPS,
    TYPES,
    Docx,
    cell,
    content_control,
    p,
    paragraphs,
    r,
    row,
    table,
    texts,
    words_given,
    write_docx,
)

CHUNK = '<w:altChunk r:id="rIdChunk"/>'
CHUNK_LINK = (
    f'<Relationships xmlns="{RELATIONSHIPS}"><Relationship Id="rIdChunk" Type="{TYPES}/aFChunk" Target="chunk.txt"/>'
    "</Relationships>"
)
INSIDE = {"rIdChunk": ("aFChunk", "chunk.bin")}


def read_with(tmp_path: Path, data: bytes, body: str = p("Before") + CHUNK + p("After")) -> SourceDocument:
    """Return a document with ``data`` placed inside its ``body``."""
    path = write_docx(tmp_path / "return.docx", Docx(body, targets=INSIDE))
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("word/chunk.bin", data)
    document = read_word(path, "return.docx", "0" * 64)
    assert words_given(document) == document.words
    return document


def docx(tmp_path: Path, body: str, **parts: str) -> bytes:
    return write_docx(tmp_path / "inner.docx", Docx(body, parts)).read_bytes()


PAGE = b"<html><body><h1>Plan</h1><p>An <s>old</s> answer<p><a href='https://a.example'>Here</a></body></html>"
ARCHIVE = (
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=z\r\n\r\n--z\r\n"
    b"Content-Type: text/html\r\n\r\n<p>Saved page</p>\r\n--z--\r\n"
)


FLAT = (
    '<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'
    f'<pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document {NAMESPACES}><w:body>{p("Laid flat")}</w:body>'
    "</w:document></pkg:xmlData></pkg:part></pkg:package>"
).encode()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"First line\r\n\r\nsecond \x96 line", ["First line", "second \u2013 line"]),
        ("Wide \u2013 text".encode("utf-16"), ["Wide \u2013 text"]),
        (rb"{\rtf1\ansi Rich \b text\b0\par second}", ["Rich text", "second"]),
        (PAGE, ["Plan", "An  answer", "Here"]),
        (ARCHIVE, ["Saved page"]),
        ("<html><body><p>Wide page</p></body></html>".encode("utf-16"), ["Wide page"]),
        (FLAT, ["Laid flat"]),
    ],
)
def test_text_placed_inside_a_document_is_read_in_its_place(tmp_path: Path, data: bytes, expected: list[str]) -> None:
    document = read_with(tmp_path, data)

    assert paragraphs(document) == ["Before", *expected, "After"]
    assert [(finding.level, finding.code) for finding in document.findings] == [(Level.CHECK, "placed-inside")]
    assert not document.is_partial


def test_a_document_inside_is_read_with_its_own_styles_notes_and_comments(tmp_path: Path) -> None:
    struck = '<w:style w:type="character" w:styleId="Old"><w:rPr><w:strike/></w:rPr></w:style>'
    called = "<w:r><w:footnoteReference w:id='1'/></w:r><w:r><w:commentReference w:id='2'/></w:r>"
    rows = row("Recommendation", "Update") + row("Train", cell(p(r("gone ", '<w:rStyle w:val="Old"/>') + r("Done"))))
    inner = docx(
        tmp_path,
        table(rows) + p(r("End") + called),
        styles=struck,
        footnotes=f'<w:footnote w:id="1">{p("A note")}</w:footnote>',
        comments=f'<w:comment w:id="2">{p("A comment")}</w:comment><w:comment w:id="3">{p("Loose")}</w:comment>',
    )

    document = read_with(tmp_path, inner)

    (found,) = document.tables
    assert [text for _row, _col, text in texts(found)] == ["Recommendation", "Update", "Train", "Done"]
    assert found.cells[3].struck == ("gone",)
    said = [paragraph.text for paragraph in document.paragraphs]
    assert said == ["Before", "End", "A note", "A comment", "Loose", "After"]


def test_a_table_of_a_web_page_inside_is_a_table(tmp_path: Path) -> None:
    page = (
        b"<table><tr><th>Recommendation<th>Update<tr><td rowspan=2>Train<td bgcolor='#00B050'>Done<del>late</del>"
        b"<tr><td>One<br>two</table>"
    )

    (found,) = read_with(tmp_path, page).tables

    assert texts(found) == [
        (1, 1, "Recommendation"), (1, 2, "Update"), (2, 1, "Train"), (2, 2, "Done"), (3, 2, "One\ntwo"),
    ]  # fmt: skip
    assert (found.cells[2].rowspan, found.cells[3].fill, found.cells[3].struck) == (2, "#00B050", ("late",))
    assert found.heading_rows == 1


def test_what_is_placed_inside_a_cell_belongs_to_it(tmp_path: Path) -> None:
    body = table(row("Train", f"<w:tc><w:tcPr/>{p('Before')}{content_control(CHUNK)}{p('After')}</w:tc>"))

    document = read_with(tmp_path, b"within", body)

    assert [text for _row, _col, text in texts(document.tables[0])] == ["Train", "Before\nwithin\nAfter"]


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04 cut short", b"<?xml version='1.0'?><x>a</x>", b"Content-Type: image/png\r\n\r\nnothing"]
)
def test_what_cannot_be_read_is_said_to_be_missing(tmp_path: Path, data: bytes) -> None:
    document = read_with(tmp_path, data)

    assert document.is_partial
    assert "missing-content" in {finding.code for finding in document.findings}


def test_documents_inside_documents_are_followed_up_to_a_limit(tmp_path: Path) -> None:
    data = b"innermost"
    for depth in range(5):
        inner = Docx(p(f"at {depth}") + CHUNK, targets=INSIDE)
        path, packed = write_docx(tmp_path / "inner.docx", inner), io.BytesIO()
        packed.write(path.read_bytes())
        with zipfile.ZipFile(packed, "a") as package:
            package.writestr("word/chunk.bin", data)
        data = packed.getvalue()

    document = read_with(tmp_path, data)

    assert paragraphs(document) == ["Before", "at 4", "at 3", "at 2", "After"]
    assert document.is_partial


@pytest.mark.parametrize(
    ("kind", "around", "call", "where"),
    [
        ("header1", "{}", '<w:sectPr><w:headerReference w:type="default" r:id="rIdheader1"/></w:sectPr>', Where.HEADER),
        ("footnotes", '<w:footnote w:id="1">{}</w:footnote>', p('<w:footnoteReference w:id="1"/>'), Where.NOTE),
        ("comments", '<w:comment w:id="1">{}</w:comment>', p("Said"), Where.COMMENT),
    ],
)  # fmt: skip
def test_what_is_placed_inside_a_header_or_note_is_read_there(
    tmp_path: Path, kind: str, around: str, call: str, where: Where
) -> None:
    path = write_docx(tmp_path / "return.docx", Docx(call, {kind: around.format(CHUNK)}))
    with zipfile.ZipFile(path, "a") as package:
        package.writestr(f"word/_rels/{kind}.xml.rels", CHUNK_LINK)
        package.writestr("word/chunk.txt", b"placed here")

    document = read_word(path, "return.docx", "0" * 64)

    assert paragraphs(document, where) == ["placed here"]
    assert words_given(document) == document.words
    assert not document.is_partial

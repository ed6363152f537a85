from __future__ import annotations

from pathlib import Path

from ingest.model import Where
from tests.ingest.word.factory import Docx, cell, complex_field, p, paragraphs, r, read, row, table


def section(*references: str, more: str = "") -> str:
    return f"<w:sectPr>{''.join(references)}{more}</w:sectPr>"


def header(name: str, kind: str = "default") -> str:
    return f'<w:headerReference w:type="{kind}" r:id="rId{name}"/>'


def test_headers_come_first_and_footers_after_the_body(tmp_path: Path) -> None:
    footer = '<w:footerReference w:type="default" r:id="rIdfooter1"/>'
    page = p(r("Page ") + complex_field("PAGE", r("1")))
    docx = Docx(p("Body") + section(header("header1"), footer), {"header1": p("Agency"), "footer1": page})

    document = read(tmp_path, docx)

    found = [(entry.text, entry.where) for entry in document.paragraphs]
    assert found == [("Agency", Where.HEADER), ("Body", Where.BODY), ("Page 1", Where.FOOTER)]


def test_only_headers_some_page_shows_are_read(tmp_path: Path) -> None:
    references = header("header1"), header("header2", "first"), header("header3", "even")
    parts = {"header1": p("usual"), "header2": p("title page"), "header3": p("even pages")}

    plain = read(tmp_path, Docx(section(*references), parts))
    titled = read(tmp_path, Docx(section(*references, more="<w:titlePg/>"), parts))
    sided = read(tmp_path, Docx(section(*references), parts | {"settings": "<w:evenAndOddHeaders/>"}))

    assert paragraphs(plain, Where.HEADER) == ["usual"]
    assert paragraphs(titled, Where.HEADER) == ["title page", "usual"]
    assert paragraphs(sided, Where.HEADER) == ["usual", "even pages"]


def test_headers_of_all_sections_are_read_and_the_same_words_once(tmp_path: Path) -> None:
    first = p("one", section(header("header1")))
    second = p("two", section(header("header2")))
    parts = {"header1": p("Agency"), "header2": p("Agency"), "header3": p("Appendix")}

    document = read(tmp_path, Docx(first + second + section(header("header3")), parts))

    assert paragraphs(document, Where.HEADER) == ["Agency", "Appendix"]


def test_a_table_in_a_header_gives_paragraphs(tmp_path: Path) -> None:
    letterhead = table(row("Agency", cell(p("Housing") + p("North"))))

    document = read(tmp_path, Docx(section(header("header1")), {"header1": letterhead + p()}))

    assert paragraphs(document, Where.HEADER) == ["Agency", "Housing", "North"]
    assert document.tables == ()


def test_a_watermark_is_told_from_the_header(tmp_path: Path) -> None:
    mark = '<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'

    document = read(tmp_path, Docx(section(header("header1")), {"header1": p(mark)}))

    assert paragraphs(document, Where.WATERMARK) == ["DRAFT"]

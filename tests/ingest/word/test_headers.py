from __future__ import annotations

from pathlib import Path

from ingest.model import Where
from tests.ingest.word.factory import Docx, cell, complex_field, on, p, paragraphs, r, read, row, table


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


def in_sections(*parts: tuple[str, str]) -> str:
    """Return a body of sections, each with the name of its header and what stands in it."""
    *first, (last, end) = parts
    return "".join(inside + p("", section(header(name))) for name, inside in first) + end + section(header(last))


def test_the_header_of_a_later_section_is_told_where_that_begins(tmp_path: Path) -> None:
    body = in_sections(("header1", p("one")), ("header2", p("two")), ("header1", p("three")))

    document = read(tmp_path, Docx(body, {"header1": p("Agency: Elm"), "header2": p("Agency: Oak")}))

    assert [entry.text for entry in document.paragraphs] == [
        *("Agency: Elm", "one", "Agency: Oak", "two", "Agency: Elm", "three")
    ]
    assert "words-differ" not in {finding.code for finding in document.findings}


def test_a_table_goes_on_over_the_header_of_another_section(tmp_path: Path) -> None:
    headings = row("Recommendation", "Update", "Evidence", properties=on("tblHeader"))
    first = table(headings, row("1. Train", "Done", "Log"), widths=(900, 900, 900))
    second = table(row("2. Audit", "Begun", "Form"), widths=(900, 900, 900))
    parts = {"header1": p("Upright"), "header2": p("Sideways")}

    document = read(tmp_path, Docx(in_sections(("header1", first), ("header2", second)), parts))

    assert [each.n_rows for each in document.tables] == [3]
    assert paragraphs(document, Where.HEADER) == ["Upright", "Sideways"]


def test_footers_that_differ_are_told_with_their_sections(tmp_path: Path) -> None:
    foot = '<w:footerReference w:type="default" r:id="rId{}"/>'
    body = p("one", section(foot.format("footer1"))) + p("two") + section(foot.format("footer2"))

    document = read(tmp_path, Docx(body, {"footer1": p("From Elm"), "footer2": p("From Oak")}))

    assert [entry.text for entry in document.paragraphs] == ["From Elm", "one", "From Oak", "two"]


def test_no_header_is_lost_where_the_break_of_its_section_was_deleted(tmp_path: Path) -> None:
    mark = '<w:rPr><w:del w:id="1" w:author="A" w:date="2014-01-01T00:00:00Z"/></w:rPr>'
    body = p("one", mark + section(header("header1"))) + p("two") + section(header("header2"))

    document = read(tmp_path, Docx(body, {"header1": p("Elm"), "header2": p("Oak")}))

    assert [entry.text for entry in document.paragraphs] == ["Elm", "onetwo", "Oak"]

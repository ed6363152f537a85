"""Rows of plain text are taken out of the XML early; nothing may read otherwise because of it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from ingest.model import SourceCell
from ingest.readers.word.markup import Element, w
from ingest.readers.word.parsing import parse_stream
from ingest.readers.word.plain_rows import PlainRows
from ingest.readers.word.styles import Styles
from tests.ingest.word.factory import (
    NAMESPACES,
    Docx,
    cell,
    complex_field,
    content_control,
    field_char,
    on,
    p,
    r,
    read,
    row,
    table,
    texts,
    val,
)

STYLES = {
    "styles": (
        '<w:style w:type="paragraph" w:styleId="Struck"><w:rPr><w:strike/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Heavy"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Ticks"><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:style>'
    )
}
PLAIN = row("1", "Train staff", "Done")

LOOKS = {
    "plain": r("Train staff"),
    "empty": p(),
    "in several runs": p(r("Train") + r(" st") + r("aff ")),
    "bold": r("Train staff", on("b")),
    "partly bold": p(r("Train ", on("b")) + r("staff")),
    "struck out": r("Train staff", on("strike")),
    "hidden": r("Train staff", on("vanish")),
    "shaded": r("Train staff", val("highlight", "yellow")),
    "struck out by its style": p(r("Train staff"), val("pStyle", "Struck")),
    "bold by its style": p(r("Train staff"), val("pStyle", "Heavy")),
    "signs by its style": p(r("\u00fc"), val("pStyle", "Ticks")),
    "signs by its font": r("\u00fc", '<w:rFonts w:ascii="Wingdings"/>'),
    "two paragraphs": p(r("Train")) + p(r("staff")),
    "a line break": p("<w:r><w:t>Train</w:t><w:br/><w:t>staff</w:t></w:r>"),
    "a field": p(complex_field('HYPERLINK "https://example.org"', r("Train staff"))),
    "a tracked insertion": p(f'<w:ins w:author="A">{r("Train staff")}</w:ins>'),
    "a deleted mark": p(r("Train staff"), "<w:rPr><w:del/></w:rPr>"),
    "special spaces": r("Train\u00a0staff\u200b \u2011 now"),
    "a table inside": table(row("Train", "staff")) + p(),
    "spread over columns": cell("Train staff", val("gridSpan", 2)),
    "coloured": cell("Train staff", '<w:shd w:val="clear" w:fill="FF0000"/>'),
}


def _cells(tmp_path: Path, body: str) -> tuple[SourceCell, ...]:
    return read(tmp_path, Docx(body, STYLES)).tables[0].cells


def _take(body: str) -> tuple[PlainRows, list[Element]]:
    """Parse ``body``; return what was taken on the way, and the rows that are in the tree."""
    xml = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>".encode()
    taken = PlainRows(Styles(None, {}))
    root = parse_stream(io.BytesIO(xml), w("tr"), taken)
    assert root is not None
    return taken, list(root.iter(w("tr")))


@pytest.mark.parametrize("content", LOOKS.values(), ids=LOOKS.keys())
def test_a_row_reads_the_same_taken_out_or_left_in(tmp_path: Path, content: str) -> None:
    body = table(PLAIN, row("2", content, "In progress"), PLAIN, row("3", content, ""))
    # Tables in a content control are left in the tree whole.
    assert _cells(tmp_path, body) == _cells(tmp_path, content_control(body))


def test_plain_rows_are_emptied_and_others_are_left_alone() -> None:
    taken, (plain, struck, again) = _take(table(PLAIN, row("2", LOOKS["struck out"]), PLAIN))

    assert set(taken.by_element) == {plain, again}
    assert (len(plain), len(struck), len(again)) == (0, 3, 0)


def test_a_row_whose_xml_holds_more_text_than_its_cells_is_left_in() -> None:
    with_more = PLAIN.replace("<w:tcPr></w:tcPr>", "<w:tcPr>lost</w:tcPr>", 1)
    taken, _rows = _take(table(PLAIN, with_more))

    assert len(taken.by_element) == 1


def test_rows_of_tables_inside_tables_are_left_in() -> None:
    taken, (_outer, *inner) = _take(table(row(table(PLAIN, PLAIN) + p())))

    assert not taken.by_element
    assert all(len(found) for found in inner)


def test_words_under_a_comment_that_runs_over_plain_rows_are_kept(tmp_path: Path) -> None:
    begin, end = '<w:commentRangeStart w:id="1"/>', '<w:commentRangeEnd w:id="1"/>'
    body = begin + table(PLAIN, row("2", "Review policy")) + end + p('<w:r><w:commentReference w:id="1"/></w:r>')
    comments = {"comments": f'<w:comment w:id="1">{p("Who?")}</w:comment>'}

    document = read(tmp_path, Docx(body, comments))

    assert texts(document.tables[0])[-1] == (2, 2, "Review policy")
    assert [each.text for each in document.paragraphs] == ["Who?"]


def test_plain_rows_inside_the_instruction_of_a_field_are_not_shown(tmp_path: Path) -> None:
    silent = p(field_char("begin")) + table(PLAIN) + p(field_char("separate") + r("shown") + field_char("end"))

    document = read(tmp_path, silent)

    assert document.words == 1


def test_tables_that_join_number_their_plain_rows_on(tmp_path: Path) -> None:
    heading = row(p(r("No", on("b"))), p(r("Update", on("b"))))
    body = table(heading, row("1", "x"), widths=(900, 900)) + p() + table(heading, row("2", "y"), widths=(900, 900))

    (joined,) = read(tmp_path, body).tables

    assert texts(joined)[2:] == [(2, 1, "1"), (2, 2, "x"), (3, 1, "2"), (3, 2, "y")]

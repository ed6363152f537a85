"""Web pages, and e-mails with a return pasted into them, give the tables and paragraphs a person sees."""

from __future__ import annotations

import quopri
from email.message import EmailMessage
from pathlib import Path

import pytest

from ingest.folder import read_document
from ingest.model import Hyperlink, SourceCell, SourceDocument, SourceTable, Where
from ingest.web import Layout

ROWS = "<tr><th>Recommendation<th>Update<tr><td>1. Train staff<td>Done"
RETURN = f"<table>{ROWS}</table>"


def _lay_out(page: str) -> tuple[list[str], tuple[SourceTable, ...]]:
    """Return the paragraphs of a page and its tables; every word must be accounted for."""
    blocks, words = Layout("page.html").lay_out(page)
    tables = tuple(block for block in blocks if isinstance(block, SourceTable))
    paragraphs = [block for block in blocks if not isinstance(block, SourceTable)]
    assert words == sum(c.words for table in tables for c in table.cells) + sum(p.words for p in paragraphs)
    return [each.text for each in paragraphs if each.where is Where.BODY], tables


def _cell(content: str) -> SourceCell:
    """Return the last cell of a table of two rows and columns."""
    return _lay_out(f"<table><tr><td>a<td>b<tr><td>c<td {content}</table>")[1][0].cells[-1]


def _read(path: Path) -> SourceDocument:
    document = read_document(path, path.name)
    assert isinstance(document, SourceDocument), document
    assert "words-differ" not in {finding.code for finding in document.findings}
    return document


def _texts(document: SourceDocument) -> list[list[str]]:
    return [[cell.text for cell in table.cells] for table in document.tables]


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<p>Dear <b>all</b>,</p><p>hel<i>lo</i></p>", ["Dear all,", "hello"]),
        ("<style>p {}</style><p>a<br>b</p><script>alert()</script>c", ["a", "b", "c"]),
        ("<head><title>Not seen</title></head><p>a\n  b&nbsp;c", ["a b c"]),
        ("<?xml version='1.0' encoding='utf-8'?><html><body>caf&eacute;</body></html>", ["caf\u00e9"]),
        ("<ul><li>one<li>two</ul><ol start=3><li>three</ol>", ["\u2022 one", "\u2022 two", "3. three"]),
        ("<ol type=a><li><p>x</p></li><li value=28>y</ol><ol type=I><li>z", ["a. x", "ab. y", "I. z"]),
        ("<p>x<pre>one\n\n two\r\nthree</pre>\nfour\nfive", ["x", "one", "two", "three", "four five"]),
        ("<p style='white-space: pre-wrap'>a\nb <span style='white-space:normal'>c\nd</span></p>", ["a", "b c d"]),
        ("<div>" * 1000 + "deep words", ["deep words"]),
        ("<![if !x]>a<![endif]><p>b <![andif c]> d</p>", ["a", "b d"]),
        ("<p>a<!--[if gte vml 1]><v:shape>drawn</v:shape><![endif]--><![if !vml]>b<![endif]> c</p>", ["ab c"]),
        ("<p>By <input value='Ann Lee'><input type=hidden value=unseen>", ["By Ann Lee"]),
        ("<p>Is it done? <select><option>No<option selected>Yes it is</select>", ["Is it done? Yes it is"]),
        (
            "<select><option>Not yet</option><option>Yes</option></select><select multiple><option>x</select>",
            ["Not yet"],
        ),
        ("   ", []),
    ],
)
def test_a_web_page_is_read_line_by_line(page: str, lines: list[str]) -> None:
    assert _lay_out(page)[0] == lines


def test_a_number_word_wrote_into_its_page_stands_before_the_paragraph() -> None:
    label = "<span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span>"
    bullet = "<span style='mso-list:Ignore'>\u00b7<span>&nbsp; </span></span>"

    assert _lay_out(f"<p>{label}Train</p><p>{bullet}Audit</p>")[0] == ["1. Train", "\u2022 Audit"]


def test_cells_left_open_lie_where_a_browser_shows_them() -> None:
    (table,) = _lay_out(RETURN)[1]

    assert [(cell.row, cell.col, cell.text) for cell in table.cells] == [
        (1, 1, "Recommendation"),
        (1, 2, "Update"),
        (2, 1, "1. Train staff"),
        (2, 2, "Done"),
    ]
    assert (table.n_rows, table.n_cols, table.heading_rows) == (2, 2, 1)


def test_merged_cells_keep_their_spans() -> None:
    rows = "<tr><td rowspan=2>a<td>b<tr><td>c<tr><td colspan=2>d"
    (table,) = _lay_out(f"<table><tr><td>1<td>2{rows}</table>")[1]

    assert [(cell.row, cell.col, cell.rowspan, cell.colspan) for cell in table.cells[2:]] == [
        (2, 1, 2, 1),
        (2, 2, 1, 1),
        (3, 2, 1, 1),
        (4, 1, 1, 2),
    ]


def test_a_head_below_and_a_foot_above_are_shown_in_their_places() -> None:
    parts = "<tfoot><tr><td>z<td>z</tfoot><tbody><tr><td>b<td>b</tbody><thead><tr><td>h<td>h</thead>"

    (table,) = _lay_out(f"<table>{parts}</table>")[1]

    assert [cell.text for cell in table.cells] == ["h", "h", "b", "b", "z", "z"]
    assert table.heading_rows == 1


@pytest.mark.parametrize(
    ("content", "fill"),
    [
        ("bgcolor=#92d050>x", "#92D050"),
        ("style='background:#F00 none'>x", "#FF0000"),
        ("style='background-color: rgb(255, 192, 0)'>x", "#FFC000"),
        ("style='background-color:rgba(0,0,0,0)'>x", None),
        ("style='background:orange'>x", "#FFA500"),
        (">x", None),
    ],
)
def test_the_colour_behind_a_cell_is_read(content: str, fill: str | None) -> None:
    assert _cell(content).fill == fill


def test_a_style_sheet_paints_hides_and_strikes_by_class() -> None:
    sheet = "<style><!-- .xl65 {mso-style-parent:style0; background:#92D050;} td.late, .off {background:red}"
    sheet += " .x {display:none} .cut{text-decoration:line-through} --></style>"
    cells = "<tr><td class=xl65>a<td class='xl65 late'>b<tr><td class=xl65 style='background:blue'>c<td>d"
    words = "<span class=x>hid</span><span class=cut>cut</span>"

    (table,) = _lay_out(f"{sheet}<table>{cells}{words}</table>")[1]

    assert [cell.fill for cell in table.cells] == ["#92D050", "#FF0000", "#0000FF", None]
    assert (table.cells[-1].text, table.cells[-1].struck) == ("d", ("cut",))


def test_text_struck_out_or_hidden_is_kept_apart() -> None:
    cell = _cell(">Done <s>in May</s> in June<span style='text-decoration: line-through'>!</span>")
    hidden = _lay_out(f"{RETURN}<p>seen<span style='mso-hide:all'> unseen</span></p>")[0]

    assert (cell.text, cell.struck, cell.words) == ("Done  in June", ("in May", "!"), 5)
    assert hidden == ["seen"]


def test_links_pictures_and_boxes_belong_to_their_cell() -> None:
    cell = _cell(
        "><a href='https://x.example/p'>the <b>policy</b></a><img alt='Chart' src='cid:1'><input type=checkbox checked>"
    )

    assert cell.links == (Hyperlink("the policy", "https://x.example/p"),)
    assert (cell.pictures, cell.text) == (("Chart",), "the policy\u2612")


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (">Done <font face=Wingdings>\u00fc</font>", "Done \u2713"),
        ("><span style='font-family:\"Wingdings 2\"'>O</span> late", "\u2717 late"),
        (" style='font-family:Wingdings'><span style='font-family:Arial'>\u00fc</span>", "\u00fc"),
    ],
)
def test_letters_of_symbol_fonts_are_the_signs_they_show(content: str, shown: str) -> None:
    assert _cell(content).text == shown


def test_a_table_in_a_cell_is_a_line_for_each_row() -> None:
    inner = "<table><tr><td>1<td>2<tr><td>3<td>4</table>"

    (table,) = _lay_out(f"<table border=1><tr><td>a<td>b<tr><td>c<td>x{inner}y</table>")[1]

    assert table.cells[-1].text == "x\n1\t2\n3\t4\ny"


def test_a_table_that_only_frames_the_page_is_no_table() -> None:
    paragraphs, tables = _lay_out(f"<table><tr><td>Logo<td>Name<tr><td colspan=2>{RETURN}<td>x</table>")

    assert [len(table.cells) for table in tables] == [4]
    assert paragraphs == ["Logo", "Name", "x"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_page_called_doc_is_read_as_what_it_is(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "Return.doc"
    path.write_bytes(f"<html><meta charset={encoding}><p>Caf\u00e9 \u2013 {RETURN}".encode(encoding))

    document = _read(path)

    assert (document.format, document.paragraphs[0].text) == ("html", "Caf\u00e9 \u2013")
    assert _texts(document) == [["Recommendation", "Update", "1. Train staff", "Done"]]


def test_a_page_in_one_file_with_all_that_belongs_to_it_is_read(tmp_path: Path) -> None:
    page = quopri.encodestring(f"<html>{RETURN}</html>".encode())
    header = b"<div style='mso-element:header'><p>Child M</p></div>"
    html = b"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
    path = tmp_path / "Return.doc"
    path.write_bytes(
        b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="z"\n\nThis is a Single File Web Page.\n\n'
        b"--z\n" + html + page + b"\n--z\n" + html + quopri.encodestring(header) + b"\n--z--\n"
    )

    document = _read(path)

    assert _texts(document) == [["Recommendation", "Update", "1. Train staff", "Done"]]
    assert [(each.text, each.where) for each in document.paragraphs] == [("Child M", Where.HEADER)]


@pytest.mark.parametrize("plain", ["Recommendation Update 1. Train staff Done", ""])
def test_a_return_pasted_into_an_e_mail_is_a_table(tmp_path: Path, plain: str) -> None:
    message = EmailMessage()
    message["From"] = "J. Smith <j.smith@fernlight.example>"
    message["Subject"] = "Fernlight Housing"
    message.set_content(plain)
    message.add_alternative(f"<p>Dear all,</p>{RETURN}", subtype="html")
    path = tmp_path / "a.eml"
    path.write_bytes(message.as_bytes())

    document = _read(path)

    assert _texts(document) == [["Recommendation", "Update", "1. Train staff", "Done"]]
    assert [each.text for each in document.paragraphs][1:] == ["Fernlight Housing", "Dear all,"]


def test_an_e_mail_without_a_table_is_read_from_its_plain_text(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"] = "J. Smith <j.smith@fernlight.example>"
    message["Subject"] = "Fernlight Housing"
    message.set_content("Plain words")
    message.add_alternative("<p>Rich words</p>", subtype="html")
    path = tmp_path / "a.eml"
    path.write_bytes(message.as_bytes())

    assert [each.text for each in _read(path).paragraphs][2:] == ["Plain words"]

"""Rows written like the one before are not parsed at all; nothing may read otherwise because of it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from ingest.model import SourceCell
from ingest.readers.word.alike_rows import CHUNK_BYTES, cut_rows
from ingest.readers.word.markup import w
from ingest.readers.word.parsing import parse_stream
from ingest.readers.word.plain_rows import PlainRows
from ingest.readers.word.styles import Styles
from tests.ingest.word.factory import NAMESPACES, content_control, on, p, r, read, row, table

PLAIN = row("1", "Train staff", "Done")
EDITED = PLAIN.replace("<w:tr>", '<w:tr w:rsidR="{0}" w14:paraId="{0}">').replace("<w:p>", '<w:p w:rsidRDefault="{0}">')

WRITTEN = {
    "other words": "Review the policy",
    "nothing": "",
    "blank": "  ",
    "signs with names": "Health &amp; Care &lt;16 &quot;now&quot; &apos;s &gt;",
    "a sign with a number": "It&#8217;s done",
    "a name twice over": "&amp;amp;",
    "letters beyond English": "Caf\u00e9 \u2013 it\u2019s",
    "special spaces": "at\u00a0once\u200b",
    "a sign of its own": "a > b",
    "a carriage return": "one\rtwo\r\nthree",
    "a new line and a tab": "one\ntwo\tthree",
    "an edit mark as text": 'it said w:rsidR="00AB12CD" there',
    "a character that is forbidden": "Train\x01staff",
    "unparsed text": "<![CDATA[Train <all> staff]]>",
    "a comment": "Train<!-- whom? --> staff",
}


def _cells(tmp_path: Path, body: str) -> tuple[SourceCell, ...]:
    return read(tmp_path, body).tables[0].cells


def _take(xml: bytes) -> list[list[list[str]]]:
    """Return the texts of the rows taken out of ``xml``, those that were parsed as one with those that were not."""
    taken = PlainRows(Styles(None, {}))
    assert parse_stream(io.BytesIO(xml), w("tr"), taken) is not None
    return [[[str(cell.content) for cell in each.cells] for each in run.rows] for run in taken.by_element.values()]


def _document(body: str, declaration: str = "") -> str:
    return f"{declaration}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


def _runs(body: str) -> list[int]:
    return [len(rows) for rows in _take(_document(body).encode())]


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN.keys())
@pytest.mark.parametrize("pattern", [PLAIN, EDITED.format("00AB12CD")], ids=["unmarked", "marked"])
def test_a_row_reads_the_same_parsed_or_not(tmp_path: Path, pattern: str, text: str) -> None:
    body = table(pattern, pattern, pattern.replace("Train staff", text), pattern)
    # Tables in a content control are parsed whole.
    assert _cells(tmp_path, body) == _cells(tmp_path, content_control(body))


def test_only_the_first_rows_written_alike_are_parsed() -> None:
    assert _runs(table(PLAIN, PLAIN, PLAIN, row("2", "Review &amp; report", "caf\u00e9"))) == [1, 3]


def test_a_row_of_another_shape_is_parsed_and_those_after_it_are_not() -> None:
    other = row("1", "", "Done")
    assert _runs(table(PLAIN, PLAIN, PLAIN, other, PLAIN, other, PLAIN)) == [1, 2, 4]


def test_rows_behind_one_that_is_not_plain_are_looked_at_anew() -> None:
    struck = row("2", r("Train", on("strike")), "")
    assert _runs(table(PLAIN, PLAIN, struck, PLAIN, PLAIN)) == [1, 1, 2]


def test_rows_typed_at_other_times_are_alike() -> None:
    assert _runs(table(*(EDITED.format(f"00AB12C{digit}") for digit in "0123"))) == [1, 3]


def test_a_row_inside_a_comment_is_not_there() -> None:
    assert _runs(table(PLAIN, PLAIN, f"<!--{PLAIN}-->", PLAIN)) == [1, 1, 1]


def test_a_row_behind_something_else_is_parsed() -> None:
    assert _runs(table(PLAIN, PLAIN, '<w:bookmarkEnd w:id="1"/>', PLAIN, PLAIN)) == [1, 1, 1, 1]


def test_rows_that_end_in_another_prefix_are_all_parsed() -> None:
    xml = _document(table(PLAIN, PLAIN, PLAIN)).replace("w:", "x:").replace("xmlns:w=", "xmlns:x=")
    assert [len(rows) for rows in _take(xml.encode())] == [1, 1, 1]


def test_letters_are_read_as_the_xml_declares_them() -> None:
    declaration = '<?xml version="1.0" encoding="ISO-8859-1"?>'
    rows = (row("1", "caf\u00c3\u00a9"), row("2", "na\u00c3\u00afve"), row("3", "caf\u00c3\u00a9"))
    taken = _take(_document(table(*rows), declaration).encode("latin-1"))
    assert taken == [[["1", "caf\u00c3\u00a9"]], [["2", "na\u00c3\u00afve"]], [["3", "caf\u00c3\u00a9"]]]


def test_a_cell_is_bold_as_its_own_text_is() -> None:
    mixed = row(p(r("Rec ", on("b")) + r("{0}")), r("Update", on("b")))
    taken = PlainRows(Styles(None, {}))
    xml = _document(table(*(mixed.format(text) for text in ("one", "two", " ", "four"))))

    parse_stream(io.BytesIO(xml.encode()), w("tr"), taken)

    rows = [each for run in taken.by_element.values() for each in run.rows]
    assert [each.cells[0].is_bold for each in rows] == [False, False, True, False]
    assert all(each.cells[1].is_bold for each in rows)


@pytest.mark.parametrize("size", [0, 10, CHUNK_BYTES - 4, 3 * CHUNK_BYTES])
def test_cutting_loses_nothing(size: int) -> None:
    written = (b"x" * size + b"<w:tr>1</w:tr>") * 3 + b"</w:tbl>"
    assert b"".join(cut_rows(io.BytesIO(written))) == written

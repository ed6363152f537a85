from __future__ import annotations

from pathlib import Path

from ingest.model import Comment, Where
from tests.ingest.word.factory import Docx, cell, p, paragraphs, r, read, row, table

NOTES = (
    f'<w:footnote w:type="separator" w:id="-1">{p("not a note")}</w:footnote>'
    f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>" + r(" Corporate team."))}</w:footnote>'
    f'<w:footnote w:id="3">{p("Never called.")}</w:footnote>'
)
CALL = '<w:r><w:footnoteReference w:id="2"/></w:r>'
COMMENTS = (
    f'<w:comment w:id="7" w:author="Jo Bloggs" w:date="2024-05-02T09:00:00Z">{p("When")}{p("was it?")}</w:comment>'
)


def comment_on(words: str) -> str:
    begin, end = '<w:commentRangeStart w:id="7"/>', '<w:commentRangeEnd w:id="7"/>'
    return f'{begin}{words}{end}<w:r><w:commentReference w:id="7"/></w:r>'


def test_a_footnote_belongs_to_the_cell_that_calls_it(tmp_path: Path) -> None:
    document = read(tmp_path, Docx(table(row(p(r("CMT") + CALL), "other")), {"footnotes": NOTES}))

    found = document.tables[0].cells[0]

    assert (found.text, found.note, found.words) == ("CMT", "Corporate team.", 3)
    assert document.words == 4


def test_endnotes_are_notes_as_well(tmp_path: Path) -> None:
    call = '<w:r><w:endnoteReference w:id="2"/></w:r>'
    notes = NOTES.replace("footnote", "endnote")

    document = read(tmp_path, Docx(table(row(p(r("CMT") + call))), {"endnotes": notes}))

    assert document.tables[0].cells[0].note == "Corporate team."


def test_a_footnote_called_from_the_body_is_a_paragraph(tmp_path: Path) -> None:
    document = read(tmp_path, Docx(p(r("CMT") + CALL), {"footnotes": NOTES}))

    assert paragraphs(document, Where.NOTE) == ["Corporate team."]


def test_a_comment_belongs_to_its_cell_with_the_words_it_is_on(tmp_path: Path) -> None:
    body = table(row(p(r("Held ") + comment_on(r("two ") + r("meetings")))))

    (found,) = read(tmp_path, Docx(body, {"comments": COMMENTS})).tables[0].cells

    assert found.comments == (Comment("When\nwas it?", "Jo Bloggs", "2024-05-02T09:00:00Z", "two meetings"),)
    assert (found.text, found.words) == ("Held two meetings", 6)


def test_a_comment_on_several_cells_belongs_to_the_last(tmp_path: Path) -> None:
    first = cell(p('<w:commentRangeStart w:id="7"/>' + r("one")))
    second = cell(p(r("two") + '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'))

    found = read(tmp_path, Docx(table(row(first, second)), {"comments": COMMENTS})).tables[0]

    assert [len(entry.comments) for entry in found.cells] == [0, 1]
    assert found.cells[1].comments[0].on == "one\ntwo"


def test_the_words_of_a_comment_may_begin_and_end_between_rows(tmp_path: Path) -> None:
    begin, end = '<w:commentRangeStart w:id="7"/>', '<w:commentRangeEnd w:id="7"/>'
    call = row(p(r("three") + '<w:r><w:commentReference w:id="7"/></w:r>'))
    rows = begin + row("one") + row("two") + end + call + row("four")

    (found,) = read(tmp_path, Docx(table(rows), {"comments": COMMENTS})).tables

    assert found.cells[2].comments[0].on == "one\ntwo"


def test_a_comment_whose_end_is_lost_ends_where_it_is_called(tmp_path: Path) -> None:
    body = p('<w:commentRangeStart w:id="7"/>' + r("one") + '<w:r><w:commentReference w:id="7"/></w:r>' + r(" two"))

    (found,) = read(tmp_path, Docx(table(row(body)), {"comments": COMMENTS})).tables[0].cells

    assert found.comments[0].on == "one"


def test_a_comment_on_the_body_is_a_paragraph(tmp_path: Path) -> None:
    document = read(tmp_path, Docx(p(comment_on(r("words"))), {"comments": COMMENTS}))

    assert paragraphs(document, Where.COMMENT) == ["When\nwas it?"]


def test_a_comment_nothing_calls_is_not_lost(tmp_path: Path) -> None:
    document = read(tmp_path, Docx(p("words"), {"comments": COMMENTS}))

    assert paragraphs(document, Where.COMMENT) == ["When\nwas it?"]
    assert document.words == 4


def test_two_comments_with_one_id_are_both_kept(tmp_path: Path) -> None:
    document = read(tmp_path, Docx(p(comment_on(r("words"))), {"comments": COMMENTS + COMMENTS}))

    assert len(paragraphs(document, Where.COMMENT)) == 2


def test_a_reply_is_on_the_same_words_as_the_comment_it_answers(tmp_path: Path) -> None:
    reply = f'<w:comment w:id="8" w:author="Sam Bloggs">{p("In May.")}</w:comment>'
    nested = '<w:commentRangeStart w:id="8"/>' + comment_on(r("two meetings")) + '<w:commentRangeEnd w:id="8"/>'
    body = table(row(p(nested + '<w:r><w:commentReference w:id="8"/></w:r>')))

    (found,) = read(tmp_path, Docx(body, {"comments": COMMENTS + reply})).tables[0].cells

    assert [(comment.text, comment.on) for comment in found.comments] == [
        ("When\nwas it?", "two meetings"),
        ("In May.", "two meetings"),
    ]

"""Word documents whose content is vast, deep or marked up in unusual ways."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

from tests.failures.case import Case, Make, Subject
from tests.failures.documents import body, plain_rows, updated, word
from tests.ingest.word.factory import Docx, cell, content_control, p, r, row, table, write_docx

MILLION = "abcdefghi " * 99_999 + "the end..."
MANY_ROWS = 25_000
"""The time grows evenly: 100,000 rows take four times as long, and are read as well."""
OLD = '<w:del w:id="1" w:author="A"><w:r><w:delText>Not agreed. </w:delText></w:r></w:del>'


def _before(subject: Subject, before: str) -> str:
    return p(f"Agency: {subject.agency}") + before + table(*plain_rows(subject))


def _with_cell(make_cell: str, note: str = "") -> Make:
    """Return the maker of a return whose update is in a cell made up in an unusual way ("{}" is the update)."""

    def make_body(subject: Subject) -> str:
        filled = make_cell.replace("{}", escape(subject.update))
        rows = row("Recommendation", "Update"), row(escape(subject.recommendation), filled)
        return p(f"Agency: {subject.agency}") + note + table(*rows)

    return word(make_body)


def _many_rows(subject: Subject) -> str:
    more = row("", "") * MANY_ROWS
    return p(f"Agency: {subject.agency}") + table(*plain_rows(subject), more)


def _many_tables(subject: Subject) -> str:
    return _before(subject, (table(row("Attendance", "Yes")) + p()) * 3_000)


def nested(depth: int) -> Make:
    """Return the maker of a return with tables within tables before its own."""

    def make_body(subject: Subject) -> str:
        start = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>"
        end = "<w:p/></w:tc></w:tr></w:tbl>"
        return _before(subject, start * depth + p("Inmost") + end * depth + p())

    return word(make_body)


def _in_text_box(subject: Subject) -> str:
    inside = "".join(table(*plain_rows(subject)))
    shape = (
        f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    return p(f"Agency: {subject.agency}") + f"<w:p>{shape}</w:p>"


def _in_control(subject: Subject) -> str:
    return p(f"Agency: {subject.agency}") + content_control(table(*plain_rows(subject)))


def _rows_in_controls(subject: Subject) -> str:
    head, answered = plain_rows(subject)
    return p(f"Agency: {subject.agency}") + table(head, content_control(answered))


def _grid_before(subject: Subject) -> str:
    head = row("No", "Recommendation", "Update")
    later = '<w:gridBefore w:val="1"/>'
    answered = row(escape(subject.recommendation), escape(subject.update), properties=later)
    return p(f"Agency: {subject.agency}") + table(head, answered, widths=(800, 4000, 4000))


def _alt_chunk(path: Path, subject: Subject) -> None:
    chunk = '<w:altChunk r:id="rIdchunk"/>'
    write_docx(path, Docx(body(subject) + chunk, targets={"rIdchunk": ("aFChunk", "chunk.docx")}))


WORD_CONTENTS = (
    Case("a million characters.docx", "read", updated(MILLION), update=MILLION),
    Case("many rows.docx", "read", word(_many_rows), is_slow=True),
    Case("3000 tables.docx", "read", word(_many_tables)),
    Case("nested 20 deep.docx", "read", nested(20)),
    Case("nested 200 deep.docx", "unread", nested(200), ("deep",)),
    Case("nested 5000 deep.docx", "unread", nested(5_000), ("deep",)),
    Case("content control.docx", "read", word(_in_control)),
    Case("rows in content controls.docx", "read", word(_rows_in_controls)),
    Case("text box.docx", "read", word(_in_text_box)),
    Case("alternative chunk.docx", "partial", _alt_chunk, ("another document is placed inside it",), has_row=True),
    Case("tracked changes.docx", "read", _with_cell(cell(f"{OLD}<w:ins w:id='2' w:author='A'>{r('{}')}</w:ins>"))),
    Case("hidden text.docx", "read", _with_cell(cell(r("{}")), p(r("Not for print.", "<w:vanish/>")))),
    Case("struck-out text.docx", "read", _with_cell(cell(r("Refused. ", "<w:strike/>") + r("{}")))),
    Case("tick.docx", "read", _with_cell(cell(r("{}")), p('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'))),
    Case(
        "field.docx",
        "read",
        _with_cell(cell(f'<w:fldSimple w:instr="INCLUDETEXT http://127.0.0.1:9/x">{r("{}")}</w:fldSimple>')),
    ),
    Case("grid before.docx", "read", word(_grid_before)),
)

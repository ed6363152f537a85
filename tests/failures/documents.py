"""The plain return that every file of the failure set is a broken, odd or hostile form of."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

from reportlab.lib.pdfencrypt import StandardEncryption

from tests.failures.case import Make, Subject
from tests.ingest.pdf.paper import Paper
from tests.ingest.word.factory import Docx, p, row, table, write_docx

WIDTHS = (240.0, 240.0)


def plain_rows(subject: Subject, update: str = "") -> tuple[str, ...]:
    return (
        row("Recommendation", "Update"),
        row(escape(subject.recommendation), escape(update or subject.update)),
    )


def body(subject: Subject, update: str = "") -> str:
    return p(f"Agency: {subject.agency}") + table(*plain_rows(subject, update))


def word(make_body: Callable[[Subject], str] = body, **parts: str) -> Make:
    """Return the maker of a Word document with the body made of its subject."""
    return lambda path, subject: write_docx(path, Docx(make_body(subject), parts))


def updated(update: str) -> Make:
    """Return the maker of the plain return with an update of its own."""
    return word(lambda subject: body(subject, update))


def word_bytes(subject: Subject) -> bytes:
    with TemporaryDirectory() as folder:
        return write_docx(Path(folder) / "return.docx", Docx(body(subject))).read_bytes()


def pdf_bytes(subject: Subject, *, encrypt: StandardEncryption | None = None) -> bytes:
    with TemporaryDirectory() as folder:
        paper = Paper(Path(folder) / "return.pdf")
        if encrypt:
            paper.canvas.setEncrypt(encrypt)
        print_return(paper, subject)
        paper.canvas.save()
        return paper.path.read_bytes()


def print_return(paper: Paper, subject: Subject) -> None:
    paper.text(50, 60, f"Agency: {subject.agency}")
    paper.table([("Recommendation", "Update"), (subject.recommendation, subject.update)], widths=WIDTHS)


def rezip(
    data: bytes,
    change: Callable[[str, bytes], bytes | None] = lambda _, part: part,
    extra: dict[str, bytes] | None = None,
) -> bytes:
    """Return the package with every part changed (None leaves it out), and extra ones at its end."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = change(name, source.read(name))
            if part is not None:
                target.writestr(name, part)
        for name, part in (extra or {}).items():
            target.writestr(name, part)
    return made.getvalue()


def repacked(change: Callable[[str, bytes], bytes | None], **extra: bytes) -> Make:
    """Return the maker of the plain Word return with its parts changed."""
    return lambda path, subject: path.write_bytes(rezip(word_bytes(subject), change, extra))

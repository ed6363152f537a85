"""Word files that are damaged, closed, disguised or hostile as files."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from openpyxl import Workbook

from tests.failures.case import Case, Make, Subject
from tests.failures.documents import body, pdf_bytes, repacked, rezip, word, word_bytes
from tests.ingest.archives import write_compound
from tests.ingest.word.factory import Docx, write_docx

MAIN = "word/document.xml"
ENTITIES = '<!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
EXTERNAL = '<!DOCTYPE w:document [<!ENTITY leak SYSTEM "file:///etc/passwd">]>'
REMOTE_DTD = '<!DOCTYPE w:document SYSTEM "http://127.0.0.1:9/evil.dtd">'


def content(data: bytes) -> Make:
    return lambda path, _: path.write_bytes(data)


def _cut(path: Path, subject: Subject) -> None:
    data = word_bytes(subject)
    path.write_bytes(data[: len(data) * 2 // 3])


def _pdf(path: Path, subject: Subject) -> None:
    path.write_bytes(pdf_bytes(subject))


def _workbook(path: Path, subject: Subject) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in (
        ("Agency:", subject.agency),
        (),
        ("Recommendation", "Update"),
        (subject.recommendation, subject.update),
    ):
        sheet.append(line)
    book.save(path)


def _web_page(path: Path, subject: Subject) -> None:
    rows = (("Recommendation", "Update"), (subject.recommendation, subject.update))
    table = "".join(f"<tr><td>{left}<td>{right}" for left, right in rows)
    harm = "<script src=http://127.0.0.1:9/x.js></script><img src=http://127.0.0.1:9/x.png>"
    page = f"<!DOCTYPE html><html><body>{harm}<p>Agency: {subject.agency}<table>{table}</table></body></html>"
    path.write_text(page, "utf-8")


def _zip_folder(path: Path, subject: Subject) -> None:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("return.docx", word_bytes(subject))


def doctype(declaration: str) -> Make:
    def change(name: str, part: bytes) -> bytes:
        return declaration.encode() + part if name == MAIN else part

    return repacked(change)


def _utf_16(name: str, part: bytes) -> bytes:
    return part.decode().encode("utf-16") if name == MAIN else part


def _control_characters(name: str, part: bytes) -> bytes:
    return part.replace(b"Agency:", b"Agency:\x01\x1f") if name == MAIN else part


def _malformed(name: str, part: bytes) -> bytes:
    return part.replace(b"</w:body>", b"") if name == MAIN else part


def _strict(_: str, part: bytes) -> bytes:
    root = b"http://schemas.openxmlformats.org/"
    for kind in (b"wordprocessingml", b"officeDocument"):
        part = part.replace(root + kind + b"/2006/", b"http://purl.oclc.org/ooxml/" + kind + b"/")
    return part


def _with_macros(_: str, part: bytes) -> bytes:
    kind = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return part.replace(kind, b"application/vnd.ms-word.document.macroEnabled.main+xml")


def _wrong_sum(path: Path, subject: Subject) -> None:
    """Change letters of a part stored as it is, so that its sum is wrong."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word_bytes(subject))) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name))
    path.write_bytes(made.getvalue().replace(b"Agency:", b"Agenda:"))


def _twice(path: Path, subject: Subject, second: bytes) -> None:
    data = io.BytesIO(word_bytes(subject))
    with zipfile.ZipFile(data, "a", zipfile.ZIP_DEFLATED) as package:
        part = package.read(MAIN)
        package.fp.seek(package.start_dir)  # type: ignore[union-attr]  # past the warning of writestr
        info = zipfile.ZipInfo(MAIN)
        del package.NameToInfo[MAIN]
        package.writestr(info, second or part, zipfile.ZIP_DEFLATED)
    path.write_bytes(data.getvalue())


def _twice_the_same(path: Path, subject: Subject) -> None:
    _twice(path, subject, b"")


def _twice_differently(path: Path, subject: Subject) -> None:
    _twice(path, subject, b"<w:document/>")


def _many_parts(path: Path, subject: Subject) -> None:
    parts = {f"word/media/image{number}.png": b"" for number in range(6_000)}
    path.write_bytes(rezip(word_bytes(subject), extra=parts))


def _stretched(name: str, part: bytes) -> bytes:
    return part.replace(b"<w:body>", b"<w:body>" + b" " * 200_000_000) if name == MAIN else part


def _huge_picture(path: Path, subject: Subject) -> None:
    path.write_bytes(word_bytes(subject))
    piece = bytes(1 << 20)
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as package,
        package.open("word/media/image1.bmp", "w", force_zip64=True) as picture,
    ):
        for _ in range(400):
            picture.write(piece)


def pointing(kind: str, target: str, *, outside: bool = False) -> Make:
    """Return the maker of a return with a relationship to something that is not there."""

    def make(path: Path, subject: Subject) -> None:
        links = {"rId1": (kind, f'{target}" TargetMode="External' if outside else target)}
        write_docx(path, Docx(body(subject), targets=links))

    return make


DAMAGED = (
    Case("empty.docx", "unread", content(b""), ("empty", "Ask the sender")),
    Case("zeros.docx", "unread", content(bytes(4096)), ("zeros",)),
    Case("cut short.docx", "unread", _cut, ("cut short",)),
    Case("wrong sum.docx", "unread", _wrong_sum, ("damaged",)),
    Case("malformed.docx", "unread", repacked(_malformed), ("Ask the sender",)),
    Case("the same part twice.docx", "read", _twice_the_same),
    Case("two parts of one name.docx", "unread", _twice_differently, ("twice",)),
    Case("control characters.docx", "read", repacked(_control_characters)),
    Case("utf-16.docx", "read", repacked(_utf_16)),
    Case("no picture.docx", "read", pointing("image", "media/gone.png")),
    Case("NULL.docx", "read", pointing("image", "NULL")),
    Case("no styles.docx", "read", pointing("styles", "styles.xml")),
    Case("wrong picture.docx", "read", repacked(lambda _, part: part, **{"word/media/image1.png": b"not a picture"})),
)
CLOSED = (
    Case("password.docx", "unread", lambda path, _: write_compound(path, "EncryptedPackage"), ("password",)),
    Case("rights.docx", "unread", lambda path, _: write_compound(path, "\x09DRMContent"), ("rights management",)),
    Case("unknown office.doc", "unread", lambda path, _: write_compound(path, "Something"), ("unknown kind",)),
)
DISGUISED = (
    Case("really a pdf.docx", "read", _pdf),
    Case("really a workbook.docx", "read", _workbook),
    Case("really a web page.docx", "read", _web_page),
    Case("really a picture.docx", "unread", content(b"\x89PNG\r\n\x1a\n" + bytes(99)), ("picture",)),
    Case("really text.docx", "unread", content(b"Recommendation 1: done."), ("plain text",)),
    Case("really a zip.docx", "read", _zip_folder, has_row=False, others=(("really a zip.docx/return.docx", "read"),)),
    Case("really a word document.pdf", "read", word()),
    Case("with macros.docm", "read", repacked(_with_macros)),
    Case("UPPER.DOCX", "read", word()),
    Case("no ending", "read", word()),
    Case("strict.docx", "read", repacked(_strict)),
)
HOSTILE = (
    Case("leaves the folder.docx", "unread", repacked(lambda _, part: part, **{"../evil.xml": b"<a/>"}), ("outside",)),
    Case("6000 parts.docx", "unread", _many_parts, ("parts",)),
    Case("200 MB of text.docx", "unread", repacked(_stretched), ("unpack to 200 MB",)),
    Case("400 MB picture.docx", "read", _huge_picture),
    Case("entity bomb.docx", "unread", doctype(ENTITIES), ("document type declaration",)),
    Case("external entity.docx", "unread", doctype(EXTERNAL), ("document type declaration",)),
    Case("remote dtd.docx", "unread", doctype(REMOTE_DTD), ("document type declaration",)),
    Case("remote template.docx", "read", pointing("attachedTemplate", "http://127.0.0.1:9/evil.dotm", outside=True)),
    Case("remote picture.docx", "read", pointing("image", "http://127.0.0.1:9/pixel.png", outside=True)),
    Case("remote frame.docx", "read", pointing("frame", r"\\127.0.0.1\share\evil.docx", outside=True)),
)
WORD_FILES = (*DAMAGED, *CLOSED, *DISGUISED, *HOSTILE)

"""Files that are odd in ways of their own: encodings, ways of packing, things within things, other programs' files."""

from __future__ import annotations

import gzip
import io
import re
import sys
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

from tests.failures.case import Case, Make, Subject
from tests.failures.documents import body, repacked, word, word_bytes
from tests.failures.pdf_files import table, written
from tests.failures.pdf_objects import Pdf, stream
from tests.failures.word_files import ENTITIES, MAIN, content

TERABYTE = 1 << 40
DEEP_MAIL = b"From: a@b.example\nSubject: Deep\nMIME-Version: 1.0\n" + b"".join(
    b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (depth, depth) for depth in range(3000)
)


def _encoded(codec: str, declaration: str = "") -> Make:
    """Return the maker of the plain return in another encoding, with what stands before its root."""

    def change(name: str, part: bytes) -> bytes:
        if name != MAIN:
            return part
        head = f'<?xml version="1.0" encoding="{codec}"?>{declaration}'
        return (head + re.sub(r"^<\?xml.*?\?>", "", part.decode())).encode(codec)

    return repacked(change)


def _renamed(change: Callable[[str], str], method: int = zipfile.ZIP_DEFLATED) -> Make:
    """Return the maker of the plain return with its parts called otherwise, or packed in another way."""

    def make(path: Path, subject: Subject) -> None:
        with (
            zipfile.ZipFile(io.BytesIO(word_bytes(subject))) as source,
            zipfile.ZipFile(path, "w", method) as target,
        ):
            for name in source.namelist():
                target.writestr(change(name), source.read(name))

    return make


def _without(part: str) -> Make:
    return repacked(lambda name, data: None if name == part else data)


def _packed(*names: str) -> Make:
    """Return the maker of a zip folder with the plain return in it under each of ``names``."""

    def make(path: Path, subject: Subject) -> None:
        with zipfile.ZipFile(path, "w") as package:
            for name in names:
                package.writestr(name, word_bytes(subject))

    return make


def _nested(path: Path, subject: Subject) -> None:
    data, name = word_bytes(subject), "return.docx"
    for depth in range(5):
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as package:
            package.writestr(name, data)
        data, name = made.getvalue(), f"in {depth}.zip"
    path.write_bytes(data)


def _mailed(name: str) -> Make:
    def make(path: Path, subject: Subject) -> None:
        message = EmailMessage()
        message["From"], message["Subject"] = "someone@wenshire.example", "Return"
        message.set_content("Attached.")
        message.add_attachment(word_bytes(subject), maintype="application", subtype="x", filename=name)
        path.write_bytes(message.as_bytes())

    return make


def _changed(pattern: bytes, replacement: bytes) -> Make:
    return lambda path, subject: path.write_bytes(re.sub(pattern, replacement, written(subject).write()))


def _drawn(more: bytes, held: bytes) -> Make:
    """Return the maker of the plain return on a page that also draws with ``held``, as font F9 or picture X9."""

    def make(path: Path, subject: Subject) -> None:
        pdf = Pdf()
        number = pdf.add(held)
        named = b"/Resources << /Font << /F1 3 0 R /F9 %d 0 R >> /XObject << /X9 %d 0 R >> >>" % (number, number)
        pdf.page(table(subject) + more, resources=named)
        path.write_bytes(pdf.write())

    return make


HUGE_PICTURE = stream(
    b"\0" * 50,
    b"/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8 /ColorSpace /DeviceRGB",
)
FONT_OF_ITSELF = (
    b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /CharProcs << /a 10 0 R >> "
    b"/Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [9] "
    b"/Resources << /Font << /F9 10 0 R >> >> >>"
)


def _wide(path: Path, subject: Subject) -> None:
    made = body(subject).replace("<w:tc>", '<w:tc><w:tcPr><w:gridSpan w:val="-5"/></w:tcPr>', 1)
    word(lambda _: made)(path, subject)


def _looped_style(subject: Subject) -> str:
    return body(subject).replace("<w:p>", '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr>', 1)


LOOP = "".join(
    f'<w:style w:type="paragraph" w:styleId="{style}"><w:basedOn w:val="{other}"/></w:style>'
    for style, other in ("ab", "ba")
)


def _sparse(path: Path, _: Subject) -> None:
    with path.open("wb") as file:
        file.truncate(TERABYTE)


ENCODINGS = (
    *(Case(f"{codec}.docx", "read", _encoded(codec)) for codec in ("utf-32", "utf-16-be", "utf-7", "iso-8859-1")),
    *(
        Case(f"declared in {codec}.docx", "unread", _encoded(codec, ENTITIES), ("document type declaration",))
        for codec in ("utf-32", "utf-16-be", "utf-7")
    ),
)
PACKINGS = (
    Case("stored.docx", "read", _renamed(str, zipfile.ZIP_STORED)),
    Case("lzma.docx", "unread", _renamed(str, zipfile.ZIP_LZMA), ("damaged",)),
    Case("backslashes.docx", "read", _renamed(lambda name: name.replace("/", "\\"))),
    Case("no list of types.docx", "read", _without("[Content_Types].xml")),
    Case("no relationships.docx", "read", _without("_rels/.rels")),
    Case("no text.docx", "unread", _without(MAIN), ("missing",)),
    Case("return.docx.gz", "unread", lambda path, subject: path.write_bytes(gzip.compress(word_bytes(subject)))),
)
WITHIN = (
    Case(
        "climbs out.zip",
        "read",
        _packed("../../../../climbed.docx"),
        has_row=False,
        others=(("climbs out.zip/climbed.docx", "read"),),
    ),
    Case(
        "deep.zip",
        "read",
        _nested,
        has_row=False,
        others=(
            ("deep.zip/in 3.zip", "read"),
            ("deep.zip/in 3.zip/in 2.zip", "read"),
            ("deep.zip/in 3.zip/in 2.zip/in 1.zip", "unread"),
        ),
    ),
    Case(
        "climbs out.eml",
        "read",
        _mailed("../../../climbed too.docx"),
        has_row=False,
        others=(("climbs out.eml/climbed too.docx", "read"),),
    ),
    Case("parts without end.eml", "unread", content(DEEP_MAIL), ("deeply nested",)),
)
CONTENTS = (
    Case("style of itself.docx", "read", word(_looped_style, styles=LOOP)),
    Case("spans backwards.docx", "read", _wide),
    Case(
        "field without end.docx",
        "read",
        word(lambda subject: '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' + body(subject)),
    ),
)
PAGES = (
    Case("earlier self.pdf", "read", _changed(rb"/Root 1 0 R", b"/Root 1 0 R /Prev 15")),
    Case("too many objects.pdf", "read", _changed(rb"/Size \d+", b"/Size 2147483647")),
    Case("pages miscounted.pdf", "read", _changed(rb"/Count \d+", b"/Count 999999999")),
    Case(
        "certificate.pdf",
        "unread",
        _changed(rb"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /Filter /Adobe.PubSec /V 4 >> /ID [<00> <00>]"),
        ("password",),
    ),
    Case("font of itself.pdf", "read", _drawn(b"\nBT /F9 9 Tf 9 9 Td (aa) Tj ET", FONT_OF_ITSELF)),
    Case("picture of 30 GB.pdf", "read", _drawn(b"\nq 9 0 0 9 0 0 cm /X9 Do Q", HUGE_PICTURE)),
    Case("picture in its page.pdf", "read", _drawn(b"\nBI /W 30000 /H 30000 /BPC 8 /CS /RGB ID x EI", b"null")),
)
OTHERS = (
    *(
        Case(name, "unread", content(data), ("never followed",))
        for name, data in (
            ("web.url", b"[InternetShortcut]\r\nURL=http://127.0.0.1:9/\r\n"),
            ("drive.gdoc", b'{"url": "http://127.0.0.1:9/"}'),
            ("shell.lnk", b"L\0\0\0\x01\x14\x02"),
        )
    ),
    Case("Numbers.numbers", "unread", _packed("Index/Document.iwa"), ("export it",)),
    Case(".in the cloud.docx.icloud", "later", content(b"bplist00"), ("downloaded",)),
    Case("program.exe", "unread", content(b"MZ\x90\0\x03" + bytes(range(256))), ("no kind",)),
    *((Case("terabyte.docx", "unread", _sparse, ("too much to be a return",)),) if sys.platform == "linux" else ()),
)
ODD_FILES = (*ENCODINGS, *PACKINGS, *WITHIN, *CONTENTS, *PAGES, *OTHERS)

"""PDF files that are damaged, closed or hostile as files."""

from __future__ import annotations

import re
from pathlib import Path

from reportlab.lib.pdfencrypt import StandardEncryption

from tests.failures.case import Case, Make, Subject
from tests.failures.documents import pdf_bytes
from tests.failures.pdf_objects import Pdf, assemble, lines, stream
from tests.failures.word_files import content

LEFT, MIDDLE, RIGHT = 20.0, 340.0, 590.0


def table(subject: Subject, top: float = 740.0) -> bytes:
    """Return the content of the plain return: its agency, and a ruled table of two columns."""
    texts = [(LEFT, top + 30, f"Agency: {subject.agency}"), (LEFT + 4, top - 14, "Recommendation")]
    texts.append((MIDDLE + 4, top - 14, "Update"))
    texts += [(LEFT + 4, top - 34, subject.recommendation), (MIDDLE + 4, top - 34, subject.update)]
    rules = [b"%.0f %.0f m %.0f %.0f l S" % (LEFT, top - y, RIGHT, top - y) for y in (0, 20, 40)]
    rules += [b"%.0f %.0f m %.0f %.0f l S" % (x, top, x, top - 40) for x in (LEFT, MIDDLE, RIGHT)]
    return b"\n".join([lines(*texts, font=b"/F1 6 Tf"), *rules])


def written(subject: Subject, *, packed: bool = False) -> Pdf:
    pdf = Pdf()
    pdf.page(table(subject), packed=packed)
    return pdf


def changed(pattern: bytes, replacement: bytes) -> Make:
    """Return the maker of the plain return with one pattern of its bytes replaced."""

    def make(path: Path, subject: Subject) -> None:
        data, count = re.subn(pattern, replacement, written(subject).write(), flags=re.DOTALL)
        assert count
        path.write_bytes(data)

    return make


def _cut_after_content(path: Path, subject: Subject) -> None:
    data = written(subject).write()
    path.write_bytes(data[: data.index(b"xref")])


def _cut_within_content(path: Path, subject: Subject) -> None:
    data = pdf_bytes(subject)
    path.write_bytes(data[: len(data) // 3])


def _locked(path: Path, subject: Subject) -> None:
    path.write_bytes(pdf_bytes(subject, encrypt=StandardEncryption("secret", "owner", strength=128)))


def _owner_only(path: Path, subject: Subject) -> None:
    lock = StandardEncryption("", "owner", canPrint=0, canModify=0, canCopy=0, strength=128)
    path.write_bytes(pdf_bytes(subject, encrypt=lock))


def _junk(before: bytes = b"", after: bytes = b"") -> Make:
    return lambda path, subject: path.write_bytes(before + written(subject).write() + after)


def _bad_flate(path: Path, subject: Subject) -> None:
    pdf = written(subject, packed=True)
    broken = pdf.add(b"<< /Filter /FlateDecode /Length 40 >>\nstream\n%s\nendstream" % (b"\x78\x9c" + b"\xff" * 38))
    pdf.page(broken)
    path.write_bytes(pdf.write())


def _flate_without_sum(path: Path, subject: Subject) -> None:
    data = written(subject, packed=True).write()
    held = re.search(rb"stream\n(.*?)\nendstream", data, re.DOTALL)
    assert held
    path.write_bytes(data.replace(held[1], held[1][:-4] + b"\0\0\0\0"))


def _cyclic(path: Path, subject: Subject) -> None:
    pdf = written(subject)
    pdf.kids.append(2)
    path.write_bytes(pdf.write())


def _deep(path: Path, subject: Subject) -> None:
    """Put the page below 3,000 nodes of the page tree."""
    objects = written(subject).body()
    page = next(number for number, held in objects.items() if b"/Type /Page " in held)
    first = 100
    for number in range(first, first + 3_000):
        kid = page if number == first + 2_999 else number + 1
        parent = 2 if number == first else number - 1
        objects[number] = b"<< /Type /Pages /Parent %d 0 R /Kids [%d 0 R] /Count 1 >>" % (parent, kid)
    objects[2] = b"<< /Type /Pages /Kids [100 0 R] /Count 1 >>"
    path.write_bytes(assemble(objects))


def _form_in_itself(path: Path, subject: Subject) -> None:
    pdf = Pdf()
    number = 10
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X %d 0 R >> >>" % number
    assert pdf.add(stream(b"/X Do", form)) == number
    resources = b"/Resources << /Font << /F1 3 0 R >> /XObject << /X %d 0 R >> >>" % number
    pdf.page(table(subject) + b"\n/X Do", resources=resources)
    path.write_bytes(pdf.write())


def _content_bomb(path: Path, _: Subject) -> None:
    pdf = Pdf()
    pdf.page(b"BT /F1 1 Tf (a) Tj ET " * 6_800_000, packed=True)
    path.write_bytes(pdf.write())


def _padded_bomb(path: Path, subject: Subject) -> None:
    pdf = Pdf()
    pdf.page(table(subject) + b" " * 300_000_000, packed=True)
    path.write_bytes(pdf.write())


def _acts(path: Path, subject: Subject) -> None:
    pdf = written(subject)
    script = b"<< /S /JavaScript /JS (app.launchURL\\('http://127.0.0.1:9/'\\)) >>"
    pdf.catalog = b"/OpenAction %s /AA << /WC << /S /Launch /F (/bin/sh) >> >> " % script
    pdf.catalog += b"/Names << /JavaScript << /Names [(a) %s] >> >>" % script
    path.write_bytes(pdf.write())


def _remote(path: Path, subject: Subject) -> None:
    """Have content lie in another file and at an address (7.11), and a font and an attachment that lead outside."""
    pdf = written(subject)
    there = b"/F << /FS /URL /F (http://127.0.0.1:9/content) >> /FFilter /FlateDecode"
    pdf.page(pdf.add(stream(b"", there)))
    pdf.page(pdf.add(stream(b"", b"/F (/etc/passwd)")))
    path.write_bytes(pdf.write())


def _pickled_map(path: Path, subject: Subject) -> None:
    """Name a character map that leads out of the library's folder of pickles (CVE-2025-64512)."""
    trap = path.parent / "trap.pickle.gz"
    pdf = written(subject)
    name = b"/" + str(trap).removesuffix(".pickle.gz").encode().replace(b"/", b"#2F")
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding %s /DescendantFonts [%d 0 R] >>"
    below = pdf.add(
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (A) /Ordering (B) >> >>"
    )
    number = pdf.add(font % (name, below))
    pdf.page(lines((50, 700, "Second page")), resources=b"/Resources << /Font << /F1 %d 0 R >> >>" % number)
    path.write_bytes(pdf.write())


DAMAGED = (
    Case("cut before its end.pdf", "unread", _cut_after_content, ("cut short",)),
    Case("cut within its text.pdf", "unread", _cut_within_content, ("damaged", "cut short")),
    Case("only a header.pdf", "unread", content(b"%PDF-1.7\n"), ("damaged",)),
    Case("wrong startxref.pdf", "read", changed(rb"startxref\n\d+", b"startxref\n7")),
    Case("no cross-reference.pdf", "read", changed(rb"xref\n0.*?trailer", b"trailer")),
    Case("wrong offsets.pdf", "read", changed(rb"00000(\d{5}) 00000 n", rb"00009\1 00000 n")),
    Case("no trailer.pdf", "unread", changed(rb"trailer.*", b""), ("damaged",)),
    Case("junk before.pdf", "read", _junk(before=b"Received by mail\r\n" * 40)),
    Case("much junk before.pdf", "unread", _junk(before=bytes(range(256)) * 20), ("no kind",)),
    Case("junk after.pdf", "read", _junk(after=b"\0" * 3000 + b"<html>")),
    Case("length too short.pdf", "read", changed(rb"/Length \d+", b"/Length 5")),
    Case("length too long.pdf", "read", changed(rb"/Length \d+", b"/Length 99999")),
    Case("bad flate.pdf", "partial", _bad_flate, ("page 2",), has_row=True),
    Case("flate without its sum.pdf", "read", _flate_without_sum),
    Case("no pages.pdf", "unread", lambda path, _: path.write_bytes(Pdf().write()), ()),
    Case("no pages object.pdf", "read", changed(rb"/Pages 2 0 R", b"")),
)
CLOSED = (
    Case("user password.pdf", "unread", _locked, ("password",)),
    Case("owner password.pdf", "read", _owner_only),
)
HOSTILE = (
    Case("cyclic page tree.pdf", "read", _cyclic),
    Case("deep page tree.pdf", "unread", _deep, ("damaged",)),
    Case("form in itself.pdf", "read", _form_in_itself),
    Case("content bomb.pdf", "unread", _content_bomb, ("More is drawn",)),
    Case("padded bomb.pdf", "unread", _padded_bomb, ("More is drawn",)),
    Case("acts when opened.pdf", "read", _acts),
    Case("content elsewhere.pdf", "partial", _remote, ("pages 2 and 3",), has_row=True),
    Case("pickled map.pdf", "read", _pickled_map),
)
PDF_FILES = (*DAMAGED, *CLOSED, *HOSTILE)

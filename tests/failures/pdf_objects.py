"""PDF files written object by object (ISO 32000-1, 7.5), so that each can be wrong in one place."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

Objects = dict[int, bytes]

CATALOG, PAGES, FONT, FIRST_FREE = 1, 2, 3, 10
HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
A4 = b"/MediaBox [0 0 595 842]"
RESOURCES = b"/Resources << /Font << /F1 3 0 R >> >>"


def stream(data: bytes, entries: bytes = b"", *, packed: bool = False, length: int | None = None) -> bytes:
    """Return a stream object; ``length`` is what it claims to have."""
    held = zlib.compress(data) if packed else data
    filtered = b"/Filter /FlateDecode " if packed else b""
    claimed = len(held) if length is None else length
    return b"<< %s%s /Length %d >>\nstream\n%s\nendstream" % (filtered, entries, claimed, held)


@dataclass
class Pdf:
    """A PDF to be."""

    objects: Objects = field(default_factory=dict)
    kids: list[int] = field(default_factory=list)
    catalog: bytes = b""
    """Further entries of the catalogue."""
    inherited: bytes = b""
    """Entries of the page tree's root, which its pages inherit."""

    def add(self, held: bytes) -> int:
        """Add an object and return its number."""
        number = max(self.objects, default=FIRST_FREE - 1) + 1
        self.objects[number] = held
        return number

    def page(
        self,
        content: bytes | int,
        *,
        box: bytes = A4,
        resources: bytes = RESOURCES,
        more: bytes = b"",
        packed: bool = False,
    ) -> int:
        """Add a page with ``content``, a stream's data or the number of an object, and return its number."""
        number = content if isinstance(content, int) else self.add(stream(content, packed=packed))
        page = self.add(b"<< /Type /Page /Parent 2 0 R %s %s /Contents %d 0 R %s >>" % (box, resources, number, more))
        self.kids.append(page)
        return page

    def body(self) -> Objects:
        kids = b" ".join(b"%d 0 R" % kid for kid in self.kids)
        tree = b"<< /Type /Pages /Kids [%s] /Count %d %s >>" % (kids, len(self.kids), self.inherited)
        catalog = b"<< /Type /Catalog /Pages 2 0 R %s >>" % self.catalog
        return {CATALOG: catalog, PAGES: tree, FONT: HELVETICA, **self.objects}

    def write(self) -> bytes:
        """Return the file."""
        return assemble(self.body())


def assemble(objects: Objects) -> bytes:
    """Return a file of ``objects`` with a right cross-reference table."""
    made = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = {}
    for number, held in sorted(objects.items()):
        places[number] = len(made)
        made += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    start, size = len(made), max(objects) + 1
    made += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        free = number not in places
        made += b"%010d %05d %s \n" % (places.get(number, 0), 65535 if free else 0, b"f" if free else b"n")
    made += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, start)
    return bytes(made)


def escaped(text: str) -> bytes:
    """Return a literal string (7.3.4.2)."""
    return b"(%s)" % text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def lines(*texts: tuple[float, float, str], font: bytes = b"/F1 10 Tf") -> bytes:
    """Return content that shows each of ``texts`` at a place."""
    return b"\n".join(b"BT %s %.1f %.1f Td %s Tj ET" % (font, x, y, escaped(text)) for x, y, text in texts)

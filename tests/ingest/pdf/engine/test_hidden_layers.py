"""What stands on a layer that the document does not show is no part of its rows, whichever way it is put there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ingest.model import Where
from tests.ingest.pdf.paper import read_whole, rows_of, texts_in

if TYPE_CHECKING:
    from pathlib import Path

CELLS = ((60, 700, "No"), (110, 700, "Update"), (60, 680, "1"), (110, 680, "Done"))
RULES = (*((50, y, 300, y) for y in (720, 692, 672)), *((x, 672, x, 720) for x in (50, 100, 300)))
ROWS = [["No", "Update"], ["1", "Done"]]
REMARK = "See me about this"
FONT, LAYER, BOTH, OUTER, INNER = 3, 4, 5, 6, 7
SHOW = b"BT /F1 10 Tf 130 680 Td (%s) Tj ET" % REMARK.encode()
OFF = f"/OFF [{LAYER} 0 R]"


def _stream(entries: str, content: bytes) -> bytes:
    return f"<< {entries} /Length {len(content)} >> stream\n".encode() + content + b"\nendstream"


def _form(entries: str, content: bytes, objects: str = "") -> bytes:
    resources = f"/Resources << /Font << /F1 {FONT} 0 R >> /XObject << {objects} >> >>"
    return _stream(f"/Type /XObject /Subtype /Form /BBox [0 0 600 800] {entries} {resources}", content)


def _write(path: Path, default: str, drawn: bytes, outer: bytes, inner: bytes = b"null") -> Path:
    """Write a page of a small table with ``drawn`` on it, which may draw the form X1, and that the form X2."""
    words = b" ".join(b"BT /F1 10 Tf %d %d Td (%s) Tj ET" % (x, y, text.encode()) for x, y, text in CELLS)
    rules = b" ".join(b"%d %d m %d %d l S" % rule for rule in RULES)
    resources = f"<< /Font << /F1 {FONT} 0 R >> /XObject << /X1 {OUTER} 0 R >> /Properties << /L {LAYER} 0 R >> >>"
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [{LAYER} 0 R] /D << {default} >> >> >>".encode(),
        b"<< /Type /Pages /Kids [8 0 R] /Count 1 >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Type /OCG /Name (Remarks) >>",
        f"<< /Type /OCMD /OCGs [{LAYER} 0 R] /P /AllOn >>".encode(),
        outer,
        inner,
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 9 0 R /Resources {resources} >>".encode(),
        _stream("", words + b" " + rules + b" " + drawn),
    ]
    body = b"".join(b"%d 0 obj %s endobj\n" % (number, each) for number, each in enumerate(objects, start=1))
    path.write_bytes(b"%PDF-1.5\n" + body + b"trailer << /Root 1 0 R >>\n%%EOF")
    return path


@pytest.mark.parametrize(
    ("default", "drawn", "outer", "inner"),
    [
        (OFF, b"/X1 Do", _form(f"/OC {LAYER} 0 R", SHOW), b"null"),
        (OFF, b"/X1 Do", _form(f"/OC {BOTH} 0 R", SHOW), b"null"),
        ("/BaseState /OFF", b"/X1 Do", _form(f"/OC {LAYER} 0 R", SHOW), b"null"),
        (OFF, b"/X1 Do", _form("", b"/X2 Do", f"/X2 {INNER} 0 R"), _form(f"/OC {LAYER} 0 R", SHOW)),
        (OFF, b"/OC /L BDC " + SHOW + b" EMC", b"null", b"null"),
    ],
)  # fmt: skip
def test_what_is_on_a_layer_not_shown_is_kept_apart(
    tmp_path: Path, default: str, drawn: bytes, outer: bytes, inner: bytes
) -> None:
    document = read_whole(_write(tmp_path / "a.pdf", default, drawn, outer, inner))
    assert rows_of(document) == ROWS
    assert texts_in(document, Where.HIDDEN) == [REMARK]


@pytest.mark.parametrize("default", ["", f"/BaseState /OFF /ON [{LAYER} 0 R]"])
def test_what_is_on_a_layer_shown_is_read(tmp_path: Path, default: str) -> None:
    document = read_whole(_write(tmp_path / "a.pdf", default, b"/X1 Do", _form(f"/OC {LAYER} 0 R", SHOW)))
    assert "See" in rows_of(document)[1][1]


def test_words_on_a_layer_not_shown_are_not_the_pages_words_though_they_are_most(tmp_path: Path) -> None:
    long = b" ".join(SHOW.replace(b"680", b"%d" % height) for height in range(400, 600, 20))
    document = read_whole(_write(tmp_path / "a.pdf", OFF, b"/X1 Do", _form(f"/OC {LAYER} 0 R", long)))
    assert rows_of(document) == ROWS
    assert not texts_in(document)

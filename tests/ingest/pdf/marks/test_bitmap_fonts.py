"""Ligatures in fonts that TeX makes of dots, which say no more of a character than its code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ingest.pdf.paper import read_whole, texts_in

if TYPE_CHECKING:
    from pathlib import Path

DOTS = b"<< /Length 28 >> stream\n50 0 0 0 45 70 d1 0 0 45 70 re f\nendstream"


def _write(path: Path, codes: bytes, prefix: str) -> Path:
    """Write a page that shows ``codes`` in a Type 3 font whose characters are named ``prefix`` and their code."""
    used = sorted(set(codes))
    names = " ".join(f"{code} /{prefix}{code}" for code in used)
    drawn = " ".join(f"/{prefix}{code} 5 0 R" for code in used)
    shown = b"BT /F1 10 Tf 50 700 Td <" + codes.hex().encode() + b"> Tj ET"
    widths = " ".join(["50"] * 256)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [6 0 R] /Count 1 >>",
        b"<< /Length %d >> stream\n" % len(shown) + shown + b"\nendstream",
        f"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 50 100] /FontMatrix [0.01 0 0 0.01 0 0] /FirstChar 0 /LastChar"
        f" 255 /Widths [{widths}] /CharProcs << {drawn} >> /Encoding << /Differences [{names}] >> >>".encode(),
        DOTS,
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 3 0 R /Resources 7 0 R >>",
        b"<< /Font << /F1 4 0 R >> >>",
    ]
    body = b"".join(b"%d 0 obj %s endobj\n" % (number, each) for number, each in enumerate(objects, start=1))
    path.write_bytes(b"%PDF-1.4\n" + body + b"trailer << /Root 1 0 R >>\n%%EOF")
    return path


@pytest.mark.parametrize(
    ("codes", "text"),
    [(b"sta\x1b", "staff"), (b"o\x1ece", "office"), (b"con\x0crm", "confirm"), (b"lea\x1det", "leaflet")],
)
def test_a_ligature_is_told_by_its_code(tmp_path: Path, codes: bytes, text: str) -> None:
    assert texts_in(read_whole(_write(tmp_path / "a.pdf", codes, "a"))) == [text]


def test_codes_of_other_fonts_say_nothing(tmp_path: Path) -> None:
    document = read_whole(_write(tmp_path / "a.pdf", b"the office of sta\x1b", "g"))
    assert "ff" not in texts_in(document)[0].removeprefix("the office")

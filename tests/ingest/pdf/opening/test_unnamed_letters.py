"""Ligatures for which a font gives no letter: told by the font program or by their shape, or said to be unknown."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import reportlab
from pdfminer.pdffont import TrueTypeFont

from ingest.readers import pdf
from tests.ingest.pdf.paper import read_whole, texts_in

if TYPE_CHECKING:
    from collections.abc import Mapping

VERA = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
NO_CMAP = b"cmap", b"cmaX"
"""A font program whose table of letters cannot be found."""
FI = "\ufb01"
LINE = f"Of{FI}cers {FI}led of the list"


@cache
def glyph_numbers() -> dict[str, int]:
    with VERA.open("rb") as program:
        return {letter: number for number, letter in TrueTypeFont("", program).create_unicode_map().cid2unichr.items()}


def write_map(mapped: Mapping[int, str]) -> bytes:
    lines = "".join(f"<{code:04X}> <{letters.encode('utf-16-be').hex()}>\n" for code, letters in mapped.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{len(mapped)} beginbfchar\n{lines}endbfchar\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    ).encode()


def stream(content: bytes, entries: str = "") -> bytes:
    return b"<< /Length %d %s >> stream\n%s\nendstream" % (len(content), entries.encode(), content)


def write_pdf(path: Path, line: str, *, program: bytes, unmapped: str = FI) -> Path:
    """Write ``line`` in a font cut down to its letters, whose map leaves out those of ``unmapped``."""
    numbers = glyph_numbers()
    mapped = {numbers[letter]: letter for letter in set(line) - set(unmapped)}
    shown = "".join(f"{numbers[letter]:04X}" for letter in line)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >>>>",
        stream(f"BT /F 12 Tf 50 700 Td <{shown}> Tj ET".encode()),
        b"<< /Type/Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R>>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDToGIDMap /Identity /FontDescriptor 8 0 R "
        + widths(line),
        stream(write_map(mapped)),
        b"<< /Type /FontDescriptor /FontName /A /Flags 4 /FontBBox [0 -236 1300 928] /Descent -236 /FontFile2 9 0 R >>",
        stream(program, f"/Length1 {len(program)}"),
    ]
    body, places = b"%PDF-1.5\n", []
    for number, written in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, written)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
    path.write_bytes(body + end % (len(objects) + 1, table, len(objects) + 1, len(body)))
    return path


def widths(line: str) -> bytes:
    """Return the rest of the entries of a font, with the widths of the letters of ``line``."""
    from reportlab.pdfbase.ttfonts import TTFontFace

    face, numbers = TTFontFace(str(VERA)), glyph_numbers()
    listed = " ".join(f"{numbers[each]} [{face.charWidths[ord(each)]:.0f}]" for each in sorted(set(line)))
    named = "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    return f"{named} /W [{listed}] >>".encode()


@pytest.mark.parametrize("program", [VERA.read_bytes(), VERA.read_bytes().replace(*NO_CMAP)])
def test_a_ligature_without_a_letter_is_told_by_the_font_program_or_by_its_shape(
    tmp_path: Path, program: bytes
) -> None:
    read = read_whole(write_pdf(tmp_path / "a.pdf", LINE, program=program))
    assert texts_in(read) == ["Officers filed of the list"]
    assert not read.findings


def test_a_letter_that_nothing_names_is_shown_as_unknown_and_said(tmp_path: Path) -> None:
    program = VERA.read_bytes().replace(*NO_CMAP)
    path = write_pdf(tmp_path / "a.pdf", "Minutes are kept in the safe", program=program, unmapped="p")
    read = pdf.read(path, "Riverside.pdf", "0")
    assert texts_in(read) == ["Minutes are ke\ufffdt in the safe"]
    assert [finding.code for finding in read.findings] == ["unknown-letters"]

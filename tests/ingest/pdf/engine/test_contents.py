from __future__ import annotations

import zlib
from base64 import a85encode

import pytest
from pdfminer.pdftypes import LITERALS_ASCII85_DECODE, LITERALS_FLATE_DECODE, PDFStream

from ingest.readers.pdf.engine.contents import unpack

DRAWN = b"BT /F1 10 Tf 72 700 Td (Train every officer) Tj ET\n" * 20
FILTERS = [LITERALS_ASCII85_DECODE[0], LITERALS_FLATE_DECODE[0]]


def _packed_as_text(data: bytes) -> PDFStream:
    return PDFStream({"Filter": FILTERS}, data)


@pytest.mark.parametrize("end", [b"~>", b"~", b"\n~>\n", b""])
@pytest.mark.parametrize("width", [0, 60])
def test_drawing_packed_as_text_is_unpacked(width: int, end: bytes) -> None:
    assert unpack(_packed_as_text(a85encode(zlib.compress(DRAWN), wrapcol=width) + end)) == DRAWN


@pytest.mark.parametrize("length", range(5))
def test_the_last_group_may_be_short(length: int) -> None:
    drawn = DRAWN + b"%" * length
    assert unpack(_packed_as_text(a85encode(zlib.compress(drawn, level=0)) + b"~>")) == drawn


def test_four_zeros_may_be_written_as_one_sign() -> None:
    drawn = b"\0" * 64
    text = a85encode(zlib.compress(drawn, level=0))
    assert b"z" in text
    assert unpack(_packed_as_text(text + b"~>")) == drawn


def test_what_is_cut_short_is_unpacked_as_far_as_it_goes() -> None:
    stored = zlib.compress(DRAWN, level=0)
    assert DRAWN.startswith(unpack(_packed_as_text(a85encode(stored[: len(stored) // 2]) + b"~>")))

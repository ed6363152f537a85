from __future__ import annotations

import struct

import pytest

from ingest.containers.compressed_rtf import FIRST_WORDS, unpack_rtf

PACKED, AS_IT_IS = b"LZFu", b"MELA"


def _packed(body: bytes, size: int, how: bytes = PACKED) -> bytes:
    return struct.pack("<II4sI", len(body) + 12, size, how, 0) + body


def _reference(place: int, length: int) -> bytes:
    return struct.pack(">H", place % 4096 << 4 | length - 2)


START = len(FIRST_WORDS)
RUN = bytes([0b0110]) + b"a" + _reference(START, 9) + _reference(START + 10, 2)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (_packed(b"{\\rtf1 Done}", 12, AS_IT_IS), b"{\\rtf1 Done}"),
        (_packed(bytes([0b0001]) + _reference(0, 6) + b" Done}", 12), b"{\\rtf1 Done}"),
        (_packed(RUN, 10), b"a" * 10),
        (_packed(bytes([0b0100]) + b"ab" + _reference(START + 2, 2), 40), b"ab"),
        (_packed(bytes([0b1000]) + b"abc" + b"\1", 40), b"abc"),
        (_packed(b"Done", 4, b"what"), b""),
        (b"short", b""),
    ],
)
def test_the_rich_text_of_an_e_mail_is_unpacked_as_far_as_it_is_whole(data: bytes, text: bytes) -> None:
    assert unpack_rtf(data) == text

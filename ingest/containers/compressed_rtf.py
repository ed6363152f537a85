"""The packing Outlook gives the rich text of an e-mail (MS-OXRTFCP)."""

from __future__ import annotations

import struct

HEADER = struct.Struct("<III4x")
"""Bytes packed, counted from behind the first number; bytes unpacked; how; a checksum (2.1.3.1.1)."""
PACKED, AS_IT_IS = 0x75465A4C, 0x414C454D
FIRST_WORDS = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans Serif"
    rb"SymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0" + b"\r\n" + rb"\par \pard\plain\f0\fs20\b\i\u"
    rb"\tab\tx"
)
"""What every text begins with, and is not sent with any (2.1.2.1)."""
WINDOW = 4096
SHORTEST = 2
"""A reference to fewer bytes than these is not made; its length is counted from there (2.1.3.1.4)."""
MOST_BYTES = 50_000_000
"""More is no message."""


def unpack_rtf(data: bytes) -> bytes:
    """Return the rich text in ``data``, up to where that is damaged; nothing where it is no packed text at all."""
    if len(data) < HEADER.size:
        return b""
    _packed, size, how = HEADER.unpack_from(data)
    body = data[HEADER.size :]
    if how == AS_IT_IS:
        return body[:size]
    return _unpack(body, min(size, MOST_BYTES)) if how == PACKED else b""


def _unpack(body: bytes, size: int) -> bytes:
    """Follow the letters and the references to letters before them, eight of them behind each control byte."""
    text = bytearray(FIRST_WORDS)
    end = len(FIRST_WORDS) + size
    at = 0
    while at < len(body) and len(text) < end:
        control, at = body[at], at + 1
        for bit in range(8):
            if not control >> bit & 1:
                text += body[at : at + 1]
                at += 1
            elif at + 2 > len(body) or not _refer(text, body[at] << 8 | body[at + 1]):
                return bytes(text[len(FIRST_WORDS) :])
            else:
                at += 2
    return bytes(text[len(FIRST_WORDS) : end])


def _refer(text: bytearray, reference: int) -> bool:
    """Add what ``reference`` leads to; tell whether it leads anywhere but to the end (2.2.2.2)."""
    place, length = reference >> 4, (reference & 0xF) + SHORTEST
    back = (len(text) - place) % WINDOW
    if back == 0 or back > len(text):
        return False
    for _ in range(length):
        text.append(text[-back])
    return True

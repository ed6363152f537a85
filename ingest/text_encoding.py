"""Bytes that are said to be text: how their letters are written."""

from __future__ import annotations

ENCODINGS = ("utf-8-sig", "cp1252")
"""Office programs write text in one of these in Britain; cp1252 comes second because it takes nearly any bytes."""
MARKS = (b"\xff\xfe", b"\xfe\xff")
LOOKED_AT = 512
"""Enough to tell; a name in another script among the headings changes nothing."""
MOST_ARE_LATIN = 0.8
"""Of letters of two bytes, the first byte of nearly every one in a return is zero."""


def decode_text(data: bytes) -> str:
    """Return the text in ``data``."""
    if wide := find_wide_encoding(data):
        return data.decode(wide, "replace")
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def find_wide_encoding(data: bytes) -> str | None:
    """Return the name of the encoding of ``data`` where it has two bytes a letter (Unicode, 3.10); None otherwise."""
    if data.startswith(MARKS):
        return "utf-16"
    start = data[:LOOKED_AT]
    for encoding, high, low in (("utf-16-le", start[1::2], start[0::2]), ("utf-16-be", start[0::2], start[1::2])):
        if high and high.count(0) >= MOST_ARE_LATIN * len(high) and not low.count(0):
            return encoding
    return None

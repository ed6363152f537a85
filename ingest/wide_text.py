"""Text of two bytes a letter: which of its two orders it is in (Unicode, 3.10)."""

from __future__ import annotations

MARKS = (b"\xff\xfe", b"\xfe\xff")
LOOKED_AT = 512
"""Enough to tell; a name in another script among the headings changes nothing."""
MOST_ARE_LATIN = 0.8
"""Of letters of two bytes, the first byte of nearly every one in a return is zero."""


def find_wide_encoding(data: bytes) -> str | None:
    """Return the name of the encoding of ``data`` where it has two bytes a letter, marked or not; None otherwise."""
    if data.startswith(MARKS):
        return "utf-16"
    start = data[:LOOKED_AT]
    for encoding, high, low in (("utf-16-le", start[1::2], start[0::2]), ("utf-16-be", start[0::2], start[1::2])):
        if high and high.count(0) >= MOST_ARE_LATIN * len(high) and not low.count(0):
            return encoding
    return None

"""Tables of text with a mark between the values (.csv; RFC 4180), in the spellings office programs give them."""

from __future__ import annotations

import csv
import io

ENCODINGS = ("utf-8-sig", "cp1252")
"""Excel writes .csv in one of these in Britain; cp1252 comes second because it takes nearly any bytes."""
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
DELIMITERS = ",;\t|"
LONGEST_VALUE = 2**31 - 1
"""The highest limit the csv module takes on every system: a value may be as long as the file."""


def read_delimited(data: bytes) -> tuple[tuple[str, ...], ...]:
    """Return the rows of the table in ``data``, values as written."""
    text = _decode(data)
    csv.field_size_limit(LONGEST_VALUE)
    # newline="" keeps line breaks within quoted cells (RFC 4180, rule 6).
    return tuple(map(tuple, csv.reader(io.StringIO(text, newline=""), delimiter=_sniff(text))))


def _decode(data: bytes) -> str:
    if data.startswith(UTF_16_MARKS):
        return data.decode("utf-16", "replace")
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _sniff(text: str) -> str:
    """Return the delimiter the first line that has any holds most of: headings have no commas of their own."""
    for line in text.splitlines():
        if any(mark in line for mark in DELIMITERS):
            return max(DELIMITERS, key=line.count)
    return DELIMITERS[0]

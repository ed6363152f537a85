"""Tables of text with a mark between the values (.csv; RFC 4180), in the spellings office programs give them."""

from __future__ import annotations

import csv
import io
import re

from ingest.text_encoding import decode_text

DELIMITERS = ",;\t|"
QUOTED = re.compile(r'"[^"]*"')
SAID = re.compile(r"\ufeff?sep=(.)\r?\n", re.IGNORECASE)
"""How Excel is told of the delimiter: a line of its own, which it does not show."""
LONGEST_VALUE = 2**31 - 1
"""The highest limit the csv module takes on every system: a value may be as long as the file."""


def read_delimited(data: bytes) -> tuple[tuple[str, ...], ...]:
    """Return the rows of the table in ``data``, values as written."""
    text = decode_text(data)
    said = SAID.match(text)
    delimiter, text = (said[1], text[said.end() :]) if said else (_sniff(text), text)
    csv.field_size_limit(LONGEST_VALUE)
    # newline="" keeps line breaks within quoted cells (RFC 4180, rule 6).
    return tuple(map(tuple, csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)))


def _sniff(text: str) -> str:
    """Return the delimiter the first line that has any outside quotes holds most of."""
    for line in QUOTED.sub("", text).splitlines():
        if any(mark in line for mark in DELIMITERS):
            return max(DELIMITERS, key=line.count)
    return DELIMITERS[0]

"""Counts the characters that a page's own drawing shows, without drawing it: a check on what an engine finds there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral

from ingest.readers.pdf.engine.contents import streams_of, unpack

if TYPE_CHECKING:
    from pdfminer.pdfpage import PDFPage

SHOWN = re.compile(
    rb"/(?P<font>[^\s/<>\[\]()]+)\s+-?[\d.]+\s+Tf\b"
    rb"|\((?P<literal>(?:[^()\\]++|\\.|\((?:[^()\\]++|\\.)*+\))*+)\)"
    rb"|<(?P<hex>[0-9A-Fa-f\s]+)>",
    re.DOTALL,
)
"""A font chosen, or a string: in a page's drawing nearly every string is shown (ISO 32000-1, 9.4.3)."""
ESCAPED = re.compile(rb"\\(?:[0-7]{1,3}|\r\n|.)", re.DOTALL)
INLINE_IMAGE = re.compile(rb"\bBI\b")
"""What follows it is no text, whatever it looks like."""
DIGITS_IN_BYTE = 2
BYTES_IN_COMPOSITE = 2
"""Codes of composite fonts have two bytes as a rule (9.7.6.2); where they have fewer, the count comes out too low."""


def count_shown(page: PDFPage) -> int:
    """Return how many characters the content of ``page`` shows, those in forms aside; 0 where that cannot be told."""
    data = b"\n".join(unpack(stream) for stream in streams_of(page.contents))
    if b"BI" in data and INLINE_IMAGE.search(data):
        return 0
    composite = _composite_fonts(page)
    shown, width = 0, 1
    for found in SHOWN.finditer(data):
        text = found[found.lastindex or 0]
        if found.lastgroup == "literal":
            shown += len(ESCAPED.sub(b".", text) if b"\\" in text else text) // width
        elif found.lastgroup == "hex":
            shown += len(text.translate(None, b" \t\r\n\f\0")) // (DIGITS_IN_BYTE * width)
        else:
            width = BYTES_IN_COMPOSITE if text.decode("latin-1") in composite else 1
    return shown


def _composite_fonts(page: PDFPage) -> frozenset[str]:
    fonts = resolve1(page.resources.get("Font"))
    if not isinstance(fonts, dict):
        return frozenset()
    return frozenset(name for name, font in fonts.items() if _is_composite(resolve1(font)))


def _is_composite(font: object) -> bool:
    kind = resolve1(font.get("Subtype")) if isinstance(font, dict) else None
    return isinstance(kind, PSLiteral) and kind.name == "Type0"

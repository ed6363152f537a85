"""The bytes of a web page made text, and the text made a tree; what is left open or nested wrongly is mended."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml offers no public name for the type of an element

BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.IGNORECASE)
CHARSET_WITHIN = 4096
"""A page says how it is written near its beginning (HTML, 13.2.3.2)."""
FALLBACKS = ("utf-8", "cp1252")
EMPTY = "<html><body></body></html>"


def decode_page(data: bytes, charset: str = "") -> str:
    """Return the text of the page in ``data``; ``charset`` is what came with it from outside, if anything did."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    said = CHARSET.search(data[:CHARSET_WITHIN])
    for encoding in (charset, said[1].decode("ascii") if said else "", *FALLBACKS):
        text = _decode(data, encoding)
        if text is not None:
            return text
    return data.decode("cp1252", "replace")


def _decode(data: bytes, encoding: str) -> str | None:
    try:
        # What calls itself Latin 1 is Windows' own set everywhere (WHATWG Encoding, 4.2).
        known = codecs.lookup(encoding).name
        return data.decode("cp1252" if known == "iso8859-1" else known)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def parse_page(text: str) -> Element:
    """Return the root of the page ``text``."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    root = etree.fromstring((text.strip("\0 \r\n\t") or EMPTY).encode("utf-8", "replace"), parser)
    # lxml has None to give for a page without any element.
    return etree.fromstring(EMPTY, parser) if root is None else root


def texts_in(element: Element) -> Iterator[str]:
    """Give every text in ``element``, in order."""
    return map(str, element.itertext())

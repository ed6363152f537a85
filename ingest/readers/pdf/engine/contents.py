"""Looks at a page's content before it is drawn: whether it is whole, and whether it is small enough to draw.

pdfminer passes over what it cannot unpack without a word, and unpacks whatever there is; so both are found out here.
"""

from __future__ import annotations

import zlib
from contextlib import suppress
from enum import Enum, auto
from operator import contains
from typing import TYPE_CHECKING, Any

import numpy as np
from pdfminer.pdftypes import LITERALS_ASCII85_DECODE, LITERALS_FLATE_DECODE, PDFStream, resolve1

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdfminer.pdfpage import PDFPage

MOST_BYTES = 20_000_000
"""Of drawing on one page; a full page of text has some 100 kB, a detailed map 10 MB."""
CHUNK_BYTES = 1 << 20
HEADER_BYTES = 2
"""Of a zlib stream (RFC 1950); what follows is Deflate data, whose own end mark is enough to say that it is whole."""


PACKED_AS_TEXT = (LITERALS_ASCII85_DECODE, LITERALS_FLATE_DECODE)
GROUP, BASE = 5, 85
"""So many digits to this base stand for four bytes."""
PLACES = BASE ** np.arange(GROUP - 1, -1, -1)


class State(Enum):
    """What there is to say of a page's content."""

    WHOLE = auto()
    DAMAGED = auto()
    TOO_MUCH = auto()


def look_at_content(page: PDFPage) -> State:
    """Return whether the content of ``page`` can be drawn, and whether it is all there (ISO 32000-1, 7.4.4, 7.8.2)."""
    state, left = State.WHOLE, MOST_BYTES
    for stream in streams_of(page.contents):
        size, is_whole = _weigh(stream, left)
        left -= size
        if left < 0:
            return State.TOO_MUCH
        if not is_whole:
            state = State.DAMAGED
    return state


def streams_of(contents: Any) -> Iterator[PDFStream]:  # noqa: ANN401 - pdfminer leaves objects untyped
    """Yield the streams that ``contents``, a page's own entry of that name, is made of."""
    listed = contents if isinstance(contents, list) else [contents]
    for each in listed:
        stream = resolve1(each)
        if isinstance(stream, PDFStream):
            yield stream


def unpack(stream: PDFStream) -> bytes:
    """Return what ``stream`` holds, unpacked; where it is whole, text that stands for bytes quicker than pdfminer does.

    Raises what pdfminer raises.
    """
    names = [name for name, _parameters in stream.get_filters()]
    is_packed_as_text = len(names) == len(PACKED_AS_TEXT) and all(map(contains, PACKED_AS_TEXT, names))
    if is_packed_as_text and stream.rawdata is not None and not stream.decipher:
        with suppress(ValueError, zlib.error):
            return zlib.decompress(_from_ascii85(stream.rawdata))
    return stream.get_data()


def _from_ascii85(data: bytes) -> bytes:
    """Return the bytes that ``data`` stands for (ISO 32000-1, 7.4.3); ``ValueError`` where that is not plain."""
    text, _end, _rest = data.translate(None, b" \t\r\n\f\0").partition(b"~")
    if b"z" in text:
        message = "four zeros are written as one z"
        raise ValueError(message)
    missing = -len(text) % GROUP
    digits = np.frombuffer(text + b"u" * missing, np.uint8).astype(np.int64).reshape(-1, GROUP) - ord("!")
    numbers = digits @ PLACES
    if digits.min(initial=0) < 0 or digits.max(initial=0) >= BASE or numbers.max(initial=0) >> 32:
        message = "there are signs that stand for nothing"
        raise ValueError(message)
    whole = numbers.astype(">u4").tobytes()
    return whole[: len(whole) - missing]


def _weigh(stream: PDFStream, most: int) -> tuple[int, bool]:
    """Return how long the stream is unpacked, as far as ``most``, and whether it could be unpacked to its end."""
    data = stream.get_rawdata()
    filters = stream.get_filters()
    if data is None or len(filters) != 1 or filters[0][0] not in LITERALS_FLATE_DECODE:
        return len(data or b""), True
    if stream.decipher and stream.objid is not None and stream.genno is not None:
        data = stream.decipher(stream.objid, stream.genno, data, stream.attrs)
    return _unpack(data, most)


def _unpack(data: bytes, most: int) -> tuple[int, bool]:
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    size, waiting = 0, data[HEADER_BYTES:]
    try:
        while waiting and size <= most:
            size += len(unpacker.decompress(waiting, CHUNK_BYTES))
            waiting = unpacker.unconsumed_tail
    except zlib.error:
        return size, False
    return size, unpacker.eof

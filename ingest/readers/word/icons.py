"""The name under the icon of an embedded object, which Word keeps in the icon's picture or in the object's wrapper.

Only the words drawn in the picture, and the label a wrapped file begins with, are read; the object stays closed.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from ingest.compound import SIGNATURE, find_stream

LARGEST_ICON, LARGEST_WRAPPER = 1_000_000, 50_000_000
"""Bytes: an icon has some ten thousand; a wrapper is as large as the file in it."""
ENHANCED_HEADER = 1
ENHANCED_TEXT = 84
"""EMR_EXTTEXTOUTW (MS-EMF 2.3.5.8)."""
PLACEABLE = 0x9AC6CDD7
PLACEABLE_BYTES, HEADER_BYTES = 22, 18
TEXT_OUT, EXTENDED_TEXT_OUT = 0x0521, 0x0A32
"""META_TEXTOUT and META_EXTTEXTOUT (MS-WMF 2.3.3.20 and 2.3.3.5)."""
HAS_RECTANGLE = 0x0006
WRAPPER = "\x01Ole10Native"
"""The stream that holds a file of a kind no program offered to show (MS-OLEDS 2.3.6)."""
LABEL_WITHIN = 600


def read_label(picture: bytes) -> str:
    """Return the words drawn in the metafile ``picture``; nothing where there are none, or it is another kind."""
    try:
        texts = list(_enhanced(picture) if picture[:4] == struct.pack("<I", ENHANCED_HEADER) else _plain(picture))
    except (struct.error, IndexError):
        return ""
    return " ".join(" ".join(texts).split())


def read_wrapped_name(wrapper: bytes) -> str:
    """Return the name of the file wrapped in the compound file ``wrapper``; nothing where it says none."""
    if not wrapper.startswith(SIGNATURE):
        return ""
    try:
        stream = find_stream(wrapper, WRAPPER)
    except (ValueError, IndexError, struct.error):
        return ""
    if stream is None:
        return ""
    start = b"".join(wrapper[at : at + stream.sector_size] for at in stream.offsets[: LABEL_WITHIN // 64])
    label = start[6:LABEL_WITHIN].partition(b"\0")[0]  # behind the size and a flag
    return label.decode("cp1252", "replace").replace("\\", "/").rpartition("/")[2].strip()


def _enhanced(picture: bytes) -> Iterator[str]:
    at = 0
    while at + 8 <= len(picture):
        kind, size = struct.unpack_from("<II", picture, at)
        if kind == ENHANCED_TEXT:
            count, offset = struct.unpack_from("<II", picture, at + 44)
            yield picture[at + offset : at + offset + 2 * count].decode("utf-16-le", "replace")
        if size < 8:  # noqa: PLR2004 - the kind and the size themselves
            return
        at += size


def _plain(picture: bytes) -> Iterator[str]:
    at = PLACEABLE_BYTES if picture[:4] == struct.pack("<I", PLACEABLE) else 0
    if struct.unpack_from("<H", picture, at + 2)[0] * 2 != HEADER_BYTES:
        return
    at += HEADER_BYTES
    while at + 6 <= len(picture):
        size, kind = struct.unpack_from("<IH", picture, at)
        if kind == TEXT_OUT:
            (count,) = struct.unpack_from("<H", picture, at + 6)
            yield picture[at + 8 : at + 8 + count].decode("cp1252", "replace")
        elif kind == EXTENDED_TEXT_OUT:
            count, options = struct.unpack_from("<HH", picture, at + 10)
            start = at + 14 + (8 if options & HAS_RECTANGLE else 0)
            yield picture[start : start + count].decode("cp1252", "replace")
        if size < 3:  # noqa: PLR2004 - words: the size and the kind themselves
            return
        at += 2 * size

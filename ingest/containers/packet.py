"""Attachments as Outlook packs them for other Outlooks, the file called winmail.dat (TNEF; MS-OXTNEF)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.containers.compressed_rtf import unpack_rtf
from ingest.containers.rtf_page import read_page as read_rtf_page
from ingest.errors import UnreadableError
from ingest.web import decode_page

SIGNATURE = struct.pack("<I", 0x223E9F78)
HEADER_BYTES = 6
"""The signature and a key (2.1.2)."""
ATTRIBUTE = struct.Struct("<BII")
"""Level, which attribute, how many bytes (2.1.3.1); after them comes a checksum of two bytes."""
MESSAGE = 0x00069003
"""attMsgProps, the properties of the e-mail itself (2.1.3.3)."""
PAGE, RICH_TEXT = 0x1013, 0x1009
"""PidTagBodyHtml and PidTagRtfCompressed (MS-OXPROPS 2.618 and 2.937), the text of the e-mail."""
BEGIN, TITLE, DATA, PROPERTIES = 0x00069002, 0x00018010, 0x0006800F, 0x00069005
"""attAttachRendData, which begins an attachment, attAttachTitle, attAttachData and attAttachment (2.1.3.3)."""
LONG_NAME, DISPLAY_NAME = 0x3707, 0x3001
"""PidTagAttachLongFilename and PidTagDisplayName (MS-OXPROPS 2.595 and 2.667)."""
TEXT, WIDE_TEXT, BINARY, OBJECT = 0x001E, 0x001F, 0x0102, 0x000D
"""Types of properties whose length is written before them (2.1.3.5)."""
FIXED_BYTES = {
    0x0002: 4,
    0x0003: 4,
    0x0004: 4,
    0x000A: 4,
    0x000B: 4,
    0x0005: 8,
    0x0006: 8,
    0x0007: 8,
    0x0014: 8,
    0x0040: 8,
    0x0048: 16,
}
NAMED = 0x8000
"""From here on a property says its name before its value."""

DAMAGED = (
    "damaged",
    "Outlook packed the attachments in a form of its own, which is damaged.",
    "Ask the sender to send the documents once more.",
)


@dataclass(slots=True)
class Packed:
    """An attachment in the packet."""

    name: str = ""
    data: bytes = b""


def unpack(packet: bytes) -> tuple[Packed, ...]:
    """Return the attachments in ``packet``. Raises ``UnreadableError`` where it is damaged."""
    if not packet.startswith(SIGNATURE):
        raise UnreadableError(*DAMAGED)
    found: list[Packed] = []
    try:
        for which, value in _attributes(packet):
            if which == BEGIN:
                found.append(Packed())
            elif found:
                _fill(found[-1], which, value)
    except (struct.error, ValueError) as error:
        raise UnreadableError(*DAMAGED) from error
    return tuple(each for each in found if each.data)


def read_page(packet: bytes) -> str:
    """Return the text of the e-mail that was packed with its attachments as a web page; nothing where it is none."""
    try:
        properties = next((value for which, value in _attributes(packet) if which == MESSAGE), b"")
        values = {key: value for key, _kind, value in _values(properties)} if properties else {}
    except (struct.error, ValueError):
        return ""
    if page := values.get(PAGE):
        return decode_page(page)
    return read_rtf_page(unpack_rtf(values.get(RICH_TEXT, b"")))


def _attributes(packet: bytes) -> Iterator[tuple[int, bytes]]:
    at = HEADER_BYTES
    while at < len(packet):
        _level, which, length = ATTRIBUTE.unpack_from(packet, at)
        at += ATTRIBUTE.size
        if at + length > len(packet):
            raise ValueError("an attribute is cut short")
        yield which, packet[at : at + length]
        at += length + 2


def _fill(attachment: Packed, which: int, value: bytes) -> None:
    if which == TITLE:
        attachment.name = attachment.name or _text(value)
    elif which == DATA:
        attachment.data = value
    elif which == PROPERTIES:
        names = dict(_texts(value))
        attachment.name = names.get(LONG_NAME) or names.get(DISPLAY_NAME) or attachment.name


def _texts(properties: bytes) -> Iterator[tuple[int, str]]:
    """Give the properties that are texts."""
    for key, kind, value in _values(properties):
        if kind in {TEXT, WIDE_TEXT}:
            yield key, value.decode("utf-16-le", "replace").rstrip("\0") if kind == WIDE_TEXT else _text(value)


def _values(properties: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Give the properties whose length is written before them, up to the first of a kind not known here (2.1.3.4)."""
    (count,) = struct.unpack_from("<I", properties)
    at = 4
    for _ in range(count):
        kind, key = struct.unpack_from("<HH", properties, at)
        at += 4
        if key >= NAMED:
            return
        if kind in FIXED_BYTES:
            at += FIXED_BYTES[kind]
            continue
        if kind not in {TEXT, WIDE_TEXT, BINARY, OBJECT}:
            return
        values, length = struct.unpack_from("<II", properties, at)
        if values != 1:
            return
        value = properties[at + 8 : at + 8 + length]
        at += 8 + length + -length % 4
        yield key, kind, value


def _text(value: bytes) -> str:
    return value.partition(b"\0")[0].decode("cp1252", "replace")

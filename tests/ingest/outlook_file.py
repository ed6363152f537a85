"""Small e-mails as Outlook saves them (MS-OXMSG in a compound file, MS-CFB), made byte by byte."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

Storage: TypeAlias = Mapping[str, "bytes | Storage"]

SECTOR, SMALL_SECTOR, CUTOFF = 512, 64, 4096
END, FREE, TABLE_SECTOR, NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
ROOT_KIND, STORAGE_KIND, STREAM_KIND = 5, 1, 2
TEXT, BINARY = "001F", "0102"
SUBJECT, BODY, RICH_TEXT, HTML, FILE_NAME, DATA, CONTENT_ID, MIME_TYPE = (
    "0037",
    "1000",
    "1009",
    "1013",
    "3707",
    "3701",
    "3712",
    "370E",
)
ATTACH_METHOD, LONG_TYPE, BY_VALUE, EMBEDDED = 0x3705, 0x0003, 1, 5
MESSAGE_HEADER, INNER_HEADER, ATTACHMENT_HEADER = 32, 24, 8
"""Bytes before the first property (MS-OXMSG 2.4.1)."""


def compound(storage: Storage) -> bytes:
    """Return a compound file that holds ``storage``."""
    return _Compound().build(storage)


def write_mail(
    path: Path, *attachments: Storage, subject: str = "Our return", body: str = "Attached.", rich_text: bytes = b""
) -> Path:
    """Write an e-mail with ``attachments`` to ``path``."""
    texts: dict[str, str | bytes] = {SUBJECT: subject, BODY: body, RICH_TEXT: rich_text}
    storage: dict[str, bytes | Storage] = {**_properties(MESSAGE_HEADER, texts)}
    for number, attachment in enumerate(attachments):
        storage[f"__attach_version1.0_#{number:08X}"] = attachment
    path.write_bytes(compound(storage))
    return path


def attached_mail(name: str, *attachments: Storage, subject: str, body: str) -> Storage:
    """Return an e-mail attached to an e-mail as it is stored (MS-OXMSG 2.2.2.1)."""
    inner: dict[str, bytes | Storage] = {**_properties(INNER_HEADER, {SUBJECT: subject, BODY: body})}
    for number, each in enumerate(attachments):
        inner[f"__attach_version1.0_#{number:08X}"] = each
    return {**attachment(name, b"", method=EMBEDDED), "__substg1.0_3701000D": inner}


def as_it_is(rich_text: bytes) -> bytes:
    """Return the rich text of an e-mail in its container, not packed (MS-OXRTFCP 2.1.3.1)."""
    return struct.pack("<II4sI", len(rich_text) + 12, len(rich_text), b"MELA", 0) + rich_text


def attachment(name: str, data: bytes, *, mime_type: str = "", content_id: str = "", method: int = BY_VALUE) -> Storage:
    """Return an attachment as it is stored."""
    how = _property(LONG_TYPE, ATTACH_METHOD, method)
    texts: dict[str, str | bytes] = {FILE_NAME: name, MIME_TYPE: mime_type, CONTENT_ID: content_id, DATA: data}
    return _properties(ATTACHMENT_HEADER, texts, how)


def _properties(header: int, values: Mapping[str, str | bytes], more: bytes = b"") -> dict[str, bytes]:
    """Return the streams of texts and bytes, and the one that lists them (MS-OXMSG 2.4)."""
    listed, streams = bytes(header) + more, {}
    for key, value in values.items():
        if value:
            data, kind = (value, BINARY) if isinstance(value, bytes) else (value.encode("utf-16-le"), TEXT)
            listed += _property(int(kind, 16), int(key, 16), len(data))
            streams[f"__substg1.0_{key}{kind}"] = data
    return {"__properties_version1.0": listed, **streams}


def _property(kind: int, key: int, value: int) -> bytes:
    return struct.pack("<HHIII", kind, key, 6, value, 0)


@dataclass
class _Entry:
    name: str
    kind: int
    data: bytes = b""
    child: int = NONE
    right: int = NONE
    start: int = 0


@dataclass
class _Compound:
    """A compound file under construction: a directory, and sectors chained by a table."""

    entries: list[_Entry] = field(default_factory=list)
    sectors: list[bytes] = field(default_factory=list)
    chain: list[int] = field(default_factory=list)

    def build(self, storage: Storage) -> bytes:
        self.entries.append(_Entry("Root Entry", ROOT_KIND))
        self.entries[0].child = self._add(storage)
        small, small_chain = self._place_streams()
        self.entries[0].data = small
        self.entries[0].start = self._place(small)
        first_small = self._place(struct.pack(f"<{len(small_chain)}I", *small_chain))
        directory = self._place(b"".join(map(_directory_entry, self.entries)))
        table = len(self.sectors)
        self.chain.append(TABLE_SECTOR)
        header = struct.pack("<8s16xHHHHH6xIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6,
                             0, 1, directory, 0, CUTOFF, first_small, 1, END, 0, table)  # fmt: skip
        written = struct.pack(f"<{len(self.chain)}I", *self.chain).ljust(SECTOR, b"\xff")
        return header.ljust(SECTOR, b"\xff") + b"".join(self.sectors) + written

    def _add(self, storage: Storage) -> int:
        """Add what is in a storage, each a right-hand neighbour of the one before; return the first."""
        numbers = []
        for name, content in sorted(storage.items(), key=lambda item: (len(item[0]), item[0])):
            numbers.append(len(self.entries))
            if isinstance(content, bytes):
                self.entries.append(_Entry(name, STREAM_KIND, content))
            else:
                self.entries.append(_Entry(name, STORAGE_KIND))
                self.entries[numbers[-1]].child = self._add(content)
        for one, other in pairwise(numbers):
            self.entries[one].right = other
        return numbers[0] if numbers else NONE

    def _place_streams(self) -> tuple[bytes, list[int]]:
        """Place long streams in sectors of their own, and return the short ones together with their chains."""
        small = b""
        chain: list[int] = []
        for entry in self.entries:
            if entry.kind != STREAM_KIND:
                continue
            if len(entry.data) >= CUTOFF:
                entry.start = self._place(entry.data)
                continue
            entry.start = len(chain)
            count = -(-len(entry.data) // SMALL_SECTOR)
            small += entry.data.ljust(count * SMALL_SECTOR, b"\0")
            chain += [*range(entry.start + 1, entry.start + count), END]
        return small, chain

    def _place(self, data: bytes) -> int:
        """Put ``data`` in a chain of sectors, and return the first."""
        start, count = len(self.sectors), max(1, -(-len(data) // SECTOR))
        padded = data.ljust(count * SECTOR, b"\0")
        self.sectors += [padded[at * SECTOR : (at + 1) * SECTOR] for at in range(count)]
        self.chain += [*range(start + 1, start + count), END]
        return start


def _directory_entry(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16-le")
    links = struct.pack("<HBBIII", len(name) + 2, entry.kind, 1, NONE, entry.right, entry.child)
    return name.ljust(64, b"\0") + links + bytes(36) + struct.pack("<IQ", entry.start, len(entry.data))

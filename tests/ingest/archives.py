"""Small packages and compound files for the tests, made byte by byte."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def write_package(path: Path, parts: dict[str, bytes] | None = None, *, main: str = WORD) -> Path:
    """Write a package whose main part has the content type ``main``, with ``parts`` beside it."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", f'<Types><Override ContentType="{main}"/></Types>')
        for name, data in (parts or {}).items():
            package.writestr(name, data)
    return path


def write_compound(path: Path, *names: str) -> Path:
    """Write a compound file with streams called ``names`` and nothing in them (MS-CFB 2.2 to 2.6)."""
    header = bytearray(b"\xff" * 512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<H", header, 30, 9)  # sectors of 512 bytes
    struct.pack_into("<I", header, 48, 1)  # the directory begins in sector 1
    struct.pack_into("<I", header, 68, 0xFFFFFFFE)  # the header names every sector of the table
    struct.pack_into("<I", header, 76, 0)  # the table is in sector 0
    sectors = -(-len(names) // 4)
    chain = [0xFFFFFFFD, *range(2, sectors + 1), 0xFFFFFFFE]
    table = struct.pack("<128I", *chain, *[0xFFFFFFFF] * (128 - len(chain)))
    directory = b"".join(_entry(name) for name in names).ljust(sectors * 512, b"\0")
    path.write_bytes(bytes(header) + table + directory)
    return path


def _entry(name: str) -> bytes:
    written = name.encode("utf-16-le")
    return written.ljust(64, b"\0") + struct.pack("<H", len(written) + 2) + bytes(62)

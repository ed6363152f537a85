"""The names inside a compound file, the container of .doc, .xls, .msg and of password-protected documents.

Only the directory is read (MS-CFB: Compound File Binary File Format), nothing is unpacked.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEADER_BYTES = 512
DIFAT_IN_HEADER = 109
ENTRY_BYTES = 128
NAME_BYTES = 64
SECTOR_SHIFTS = {9, 12}
"""MS-CFB 2.2: sectors of 512 or 4096 bytes."""
LAST_SECTOR = 0xFFFFFFFA
"""Larger numbers are marks (end of chain, free), not sectors (MS-CFB 2.1)."""
MOST_SECTORS = 10_000
"""A directory of this many sectors would name 40,000 streams; a longer chain is damage or malice."""


def list_names(path: Path) -> frozenset[str]:
    """Return the names of all storages and streams in the file at ``path``.

    Raises ``ValueError`` when the file is cut short or damaged, ``OSError`` when it cannot be opened.
    """
    data = path.read_bytes()
    if len(data) < HEADER_BYTES:
        raise ValueError("The header of the compound file is cut short.")
    (shift,) = struct.unpack_from("<H", data, 30)
    if shift not in SECTOR_SHIFTS:
        raise ValueError("The compound file has sectors of a size that does not exist.")
    (first,) = struct.unpack_from("<I", data, 48)
    fat = _read_fat(data, 1 << shift)
    directory = b"".join(_sector(data, number, 1 << shift) for number in _follow(fat, first))
    return frozenset(_names(directory))


def _sector(data: bytes, number: int, size: int) -> bytes:
    # The header takes the place of the first sector, whatever the size of a sector is.
    return data[(number + 1) * size : (number + 2) * size]


def _read_fat(data: bytes, size: int) -> list[int]:
    """Return the table that says which sector follows which (MS-CFB 2.3 and 2.5)."""
    numbers = list(struct.unpack_from(f"<{DIFAT_IN_HEADER}I", data, 76))
    (more,) = struct.unpack_from("<I", data, 68)
    for _ in range(MOST_SECTORS):
        block = _sector(data, more, size) if more < LAST_SECTOR else b""
        if len(block) < size:
            break
        *listed, more = struct.unpack(f"<{size // 4}I", block)
        numbers += listed
    fat: list[int] = []
    for number in numbers:
        block = _sector(data, number, size) if number < LAST_SECTOR else b""
        fat += struct.unpack(f"<{len(block) // 4}I", block[: len(block) // 4 * 4])
    return fat


def _follow(fat: list[int], first: int) -> list[int]:
    chain: list[int] = []
    number = first
    while number < LAST_SECTOR:
        chain.append(number)
        if number >= len(fat) or len(chain) > MOST_SECTORS:
            raise ValueError("The directory of the compound file is damaged.")
        number = fat[number]
    return chain


def _names(directory: bytes) -> list[str]:
    names = []
    for start in range(0, len(directory) - ENTRY_BYTES + 1, ENTRY_BYTES):
        (length,) = struct.unpack_from("<H", directory, start + NAME_BYTES)
        written = directory[start : start + min(length, NAME_BYTES)]
        names.append(written.decode("utf-16-le", "replace").rstrip("\0"))
    return [name for name in names if name]

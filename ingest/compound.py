"""What is inside a compound file, the container of .doc, .xls, .msg and of password-protected documents.

Only the directory is read (MS-CFB: Compound File Binary File Format): the names, and where a stream lies; and one
stream can be given other contents.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEADER_BYTES = 512
DIFAT_IN_HEADER = 109
ENTRY_BYTES = 128
NAME_BYTES = 64
START = 116
"""Where an entry says at which sector its stream begins, and how long it is (MS-CFB 2.6.1)."""
SMALL_BYTES = 64
SECTOR_SHIFTS = {9, 12}
"""MS-CFB 2.2: sectors of 512 or 4096 bytes."""
LAST_SECTOR, END, FREE = 0xFFFFFFFA, 0xFFFFFFFE, 0xFFFFFFFF
"""Larger numbers than the first are marks, not sectors: the end of a chain, a free sector (MS-CFB 2.1)."""
MOST_SECTORS = 10_000
"""A directory of this many sectors would name 40,000 streams; a longer chain is damage or malice."""


def list_names(path: Path) -> frozenset[str]:
    """Return the names of all storages and streams in the file at ``path``.

    Raises ``ValueError`` when the file is cut short or damaged, ``OSError`` when it cannot be opened.
    """
    data = path.read_bytes()
    _size, _fat, directory = _open(data)
    return frozenset(name for name, _entry in _entries(directory))


class Stream(NamedTuple):
    """Where a stream lies in the file."""

    size: int
    sector_size: int
    offsets: tuple[int, ...]
    """Of its sectors, in order."""


def find_stream(data: bytes, name: str) -> Stream | None:
    """Return where the stream ``name`` of the compound file ``data`` lies; None where there is none.

    Raises ``ValueError`` when the file is cut short or damaged.
    """
    size, fat, directory = _open(data)
    found = dict(_entries(directory))
    if name not in found:
        return None
    first, length = struct.unpack_from("<II", found[name], START)
    (cutoff, first_small) = struct.unpack_from("<II", data, 56)
    if length >= cutoff:
        return Stream(length, size, tuple((number + 1) * size for number in _follow(fat, first)))
    # Short streams lie in small sectors within the stream of the root (MS-CFB 2.4 and 2.6.4).
    (first_around,) = struct.unpack_from("<I", directory, START)
    around = [(number + 1) * size for number in _follow(fat, first_around)]
    listed = b"".join(_sector(data, number, size) for number in _follow(fat, first_small))
    small_fat = list(struct.unpack(f"<{len(listed) // 4}I", listed))
    starts = [number * SMALL_BYTES for number in _follow(small_fat, first)]
    return Stream(length, SMALL_BYTES, tuple(around[start // size] + start % size for start in starts))


def replace_stream(data: bytes, name: str, contents: bytes) -> bytearray:
    """Return the compound file ``data`` with other ``contents`` in its stream ``name``, written behind all others.

    Zeros are added to what is too short to have sectors of its own. Raises ``ValueError`` when the file is damaged or
    has no such stream, and ``BufferError`` when its list of sectors is full.
    """
    size, fat, directory = _open(data)
    found = dict(_entries(directory))
    if name not in found:
        raise ValueError("The compound file has no such stream.")
    (cutoff,) = struct.unpack_from("<I", data, 56)
    contents = contents.ljust(cutoff, b"\0")
    first = -(-len(data) // size) - 1
    last = first + -(-len(contents) // size) - 1
    if last >= len(fat) or set(fat[first : last + 1]) != {FREE}:
        raise BufferError
    changed = bytearray(data.ljust((first + 1) * size, b"\0") + contents.ljust((last - first + 1) * size, b"\0"))
    listing = _fat_sectors(data, size)
    for number in range(first, last + 1):
        place = (listing[number * 4 // size] + 1) * size + number * 4 % size
        struct.pack_into("<I", changed, place, END if number == last else number + 1)
    (start,) = struct.unpack_from("<I", data, 48)
    entry = directory.index(found[name])
    place = (_follow(fat, start)[entry // size] + 1) * size + entry % size
    struct.pack_into("<II", changed, place + START, first, len(contents))
    return changed


def _open(data: bytes) -> tuple[int, list[int], bytes]:
    """Return the size of a sector, which sector follows which, and the directory."""
    if len(data) < HEADER_BYTES:
        raise ValueError("The header of the compound file is cut short.")
    (shift,) = struct.unpack_from("<H", data, 30)
    if shift not in SECTOR_SHIFTS:
        raise ValueError("The compound file has sectors of a size that does not exist.")
    (first,) = struct.unpack_from("<I", data, 48)
    fat = _read_fat(data, 1 << shift)
    return 1 << shift, fat, b"".join(_sector(data, number, 1 << shift) for number in _follow(fat, first))


def _sector(data: bytes, number: int, size: int) -> bytes:
    # The header takes the place of the first sector, whatever the size of a sector is.
    return data[(number + 1) * size : (number + 2) * size]


def _fat_sectors(data: bytes, size: int) -> list[int]:
    """Return the sectors in which is written which sector follows which (MS-CFB 2.5)."""
    numbers = list(struct.unpack_from(f"<{DIFAT_IN_HEADER}I", data, 76))
    (more,) = struct.unpack_from("<I", data, 68)
    for _ in range(MOST_SECTORS):
        block = _sector(data, more, size) if more < LAST_SECTOR else b""
        if len(block) < size:
            break
        *listed, more = struct.unpack(f"<{size // 4}I", block)
        numbers += listed
    # A sector listed twice is damage or malice, and a short file can list its one a million times.
    return [number for number in dict.fromkeys(numbers) if number < LAST_SECTOR]


def _read_fat(data: bytes, size: int) -> list[int]:
    """Return the table that says which sector follows which (MS-CFB 2.3)."""
    fat: list[int] = []
    for number in _fat_sectors(data, size):
        block = _sector(data, number, size)
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


def _entries(directory: bytes) -> Iterator[tuple[str, bytes]]:
    """Give the name and the entry of every storage and stream."""
    for start in range(0, len(directory) - ENTRY_BYTES + 1, ENTRY_BYTES):
        entry = directory[start : start + ENTRY_BYTES]
        (length,) = struct.unpack_from("<H", entry, NAME_BYTES)
        name = entry[: min(length, NAME_BYTES)].decode("utf-16-le", "replace").rstrip("\0")
        if name:
            yield name, entry

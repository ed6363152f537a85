"""A .doc that ends with a table, mended before LibreOffice opens it.

The text of a .doc ends with a paragraph mark (MS-DOC 2.4.1). LibreOffice itself writes none where the last thing is a
table, and when it opens such a file it runs the cells of that table together into one line. The mark is put where it
belongs: into the empty bytes behind the text, with a paragraph of its own that has no properties.
"""

from __future__ import annotations

import struct
from contextlib import suppress
from pathlib import Path

from ingest.compound import Stream, find_stream

MAGIC = 0xA5EC
FLAGS, FIRST_TABLE, ENCRYPTED = 0x0A, 0x0200, 0x0100
TEXT_END = 0x1C
"""Where the text ends in its stream (fcMac)."""
TEXT_LENGTH, OTHER_LENGTHS = 0x4C, range(0x50, 0x6C, 4)
"""How many characters the text has, and the notes, headers and boxes behind it (2.5.4)."""
CHARACTER_RUNS, PARAGRAPH_RUNS, SECTIONS, PIECES = 0xFA, 0x102, 0xCA, 0x1A2
"""Where the header says in which bytes of the other stream these tables lie (2.5.6)."""
PAGE = 512
"""A table of runs fills pages of this size; the last byte of each counts its runs (2.9.174)."""
LONGEST_PAGE_NUMBER = 0x3FFFFF
CELL_END, PARAGRAPH_END = "\x07", "\r"
COMPRESSED = 0x40000000
"""Set where a piece has a byte for a character (2.9.73)."""
PIECE_BYTES, RUN_BYTES = 8, 13


class CannotMendError(Exception):
    """The text ends with a table, and there is no room to put that right."""


def mend_end(path: Path) -> None:
    """Give the text of the .doc at ``path`` the paragraph mark it must end with, where it ends with a table.

    Nothing is done to any other file, damaged ones included. Raises ``CannotMendError``.
    """
    data = bytearray(path.read_bytes())
    with suppress(ValueError, struct.error, IndexError):
        if _Document(data).mend():
            path.write_bytes(data)


class _Bytes:
    """A stream of a compound file, read and changed in place."""

    def __init__(self, data: bytearray, stream: Stream) -> None:
        self._data = data
        self._stream = stream
        self._changes: list[tuple[int, bytes]] = []

    def read(self, start: int, count: int) -> bytes:
        if not 0 <= start <= start + count <= self._stream.size:
            raise IndexError(start)
        return bytes(self._data[self._place(at)] for at in range(start, start + count))

    def number(self, start: int) -> int:
        return int.from_bytes(self.read(start, 4), "little")

    def plan(self, start: int, written: bytes) -> None:
        self.read(start, len(written))
        self._changes.append((start, written))

    def plan_number(self, start: int, number: int) -> None:
        self.plan(start, struct.pack("<I", number))

    def carry_out(self) -> None:
        for start, written in self._changes:
            for at, byte in enumerate(written, start):
                self._data[self._place(at)] = byte

    def _place(self, at: int) -> int:
        return self._stream.offsets[at // self._stream.sector_size] + at % self._stream.sector_size


class _Document:
    """The parts of a .doc that say where its text ends."""

    def __init__(self, data: bytearray) -> None:
        self._text = _open(data, "WordDocument")
        flags = int.from_bytes(self._text.read(FLAGS, 2), "little")
        if int.from_bytes(self._text.read(0, 2), "little") != MAGIC or flags & ENCRYPTED:
            raise ValueError("not a Word document that can be looked into")
        self._tables = _open(data, "1Table" if flags & FIRST_TABLE else "0Table")

    def mend(self) -> bool:
        """Put the mark behind the text; tell whether it was missing. Raises ``CannotMendError``."""
        if any(self._text.number(at) for at in OTHER_LENGTHS):
            return False  # what follows the text ends with a mark of its own
        length = self._text.number(TEXT_LENGTH)
        place, end, width = self._last_piece(length)
        if self._text.read(end - width, width).decode(_encoding(width)) != CELL_END:
            return False
        mark = PARAGRAPH_END.encode(_encoding(width))
        if end % PAGE == 0 or any(self._text.read(end, width)) or self._text.number(TEXT_END) != end:
            raise CannotMendError
        self._text.plan(end, mark)
        self._text.plan_number(TEXT_END, end + width)
        self._text.plan_number(TEXT_LENGTH, length + 1)
        self._tables.plan_number(place, length + 1)
        self._stretch_sections(length + 1)
        self._stretch_characters(end + width)
        self._add_paragraph(end + width)
        self._text.carry_out()
        self._tables.carry_out()
        return True

    def _last_piece(self, length: int) -> tuple[int, int, int]:
        """Return where the end of the last piece is noted, where its text ends, and the width of a character."""
        start = self._text.number(PIECES)
        while self._tables.read(start, 1) == b"\x01":  # properties kept for later, which come first (2.9.38)
            start += 3 + int.from_bytes(self._tables.read(start + 1, 2), "little")
        count = (self._tables.number(start + 1) - 4) // (4 + PIECE_BYTES)
        ends = start + 5
        piece = self._tables.number(ends + 4 * (count + 1) + PIECE_BYTES * (count - 1) + 2)
        place = ends + 4 * count
        if self._tables.number(place) != length:
            raise ValueError("the pieces do not end where the text does")
        characters = length - self._tables.number(place - 4)
        if piece & COMPRESSED:
            return place, (piece & ~COMPRESSED) // 2 + characters, 1
        return place, piece + 2 * characters, 2

    def _stretch_sections(self, length: int) -> None:
        start, count = self._table(SECTIONS, 12)
        self._tables.plan_number(start + 4 * count, length)

    def _stretch_characters(self, end: int) -> None:
        page, runs = self._last_page(CHARACTER_RUNS, end)
        self._text.plan_number(page + 4 * runs, end)

    def _add_paragraph(self, end: int) -> None:
        page, runs = self._last_page(PARAGRAPH_RUNS, end)
        edges = 4 * (runs + 1)
        kept = edges + RUN_BYTES * runs
        free = 4 + RUN_BYTES
        if any(self._text.read(page + kept, free)):
            raise CannotMendError
        entries = self._text.read(page + edges, RUN_BYTES * runs)
        self._text.plan(page + edges, struct.pack("<I", end) + entries + bytes(RUN_BYTES))
        self._text.plan(page + PAGE - 1, bytes([runs + 1]))

    def _last_page(self, table: int, end: int) -> tuple[int, int]:
        """Return where the last page of a table of runs begins and how many runs are on it; note its new end."""
        start, count = self._table(table, 4)
        self._tables.plan_number(start + 4 * count, end)
        page = (self._tables.number(start + 4 * (2 * count)) & LONGEST_PAGE_NUMBER) * PAGE
        return page, self._text.read(page + PAGE - 1, 1)[0]

    def _table(self, where: int, entry_bytes: int) -> tuple[int, int]:
        """Return where a table begins and how many entries it has (2.2.2: their edges come first)."""
        return self._text.number(where), (self._text.number(where + 4) - 4) // (4 + entry_bytes)


def _open(data: bytearray, name: str) -> _Bytes:
    stream = find_stream(bytes(data), name)
    if stream is None:
        raise ValueError(f"no stream called {name}")
    return _Bytes(data, stream)


def _encoding(width: int) -> str:
    return "cp1252" if width == 1 else "utf-16-le"

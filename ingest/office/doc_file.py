"""The inside of a .doc: its letters, and the pieces they lie in (MS-DOC 2.4.1)."""

from __future__ import annotations

import re
import struct
from itertools import pairwise
from typing import NamedTuple

from ingest.compound import Stream, find_stream

TEXT_STREAM = "WordDocument"
MAGIC = 0xA5EC
FLAGS, FIRST_TABLE, ENCRYPTED = 0x0A, 0x0200, 0x0100
PIECES = 0x1A2
"""Where the header says in which bytes of the other stream the table of pieces lies (2.5.6)."""
COMPRESSED = 0x40000000
"""Set where a piece has a byte for a character (2.9.73)."""
PIECE_BYTES = 8
BEGIN, SEPARATE, END = "\x13", "\x14", "\x15"
"""A field: what it is to do, which is not shown, and its result (2.8.25)."""
FIELD_MARKS = re.compile(f"([{BEGIN}{SEPARATE}{END}])")
HYPHENS = {0x1E: "-", 0x1F: None}
"""One that keeps two words on a line, and one that only says where a word may be broken."""
UNSEEN = re.compile("[\x00-\x1f]")


class Bytes:
    """A stream of a compound file, read and changed in place."""

    def __init__(self, data: bytearray, stream: Stream) -> None:
        """Take the file and where the stream lies in it."""
        self._data = data
        self._stream = stream
        self._changes: list[tuple[int, bytes]] = []

    def read(self, start: int, count: int) -> bytes:
        """Return ``count`` bytes. Raises ``IndexError`` where the stream, or the file, has none."""
        if not 0 <= start <= start + count <= self._stream.size:
            raise IndexError(start)
        size = self._stream.sector_size
        found = bytearray()
        while len(found) < count:
            at = start + len(found)
            place = self._stream.offsets[at // size] + at % size
            part = self._data[place : place + min(size - at % size, count - len(found))]
            if not part:
                raise IndexError(at)  # the file ends before the stream does
            found += part
        return bytes(found)

    @property
    def size(self) -> int:
        """Return how many bytes it has."""
        return self._stream.size

    def number(self, start: int) -> int:
        """Return the number of four bytes at ``start``."""
        return int.from_bytes(self.read(start, 4), "little")

    def plan(self, start: int, written: bytes) -> None:
        """Write when all that is planned is carried out."""
        self.read(start, len(written))
        self._changes.append((start, written))

    def plan_number(self, start: int, number: int) -> None:
        """Write a number of four bytes when all that is planned is carried out."""
        self.plan(start, struct.pack("<I", number))

    def carry_out(self) -> None:
        """Write what was planned."""
        size = self._stream.sector_size
        for start, written in self._changes:
            for at, byte in enumerate(written, start):
                self._data[self._stream.offsets[at // size] + at % size] = byte


class Piece(NamedTuple):
    """A stretch of the text that lies in one place."""

    start: int
    """The first of its bytes."""
    characters: int
    width: int
    """Bytes to a character."""

    @property
    def end(self) -> int:
        """Where its bytes end."""
        return self.start + self.characters * self.width

    @property
    def encoding(self) -> str:
        """How its characters are written."""
        return "cp1252" if self.width == 1 else "utf-16-le"


class DocFile:
    """The two streams of a .doc that hold its text and say how it goes."""

    def __init__(self, data: bytearray) -> None:
        """Open them. Raises ``ValueError`` or ``IndexError`` for what is no .doc, or a damaged or locked one."""
        self.text = _open(data, TEXT_STREAM)
        flags = int.from_bytes(self.text.read(FLAGS, 2), "little")
        if int.from_bytes(self.text.read(0, 2), "little") != MAGIC or flags & ENCRYPTED:
            raise ValueError("not a Word document that can be looked into")
        self.tables = _open(data, "1Table" if flags & FIRST_TABLE else "0Table")

    def pieces(self) -> tuple[list[Piece], int]:
        """Return the pieces in order, and where the character the last of them ends at is noted."""
        start = self.text.number(PIECES)
        while self.tables.read(start, 1) == b"\x01":  # properties kept for later, which come first (2.9.38)
            start += 3 + int.from_bytes(self.tables.read(start + 1, 2), "little")
        count = (self.tables.number(start + 1) - 4) // (4 + PIECE_BYTES)
        edges = start + 5
        ends = struct.unpack(f"<{count + 1}I", self.tables.read(edges, 4 * (count + 1)))
        places = [self.tables.number(edges + 4 * (count + 1) + PIECE_BYTES * at + 2) for at in range(count)]
        lengths = [after - before for before, after in pairwise(ends)]
        return [_piece(*found) for found in zip(places, lengths, strict=True)], edges + 4 * count

    def letters(self) -> str:
        """Return the letters of all its parts, without what fields are to do."""
        written = "".join(
            self.text.read(piece.start, piece.end - piece.start).decode(piece.encoding, "replace")
            for piece in self.pieces()[0]
        )
        return UNSEEN.sub(" ", _without_instructions(written).translate(HYPHENS))


def _without_instructions(written: str) -> str:
    shown: list[str] = []
    is_instruction: list[bool] = []
    silent = 0
    for part in FIELD_MARKS.split(written):
        if part == BEGIN:
            is_instruction.append(True)
            silent += 1
        elif part in {SEPARATE, END} and is_instruction:
            silent -= is_instruction.pop()
            is_instruction += [False] * (part == SEPARATE)
        elif not silent:
            shown.append(part)
    return " ".join(shown)


def _piece(place: int, characters: int) -> Piece:
    if place & COMPRESSED:
        return Piece((place & ~COMPRESSED) // 2, characters, 1)
    return Piece(place, characters, 2)


def _open(data: bytearray, name: str) -> Bytes:
    stream = find_stream(bytes(data), name)
    if stream is None:
        raise ValueError(f"no stream called {name}")
    return Bytes(data, stream)

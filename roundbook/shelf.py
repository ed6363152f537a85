"""What a board's folder keeps of earlier work so that it need not be done again: text by key, in a file of its own.

It is no history: whoever deletes the file loses time and nothing else. It is one SQLite file rather than a file for
each document, because boards lie on drives that are synchronised or shared; and it holds JSON and never Python's own
pickles, because it may have been put there by anybody: reading it can run nothing. What is damaged, a piece or the
whole file, counts as not there.
"""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

MOST_BYTES = 1 << 28
"""What is kept in all, packed; a thousand returns take a hundredth of it."""
LARGEST_PIECE = 1 << 29
"""Unpacked; what is larger is damaged, or made to do harm."""
PIECE_BYTES = 1 << 16
"""Unpacked at a time."""
QUICKEST = 1
"""zlib's level; it also gives each piece a checksum, by which a damaged one is known."""
BUSY_SECONDS = 0.5
SETTINGS = (
    "PRAGMA auto_vacuum = FULL",
    "PRAGMA secure_delete = ON",  # what an agency wrote is gone when it is dropped
    "PRAGMA synchronous = OFF",  # a file that a power cut broke is made anew
)
BROKEN = (sqlite3.Error, zlib.error, ValueError, TypeError, OSError)
"""What a damaged file or piece can give rise to."""
TABLE = "CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, body BLOB NOT NULL)"


class Shelf:
    """What is kept, used as a context manager; nothing that goes wrong with the file is ever raised.

    It is written when the context is left without an exception: a run that changes nothing else changes nothing here.
    """

    def __init__(self, path: Path, *, may_write: bool) -> None:
        """Use the file at ``path``, which is made and thinned out only if it ``may_write``."""
        self._path = path
        self._may_write = may_write
        self._base: sqlite3.Connection | None = None
        self._used: set[str] = set()
        self._new: dict[str, bytes] = {}

    def __enter__(self) -> Self:
        with suppress(*BROKEN):
            mode = "rw" if self._may_write else "ro"
            self._base = sqlite3.connect(
                f"{self._path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=BUSY_SECONDS
            )
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._base is not None:
            self._base.close()
        has_something = bool(self._new) or self._path.exists()
        if kind is None and self._may_write and has_something and not self._write():
            with suppress(OSError):
                self._path.unlink()
            self._write()

    def take(self, key: str) -> str | None:
        """Return what is kept under ``key``; None where nothing is."""
        with suppress(*BROKEN):
            body = self._find(key)
            if body is not None:
                text = b"".join(_unpack(body)).decode()
                self._used.add(key)
                return text
        return None

    def take_lines(self, key: str) -> Iterator[str]:
        """Yield the lines kept under ``key`` one after the other, as far as they are sound; none where nothing is."""
        with suppress(*BROKEN):
            body = self._find(key)
            if body is not None:
                yield from _lines(_unpack(body))
                self._used.add(key)

    def _find(self, key: str) -> bytes | None:
        found = self._base.execute("SELECT body FROM kept WHERE key = ?", (key,)).fetchone() if self._base else None
        return found[0] if found else None

    def put(self, key: str, text: str) -> None:
        """Keep ``text`` under ``key``."""
        self._new[key] = zlib.compress(text.encode(), QUICKEST)

    def put_lines(self, key: str, lines: Iterable[str]) -> None:
        """Keep ``lines``, which are packed one after the other, under ``key``."""
        packing = zlib.compressobj(QUICKEST)
        packed = [packing.compress(f"{line}\n".encode()) for line in lines]
        self._new[key] = b"".join((*packed, packing.flush()))

    def _write(self) -> bool:
        """Write what is new, drop what nobody asked for, and say whether that could be done."""
        with (
            suppress(*BROKEN),
            closing(sqlite3.connect(self._path, isolation_level=None, timeout=BUSY_SECONDS)) as base,
        ):
            for setting in SETTINGS:
                base.execute(setting)
            base.execute("BEGIN IMMEDIATE")
            base.execute(TABLE)
            kept = dict(base.execute("SELECT key, length(body) FROM kept"))
            base.executemany("DELETE FROM kept WHERE key = ?", [(key,) for key in kept if key not in self._used])
            room = MOST_BYTES - sum(size for key, size in kept.items() if key in self._used)
            base.executemany("REPLACE INTO kept VALUES (?, ?)", self._what_fits(room))
            base.execute("COMMIT")
            return True
        return False

    def _what_fits(self, room: int) -> Iterator[tuple[str, bytes]]:
        for key, body in self._new.items():
            room -= len(body)
            if room >= 0:
                yield key, body


def _unpack(body: bytes) -> Iterator[bytes]:
    """Yield what is packed as ``body`` in pieces. Raises ``zlib.error`` or ``ValueError`` where it is damaged."""
    unpacking, packed, size = zlib.decompressobj(), body, 0
    while not unpacking.eof:
        piece = unpacking.decompress(packed, PIECE_BYTES)
        packed, size = unpacking.unconsumed_tail, size + len(piece)
        if size > LARGEST_PIECE or not (piece or packed or unpacking.eof):
            raise ValueError("it is cut off, or too large")
        yield piece


def _lines(pieces: Iterable[bytes]) -> Iterator[str]:
    begun = b""
    for piece in pieces:
        *whole, begun = (begun + piece).split(b"\n")
        yield from (line.decode() for line in whole)

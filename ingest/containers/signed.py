"""E-mails wrapped in their signature (S/MIME, RFC 8551 3.5.2): the message within, whoever signed it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
"""The object identifier of signed data (RFC 5652, 5.1)."""
SEQUENCE, IDENTIFIER, OCTETS = 0x30, 0x06, 0x04
"""Tags (X.690 8.1.2)."""
CONSTRUCTED = 0x20
"""The bit of a tag by which a value is made of others (X.690 8.1.2.5)."""
OPEN_ENDED = 0x80
"""The length of a value that ends where two zero bytes stand (X.690 8.1.3.6)."""
DEEPEST = 30
"""Values within values; a signature has six."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value as X.690 writes it: what it is, its bytes, and the values it is made of, if it is."""

    tag: int
    data: bytes
    parts: tuple[Value, ...] = ()


def find_signed(wrapped: bytes) -> bytes | None:
    """Return the message within ``wrapped``; None where it is encrypted, damaged, or holds the signature alone."""
    try:
        content, _ = _read(wrapped, 0, 0)
        kind, explicit = content.parts[:2]
        signed = explicit.parts[0]
        if content.tag != SEQUENCE or (kind.tag, kind.data) != (IDENTIFIER, SIGNED_DATA):
            return None
        # Version, digest algorithms, and then what is signed: its type and itself (RFC 5652, 5.1 and 5.2).
        octets = signed.parts[2].parts[1].parts[0]
    except (IndexError, ValueError):
        return None
    return b"".join(_octets(octets)) or None


def _octets(value: Value) -> Iterator[bytes]:
    """Yield the pieces of a string, which may be made of others (X.690 8.7)."""
    if value.tag == OCTETS:
        yield value.data
    for part in value.parts:
        yield from _octets(part)


def _read(data: bytes, at: int, depth: int) -> tuple[Value, int]:
    """Return the value at ``at`` and where it ends. Raises ``IndexError`` or ``ValueError`` where there is none."""
    if depth > DEEPEST:
        raise ValueError
    tag, length = data[at], data[at + 1]
    at += 2
    if length == OPEN_ENDED:
        return _read_open(data, at, tag, depth)
    if length > OPEN_ENDED:
        size = length - OPEN_ENDED
        at, length = at + size, int.from_bytes(data[at : at + size], "big")
    end = at + length
    if end > len(data):
        raise ValueError
    if not tag & CONSTRUCTED:
        return Value(tag, data[at:end]), end
    parts: list[Value] = []
    while at < end:
        part, at = _read(data, at, depth + 1)
        parts.append(part)
    return Value(tag, b"", tuple(parts)), end


def _read_open(data: bytes, at: int, tag: int, depth: int) -> tuple[Value, int]:
    parts: list[Value] = []
    while data[at : at + 2] != b"\0\0":
        part, at = _read(data, at, depth + 1)
        parts.append(part)
    return Value(tag, b"", tuple(parts)), at + 2

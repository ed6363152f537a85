"""Documents written into the text of an e-mail itself, as was done before MIME (uuencode; IEEE 1003.1)."""

from __future__ import annotations

import binascii
import re

ENCODED = re.compile(
    r"^begin(?:-base64)? [0-7]{3,4} (?P<name>[^\r\n]+)\r?\n(?P<lines>(?:[^\r\n]+\r?\n)*?)(?:end|====)[ \t\r]*$",
    re.MULTILINE,
)
IN_BASE64 = "begin-base64"


def take_out(text: str) -> tuple[str, tuple[tuple[str, bytes], ...]]:
    """Return ``text`` without the documents in it, and those with their names; a damaged one stays in the text."""
    found: list[tuple[str, bytes]] = []

    def replace(document: re.Match[str]) -> str:
        data = _decode(document["lines"], in_base64=document[0].startswith(IN_BASE64))
        if not data:
            return document[0]
        found.append((document["name"].strip(), data))
        return ""

    return ENCODED.sub(replace, text), tuple(found)


def _decode(lines: str, *, in_base64: bool) -> bytes:
    """Return the bytes of a document; nothing where a line is damaged."""
    decode = binascii.a2b_base64 if in_base64 else binascii.a2b_uu
    try:
        return b"".join(decode(line) for line in lines.splitlines())
    except (binascii.Error, ValueError):
        return b""

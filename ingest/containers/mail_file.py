"""The file an e-mail was saved in: what mail programs put around the message, and several messages in one file."""

from __future__ import annotations

import codecs
import re

COUNTED = re.compile(rb"\s*(\d+)[ \t]*\r?\n")
"""Apple Mail begins a message with its length in bytes, and ends it with notes of its own (.emlx)."""
POSTMARK = re.compile(rb"(?:\A|\r?\n\r?\n)From [^\r\n]*\r?\n(?=[A-Za-z-]+:)")
"""Begins each message of a mailbox kept in one file (.mbox; RFC 4155, appendix A)."""
HEADER = re.compile(rb"\s*[A-Za-z-]+:[ \t]*\S")
DER_SEQUENCE = b"\x30"


def messages_in(data: bytes) -> tuple[bytes, ...]:
    """Return the messages in a file as they were sent; nearly always one."""
    whole = data.removeprefix(codecs.BOM_UTF8)
    if counted := COUNTED.match(whole):
        return (whole[counted.end() : counted.end() + int(counted[1])],)
    if whole.startswith(b"From "):
        return tuple(each for each in POSTMARK.split(whole) if each.strip())
    return (whole,)


def is_message(data: bytes) -> bool:
    """Return whether ``data`` begins as a message does, with a header."""
    return HEADER.match(data) is not None


def is_wrapped(data: bytes) -> bool:
    """Return whether a file is the wrapping of a signature or of an encryption alone (.p7m; RFC 8551, 3.2.1)."""
    return data.startswith(DER_SEQUENCE)

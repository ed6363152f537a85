"""Names that are safe on every computer, made from whatever a sender called a file within a file."""

from __future__ import annotations

import re
import unicodedata

SEPARATORS = re.compile(r"[/\\]+")
FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]')
"""What Windows allows in no name, and marks that turn the direction of writing, which hide a name's ending."""
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""Names of devices on Windows, whatever follows them."""
LONGEST = 100
"""Letters to a name; with folders and all, a path must stay below 260 on Windows."""
UNNAMED = "document"


class Names:
    """Gives each file of one container a name of its own."""

    def __init__(self, *taken: str) -> None:
        """Keep the names ``taken`` free."""
        self._taken = {_key(name) for name in taken}

    def give(self, written: str) -> str:
        """Return a safe name for the file that was called ``written``, its folders with forward slashes."""
        parts = [part for each in SEPARATORS.split(written) if (part := _clean(each))] or [UNNAMED]
        wanted = "/".join(parts)
        name, number = wanted, 1
        while _key(name) in self._taken:
            number += 1
            stem, dot, suffix = parts[-1].rpartition(".")
            last = f"{stem or suffix} ({number}){dot if stem else ''}{suffix if stem else ''}"
            name = "/".join((*parts[:-1], last))
        self._taken.add(_key(name))
        return name


def _clean(part: str) -> str:
    """Return one part of a path without anything a computer could take for more than a name."""
    bare = FORBIDDEN.sub("_", unicodedata.normalize("NFC", part)).strip().rstrip(". ")
    if bare.strip(".") == "":
        return ""
    if RESERVED.fullmatch(bare):
        bare = f"_{bare}"
    stem, dot, suffix = bare.rpartition(".")
    return bare if len(bare) <= LONGEST else f"{(stem or suffix)[: LONGEST - len(suffix) - 1]}{dot}{suffix}"[:LONGEST]


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()

"""Words of documents as they may stand on a page: cut to length, and without characters that deceive the eye."""

from __future__ import annotations

import unicodedata

PRINTED_CONTROLS = "\n\t"
UNSEEN_CATEGORIES = frozenset({"Cc", "Cs"})
UNWRITABLE = "\ufffe\uffff"
"""XML 1.0 (2.2) cannot hold these."""
DIRECTIONS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
"""Bidirectional controls (UAX #9, 2.1 to 2.4): they can make a sentence read as another one."""


def visible(text: str) -> str:
    """Return ``text`` with control characters spelled out ("[U+202E]"), so that what is read is what is there."""
    return "".join(f"[U+{ord(char):04X}]" if _is_unseen(char) else char for char in text)


def shorten(text: str, length: int) -> str:
    """Return ``text`` on one line, cut after a whole word to ``length`` characters at most, with "…" where cut."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    whole_words = line[: length - 1].rpartition(" ")[0] or line[: length - 1]
    return whole_words.rstrip(" ,;:.-\u2013") + "…"


def _is_unseen(char: str) -> bool:
    if char in PRINTED_CONTROLS:
        return False
    if char in UNWRITABLE:
        return True
    return unicodedata.category(char) in UNSEEN_CATEGORIES or unicodedata.bidirectional(char) in DIRECTIONS

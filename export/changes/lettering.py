"""Words of documents as they may stand on a page: cut to length, and without characters that deceive the eye."""

from __future__ import annotations

import re

UNSEEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls (category Cc), but for the tab and the line feed, which print
    "\ud800-\udfff\ufffe\uffff"  # what XML 1.0 (2.2) cannot hold
    "\u202a-\u202e\u2066-\u2069"  # bidirectional controls (UAX #9, 2.1 to 2.4): a sentence then reads as another one
    "]"
)


def visible(text: str) -> str:
    """Return ``text`` with control characters spelled out ("[U+202E]"), so that what is read is what is there."""
    return UNSEEN.sub(_spell_out, text)


def shorten(text: str, length: int) -> str:
    """Return ``text`` on one line, cut after a whole word to ``length`` characters at most, with "…" where cut."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    whole_words = line[: length - 1].rpartition(" ")[0] or line[: length - 1]
    return whole_words.rstrip(" ,;:.-\u2013") + "…"


def _spell_out(found: re.Match[str]) -> str:
    return f"[U+{ord(found[0]):04X}]"

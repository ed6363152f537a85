"""Words as a typesetter would have them: the changes of marks and spaces that change no word."""

from __future__ import annotations

import re

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"

TYPESETTING = (
    (re.compile(r'"([^"]*)"'), "\u201c\\1\u201d"),
    (re.compile(r"(?<=\w)'(?=\w)"), "\u2019"),
    (re.compile(r"(?<=\w)'(?=\s)"), "\u2019"),
    (re.compile(r" - "), " \u2013 "),
    (re.compile(rf"(\d) ({MONTHS}) (\d{{4}})"), "\\1\u00a0\\2\u00a0\\3"),
    (re.compile(r"\. (?=[A-Z])"), ".  "),
)
"""What is replaced and by what: quotes, apostrophes, dashes, spaces in dates and after full stops."""


def typeset(text: str) -> str:
    """Return ``text`` with curly quotes, en dashes, unbroken dates and two spaces between sentences."""
    for pattern, replacement in TYPESETTING:
        text = pattern.sub(replacement, text)
    return text

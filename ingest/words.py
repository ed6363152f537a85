"""What counts as a word, so that every count in the program means the same thing."""

from __future__ import annotations

import re

WORD = re.compile(r"\w\S*")
"""From the first letter or digit of a run without spaces to its end; bullets, dashes and ticks alone are not words."""


def count_words(text: str) -> int:
    """Return how many words ``text`` holds."""
    return len(WORD.findall(text))

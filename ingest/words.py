"""What counts as a word, so that every count in the program means the same thing."""

from __future__ import annotations

import re

WORD = re.compile(r"\S*\w\S*")
"""A run without spaces that holds at least one letter or digit; bullets, dashes and ticks alone are not words."""


def count_words(text: str) -> int:
    """Return how many words ``text`` holds."""
    return sum(1 for _ in WORD.finditer(text))

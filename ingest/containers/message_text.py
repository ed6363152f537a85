"""The text of an e-mail as paragraphs."""

from __future__ import annotations

import re

SPACES = re.compile(r"[^\S\n]+")


def plain_lines(text: str) -> tuple[str, ...]:
    """Return the lines of a plain text that hold anything."""
    lines = (SPACES.sub(" ", line).strip() for line in text.replace("\r", "\n").split("\n"))
    return tuple(line for line in lines if line)

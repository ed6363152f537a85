"""The text of an e-mail as paragraphs."""

from __future__ import annotations

import re
from itertools import groupby

from ingest.typed_tables import QUOTED

SPACES = re.compile(r"[^\S\n]+")
FEWEST_ANSWERS = 2
"""What follows a quotation once may be the reply, or a signature."""


def plain_lines(text: str) -> tuple[str, ...]:
    """Return the lines of a plain text that hold anything.

    A mail quoted whole, below a reply or before it, keeps the marks of a quotation: it may be last round's. One whose
    lines are answered between (RFC 3676, 4.5 and RFC 1855, 2.1.1) loses them: questions and answers are one text.
    """
    lines = [SPACES.sub(" ", line).strip() for line in text.replace("\r", "\n").split("\n")]
    if _is_answered_between(lines):
        lines = [QUOTED.sub("", line) for line in lines]
    return tuple(line for line in lines if line)


def _is_answered_between(lines: list[str]) -> bool:
    """Return whether there are two answers or more with quoted lines before each."""
    kinds = [is_quoted for is_quoted, _ in groupby(bool(QUOTED.match(line)) for line in lines if line)]
    return True in kinds and kinds[kinds.index(True) :].count(False) >= FEWEST_ANSWERS

"""The headings that plans and returns have over their columns: where several stand side by side there is a table."""

from __future__ import annotations

import re

TITLE = re.compile(
    r"\b(?:recommendations?|actions?|updates?|progress|evidence|outcomes?|impact|leads?|owners?|responsib\w+|timescales?"
    r"|deadline|by when|due|completed|completion|status|rating|rag|milestones?|learning|findings?|comments?|agency)\b",
    re.IGNORECASE,
)
LONGEST = 6
"""A heading has no more words."""


def is_title(text: str) -> bool:
    """Whether ``text`` may stand over a column of a plan or a return, among those of other columns or alone."""
    return len(text.split()) <= LONGEST and text[:1].isupper() and TITLE.search(text) is not None

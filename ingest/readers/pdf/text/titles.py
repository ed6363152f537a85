"""The headings that plans and returns have over their columns: where several stand side by side there is a table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

TITLE = re.compile(
    r"\b(?:recommendations?|actions?|updates?|progress|evidence|outcomes?|impact|leads?|owners?|responsib\w+|timescales?"
    r"|deadline|by when|target date|due|completed|completion|status|rating|rag|milestones?|learning|findings?|comments?"
    r"|agency|improvements?|objectives?|position|documents|success criteria|assurance|issues?|concerns?|narrative"
    r"|accountable|response|enquiry|timeframe|brag|complete)\b",
    re.IGNORECASE,
)
LONGEST = 6
"""A heading has no more words."""
LONGEST_IN_CELL = 12
"""Nor a cell of a heading row, in any words, than this."""


def is_title(text: str) -> bool:
    """Whether ``text`` may stand over a column of a plan or a return, among those of other columns or alone."""
    return len(text.split()) <= LONGEST and text[:1].isupper() and TITLE.search(text) is not None


def may_be_headings(texts: Sequence[str]) -> bool:
    """Whether ``texts``, the words of the cells of a row, may be headings: short, and none the rest of a sentence."""
    return all(len(text.split()) <= LONGEST_IN_CELL and not text[:1].islower() for text in texts)

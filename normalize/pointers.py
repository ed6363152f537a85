"""Answers that give no answer of their own but point to another: "As above", "See recommendation 5"."""

from __future__ import annotations

import re
from enum import StrEnum

from normalize.text import fold

LONGEST_REMARK = 40
"""Signs that may follow the pointing words ("See DAT action plan (not us)"); more of them are an answer."""


class Target(StrEnum):
    """Where an answer points to."""

    ABOVE = "the row above"
    BELOW = "the row below"
    RECOMMENDATION = "recommendation"
    SUMMARY = "the summary"
    OTHER_PLAN = "action plan"


_LOOK = r"(?:see|please see|refer to|linked to)(?: the)?"
_PHRASES: tuple[tuple[Target, str], ...] = (
    (Target.ABOVE, rf"(?:as|as per|same as|{_LOOK})(?: the)? (?:above|previous)(?: action| recommendation| update)?"),
    (Target.ABOVE, r"ditto"),
    (Target.BELOW, rf"(?:as|{_LOOK}) below"),
    (
        Target.RECOMMENDATION,
        (
            rf"(?:as|as per|as for|covered (?:by|in|under)|{_LOOK}) (?:recommendations?|recs?|actions?|points?)"
            rf"\.? ?(?:no\.? ?)?(?P<number>\d+(?:\.\d+)*[a-z]?)(?: above| below)?"
        ),
    ),
    (Target.SUMMARY, rf"{_LOOK} summary(?: update| of update| above)?"),
    (Target.OTHER_PLAN, rf"(?:in|{_LOOK}) (?P<plan>[\w&' ]{{2,40}}?) (?:action plan|plan|return|update)"),
)
_WHOLE = tuple(
    (target, re.compile(rf"^{phrase}\b(?P<remark>[^.]{{0,{LONGEST_REMARK}}})\.?$")) for target, phrase in _PHRASES
)


def read_pointer(text: str) -> tuple[Target, str] | None:
    """Return where the whole of ``text`` points to, and the number or the name it gives; None for an answer."""
    folded = fold(text)
    for target, pattern in _WHOLE:
        if found := pattern.match(folded):
            named = found.groupdict()
            return target, named.get("number") or named.get("plan") or ""
    return None


def points_elsewhere(text: str) -> bool:
    """Return whether the whole of ``text`` only points to another answer."""
    return read_pointer(text) is not None

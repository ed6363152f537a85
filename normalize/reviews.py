"""Which case review a document is about, by the name boards give it: "Child F", "Adult B", "DHR 7"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.model import Finding, Level, Place
from normalize.text import fold, plain_typography

_NAME = re.compile(
    r"\b(?P<who>child(?:ren)?|adult|baby|young person|family|mr|mrs|ms|dhr|sar|scr|lcspr)\s+"
    r"(?P<which>[A-Z]{1,2}\d{0,2}|\d{1,3})\b",
    re.IGNORECASE,
)
_NUMBERED = frozenset({"dhr", "sar", "scr", "lcspr"})
"""Kinds of review that are told apart by numbers; persons are by capital letters ("the child is" names nobody)."""


def read_review(text: str) -> str:
    """Return the review a title names ("Child F"), as one form whatever its case; empty where it names none."""
    for found in _NAME.finditer(plain_typography(text)):
        who, which = found["who"], found["which"]
        if which.isupper() or (which.isdigit() and who.casefold() in _NUMBERED):
            return f"{who.upper() if who.casefold() in _NUMBERED else who.capitalize()} {which}"
    return ""


def is_other_review(named: str, board_review: str) -> bool:
    """Return whether a document names a review that is not the board's; False where either is not known."""
    own = read_review(board_review)
    return bool(named and own) and fold(named) != fold(own)


def tell_other_reviews(named: Iterable[str], board_review: str, place: Place) -> tuple[Finding, ...]:
    """Return a finding for each review that is not the board's, whose rows are not for this master list."""
    return tuple(
        Finding(
            Level.CHECK,
            "other-review",
            f"{place}: names {each}, and this board's review is {read_review(board_review)}. "
            "Check that it was meant for this board; its numbers are not taken as this list's.",
            place,
        )
        for each in dict.fromkeys(named)
        if is_other_review(each, board_review)
    )

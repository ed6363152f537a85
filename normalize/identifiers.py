"""The board's own ids as documents print them, and as they are compared ("POL-IMR-03", "ID 12")."""

from __future__ import annotations

import re

from normalize.references import read_numbers
from normalize.text import fold

_LEAD = re.compile(r"^id\b[\s:.]*(?=\w)")
"""What a form prints before an id that would otherwise read as a number."""
_CODED = re.compile(r"[a-z]+\s?[-/_]\s?\w*\d")
"""Figures behind letters and a sign: a code, and no number that anybody counts by."""
_FIGURE = re.compile(r"\d")
_SIGNS = re.compile(r"[\W_]+")
_CUT = re.compile(r"(?<=[-/._])\s+")
"""Where a narrow cell breaks an id over two lines."""


def print_id(id_: str) -> str:
    """Return an id as a form prints it; one that reads as a number is marked, so that nobody takes it for one."""
    return f"ID {id_}" if _is_number(fold(id_)) else id_


def fold_id(text: str) -> str:
    """Return an id as it is compared: its letters and figures alone, without the mark in front."""
    return _SIGNS.sub("", _LEAD.sub("", fold(text)))


def read_id(text: str) -> str:
    """Return the id that a cell for numbers holds, as ``fold_id`` does; empty where it holds numbers or other words.

    An id has a figure; a bare number may be the agency's own, so only one marked as an id counts.
    """
    joined = _CUT.sub("", fold(text))
    return fold_id(joined) if _FIGURE.search(joined) and not _is_number(joined) else ""


def read_ids(text: str) -> tuple[str, ...]:
    """Return the ids the cells for numbers of a row may hold, a cell a line: of all that stands there, and of each."""
    return tuple(dict.fromkeys(filter(None, map(read_id, (text, *text.split("\n"))))))


def is_code(text: str) -> bool:
    """Return whether ``text`` is, or holds, a code that nobody counts by ("HO-IMR-03")."""
    return bool(_CODED.search(fold(text)))


def _is_number(folded: str) -> bool:
    """Whether a text is a number, or several, and not a code."""
    if is_code(folded):
        return False
    return bool(read_numbers(folded)) or all(read_numbers(word) for word in folded.split())

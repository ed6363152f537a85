"""The board's own ids as documents print them, and as they are compared ("POL-IMR-03", "ID 12")."""

from __future__ import annotations

import re

from normalize.references import read_numbers
from normalize.text import fold

_LEAD = re.compile(r"^id\b[\s:.]*(?=\w)")
"""What a form prints before an id that would otherwise read as a number."""
_FIGURE = re.compile(r"\d")
_SIGNS = re.compile(r"[\W_]+")
_CUT = re.compile(r"(?<=[-/._])\s+")
"""Where a narrow cell breaks an id over two lines."""


def print_id(id_: str) -> str:
    """Return an id as a form prints it; one that reads as a number is marked, so that nobody takes it for one."""
    return f"ID {id_}" if read_numbers(id_) else id_


def fold_id(text: str) -> str:
    """Return an id as it is compared: its letters and figures alone, without the mark in front."""
    return _SIGNS.sub("", _LEAD.sub("", fold(text)))


def read_id(text: str) -> str:
    """Return the id that a cell for numbers holds, as ``fold_id`` does; empty where it holds numbers or other words.

    An id has a figure; a bare number may be the agency's own, so only one marked as an id counts.
    """
    joined = _CUT.sub("", fold(text))
    are_numbers = bool(read_numbers(joined)) or all(read_numbers(word) for word in joined.split())
    return fold_id(joined) if _FIGURE.search(joined) and not are_numbers else ""

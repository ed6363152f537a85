"""Text as a cell can hold it: nothing is taken for a formula, a number or an escape, and nothing is cut unsaid."""

from __future__ import annotations

import re

CELL_LIMIT = 32_767
"""Characters a cell can hold, counted in UTF-16 units as Excel does."""

ESCAPE_LOOKALIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""An underscore that would begin an escape (ECMA-376 Part 1, 22.9.2.19 ST_Xstring)."""

LINE_END = re.compile("\r\n?")
"""A cell breaks its lines with U+000A alone."""

UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold (2.2), and U+007F, which no program shows."""

CONTROL_PICTURES = 0x2400
"""Unicode has a visible sign for each control character, in their order from here."""
DELETE = "\x7f"
REPLACEMENT = "\ufffd"

ASTRAL = re.compile("[\U00010000-\U0010ffff]")

LIKE_A_FORMULA = ("=", "+", "-", "@", "'")
"""First characters by which Excel, on editing, takes text for something else."""


def writable(text: str) -> str:
    """Return ``text`` with line ends as U+000A, control characters as their visible signs, the rest unchanged."""
    return UNWRITABLE.sub(_visible, LINE_END.sub("\n", text))


def _visible(found: re.Match[str]) -> str:
    character = found[0]
    if character == DELETE:
        return chr(CONTROL_PICTURES + 0x21)
    return chr(CONTROL_PICTURES + ord(character)) if character < " " else REPLACEMENT


def escaped(text: str) -> str:
    """Return ``text`` so that Excel reads words such as "_x0041_" as they stand."""
    return ESCAPE_LOOKALIKE.sub("_x005F_", text)


def length(text: str) -> int:
    """Return how long Excel takes ``text`` to be."""
    return len(text) + len(ASTRAL.findall(text))


def fits(text: str) -> bool:
    """Tell whether a cell can hold ``text``."""
    return len(text) <= CELL_LIMIT and length(text) <= CELL_LIMIT


def first_part(text: str, limit: int = CELL_LIMIT) -> str:
    """Return as much of the beginning of ``text`` as ``limit`` units hold, no character cut in two."""
    part = text[:limit]
    surplus = length(part) - limit
    while surplus > 0:
        part = part[: -((surplus + 1) // 2)]
        surplus = length(part) - limit
    return part


def parts(text: str) -> tuple[str, ...]:
    """Return ``text`` in pieces a cell can hold each; joined they are the text."""
    found = []
    while text:
        found.append(first_part(text))
        text = text[len(found[-1]) :]
    return tuple(found)

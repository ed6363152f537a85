"""A list of boxes in a cell, one of them ticked: "\N{BALLOT BOX WITH X} Complete \N{BALLOT BOX} In progress"."""

from __future__ import annotations

import re

_BOX = re.compile("([\u2610-\u2612])")
_EMPTY = "\u2610"
FEWEST_BOXES = 2
"""One box alone answers the heading above it."""


def read_chosen(text: str) -> str:
    """Return the words beside the ticked boxes of a list; empty where none is; any other text as it is.

    The boxes stand before their words, or all behind them.
    """
    first, *parts = _BOX.split(text.strip())
    boxes, words = parts[::2], [each.strip() for each in parts[1::2]]
    if len(boxes) < FEWEST_BOXES:
        return text
    if first.strip():
        words = [first.strip(), *words[:-1]] if not words[-1] else words
    chosen = [word for box, word in zip(boxes, words, strict=True) if box != _EMPTY]
    return "\n".join(filter(None, chosen)) if all(words) else text

"""Characters drawn twice to look bold count once."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ingest.readers.pdf.page import Glyph

SHIFT = 0.12
"""Of the font size: as far as the second drawing is moved at most."""
OWN_WIDTH = 0.45
"""Of the character's width: nearer than any two letters that follow each other, the l of "all" included."""

AROUND = tuple(product((-1, 0, 1), repeat=2))
MOST_ON_A_LINE = 40
"""The same characters more often than this at one height: letters apart, which are looked at one by one."""


def drop_doubles(glyphs: Sequence[Glyph]) -> tuple[Glyph, ...]:
    """Return ``glyphs`` without those that repeat another at nearly the same place."""
    return _drop(glyphs) if _may_repeat(glyphs) else tuple(glyphs)


def _may_repeat(glyphs: Sequence[Glyph]) -> bool:
    """Whether any two with the same text begin so near each other, seen from the larger, that one may be a double.

    In the order of their texts and heights all that are near each other are neighbours, at most some steps apart.
    """
    numbers: dict[str, int] = {}
    text = np.array([numbers.setdefault(glyph.text, len(numbers)) for glyph in glyphs])
    left = np.array([glyph.box.x0 for glyph in glyphs])
    top = np.array([glyph.box.top for glyph in glyphs])
    reach = SHIFT * np.array([glyph.size for glyph in glyphs])
    if not np.isfinite(left + top + reach).all():
        return True
    order = np.lexsort((top, text))
    text, left, top, reach = text[order], left[order], top[order], reach[order]
    farthest = reach.max(initial=0.0)
    for step in range(1, min(MOST_ON_A_LINE, len(text))):
        is_level = (text[step:] == text[:-step]) & (top[step:] - top[:-step] <= farthest)
        if not is_level.any():
            return False
        near = np.maximum(reach[step:], reach[:-step])
        if (is_level & (np.abs(left[step:] - left[:-step]) <= near) & (top[step:] - top[:-step] <= near)).any():
            return True
    return len(text) >= MOST_ON_A_LINE


def _drop(glyphs: Sequence[Glyph]) -> tuple[Glyph, ...]:
    kept: list[Glyph] = []
    seen: dict[str, dict[tuple[int, int], list[Glyph]]] = {}
    for glyph in glyphs:
        step = max(1.0, SHIFT * glyph.size)
        column, row = round(glyph.box.x0 / step), round(glyph.box.top / step)
        alike = seen.setdefault(glyph.text, {})
        if alike and any(_is_double(glyph, other) for other in _near(alike, column, row)):
            continue
        alike.setdefault((column, row), []).append(glyph)
        kept.append(glyph)
    return tuple(kept)


def _near(alike: Mapping[tuple[int, int], list[Glyph]], column: int, row: int) -> list[Glyph]:
    found: list[Glyph] = []
    for across, down in AROUND:
        if others := alike.get((column + across, row + down)):
            found += others
    return found


def _is_double(glyph: Glyph, other: Glyph) -> bool:
    length = glyph.box.width if glyph.turn in {0, 180} else glyph.box.height
    most = min(SHIFT * glyph.size, OWN_WIDTH * length)
    across, down = abs(glyph.box.x0 - other.box.x0), abs(glyph.box.top - other.box.top)
    is_same_size = abs(glyph.size - other.size) < SHIFT * glyph.size
    return is_same_size and glyph.turn == other.turn and max(across, down) <= most

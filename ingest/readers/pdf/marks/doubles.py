"""Characters drawn twice to look bold count once."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import TypeAlias

    from numpy.typing import NDArray

    from ingest.readers.pdf.page import Glyph

    Numbers: TypeAlias = NDArray[np.float64]

SHIFT = 0.12
"""Of the font size: as far as the second drawing is moved at most."""
OWN_WIDTH = 0.45
"""Of the character's width: nearer than any two letters that follow each other, the l of "all" included."""

AROUND = tuple(product((-1, 0, 1), repeat=2))
UNEVEN = 1.5
"""Letters are of different widths: a part of a word begins by so many font sizes elsewhere than their number tells."""
MOST_PIECES = 4
"""What is drawn over each other is so near each other in the order of the line."""
MOST_ON_A_LINE = 40
"""The same characters more often than this at one height: letters apart, which are looked at one by one."""


@dataclass(frozen=True, slots=True)
class _Places:
    """Where some characters stand, in arrays of one length."""

    left: Numbers
    """Where each begins on its line."""
    top: Numbers
    """The height of its line; of turned ones as ``_place`` says."""
    right: Numbers
    size: Numbers


def drop_doubles(glyphs: Sequence[Glyph]) -> tuple[Glyph, ...]:
    """Return ``glyphs`` without those that repeat another, or a part of it, at nearly the same place."""
    places = _find_places(glyphs)
    if not _may_repeat(glyphs, places) and not _may_overlap(glyphs, places):
        return tuple(glyphs)
    once = _drop(glyphs)
    parts = _repeated_parts(once)
    return tuple(glyph for glyph in once if id(glyph) not in parts) if parts else once


def _find_places(glyphs: Sequence[Glyph]) -> _Places:
    if any(glyph.turn for glyph in glyphs):
        left, top = np.array([_place(glyph) for glyph in glyphs]).reshape(-1, 2).T
    else:
        left, top = np.array([glyph.box.x0 for glyph in glyphs]), np.array([glyph.baseline for glyph in glyphs])
    right, size = np.array([glyph.box.x1 for glyph in glyphs]), np.array([glyph.size for glyph in glyphs])
    return _Places(left, top, right, size)


def _repeated_parts(glyphs: Sequence[Glyph]) -> frozenset[int]:
    """Return which of ``glyphs``, several letters each, are drawn over a longer one that has the same letters there.

    Both drawings of a word are pieces of it, and may be cut at other letters.
    """
    several = [glyph for glyph in glyphs if _is_part(glyph)]
    several.sort(key=lambda glyph: (glyph.baseline, glyph.box.x0))
    found: set[int] = set()
    for step in range(1, MOST_PIECES):
        for left, right in zip(several, several[step:], strict=False):
            part, longer = sorted((left, right), key=lambda glyph: len(glyph.text))
            if _overlap(left, right) and len(part.text) < len(longer.text) and _lies_within(part, longer):
                found.add(id(part))
    return frozenset(found)


def _is_part(glyph: Glyph) -> bool:
    """Whether ``glyph`` is several letters, a part of an upright line."""
    return len(glyph.text) > 1 and not glyph.turn


def _may_overlap(glyphs: Sequence[Glyph], places: _Places) -> bool:
    """Whether any two of ``glyphs``, several letters each, overlap that follow each other on a line."""
    several = np.array([_is_part(glyph) for glyph in glyphs], np.bool_)
    left, baseline, right, size = (each[several] for each in (places.left, places.top, places.right, places.size))
    order = np.lexsort((left, baseline))
    baseline, left, right, size = baseline[order], left[order], right[order], size[order]
    shared = np.minimum(right[1:], right[:-1]) - np.maximum(left[1:], left[:-1])
    width = np.minimum((right - left)[1:], (right - left)[:-1])
    is_level = baseline[1:] - baseline[:-1] <= SHIFT * size[:-1]
    return bool((is_level & (shared > OWN_WIDTH * width)).any())


def _overlap(one: Glyph, other: Glyph) -> bool:
    shared = min(one.box.x1, other.box.x1) - max(one.box.x0, other.box.x0)
    return shared > OWN_WIDTH * min(one.box.width, other.box.width) and _is_level(one, other)


def _is_level(one: Glyph, other: Glyph) -> bool:
    reach = SHIFT * one.size
    return abs(one.baseline - other.baseline) <= reach and abs(one.size - other.size) < reach


def _lies_within(part: Glyph, longer: Glyph) -> bool:
    """Whether ``part`` lies where its letters stand in ``longer``, as far as their number tells."""
    before = longer.text.find(part.text)
    start = longer.box.x0 + before / len(longer.text) * longer.box.width
    reach = SHIFT * part.size
    is_inside = longer.box.x0 - reach <= part.box.x0 and part.box.x1 <= longer.box.x1 + reach
    return before >= 0 and is_inside and abs(part.box.x0 - start) <= UNEVEN * part.size


def _may_repeat(glyphs: Sequence[Glyph], places: _Places) -> bool:
    """Whether any two with the same text begin so near each other, seen from the larger, that one may be a double.

    In the order of their texts and heights all that are near each other are neighbours, at most some steps apart.
    """
    numbers: dict[str, int] = {}
    text = np.array([numbers.setdefault(glyph.text, len(numbers)) for glyph in glyphs])
    left, top, reach = places.left, places.top, SHIFT * places.size
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
        x, y = _place(glyph)
        column, row = round(x / step), round(y / step)
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
    (x, y), (left, top) = _place(glyph), _place(other)
    is_same_size = abs(glyph.size - other.size) < SHIFT * glyph.size
    return is_same_size and glyph.turn == other.turn and max(abs(x - left), abs(y - top)) <= most


def _place(glyph: Glyph) -> tuple[float, float]:
    """Return where ``glyph`` begins on its line; a font for outlines alone may tell another height of its letters."""
    match glyph.turn:
        case 0 | 180:
            return glyph.box.x0, glyph.baseline
        case 90 | 270:
            return glyph.baseline, glyph.box.top
        case _:
            return glyph.box.x0, glyph.box.top

"""Characters drawn twice to look bold count once."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from ingest.readers.pdf.page import ASKEW, along

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


def drop_doubles(glyphs: Sequence[Glyph]) -> tuple[Glyph, ...]:
    """Return ``glyphs`` without those that repeat another, or a part of it, at nearly the same place."""
    if not _may_overlap(glyphs):
        return tuple(glyphs)
    once = _drop(glyphs)
    parts = _repeated_parts(once)
    return tuple(glyph for glyph in once if id(glyph) not in parts) if parts else once


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


def _may_overlap(glyphs: Sequence[Glyph]) -> bool:
    """Whether any two of ``glyphs`` that follow each other on a line overlap, as a character and its double do.

    What may lie at one height counts as one line: then whatever is drawn over something else on it is also drawn over
    its neighbour.
    """
    left, right, across = _sides(glyphs)
    if not np.isfinite(left + right + across).all():
        return True
    farthest = SHIFT * max((glyph.size for glyph in glyphs), default=0.0)
    by_height = np.argsort(across, kind="stable")
    line = np.concatenate(([0], np.cumsum(np.diff(across[by_height]) > farthest)))[: len(across)]
    order = np.lexsort((left[by_height], line))
    line, left, right = line[order], left[by_height][order], right[by_height][order]
    shared = np.minimum(right[1:], right[:-1]) - left[1:]
    width = np.minimum((right - left)[1:], (right - left)[:-1])
    is_over = (shared > OWN_WIDTH * width) | (left[1:] == left[:-1])
    return bool((is_over & (line[1:] == line[:-1])).any())


def _sides(glyphs: Sequence[Glyph]) -> tuple[Numbers, Numbers, Numbers]:
    """Return where each of ``glyphs`` begins and ends on its line, and where that line lies."""
    if not any(glyph.turn for glyph in glyphs):
        left, right = [glyph.box.x0 for glyph in glyphs], [glyph.box.x1 for glyph in glyphs]
        return np.array(left), np.array(right), np.array([glyph.baseline for glyph in glyphs])
    left, right = np.array([along(glyph) for glyph in glyphs]).T
    across = [glyph.box.top if glyph.turn == ASKEW else glyph.baseline for glyph in glyphs]
    return left, right, np.array(across)


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

"""Characters drawn twice to look bold count once."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ingest.readers.pdf.page import Glyph

SHIFT = 0.12
"""Of the font size: as far as the second drawing is moved at most."""
OWN_WIDTH = 0.45
"""Of the character's width: nearer than any two letters that follow each other, the l of "all" included."""

AROUND = tuple(product((-1, 0, 1), repeat=2))


def drop_doubles(glyphs: Iterable[Glyph]) -> tuple[Glyph, ...]:
    """Return ``glyphs`` without those that repeat another at nearly the same place."""
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

"""Edges of columns that level rules show where their pieces meet: many programs draw the rule of each cell alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ingest.readers.pdf.text.gutters import is_over

if TYPE_CHECKING:
    from ingest.readers.pdf.half_ruled.level import Band

SAME_PLACE = 1.5
"""Pieces that end so near to each other, in points, end at one edge."""
MOSTLY = 0.6
"""Edges of columns show in so many of the rows; over the others cells are merged."""
FEWEST = 2
NARROWEST_DRAWN = 0.35
"""Words of two cells keep this much apart, in font sizes: their padding, and hardly a space is as wide."""


def find_drawn(bands: Sequence[Band]) -> tuple[float, ...]:
    """Return the edges of columns that the rules of ``bands``, which have words, show, from left to right."""
    places = _places(edge for band in bands for edge in band.edges)
    return tuple(place for place in places if _is_drawn(place, bands))


def _places(edges: Iterable[float]) -> list[float]:
    """Return ``edges`` in order, those that are one made one."""
    bundles: list[list[float]] = []
    for edge in sorted(edges):
        if not bundles or edge - bundles[-1][-1] > SAME_PLACE:
            bundles.append([])
        bundles[-1].append(edge)
    return [sum(bundle) / len(bundle) for bundle in bundles]


def _is_drawn(place: float, bands: Sequence[Band]) -> bool:
    """Whether most of ``bands`` show an edge at ``place``, and most have no words over it."""
    shown = sum(any(abs(edge - place) <= SAME_PLACE for edge in band.edges) for band in bands)
    clear = sum(not any(is_over(line, place, NARROWEST_DRAWN) for line in band.lines) for band in bands)
    return shown >= FEWEST and min(shown, clear) >= MOSTLY * len(bands)

"""Dashed and dotted rules in a picture: rows of short strokes with white above and below, which letters never have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from ingest.readers.scan.pages import DOTS_PER_INCH, Picture

Inked: TypeAlias = NDArray[np.bool_]

SHORTEST = DOTS_PER_INCH // 2
WIDEST_GAP = DOTS_PER_INCH // 10
"""Between two dashes; the same as in a PDF whose rules are drawn."""
THICKEST = 7
BESIDE = 6
"""A rule is thinner than this many dots, and has hardly any ink for so many more on either side."""
CLEAR = 0.15
"""Where more of what lies right beside it is inked, it is the top or the foot of a line of writing."""
FEWEST_DASHES = 4
INKED = 0.2
"""Dots on a dotted rule cover this part of it at least."""


def draw_dashed(ink: Picture) -> Picture:
    """Return a picture of the dashed and dotted rules in ``ink``, level and upright, each drawn solid."""
    drawn: Picture = cv2.bitwise_or(_draw_level(ink), np.ascontiguousarray(_draw_level(np.ascontiguousarray(ink.T)).T))
    return drawn


def _draw_level(ink: Picture) -> Picture:
    drawn: Picture = np.zeros_like(ink)
    for left, top, across, down in _find_runs(ink):
        dashes = _dashes(ink[top : top + down, left : left + across])
        if down <= THICKEST and _is_dashed(dashes) and _is_clear(ink, left, top, across, down):
            # A rule may end in a gap, just before the one that it meets.
            drawn[top : top + down, max(0, left - WIDEST_GAP) : left + across + WIDEST_GAP] = 255
    return drawn


def _find_runs(ink: Picture) -> Iterator[tuple[int, int, int, int]]:
    """Yield where thin strokes follow each other on one level: left, top, width and height."""
    around = cv2.boxFilter(ink // 255, cv2.CV_16S, (1, 2 * BESIDE + 1), normalize=False)
    thin = np.where((ink > 0) & (around <= THICKEST), 255, 0).astype(np.uint8)
    closed = cv2.morphologyEx(thin, cv2.MORPH_CLOSE, np.ones((1, WIDEST_GAP), np.uint8))
    runs = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((1, SHORTEST), np.uint8))
    _, _, areas, _ = cv2.connectedComponentsWithStats(runs, connectivity=8)
    for left, top, across, down, _area in areas[1:].tolist():
        yield left, top, across, down


def _dashes(strip: Picture) -> Inked:
    """Return where along a strip there is ink."""
    return np.asarray((strip > 0).any(axis=0))


def _is_dashed(dashes: Inked) -> bool:
    begun = int(np.count_nonzero(np.diff(dashes.astype(np.int8)) == 1))
    return begun >= FEWEST_DASHES and float(dashes.mean()) >= INKED


def _is_clear(ink: Picture, left: int, top: int, across: int, down: int) -> bool:
    """Whether there is hardly anything right above and below a run."""
    near, far = BESIDE // 2, 2 * BESIDE
    above, below = ink[max(0, top - far) : max(0, top - near)], ink[top + down + near : top + down + far]
    return all(_inked(side[:, left : left + across]) <= CLEAR for side in (above, below))


def _inked(area: Picture) -> float:
    return float((area > 0).mean()) if area.size else 0.0

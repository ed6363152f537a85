"""The ruled tables in a picture: cells are the white areas that rules close in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from ingest.chaining import chain
from ingest.readers.scan.dashes import draw_dashed
from ingest.readers.scan.pages import DOTS_PER_INCH, Picture

SHORTEST_LEVEL = DOTS_PER_INCH // 2
SHORTEST_UPRIGHT = DOTS_PER_INCH // 4
"""Longer than any stroke of a letter: a capital of 16 points is 32 dots high."""
GAP = 5
"""Dots by which a worn rule may be broken."""
UNBROKEN = DOTS_PER_INCH // 5
"""Somewhere a rule has no break for so long; letters, whose serifs nearly meet on a line of writing, are narrower."""
SMALLEST_CELL = DOTS_PER_INCH // 10
"""Half a line of text high, and wide."""
RECTANGULAR = 0.85
"""The part of its frame that a cell fills at least; what is left white around a table fills less."""
NEAR = DOTS_PER_INCH // 12
"""Rules of one edge lie within this of each other, rules of two edges do not."""
PAPER = 255
PAPER_BLOCK = 35
PAPER_LIGHT = 15
"""How much darker than the paper around it ink is, judged over a square somewhat larger than a letter."""


@dataclass(frozen=True, slots=True)
class Box:
    """An area of the page, in dots."""

    left: int
    top: int
    right: int
    bottom: int

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies in the area."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class RuledCell:
    """A cell with its place in the grid of its table, both counted from 1."""

    box: Box
    row: int
    col: int
    rowspan: int
    colspan: int


@dataclass(frozen=True, slots=True)
class RuledTable:
    """Cells that share their rules."""

    cells: tuple[RuledCell, ...]
    n_rows: int
    columns: tuple[float, ...]
    """Where its columns begin, and the last one ends."""

    @property
    def n_cols(self) -> int:
        """How many columns it has."""
        return len(self.columns) - 1

    @property
    def bottom(self) -> int:
        """Where the table ends."""
        return max(cell.box.bottom for cell in self.cells)

    @property
    def top(self) -> int:
        """Where the table begins."""
        return min(cell.box.top for cell in self.cells)


def find_tables(picture: Picture) -> tuple[RuledTable, ...]:
    """Return the ruled tables in ``picture``, from the top."""
    boxes = _find_boxes(_draw_rules(picture))
    groups = [group for group in chain(boxes, _touch) if len(group) > 1]
    return tuple(sorted((_make_table(group) for group in groups), key=lambda table: table.top))


def _draw_rules(picture: Picture) -> Picture:
    """Return a picture of the rules alone, as white on black."""
    ink = _find_ink(picture)
    level = _draw_level(ink)
    upright = cv2.morphologyEx(_close(ink, 1, GAP), cv2.MORPH_OPEN, np.ones((SHORTEST_UPRIGHT, 1), np.uint8))
    found = cv2.bitwise_or(cv2.bitwise_or(level, upright), draw_dashed(ink))
    # Rules end a little short of one another in a worn scan.
    rules: Picture = cv2.dilate(_close_sides(found), np.ones((GAP, GAP), np.uint8))
    return rules


def _close_sides(rules: Picture) -> Picture:
    """Return ``rules`` with the outer sides that a table does without, or that were too faint to see.

    A table has an upright rule between its columns; the axis of a chart stands at its side.
    """
    uprights = cv2.morphologyEx(rules, cv2.MORPH_OPEN, np.ones((SHORTEST_UPRIGHT, 1), np.uint8))
    _, _, areas, _ = cv2.connectedComponentsWithStats(_close(rules, GAP, GAP), connectivity=8)
    closed = rules.copy()
    for left, top, across, down, _area in areas[1:].tolist():
        standing = uprights[top : top + down, left : left + across]
        if not standing[:, NEAR:-NEAR].any() or across < SHORTEST_LEVEL:
            continue
        closed[top : top + down, left + _most_inked(standing[:, :NEAR])] = PAPER
        closed[top : top + down, left + across - 1 - _most_inked(standing[:, : -NEAR - 1 : -1])] = PAPER
    return closed


def _most_inked(side: Picture) -> int:
    """Return how far in from the side of a table, of which columns of dots are given, its rule stands; 0 for none."""
    return int(np.argmax((side > 0).sum(axis=0)))


def _draw_level(ink: Picture) -> Picture:
    """Return the level rules: long runs of ink with short breaks, unlike writing unbroken somewhere."""
    runs = cv2.morphologyEx(_close(ink, GAP, 1), cv2.MORPH_OPEN, np.ones((1, SHORTEST_LEVEL), np.uint8))
    unbroken = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, UNBROKEN), np.uint8))
    count, which = cv2.connectedComponents(runs, connectivity=8)
    is_rule = np.zeros(count, dtype=np.uint8)
    is_rule[np.unique(which[(unbroken > 0) & (runs > 0)])] = PAPER
    level: Picture = is_rule[which]
    return level


def without_dashes(picture: Picture) -> Picture:
    """Return ``picture`` without its dashed and dotted rules, whose strokes look like letters."""
    dashed = cv2.dilate(draw_dashed(_find_ink(picture)), np.ones((GAP, GAP), np.uint8))
    return np.where(dashed > 0, np.uint8(PAPER), picture)


def _find_ink(picture: Picture) -> Picture:
    ink: Picture = cv2.adaptiveThreshold(
        picture, PAPER, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, PAPER_BLOCK, PAPER_LIGHT
    )
    return ink


def _close(ink: Picture, width: int, height: int) -> Picture:
    closed: Picture = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((height, width), np.uint8))
    return closed


def _find_boxes(rules: Picture) -> list[Box]:
    height, width = rules.shape[:2]
    _, _, areas, _ = cv2.connectedComponentsWithStats(255 - rules, connectivity=4)
    boxes = []
    for left, top, across, down, area in areas[1:].tolist():
        touches_edge = left == 0 or top == 0 or left + across >= width or top + down >= height
        if touches_edge or min(across, down) < SMALLEST_CELL or area < RECTANGULAR * across * down:
            continue
        boxes.append(Box(left, top, left + across, top + down))
    return boxes


def _touch(one: Box, other: Box) -> bool:
    return (
        one.left <= other.right + NEAR
        and other.left <= one.right + NEAR
        and one.top <= other.bottom + NEAR
        and other.top <= one.bottom + NEAR
    )


def _make_table(boxes: Sequence[Box]) -> RuledTable:
    columns = _edges(edge for box in boxes for edge in (box.left, box.right))
    lines = _edges(edge for box in boxes for edge in (box.top, box.bottom))
    cells = [_place(box, columns, lines) for box in boxes]
    cells.sort(key=lambda cell: (cell.row, cell.col))
    return RuledTable(tuple(cells), len(lines) - 1, tuple(columns))


def _edges(positions: Iterable[int]) -> list[float]:
    """Return where the rules of a table lie; both sides of a rule count as one."""
    clusters: list[list[int]] = []
    for position in sorted(positions):
        if clusters and position - clusters[-1][-1] <= NEAR:
            clusters[-1].append(position)
        else:
            clusters.append([position])
    return [sum(cluster) / len(cluster) for cluster in clusters]


def _place(box: Box, columns: Sequence[float], lines: Sequence[float]) -> RuledCell:
    left, right = _nearest(columns, box.left), _nearest(columns, box.right)
    top, bottom = _nearest(lines, box.top), _nearest(lines, box.bottom)
    return RuledCell(box, top + 1, left + 1, rowspan=max(1, bottom - top), colspan=max(1, right - left))


def _nearest(edges: Sequence[float], position: int) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - position))

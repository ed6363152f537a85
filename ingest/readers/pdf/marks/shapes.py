"""Paths as they are drawn to rules and fills, whichever engine gave them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from ingest.readers.pdf.page import Box, Fill, Rule

Point: TypeAlias = tuple[float, float]

THIN = 3.2
"""A painted bar up to this thick is a rule; Word's thickest usual border is 3 points."""
LARGEST_DOT = 12.0
"""A bullet before type of 20 points is hardly larger."""
LEVEL = 1.0
"""A stroke that rises less than this over its whole length counts as level."""
FEWEST_CORNERS = 3
"""What has fewer is a line and has no area to paint."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One unbroken path on the page as shown, and how it is painted."""

    sides: tuple[tuple[Point, Point], ...]
    """Its straight pieces, of which there is one at least."""
    is_curved: bool
    is_rectangle: bool
    fill: str | None
    """The colour of its area; None where it is not painted."""
    stroke: str | None
    is_stroked: bool
    width: float
    """How thick its stroke is."""
    is_shaded: bool = False
    """Whether its area is painted in a pattern."""


@dataclass(frozen=True, slots=True)
class Shapes:
    """What the paths of a page come to."""

    lying: list[Rule] = field(default_factory=list)
    standing: list[Rule] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    dots: list[Box] = field(default_factory=list)
    """What is drawn with curves alone and no larger than a bullet."""


def add_outline(outline: Outline, shapes: Shapes) -> None:
    """Put what ``outline`` comes to into ``shapes``: a filled bar or a thin straight stroke is a rule."""
    corners = {corner for side in outline.sides for corner in side}
    xs, ys = [x for x, _y in corners], [y for _x, y in corners]
    box = Box(min(xs), min(ys), max(xs), max(ys))
    if outline.fill is not None and len(corners) >= FEWEST_CORNERS and _is_upright(outline):
        _add_area(box, outline.fill, shapes)
    is_bar = outline.is_rectangle and outline.fill is not None and min(box.width, box.height) <= THIN
    if outline.is_stroked and not is_bar:
        for ends in outline.sides:
            _add_stroke(ends, outline.width, outline.stroke, shapes)


def add_dot(box: Box, shapes: Shapes) -> None:
    """Put a curved path that lies in ``box`` into ``shapes`` if it may be a bullet."""
    if max(box.width, box.height) <= LARGEST_DOT:
        shapes.dots.append(box)


def _is_upright(outline: Outline) -> bool:
    """Whether every side of a filled shape runs along an axis, so that its box is its area."""
    return not outline.is_curved and all(
        abs(x0 - x1) < LEVEL or abs(y0 - y1) < LEVEL for (x0, y0), (x1, y1) in outline.sides
    )


def _add_stroke(ends: tuple[Point, Point], width: float, color: str | None, shapes: Shapes) -> None:
    (x0, y0), (x1, y1) = ends
    is_lying, is_standing = abs(y1 - y0) <= LEVEL < abs(x1 - x0), abs(x1 - x0) <= LEVEL < abs(y1 - y0)
    if not (is_lying or is_standing):
        return
    box = Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    if width > THIN:
        half = width / 2
        across, down = (0.0, half) if is_lying else (half, 0.0)
        grown = Box(box.x0 - across, box.top - down, box.x1 + across, box.bottom + down)
        shapes.fills.extend([Fill(grown, color)] if color is not None else [])
    elif is_lying:
        shapes.lying.append(Rule((y0 + y1) / 2, box.x0, box.x1, width, color))
    else:
        shapes.standing.append(Rule((x0 + x1) / 2, box.top, box.bottom, width, color))


def _add_area(box: Box, color: str, shapes: Shapes) -> None:
    """Add a painted area: a bar is a rule, a dot of a dotted line is a piece of one either way, the rest is a fill."""
    if box.width > THIN and box.height > THIN:
        shapes.fills.append(Fill(box, color))
        return
    if box.height <= THIN:
        shapes.lying.append(Rule((box.top + box.bottom) / 2, box.x0, box.x1, box.height, color))
    if box.width <= THIN:
        shapes.standing.append(Rule((box.x0 + box.x1) / 2, box.top, box.bottom, box.width, color))

"""Turns one page as pdfplumber gives it into a ``Page``: the only module that knows pdfplumber's objects."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ingest.readers.pdf.annotations import read_annotations
from ingest.readers.pdf.colors import write_color
from ingest.readers.pdf.doubles import drop_doubles
from ingest.readers.pdf.letters import plain_letters
from ingest.readers.pdf.page import ASKEW, Box, Fill, Glyph, Page, Picture, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeAlias

    from pdfplumber.page import Page as PlumberPage

    Drawn: TypeAlias = dict[str, Any]


THIN = 3.2
"""A painted bar up to this thick is a rule; Word's thickest usual border is 3 points."""
LEVEL = 1.0
"""A stroke that rises less than this over its whole length counts as level."""
UPRIGHT_WITHIN = 10.0
"""Degrees by which a line of text may lean and still count as straight."""


@dataclass(frozen=True, slots=True)
class _Shapes:
    """What the paths of a page come to."""

    lying: list[Rule]
    standing: list[Rule]
    fills: list[Fill]


def draw_page(source: PlumberPage) -> Page:
    """Return ``source`` as a ``Page``, its top left corner at (0, 0)."""
    objects = source.objects
    left, top = source.mediabox[0], source.mediabox[1]
    glyphs = drop_doubles(_draw_glyph(drawn, source) for drawn in objects.get("char", ()))
    shapes = _Shapes([], [], [])
    for kind in ("rect", "curve", "line"):
        for drawn in objects.get(kind, ()):
            _draw_shape(drawn, kind, shapes, (left, top))
    notes = read_annotations(source.page_obj, float(source.width), float(source.height))
    return Page(
        number=source.page_number,
        width=float(source.width),
        height=float(source.height),
        glyphs=glyphs,
        lying=tuple(shapes.lying),
        standing=tuple(shapes.standing),
        fills=tuple(shapes.fills),
        pictures=tuple(
            Picture(_box_of(drawn, (left, top)), str(drawn.get("name") or "picture"))
            for drawn in objects.get("image", ())
        ),
        links=notes.links,
        remarks=notes.remarks,
        entries=notes.entries,
        struck=notes.struck,
    )


def _box_of(drawn: Drawn, corner: tuple[float, float]) -> Box:
    left, top = corner
    return Box(
        float(drawn["x0"]) - left, float(drawn["top"]) - top, float(drawn["x1"]) - left, float(drawn["bottom"]) - top
    )


def _draw_glyph(drawn: Drawn, source: PlumberPage) -> Glyph:
    a, b, _c, _d, x, y = drawn["matrix"]
    turn = _turn_of(a, b)
    return Glyph(
        text=plain_letters(drawn["text"]),
        box=_box_of(drawn, (source.mediabox[0], source.mediabox[1])),
        baseline=float(x) if turn in {90, 270} else float(source.height) - float(y),
        size=float(drawn["size"]) if turn in {0, 180} else float(drawn["width"]),
        font=str(drawn["fontname"]),
        color=write_color(drawn.get("non_stroking_color")),
        turn=turn,
    )


def _turn_of(a: float, b: float) -> int:
    """Return by how much text with this matrix is turned clockwise (ISO 32000-1, 8.3.3)."""
    degrees = -math.degrees(math.atan2(b, a)) % 360
    quarter = round(degrees / 90) * 90
    return quarter % 360 if abs(degrees - quarter) <= UPRIGHT_WITHIN else ASKEW


def _draw_shape(drawn: Drawn, kind: str, shapes: _Shapes, corner: tuple[float, float]) -> None:
    box = _box_of(drawn, corner)
    is_filled, is_stroked = bool(drawn.get("fill")), bool(drawn.get("stroke"))
    fill = write_color(drawn.get("non_stroking_color"))
    stroke, width = write_color(drawn.get("stroking_color")), float(drawn.get("linewidth") or 0)
    if is_filled and kind != "line" and fill is not None and _is_upright(drawn):
        _add_area(box, fill, shapes)
    if is_stroked and not (kind == "rect" and is_filled and min(box.width, box.height) <= THIN):
        for start, end in _segments(drawn):
            _add_stroke((start, end), width, stroke, shapes, corner)


def _is_upright(drawn: Drawn) -> bool:
    """Whether every side of a filled shape runs along an axis, so that its box is its area."""
    return all(abs(x0 - x1) < LEVEL or abs(y0 - y1) < LEVEL for (x0, y0), (x1, y1) in _segments(drawn)) and not any(
        step[0] in {"c", "v", "y"} for step in drawn.get("path") or ()
    )


def _segments(drawn: Drawn) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Yield the straight sides of a path as drawn, its closing side included."""
    path = drawn.get("path") or ()
    here = first = None
    for step in path:
        target = first if step[0] == "h" else step[-1]
        if step[0] in {"l", "h"} and here is not None and target is not None:
            yield here, target
        if step[0] == "m":
            first = target
        here = target


def _add_stroke(
    ends: tuple[tuple[float, float], tuple[float, float]],
    width: float,
    color: str | None,
    shapes: _Shapes,
    corner: tuple[float, float],
) -> None:
    (x0, y0), (x1, y1) = ((x - corner[0], y - corner[1]) for x, y in ends)
    is_lying, is_standing = abs(y1 - y0) <= LEVEL < abs(x1 - x0), abs(x1 - x0) <= LEVEL < abs(y1 - y0)
    box = Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    if is_lying and width <= THIN:
        shapes.lying.append(Rule((y0 + y1) / 2, box.x0, box.x1, width, color))
    elif is_standing and width <= THIN:
        shapes.standing.append(Rule((x0 + x1) / 2, box.top, box.bottom, width, color))
    elif (is_lying or is_standing) and color is not None:
        half = width / 2
        grown = (
            Box(box.x0, box.top - half, box.x1, box.bottom + half)
            if is_lying
            else Box(box.x0 - half, box.top, box.x1 + half, box.bottom)
        )
        shapes.fills.append(Fill(grown, color))


def _add_area(box: Box, color: str, shapes: _Shapes) -> None:
    """Add a painted area: a bar is a rule, a dot of a dotted line is a piece of one either way, the rest is a fill."""
    if box.width > THIN and box.height > THIN:
        shapes.fills.append(Fill(box, color))
        return
    if box.height <= THIN:
        shapes.lying.append(Rule((box.top + box.bottom) / 2, box.x0, box.x1, box.height, color))
    if box.width <= THIN:
        shapes.standing.append(Rule((box.x0 + box.x1) / 2, box.top, box.bottom, box.width, color))

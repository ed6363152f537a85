"""Turns one page as pdfplumber gives it into a ``Page``: the only module that knows pdfplumber's objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ingest.readers.pdf.engine.gaps import fill_gaps
from ingest.readers.pdf.marks.annotations import read_annotations
from ingest.readers.pdf.marks.bitmap_fonts import letters_of_bitmap_fonts
from ingest.readers.pdf.marks.colors import write_color
from ingest.readers.pdf.marks.doubles import drop_doubles
from ingest.readers.pdf.marks.letters import plain_letters
from ingest.readers.pdf.marks.shapes import Outline, Shapes, add_dot, add_outline
from ingest.readers.pdf.page import Box, Glyph, Page, Picture, turn_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import TypeAlias

    from pdfplumber.page import Page as PlumberPage

    from ingest.readers.pdf.engine.source import SourcePage
    from ingest.readers.pdf.marks.shapes import Point

    Drawn: TypeAlias = dict[str, Any]

CURVES = frozenset({"c", "v", "y"})
"""The operators that draw curves (ISO 32000-1, 8.5.2.2)."""


def draw_page(source: SourcePage) -> Page:
    """Return ``source`` as a ``Page``, its top left corner at (0, 0)."""
    with source.drawn() as drawn:
        return _draw_page(drawn)


def _draw_page(source: PlumberPage) -> Page:
    fill_gaps(source.page_obj, source.pdf.rsrcmgr)
    objects = source.objects
    left, top = source.mediabox[0], source.mediabox[1]
    known = letters_of_bitmap_fonts(source.page_obj)
    glyphs = drop_doubles([_draw_glyph(drawn, source, known) for drawn in objects.get("char", ())])
    shapes = Shapes()
    for kind in ("rect", "curve", "line"):
        for drawn in objects.get(kind, ()):
            outline = _draw_outline(drawn, kind, (left, top))
            if outline is not None:
                add_outline(outline, shapes)
            if _begins_curved(drawn) and (drawn.get("fill") or drawn.get("stroke")):
                add_dot(_box_of(drawn, (left, top)), shapes)
    notes = read_annotations(source.page_obj, float(source.width), float(source.height))
    return Page(
        number=source.page_number,
        width=float(source.width),
        height=float(source.height),
        glyphs=glyphs,
        lying=tuple(shapes.lying),
        standing=tuple(shapes.standing),
        fills=tuple(shapes.fills),
        dots=tuple(shapes.dots),
        pictures=tuple(
            Picture(_box_of(drawn, (left, top)), f"picture {number}")
            for number, drawn in enumerate(objects.get("image", ()), start=1)
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


def _draw_glyph(drawn: Drawn, source: PlumberPage, known: Mapping[str, str]) -> Glyph:
    a, b, _c, _d, x, y = drawn["matrix"]
    turn = turn_of(a, -b)
    return Glyph(
        text=known.get(drawn["text"]) or plain_letters(drawn["text"]),
        box=_box_of(drawn, (source.mediabox[0], source.mediabox[1])),
        baseline=float(x) if turn in {90, 270} else float(source.height) - float(y),
        size=float(drawn["size"]) if turn in {0, 180} else float(drawn["width"]),
        font=str(drawn["fontname"]),
        color=write_color(drawn.get("non_stroking_color")),
        turn=turn,
    )


def _draw_outline(drawn: Drawn, kind: str, corner: tuple[float, float]) -> Outline | None:
    left, top = corner
    sides = tuple(((x0 - left, y0 - top), (x1 - left, y1 - top)) for (x0, y0), (x1, y1) in _segments(drawn))
    if not sides:
        return None
    return Outline(
        sides=sides,
        is_curved=any(step[0] in CURVES for step in drawn.get("path") or ()),
        is_rectangle=kind == "rect",
        fill=write_color(drawn.get("non_stroking_color")) if drawn.get("fill") else None,
        stroke=write_color(drawn.get("stroking_color")),
        is_stroked=bool(drawn.get("stroke")),
        width=float(drawn.get("linewidth") or 0),
    )


def _begins_curved(drawn: Drawn) -> bool:
    """Whether a path begins with a curve, as round ones do."""
    return [step[0] in CURVES for step in drawn.get("path") or ()][1:2] == [True]


def _segments(drawn: Drawn) -> Iterator[tuple[Point, Point]]:
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

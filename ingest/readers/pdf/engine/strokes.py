"""Everything painted on a page but its text, as PDFium gives it: paths, pictures and the forms that hold them."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.readers.pdf.engine import pdfium
from ingest.readers.pdf.engine.clipping import clip_box, clipped, common
from ingest.readers.pdf.marks.shapes import THIN, Outline, Shapes, add_dot, add_outline
from ingest.readers.pdf.page import SHADED, Box, Fill, Picture

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TypeAlias

    from ingest.readers.pdf.engine.layers import DrawnForm
    from ingest.readers.pdf.engine.pdfium import Matrix
    from ingest.readers.pdf.marks.shapes import Point

    _Sides: TypeAlias = tuple[tuple[Point, Point], ...]

TEXT, PATH, IMAGE, SHADING, FORM = 1, 2, 3, 4, 5
LINE, BEZIER, MOVE = 0, 1, 2
"""The engine's numbers for kinds of objects and of pieces of paths."""
DEEPEST = 12
"""Forms nested deeper than this hold one another."""
CORNERS, LEVELS = 4, 2
"""A rectangle's corners, and on how many heights they lie."""


@dataclass(slots=True)
class Painted:
    """What is painted on a page."""

    shapes: Shapes = field(default_factory=Shapes)
    pictures: list[Picture] = field(default_factory=list)
    off: list[int] = field(default_factory=list)
    """The text objects in forms that do not show, by their addresses."""
    texts: dict[int, int] = field(default_factory=dict)
    """The text objects that stand in no form, by their addresses, and how many of ``covers`` came before each."""
    covers: list[Box] = field(default_factory=list)
    """The areas painted so that nothing below them shows."""
    has_shades: bool = False
    """Whether anything is painted in a pattern, whose colours are not known."""


def read_painted(page: int, frame: Matrix, forms: Sequence[DrawnForm] = ()) -> Painted:
    """Return what is painted on ``page``; ``frame`` says how it lies, ``forms`` which of its forms show, if any do not.

    Where these are not as many as the engine finds, all are taken to show.
    """
    painted = Painted()
    _add_objects([pdfium.object_on_page(page, at) for at in range(pdfium.count_on_page(page))], frame, painted, forms)
    return painted


def _add_objects(
    objects: Sequence[int], frame: Matrix, painted: Painted, forms: Sequence[DrawnForm], depth: int = DEEPEST
) -> None:
    drawn_forms = [drawn for drawn in objects if pdfium.object_type(drawn) == FORM] if forms else []
    told = dict(zip(drawn_forms, forms, strict=True)) if len(drawn_forms) == len(forms) else {}
    for drawn in objects:
        form = told.get(drawn)
        if form is not None and form.is_hidden:
            painted.off.extend(_texts_in(drawn, depth))
        else:
            _add_object(drawn, frame, painted, depth, form.forms if form else ())


def _texts_in(form: int, depth: int) -> Iterator[int]:
    for number in range(pdfium.count_in_form(form) if depth else 0):
        drawn = pdfium.object_in_form(form, number)
        kind = pdfium.object_type(drawn)
        if kind == TEXT:
            yield drawn
        elif kind == FORM:
            yield from _texts_in(drawn, depth - 1)


def _add_object(drawn: int, frame: Matrix, painted: Painted, depth: int, forms: Sequence[DrawnForm]) -> None:
    kind = pdfium.object_type(drawn)
    if kind == PATH:
        _add_path(drawn, frame, painted, is_on_page=depth == DEEPEST)
    elif kind == IMAGE:
        bounds = pdfium.read_bounds(drawn)
        if bounds is not None:
            painted.pictures.append(Picture(_box_of(bounds, frame), f"picture {len(painted.pictures) + 1}"))
    elif kind == TEXT and depth == DEEPEST:
        painted.texts[drawn] = len(painted.covers)
    elif kind == SHADING:
        _add_shade(drawn, frame, painted)
    elif kind == FORM and depth:
        inner = pdfium.then(pdfium.read_object_matrix(drawn), frame)
        objects = [pdfium.object_in_form(drawn, at) for at in range(pdfium.count_in_form(drawn))]
        _add_objects(objects, inner, painted, forms, depth - 1)


def _add_path(drawn: int, frame: Matrix, painted: Painted, *, is_on_page: bool) -> None:
    before = len(painted.shapes.fills)
    is_shaded = False
    for outline in _outlines(drawn, frame):
        add_outline(outline, painted.shapes)
        is_shaded = is_shaded or outline.is_shaded
    if _begins_curved(drawn):
        bounds = pdfium.read_bounds(drawn)
        if bounds is not None:
            add_dot(_box_of(bounds, frame), painted.shapes)
    clip = clip_box(drawn, frame) if len(painted.shapes.fills) > before else None
    if clip is not None:
        painted.shapes.fills[before:] = clipped(painted.shapes.fills[before:], clip)
    after = painted.shapes.fills[before:]
    if after and is_on_page and not pdfium.is_see_through(drawn) and _is_whole(drawn):
        painted.covers.extend(fill.box for fill in after)
    if is_shaded:
        _add_shade(drawn, frame, painted)


def _add_shade(drawn: int, frame: Matrix, painted: Painted) -> None:
    """Add what is painted in a pattern, as far as it is not clipped; nothing where it cannot be seen at all."""
    painted.has_shades = True
    bounds = pdfium.read_bounds(drawn)
    if bounds is None or pdfium.is_see_through(drawn):
        return
    box, clip = _box_of(bounds, frame), clip_box(drawn, frame)
    shown = common(box, clip) if clip is not None else box
    if min(shown.width, shown.height) > THIN:
        painted.shapes.fills.append(Fill(shown, SHADED))


def _begins_curved(drawn: int) -> bool:
    """Whether a path begins with a curve, as round ones do, and paints anything."""
    is_curve = pdfium.count_segments(drawn) > 1 and pdfium.segment_type(pdfium.path_segment(drawn, 1)) == BEZIER
    return is_curve and any(pdfium.read_draw_mode(drawn))


def _is_whole(drawn: int) -> bool:
    """Whether nothing is clipped off an object."""
    return bool(pdfium.count_clips(pdfium.clip_of(drawn)) <= 0)


def _box_of(bounds: tuple[float, float, float, float], frame: Matrix) -> Box:
    left, bottom, right, top = bounds
    corners = [pdfium.place(corner, frame) for corner in ((left, bottom), (left, top), (right, bottom), (right, top))]
    xs, ys = [x for x, _y in corners], [y for _x, y in corners]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _outlines(path: int, frame: Matrix) -> Iterator[Outline]:
    """Yield the unbroken paths of one path object, placed and painted."""
    is_filled, is_stroked = pdfium.read_draw_mode(path)
    if not (is_filled or is_stroked):
        return
    matrix = pdfium.then(pdfium.read_object_matrix(path), frame)
    a, b, c, d, _e, _f = matrix
    width = pdfium.read_number(pdfium.stroke_width, path) * math.sqrt(abs(a * d - b * c)) if is_stroked else 0.0
    fill = pdfium.read_color(pdfium.fill_color, path) if is_filled else None
    stroke = pdfium.read_color(pdfium.stroke_color, path) if is_stroked else None
    for sides, is_curved in _pieces(path, matrix):
        yield Outline(
            sides=sides,
            is_curved=is_curved,
            is_rectangle=not is_curved and _is_rectangle(sides),
            fill=fill,
            stroke=stroke,
            is_stroked=stroke is not None,
            width=width,
            is_shaded=is_filled and fill is None,
        )


def _is_rectangle(sides: _Sides) -> bool:
    corners = {corner for side in sides for corner in side}
    return len(corners) == CORNERS and len({x for x, _y in corners}) == len({y for _x, y in corners}) == LEVELS


def _pieces(path: int, matrix: Matrix) -> Iterator[tuple[_Sides, bool]]:
    """Yield the straight sides of each unbroken piece of a path, and whether it has curves as well."""
    sides: list[tuple[Point, Point]] = []
    first = here = (0.0, 0.0)
    is_curved = False
    for number in range(pdfium.count_segments(path)):
        segment = pdfium.path_segment(path, number)
        kind = pdfium.segment_type(segment)
        target = pdfium.place(pdfium.read_point(segment), matrix)
        if kind == MOVE:
            if sides:
                yield tuple(sides), is_curved
            sides, is_curved, first = [], False, target
        elif kind == LINE:
            sides.append((here, target))
        is_curved = is_curved or kind == BEZIER
        here = target
        if pdfium.segment_closes(segment) and here != first:
            sides.append((here, first))
    if sides:
        yield tuple(sides), is_curved

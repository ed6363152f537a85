"""PDFium's functions for drawings and structure, and how each is called; ``many`` has those for characters."""

from __future__ import annotations

import ctypes
from ctypes import c_float, c_int, c_uint, c_void_p
from typing import TYPE_CHECKING, TypeAlias

import pypdfium2.raw as engine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
"""Six numbers that place what is drawn (ISO 32000-1, 8.3.3)."""
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
LONGEST_TYPE, UTF_16 = 64, 2
"""Bytes kept for the name of a structure type, and the length of a character in it."""


def bind(function: object, result: object, *arguments: object) -> Callable[..., Any]:
    """Return a function of the engine that takes plain numbers for its pointers.

    One whose ``arguments`` are not named passes on what it is given unlooked at: pointers and whole numbers.
    """
    address = ctypes.cast(function, c_void_p).value  # type: ignore[arg-type]  # a function pointer is one
    prototype = ctypes.PYFUNCTYPE(result, *arguments)  # type: ignore[arg-type]  # the result type is chosen by name
    return prototype(address)  # type: ignore[arg-type]  # as above


lacks_letter = bind(engine.FPDFText_HasUnicodeMapError, c_int, c_void_p, c_int)
font_name = bind(engine.FPDFFont_GetBaseFontName, ctypes.c_size_t, c_void_p, c_void_p, ctypes.c_size_t)
font_descent = bind(engine.FPDFFont_GetDescent, c_int, c_void_p, c_float, c_void_p)
object_type = bind(engine.FPDFPageObj_GetType, c_int, c_void_p)
object_matrix = bind(engine.FPDFPageObj_GetMatrix, c_int, c_void_p, c_void_p)
object_bounds = bind(engine.FPDFPageObj_GetBounds, c_int, c_void_p, *(c_void_p,) * 4)
fill_color = bind(engine.FPDFPageObj_GetFillColor, c_int, c_void_p, *(c_void_p,) * 4)
stroke_color = bind(engine.FPDFPageObj_GetStrokeColor, c_int, c_void_p, *(c_void_p,) * 4)
stroke_width = bind(engine.FPDFPageObj_GetStrokeWidth, c_int, c_void_p, c_void_p)
is_see_through = bind(engine.FPDFPageObj_HasTransparency, c_int, c_void_p)
clip_of = bind(engine.FPDFPageObj_GetClipPath, c_void_p, c_void_p)
count_clips = bind(engine.FPDFClipPath_CountPaths, c_int, c_void_p)
count_in_clip = bind(engine.FPDFClipPath_CountPathSegments, c_int, c_void_p, c_int)
clip_segment = bind(engine.FPDFClipPath_GetPathSegment, c_void_p, c_void_p, c_int, c_int)
count_marks = bind(engine.FPDFPageObj_CountMarks, c_int, c_void_p)
mark_of = bind(engine.FPDFPageObj_GetMark, c_void_p, c_void_p, ctypes.c_ulong)
mark_text = bind(
    engine.FPDFPageObjMark_GetParamStringValue,
    c_int,
    c_void_p,
    ctypes.c_char_p,
    c_void_p,
    ctypes.c_ulong,
    c_void_p,
)
draw_mode = bind(engine.FPDFPath_GetDrawMode, c_int, c_void_p, c_void_p, c_void_p)
count_segments = bind(engine.FPDFPath_CountSegments, c_int, c_void_p)
path_segment = bind(engine.FPDFPath_GetPathSegment, c_void_p, c_void_p, c_int)
segment_point = bind(engine.FPDFPathSegment_GetPoint, c_int, c_void_p, c_void_p, c_void_p)
segment_type = bind(engine.FPDFPathSegment_GetType, c_int, c_void_p)
segment_closes = bind(engine.FPDFPathSegment_GetClose, c_int, c_void_p)
count_in_form = bind(engine.FPDFFormObj_CountObjects, c_int, c_void_p)
object_in_form = bind(engine.FPDFFormObj_GetObject, c_void_p, c_void_p, ctypes.c_ulong)
count_on_page = bind(engine.FPDFPage_CountObjects, c_int, c_void_p)
object_on_page = bind(engine.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
mark_id_of = bind(engine.FPDFPageObj_GetMarkedContentID, c_int, c_void_p)
count_roots = bind(engine.FPDF_StructTree_CountChildren, c_int, c_void_p)
root_at = bind(engine.FPDF_StructTree_GetChildAtIndex, c_void_p, c_void_p, c_int)
count_children = bind(engine.FPDF_StructElement_CountChildren, c_int, c_void_p)
child_at = bind(engine.FPDF_StructElement_GetChildAtIndex, c_void_p, c_void_p, c_int)
mark_id_at = bind(engine.FPDF_StructElement_GetChildMarkedContentID, c_int, c_void_p, c_int)
element_type = bind(engine.FPDF_StructElement_GetType, ctypes.c_ulong, c_void_p, c_void_p, ctypes.c_ulong)
count_attributes = bind(engine.FPDF_StructElement_GetAttributeCount, c_int, c_void_p)
attribute_at = bind(engine.FPDF_StructElement_GetAttributeAtIndex, c_void_p, c_void_p, c_int)
attribute_value = bind(engine.FPDF_StructElement_Attr_GetValue, c_void_p, c_void_p, ctypes.c_char_p)
value_number = bind(engine.FPDF_StructElement_Attr_GetNumberValue, c_int, c_void_p, c_void_p)


def address_of(handle: object) -> int:
    """Return a handle of ``pypdfium2`` as the plain number the functions here take."""
    return ctypes.cast(handle, c_void_p).value or 0  # type: ignore[arg-type]  # a handle is a pointer


def read_object_matrix(drawn: int) -> Matrix:
    """Return the matrix of a path, picture or form within what holds it."""
    values = (c_float * 6)()
    if not object_matrix(drawn, ctypes.addressof(values)):
        return IDENTITY
    return tuple(values)


def read_bounds(drawn: int) -> tuple[float, float, float, float] | None:
    """Return left, bottom, right and top of an object within what holds it."""
    values = (c_float * 4)()
    start = ctypes.addressof(values)
    return tuple(values) if object_bounds(drawn, *(start + 4 * at for at in range(4))) else None


def read_color(function: Callable[..., Any], drawn: int) -> str | None:
    """Return the colour ``function`` gives for an object as "#RRGGBB", as it shows on white; None where it has none."""
    values = (c_uint * 4)()
    start = ctypes.addressof(values)
    return write_shown(*values) if function(drawn, *(start + 4 * at for at in range(4))) else None


def write_shown(red: int, green: int, blue: int, alpha: int) -> str | None:
    """Return a colour as "#RRGGBB", as it shows on white; None where nothing shows."""
    if alpha == 0:
        return None
    shown = (255 - (255 - value) * alpha // 255 for value in (red, green, blue))
    return "#" + "".join(f"{value:02X}" for value in shown)


def read_number(function: Callable[..., Any], *arguments: object) -> float:
    """Return the one number ``function`` fills in; 0 where it cannot."""
    value = c_float()
    function(*arguments, ctypes.addressof(value))
    return float(value.value)


def read_font_name(font: int) -> str:
    """Return the name of a font as the document calls it."""
    length = font_name(font, None, 0)
    buffer = ctypes.create_string_buffer(max(1, length))
    font_name(font, ctypes.addressof(buffer), length)
    return buffer.value.decode("utf-8", "replace")


def read_type(element: int) -> str:
    """Return the standard type of a structure element ("TR"), custom names already mapped (ISO 32000-1, 14.8.4)."""
    buffer = ctypes.create_string_buffer(LONGEST_TYPE)
    length = element_type(element, ctypes.addressof(buffer), LONGEST_TYPE)
    return buffer.raw[: length - UTF_16].decode("utf-16-le") if UTF_16 < length <= LONGEST_TYPE else ""


def read_attribute(element: int, name: bytes, missing: float) -> float:
    """Return the number a structure element has for the attribute ``name``, ``missing`` where it has none."""
    for number in range(count_attributes(element)):
        value = attribute_value(attribute_at(element, number), name)
        if value:
            return read_number(value_number, value)
    return missing


def read_replacement(drawn: int, most: int) -> str | None:
    """Return the words a document gives in place of what is drawn (ISO 32000-1, 14.9.4), at least the first ``most``.

    None comes of it where it gives none. The engine takes the bytes of the string for UTF-8, so that letters written in
    UTF-16 (7.9.2.2), as nearly all are, come with a zero before each.
    """
    given = next(_mark_texts(drawn, b"ActualText", UTF_16 * most), None)
    return given and (given.replace("\0", "") or given)


def read_layers(drawn: int) -> Iterator[str]:
    """Yield the names of the layers that an object is on (ISO 32000-1, 8.11.3.2)."""
    return _mark_texts(drawn, b"Name", LONGEST_TYPE)


def _mark_texts(drawn: int, key: bytes, most: int) -> Iterator[str]:
    """Yield what the marks of an object say under ``key``, as far as ``most`` characters and one more."""
    buffer, length = ctypes.create_string_buffer(UTF_16 * (most + 1)), ctypes.c_ulong()
    start = ctypes.addressof(buffer)
    for number in range(count_marks(drawn)):
        mark = mark_of(drawn, number)
        if mark_text(mark, key, start, len(buffer), ctypes.addressof(length)):
            shown = buffer.raw if length.value > len(buffer) else buffer.raw[: max(0, length.value - UTF_16)]
            yield shown.decode("utf-16-le", "replace")


def read_draw_mode(path: int) -> tuple[bool, bool]:
    """Return whether a path is filled, and whether it is stroked."""
    values = (c_int * 2)()
    start = ctypes.addressof(values)
    draw_mode(path, start, start + 4)
    return values[0] != 0, values[1] != 0


def read_point(segment: int) -> tuple[float, float]:
    """Return where a piece of a path ends, before the path's matrix is applied."""
    values = (c_float * 2)()
    start = ctypes.addressof(values)
    segment_point(segment, start, start + 4)
    return values[0], values[1]


def then(first: Matrix, second: Matrix) -> Matrix:
    """Return the matrix that does ``first`` and then ``second`` (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def inverse(matrix: Matrix) -> Matrix | None:
    """Return the matrix that undoes ``matrix``; None where it leaves no area to bring back."""
    a, b, c, d, e, f = matrix
    area = a * d - b * c
    if not area:
        return None
    return d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area


def place(point: tuple[float, float], matrix: Matrix) -> tuple[float, float]:
    """Return ``point`` where ``matrix`` puts it."""
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f

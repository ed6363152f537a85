"""PDFium's functions for characters and text objects, called for all those of a page at once.

``pypdfium2`` gives them one at a time, each call through several layers of Python. Here ``map`` calls them for a whole
page, and what they fill in lands in arrays. They are given their pointers ready made: to turn a plain number into one
takes longer than the call itself.
"""

from __future__ import annotations

from collections import deque
from ctypes import c_int, c_size_t, c_uint, c_void_p
from dataclasses import dataclass
from itertools import repeat
from threading import local
from typing import TYPE_CHECKING, Any

import numpy as np
import pypdfium2.raw as engine

from ingest.readers.pdf.engine.pdfium import bind, count_marks, fill_color

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    from numpy.typing import NDArray

    Numbers: TypeAlias = NDArray[np.float64]
    Counts: TypeAlias = NDArray[np.int64]
    Color: TypeAlias = tuple[int, int, int, int]
    Slant: TypeAlias = tuple[float, float, float, float]
    """The first four numbers of a matrix (ISO 32000-1, 8.3.3)."""

AT_ONCE = 256
"""So many are asked about in one go; to make room for more would take longer than a short page takes to read."""
STRIDE = 16
"""Every so manieth character is asked for its text object, which has about as many."""
RIGHT_TO_LEFT = ((0x0590, 0x08FF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFF), (0x10800, 0x1EFFF))
"""The first and last codes of what is written from right to left (Unicode 15, blocks of the bidirectional class R)."""
NO_LETTER = 0xFFFE
"""The engine's own codes begin here."""
SURROGATES = (0xD800, 0xDFFF)
"""Two of these stand for one character."""

text_object = bind(engine.FPDFText_GetTextObject, c_size_t)
unicode_of = bind(engine.FPDFText_GetUnicode, c_uint)
text_of = bind(engine.FPDFText_GetText, c_int)
loose_box = bind(engine.FPDFText_GetLooseCharBox, c_int)
char_origin = bind(engine.FPDFText_GetCharOrigin, c_int)
char_matrix = bind(engine.FPDFText_GetMatrix, c_int)
font_of = bind(engine.FPDFTextObj_GetFont, c_size_t)
font_size = bind(engine.FPDFTextObj_GetFontSize, c_int)
render_mode = bind(engine.FPDFTextObj_GetTextRenderMode, c_int)


@dataclass(frozen=True, slots=True)
class Letters:
    """The characters of a page in the order they were drawn, as arrays of one length."""

    codes: Counts
    objects: Counts
    """Which text object each belongs to, as its address."""
    boxes: Numbers
    """Left, top, right and bottom of each on the unturned page, counted upwards."""
    places: Counts
    """Its place among the text page's characters."""


@dataclass(frozen=True, slots=True)
class TextObjects:
    """What the engine says of some text objects, in sequences of one length."""

    fonts: Sequence[int]
    """As their addresses."""
    sizes: Sequence[float]
    slants: Sequence[Slant]
    """How the first character of each is stretched and turned, all forms around it taken in."""
    starts: Sequence[tuple[float, float]]
    """Where that matrix puts the first character."""
    colors: Sequence[Color | None]
    """Red, green, blue and how much shows of it; None for a pattern."""
    modes: Sequence[int]
    """How they are drawn (ISO 32000-1, 9.3.6)."""
    marks: Sequence[int]
    """How many marks each has (14.6)."""


class _Room(local):
    """Rows for a function to fill in, with the pointers it takes; made once, and for each thread its own."""

    def __init__(self, kind: type, columns: int, pointers: int) -> None:
        self.rows: NDArray[Any] = np.zeros((AT_ONCE, columns), kind)
        start, (step, width) = self.rows.ctypes.data, self.rows.strides
        self.pointers = [
            [c_void_p(start + step * row + width * column) for row in range(AT_ONCE)] for column in range(pointers)
        ]


_BOXES = _Room(np.float32, columns=4, pointers=1)
_POINTS = _Room(np.float64, columns=2, pointers=2)
_MATRICES = _Room(np.float32, columns=6, pointers=1)
_SIZES = _Room(np.float32, columns=1, pointers=1)
_COLORS = _Room(np.uint32, columns=4, pointers=4)


def read_letters(textpage: int, count: int) -> Letters:
    """Return the ``count`` characters of ``textpage``, without those the engine made up for spaces and line ends."""
    page = c_void_p(textpage)
    codes = _read_codes(page, count)
    objects = _read_objects(page, codes)
    boxes = _fill(loose_box, page, range(count), _BOXES)
    drawn = np.flatnonzero(objects)
    return Letters(codes[drawn], objects[drawn], boxes[drawn], drawn)


def _read_objects(page: c_void_p, codes: Counts) -> Counts:
    """Return the address of each character's text object, 0 for those made up.

    A text object's characters stand together, unless writing from right to left mixes them. So some are asked about,
    with each that may be made up and its neighbours, and what lies between two of one object is of that object.
    """
    if any(((codes >= first) & (codes <= last)).any() for first, last in RIGHT_TO_LEFT):
        return _ask_objects(page, np.arange(len(codes)))
    may_be_made_up = (codes <= ord(" ")) | (codes >= NO_LETTER)
    is_asked = may_be_made_up.copy()
    is_asked[:-1] |= may_be_made_up[1:]
    is_asked[1:] |= may_be_made_up[:-1]
    is_asked[::STRIDE] = is_asked[-1:] = True
    asked = np.flatnonzero(is_asked)
    found = _ask_objects(page, asked)
    lengths = np.diff(asked, append=len(codes))
    objects = np.repeat(found, lengths)
    is_between_two = np.repeat(np.append(found[1:] != found[:-1], False), lengths)
    between = np.flatnonzero(is_between_two & ~is_asked)
    objects[between] = _ask_objects(page, between)
    return objects


def _ask_objects(page: c_void_p, places: Counts) -> Counts:
    return np.fromiter(map(text_object, repeat(page), places.tolist()), np.int64, len(places))


def _read_codes(page: c_void_p, count: int) -> Counts:
    """Return the code of each character: from the page's text, unless that leaves some out or takes two for one."""
    text = np.zeros(count + 1, np.uint16)
    length = text_of(page, 0, count, c_void_p(text.ctypes.data))
    codes: Counts = text[:count].astype(np.int64)
    if length == len(text) and not ((codes >= SURROGATES[0]) & (codes <= SURROGATES[1])).any():
        return codes
    return np.fromiter(map(unicode_of, repeat(page), range(count)), np.int64, count)


def read_origins(textpage: int, places: Counts) -> Numbers:
    """Return where each of the characters at ``places`` starts on its baseline, a row for each."""
    return _fill(char_origin, c_void_p(textpage), places.tolist(), _POINTS)


def read_text_objects(textpage: int, objects: Counts, firsts: Counts) -> TextObjects:
    """Return what there is to say of ``objects``, given by their addresses; ``firsts`` are their first characters."""
    drawn = [c_void_p(address) for address in objects.tolist()]
    matrices = _fill(char_matrix, c_void_p(textpage), firsts.tolist(), _MATRICES)
    colors, has_color = _fill_each(fill_color, drawn, _COLORS)
    sizes, has_size = _fill_each(font_size, drawn, _SIZES)
    return TextObjects(
        fonts=list(map(font_of, drawn)),
        sizes=[size if known else 0.0 for (size,), known in zip(sizes, has_size, strict=True)],
        slants=list(map(tuple, matrices[:, :4].tolist())),
        starts=list(map(tuple, matrices[:, 4:].tolist())),
        colors=[tuple(color) if known else None for color, known in zip(colors, has_color, strict=True)],
        modes=list(map(render_mode, drawn)),
        marks=list(map(count_marks, drawn)),
    )


def _fill(function: Callable[..., Any], page: c_void_p, places: Sequence[int], room: _Room) -> Numbers:
    """Return what ``function`` fills in for the characters at ``places``, a row for each."""
    filled = np.zeros((len(places), room.rows.shape[1]), np.float64)
    for start in range(0, len(places), AT_ONCE):
        taken = places[start : start + AT_ONCE]
        room.rows[:] = 0
        deque(map(function, repeat(page), taken, *room.pointers), maxlen=0)
        filled[start : start + AT_ONCE] = room.rows[: len(taken)]
    return filled


def _fill_each(
    function: Callable[..., Any], drawn: Sequence[c_void_p], room: _Room
) -> tuple[list[list[Any]], list[bool]]:
    """Return what ``function`` fills in for each of the objects ``drawn``, a row for each, and whether it could."""
    rows: list[list[Any]] = []
    could: list[bool] = []
    for start in range(0, len(drawn), AT_ONCE):
        taken = drawn[start : start + AT_ONCE]
        could.extend(map(bool, map(function, taken, *room.pointers)))
        rows.extend(room.rows[: len(taken)].tolist())
    return rows, could

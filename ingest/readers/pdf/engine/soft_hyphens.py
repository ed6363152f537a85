"""Hyphens that a font calls soft (U+00AD) but that are drawn: within a line each is a hyphen like any other.

Fonts often have one glyph for both, and some programs write the soft one's code for it. A soft hyphen that is not drawn
only says where a word may be broken (Unicode 15, 23.2); at a line's end it says where one was.
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING

import pypdfium2.raw as engine

from ingest.readers.pdf.engine.pdfium import bind
from ingest.readers.pdf.marks.letters import SOFT_HYPHEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.readers.pdf.engine.many import Counts
    from ingest.readers.pdf.engine.text_style import TextStyle

THIN = 0.25
"""The stroke of a hyphen is thinner, in font sizes; the room left for one that is not drawn is as high as a letter."""
SIDEWAYS = frozenset({90, 270})

_ink_of = bind(engine.FPDFText_GetCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, *(ctypes.c_void_p,) * 4)


def write_drawn_hyphens(text: str, places: Counts, styles: Sequence[TextStyle], style_of: Counts, page: int) -> str:
    """Return ``text``, the characters at ``places`` of the text page ``page``, with "-" for each hyphen drawn.

    ``style_of`` says which of ``styles`` each character has.
    """
    written = list(text)
    at = text.find(SOFT_HYPHEN)
    while at >= 0:
        if _is_followed(text, at, styles, style_of) and _is_drawn(page, int(places[at]), styles[style_of[at]]):
            written[at] = "-"
        at = text.find(SOFT_HYPHEN, at + 1)
    return "".join(written)


def _is_followed(text: str, at: int, styles: Sequence[TextStyle], style_of: Counts) -> bool:
    """Whether a letter stands on the same line behind the character ``at``."""
    after = at + 1
    if after == len(text) or text[after].isspace():
        return False
    return bool(styles[style_of[after]].baseline == styles[style_of[at]].baseline)


def _is_drawn(page: int, place: int, style: TextStyle) -> bool:
    """Whether what is drawn for a character is a thin stroke along its line."""
    sides = (ctypes.c_double * 4)()
    start = ctypes.addressof(sides)
    if not _ink_of(page, place, *(start + ctypes.sizeof(ctypes.c_double) * side for side in range(4))):
        return False
    left, right, bottom, top = sides
    thick = right - left if style.type.turn in SIDEWAYS else top - bottom
    return bool(0 < thick < THIN * style.type.size)

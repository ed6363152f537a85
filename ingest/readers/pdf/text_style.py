"""What all characters of a text object have in common: font, size, colour, line, and what the document says of them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.readers.pdf import pdfium
from ingest.readers.pdf.page import INVISIBLE, turn_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ingest.readers.pdf.page import Tag
    from ingest.readers.pdf.pdfium import Matrix
    from ingest.readers.pdf.shapes import Point

USUAL_DESCENT = -0.2
LOWEST_DESCENT = -0.5
"""How far letters reach below the baseline, in font sizes, where the font says nothing that can be."""
UNSEEN_MODE = 3
"""Text drawn neither filled nor stroked (ISO 32000-1, 9.3.6)."""
NEVER_COVERED = 1 << 30
"""Of text in forms it is not known what is painted later."""
WIDEST_LETTER = 1.2
"""A letter is no wider than this, in font sizes."""
LONGEST_LIGATURE = 3
"""More letters than this drawn in one place stand for something else: the engine does not know where each is."""


class OddTextError(Exception):
    """The engine cannot say which letters are on the page or where they stand; another has to be asked."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """What all characters of a text object have in common."""

    font: str
    size: float
    color: str | None
    baseline: float
    descent: float
    turn: int
    tag: Tag | None
    layer: int


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of text objects, by their addresses."""

    tags: Mapping[int, Tag]
    layers: Mapping[int, int]
    """How many covering areas were painted before each."""
    off: frozenset[str]
    """The names of the layers of the document that do not show."""


def read_text_style(
    drawn: int, matrix: Matrix, origin: Point, fonts: dict[int, tuple[str, float]], known: Known
) -> TextStyle:
    """Return what is common to the characters of the text object ``drawn``, the first of which stands at ``origin``."""
    a, b, c, d, _e, _f = matrix
    turn = turn_of(a, b)
    x, y = origin
    font = pdfium.font_of(drawn) or 0
    if font not in fonts:
        fonts[font] = pdfium.read_font_name(font), _descent(font)
    name, descent = fonts[font]
    size = pdfium.read_number(pdfium.font_size, drawn) * math.hypot(c, d)
    if size <= 0 or _says_otherwise(drawn, size):
        raise OddTextError
    color = pdfium.read_color(pdfium.fill_color, drawn)
    line = round(x if turn in {90, 270} else y, 4)
    tag, layer = known.tags.get(drawn), _layer(drawn, known)
    return TextStyle(name, round(size, 4), color, line, -descent * size, turn, tag, layer)


def _layer(drawn: int, known: Known) -> int:
    is_off = known.off and any(name in known.off for name in pdfium.read_layers(drawn))
    if is_off or pdfium.render_mode(drawn) == UNSEEN_MODE:
        return INVISIBLE
    return known.layers.get(drawn, NEVER_COVERED)


def _descent(font: int) -> float:
    descent = pdfium.read_number(pdfium.font_descent, font, 1.0)
    return descent if LOWEST_DESCENT <= descent < 0 else USUAL_DESCENT


def _says_otherwise(drawn: int, size: float) -> bool:
    """Whether the document gives other words for what is drawn (ISO 32000-1, 14.9.4), and not just those of a ligature.

    The engine gives the words in place of the letters; what is drawn counts.
    """
    given = pdfium.read_replacement(drawn, LONGEST_LIGATURE)
    if given is None:
        return False
    bounds = pdfium.read_bounds(drawn)
    width = bounds[2] - bounds[0] if bounds else 0.0
    return not 0 < len(given) <= LONGEST_LIGATURE or width > WIDEST_LETTER * len(given) * size

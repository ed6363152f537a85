"""What all characters of a text object have in common: font, size, colour, line, and what the document says of them."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.readers.pdf.engine import many, pdfium
from ingest.readers.pdf.page import INVISIBLE, SWITCHED_OFF, turn_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ingest.readers.pdf.engine.many import Color, Counts, Slant
    from ingest.readers.pdf.engine.pdfium import Matrix
    from ingest.readers.pdf.page import Tag

USUAL_DESCENT = -0.2
LOWEST_DESCENT = -0.5
"""How far letters reach below the baseline, in font sizes, where the font says nothing that can be."""
UNSEEN_MODE = 3
"""Text drawn neither filled nor stroked (ISO 32000-1, 9.3.6)."""
NEVER_COVERED = 1 << 30
"""Of text in forms it is not known what is painted later."""
WIDEST_LETTER = 1.2
"""A letter is no wider than this, in font sizes."""
ONE_PLACE = 0.5
"""Points; places nearer than this are one."""
LONGEST_LIGATURE = 3
"""More letters than this drawn in one place stand for something else: the engine does not know where each is."""


class OddTextError(Exception):
    """The engine cannot say which letters are on the page or where they stand; another has to be asked."""


@dataclass(frozen=True, slots=True)
class Type:
    """What text objects of one look have in common; how far a font reaches down is no part of the look."""

    font: str
    size: float
    color: str | None
    turn: int
    under: float = field(compare=False)
    """How far it reaches below its baseline."""
    is_unseen: bool = field(compare=False)


# Not frozen, though nobody changes one: a frozen one takes three times as long to make, and there are very many.
@dataclass(slots=True)
class TextStyle:
    """What all characters of a text object have in common."""

    type: Type
    baseline: float
    tag: Tag | None
    layer: int
    moved: Matrix | None = None
    """How its characters get from where the engine puts them to where they are drawn; None where they stay."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of text objects, by their addresses."""

    tags: Mapping[int, Tag]
    layers: Mapping[int, int]
    """How many covering areas were painted before each; ``SWITCHED_OFF`` for those in a form that does not show."""
    off: frozenset[str]
    """The names of the layers of the document that do not show."""


def read_text_styles(textpage: int, objects: Counts, firsts: Counts, frame: Matrix, known: Known) -> list[TextStyle]:
    """Return what is common to the characters of each of the text ``objects``; ``firsts`` are the first of them.

    Raises ``OddTextError`` where one has no size, or the document gives other words for it.
    """
    said = many.read_text_objects(textpage, objects, firsts)
    places = many.read_origins(textpage, firsts).tolist()
    types: dict[tuple[object, ...], Type] = {}
    styles: list[TextStyle] = []
    looks = zip(said.fonts, said.sizes, said.slants, said.colors, said.modes, strict=True)
    each = zip(looks, objects.tolist(), said.marks, places, said.starts, strict=True)
    for look, drawn, marks, place, start in each:
        shown = types.get(look)
        if shown is None:
            types[look] = shown = _read_type(*look, frame)
        if marks and _says_otherwise(drawn, shown.size):
            raise OddTextError
        moved = _find_move(drawn, place, (*look[2], *start)) if marks else None
        x, y = pdfium.place(start if moved else place, frame)
        line = round(x if shown.turn in {90, 270} else y, 4)
        is_off = marks and known.off and any(name in known.off for name in pdfium.read_layers(drawn))
        layer = INVISIBLE if shown.is_unseen else known.layers.get(drawn, NEVER_COVERED)
        layer = SWITCHED_OFF if is_off else layer
        styles.append(TextStyle(shown, line, known.tags.get(drawn), layer, moved))
    return styles


def _read_type(font: int, size: float, slant: Slant, color: Color | None, mode: int, frame: Matrix) -> Type:
    a, b, c, d, _e, _f = pdfium.then((*slant, 0.0, 0.0), frame)
    shown = size * math.hypot(c, d)
    if shown <= 0:
        raise OddTextError
    return Type(
        font=pdfium.read_font_name(font),
        size=round(shown, 4),
        color=pdfium.write_shown(*color) if color else None,
        under=-_descent(font) * shown,
        turn=turn_of(a, b),
        is_unseen=mode == UNSEEN_MODE,
    )


def _descent(font: int) -> float:
    descent = pdfium.read_number(pdfium.font_descent, font, 1.0)
    return descent if LOWEST_DESCENT <= descent < 0 else USUAL_DESCENT


def _find_move(drawn: int, place: Sequence[float], matrix: Matrix) -> Matrix | None:
    """Return how far the engine puts ``drawn`` from where its ``matrix`` does; None where its ``place`` is right.

    The engine knows where letters in a form are, except those that the document gives for a ligature: these it places
    as if the form stood by itself (ISO 32000-1, 8.10.1).
    """
    if math.dist(place, matrix[4:]) <= ONE_PLACE:
        return None
    own = pdfium.read_object_matrix(drawn)
    if math.dist(place, own[4:]) > ONE_PLACE or pdfium.read_replacement(drawn, LONGEST_LIGATURE) is None:
        return None
    back = pdfium.inverse(own)
    return pdfium.then(back, matrix) if back else None


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

"""The characters of a page laid out on the page as shown, in arrays of one length."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ingest.readers.pdf.engine import pdfium
from ingest.readers.pdf.engine.framing import turn_boxes
from ingest.readers.pdf.engine.soft_hyphens import write_drawn_hyphens
from ingest.readers.pdf.engine.text_style import read_text_styles
from ingest.readers.pdf.marks.letters import SOFT_HYPHEN

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ingest.readers.pdf.engine.many import Counts, Letters, Numbers
    from ingest.readers.pdf.engine.pdfium import Matrix
    from ingest.readers.pdf.engine.text_style import Known, TextStyle, Type


@dataclass(frozen=True, slots=True)
class Row:
    """The characters of a page on the page as shown, in arrays of one length, and the styles they point to."""

    text: str
    """One letter for each."""
    boxes: Numbers
    sizes: Numbers
    is_space: NDArray[np.bool_]
    style_of: Counts
    styles: list[TextStyle]
    is_doubled: Counts
    """1 where a character stands exactly where the one before it does: a ligature taken apart."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """Which characters are the same letter in the same type."""

    number_of: Counts
    """One number for those of a kind."""
    firsts: Counts
    """The first character of each kind."""


def lay_out(letters: Letters, textpage: int, frame: Matrix, known: Known) -> Row:
    """Return the characters of ``textpage`` on the page as shown; ``frame`` says how it lies."""
    is_next = letters.objects[1:] != letters.objects[:-1]
    changes = np.concatenate(([0], np.flatnonzero(is_next) + 1))
    objects, firsts, number_of = np.unique(letters.objects[changes], return_index=True, return_inverse=True)
    styles = read_text_styles(textpage, objects, letters.places[changes[firsts]], frame, known)
    style_of = number_of.reshape(-1)[np.concatenate(([0], np.cumsum(is_next)))]
    is_same = (letters.boxes[1:] == letters.boxes[:-1]).all(axis=1) & ~is_next
    boxes = turn_boxes(letters.boxes, frame)
    for number, style in enumerate(styles):
        if style.moved:
            boxes[style_of == number] = turn_boxes(letters.boxes[style_of == number], pdfium.then(style.moved, frame))
    text = letters.codes.astype("<u4").tobytes().decode("utf-32-le", "replace")
    if SOFT_HYPHEN in text:
        text = write_drawn_hyphens(text, letters.places, styles, style_of, textpage)
    return Row(
        text=text,
        boxes=boxes,
        sizes=np.array([style.type.size for style in styles])[style_of],
        is_space=np.isin(letters.codes, [ord(letter) for letter in set(text) if letter.isspace()]),
        style_of=style_of,
        styles=styles,
        is_doubled=np.concatenate(([0], is_same)).astype(np.int64),
    )


def find_kinds(row: Row, letters: Letters) -> Kinds:
    """Return the kinds of characters in ``row``, of which the engine gave ``letters``."""
    types: dict[Type, int] = {}
    numbers = np.array([types.setdefault(style.type, len(types)) for style in row.styles])
    number_of = numbers[row.style_of] * (letters.codes.max() + 1) + letters.codes
    # A place in a table for every kind there might be: to sort the characters would take longer.
    first_of = np.full(number_of.max() + 1, -1)
    first_of[number_of[::-1]] = np.arange(len(number_of))[::-1]
    return Kinds(number_of, first_of[first_of >= 0])

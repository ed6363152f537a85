"""The characters of a page as PDFium gives them, those that follow each other without a gap put together.

A page has some thousands of characters and some hundreds of words: what is done for each character is done here for
all at once, and the rest of the package sees whole words, or pieces of them where letters stand apart.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from ingest.readers.pdf.engine import many, pdfium
from ingest.readers.pdf.engine.row import find_kinds, lay_out
from ingest.readers.pdf.engine.rule_ends import RuleEnds, end_within
from ingest.readers.pdf.engine.runs import find_runs, needless_spaces
from ingest.readers.pdf.engine.text_style import LONGEST_LIGATURE, OddTextError
from ingest.readers.pdf.marks.letters import UNKNOWN, letters_of_swapped, plain_letters
from ingest.readers.pdf.page import ASKEW, Box, Glyph

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ingest.readers.pdf.engine.many import Letters
    from ingest.readers.pdf.engine.pdfium import Matrix
    from ingest.readers.pdf.engine.row import Kinds, Row
    from ingest.readers.pdf.engine.runs import Runs
    from ingest.readers.pdf.engine.text_style import Known, TextStyle
    from ingest.readers.pdf.page import Rule

HYPHENS = frozenset({0x02, 0xFFFE})
"""What the engine writes for a hyphen at a line's end."""
HYPHEN = "-"


def read_glyphs(
    textpage: int, count: int, frame: Matrix, rules: tuple[Sequence[Rule], Sequence[Rule]], known: Known
) -> tuple[tuple[Glyph, ...], int]:
    """Return the characters of ``textpage``, ``count`` with those made up, and how many were drawn.

    ``frame`` says how the page lies, ``rules`` are those of it that lie and those that stand. A run in which a lying
    rule ends is given letter by letter: that rule may strike out half a word.
    Raises ``OddTextError`` where the engine does not know what is written or where.
    """
    letters = many.read_letters(textpage, count)
    if not len(letters.codes):
        return (), 0
    row = lay_out(letters, textpage, frame, known)
    kinds = find_kinds(row, letters)
    _check_letters(row, letters, textpage, kinds)
    table = {ord(letter): plain for letter in set(row.text) if (plain := _plain(letter)) != letter}
    table |= letters_of_swapped(row.text)

    lying, standing = rules
    runs = find_runs(row, letters, kinds, standing, (textpage, frame))
    return tuple(_write_glyphs(row, runs, RuleEnds(lying), table)), len(letters.codes)


@cache
def _plain(letter: str) -> str:
    return HYPHEN if ord(letter) in HYPHENS else plain_letters(letter)


def _check_letters(row: Row, letters: Letters, textpage: int, kinds: Kinds) -> None:
    """Raise ``OddTextError`` if a character's letter is unknown, or more letters than a ligature has share a place."""
    for first in kinds.firsts.tolist():
        letter = row.text[first]
        is_hyphen = letters.codes[first] in HYPHENS
        if not is_hyphen and (_plain(letter) == UNKNOWN or pdfium.lacks_letter(textpage, int(letters.places[first]))):
            raise OddTextError
    run = np.convolve(row.is_doubled, np.ones(LONGEST_LIGATURE, np.int64))
    if (run >= LONGEST_LIGATURE).any():
        raise OddTextError


def _write_glyphs(row: Row, runs: Runs, ends: RuleEnds, table: Mapping[int, str]) -> list[Glyph]:
    glyphs: list[Glyph] = []
    crossing = [ends.through(style.baseline, style.type.size) for style in row.styles]
    edges = pairwise([*runs.starts.tolist(), len(row.text)])
    of_runs = row.style_of[runs.starts].tolist()
    needless = needless_spaces(row)[runs.starts].tolist()
    for (start, stop), number, left, right, is_needless in zip(
        edges, of_runs, runs.lefts, runs.rights, needless, strict=True
    ):
        if is_needless:
            continue
        style, through = row.styles[number], crossing[number]
        drawn = style.type
        if drawn.turn or (through and stop - start > 1 and end_within(through, left, right)):
            glyphs.extend(_single_glyphs(row, start, stop, table))
            continue
        text = row.text[start:stop]
        bottom = style.baseline + drawn.under
        box = Box(left, bottom - drawn.size, right, bottom)
        shown = text.translate(table) if table else text
        glyphs.append(Glyph(shown, box, style.baseline, drawn.size, drawn.font, drawn.color, 0, style.tag, style.layer))
    return glyphs


def _single_glyphs(row: Row, start: int, stop: int, table: Mapping[int, str]) -> Iterator[Glyph]:
    """Yield the characters of a run one by one, the letters of a ligature together."""
    at = start
    while at < stop:
        end = at + 1
        while end < stop and row.is_doubled[end]:
            end += 1
        style = row.styles[row.style_of[at]]
        drawn = style.type
        box = _box_of(style, *row.boxes[at].tolist())
        size = box.width if drawn.turn == ASKEW else drawn.size
        text = row.text[at:end].translate(table)
        yield Glyph(text, box, style.baseline, size, drawn.font, drawn.color, drawn.turn, style.tag, style.layer)
        at = end


def _box_of(style: TextStyle, x0: float, top: float, x1: float, bottom: float) -> Box:
    """Return the box of a character as high as its font, whatever way it is turned."""
    line, size, under = style.baseline, style.type.size, style.type.under
    match style.type.turn:
        case 0:
            return Box(x0, line + under - size, x1, line + under)
        case 180:
            return Box(x0, line - under, x1, line - under + size)
        case 90:
            return Box(line - under, top, line - under + size, bottom)
        case 270:
            return Box(line + under - size, top, line + under, bottom)
        case _:
            return Box(x0, top, x1, bottom)

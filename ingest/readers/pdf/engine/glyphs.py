"""The characters of a page as PDFium gives them, those that follow each other without a gap put together.

A page has some thousands of characters and some hundreds of words: what is done for each character is done here for
all at once, and the rest of the package sees whole words, or pieces of them where letters stand apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from ingest.readers.pdf.engine import many, pdfium
from ingest.readers.pdf.engine.framing import turn_boxes, turn_points
from ingest.readers.pdf.engine.rule_ends import RuleEnds, end_within
from ingest.readers.pdf.engine.soft_hyphens import write_drawn_hyphens
from ingest.readers.pdf.engine.text_style import LONGEST_LIGATURE, OddTextError, read_text_styles
from ingest.readers.pdf.marks.cutting import APART, NEAR_WALL
from ingest.readers.pdf.marks.letters import LEADER, SOFT_HYPHEN, UNKNOWN, letters_of_swapped, plain_letters
from ingest.readers.pdf.page import ASKEW, Box, Glyph

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from ingest.readers.pdf.engine.many import Counts, Letters, Numbers
    from ingest.readers.pdf.engine.pdfium import Matrix
    from ingest.readers.pdf.engine.text_style import Known, TextStyle, Type
    from ingest.readers.pdf.page import Rule

HYPHENS = frozenset({0x02, 0xFFFE})
"""What the engine writes for a hyphen at a line's end."""
HYPHEN = "-"
STEP_BACK = 0.45
"""A letter that begins before so much of the one before it is drawn over it, not after it."""
OVERLAP = 0.1
"""What begins so far within what was drawn before, in font sizes, is of another cell or drawn over it."""
WIDE_SPACE = 0.2
"""A space this wide, in font sizes, parts words by its width alone and need not be kept."""
RAGGED = 0.02
OVERHANG = 0.03
"""What of a letter reaches further over the next is its flag and no kerning, in font sizes."""


@dataclass(frozen=True, slots=True)
class _Row:
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
class _Runs:
    """Which characters begin runs, and from where to where each run goes on its line, were it upright."""

    starts: Counts
    lefts: list[float]
    rights: list[float]


@dataclass(frozen=True, slots=True)
class _Kinds:
    """Which characters are the same letter in the same type."""

    number_of: Counts
    """One number for those of a kind."""
    firsts: Counts
    """The first character of each kind."""


def read_glyphs(
    textpage: int, count: int, frame: Matrix, rules: tuple[Sequence[Rule], Sequence[Rule]], known: Known
) -> tuple[tuple[Glyph, ...], int]:
    """Return the characters of ``textpage``, ``count`` with those made up, and how many were drawn.

    ``frame`` says how the page lies, ``rules`` are those of it that lie and those that stand.

    A run is not put together where a lying rule ends within it: that rule may strike out half a word. Nor is it at a
    standing one from what was drawn apart: there the words of two cells may meet.
    Raises ``OddTextError`` where the engine does not know what is written or where.
    """
    letters = many.read_letters(textpage, count)
    if not len(letters.codes):
        return (), 0
    row = _lay_out(letters, textpage, frame, known)
    kinds = _find_kinds(row, letters)
    _check_letters(row, letters, textpage, kinds)
    table = {ord(letter): plain for letter in set(row.text) if (plain := _plain(letter)) != letter}
    table |= letters_of_swapped(row.text)

    lying, standing = rules
    starts = _starts(row, np.sort([rule.at for rule in standing]))
    runs = _Runs(starts, *_sides(row, starts, _begins(row, letters, starts, kinds, (textpage, frame))))
    return tuple(_write_glyphs(row, runs, RuleEnds(lying), table)), len(letters.codes)


@cache
def _plain(letter: str) -> str:
    return HYPHEN if ord(letter) in HYPHENS else plain_letters(letter)


def _lay_out(letters: Letters, textpage: int, frame: Matrix, known: Known) -> _Row:
    """Return the characters on the page as shown."""
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
    return _Row(
        text=text,
        boxes=boxes,
        sizes=np.array([style.type.size for style in styles])[style_of],
        is_space=np.isin(letters.codes, [ord(letter) for letter in set(text) if letter.isspace()]),
        style_of=style_of,
        styles=styles,
        is_doubled=np.concatenate(([0], is_same)).astype(np.int64),
    )


def _find_kinds(row: _Row, letters: Letters) -> _Kinds:
    types: dict[Type, int] = {}
    numbers = np.array([types.setdefault(style.type, len(types)) for style in row.styles])
    number_of = numbers[row.style_of] * (letters.codes.max() + 1) + letters.codes
    # A place in a table for every kind there might be: to sort the characters would take longer.
    first_of = np.full(number_of.max() + 1, -1)
    first_of[number_of[::-1]] = np.arange(len(number_of))[::-1]
    return _Kinds(number_of, first_of[first_of >= 0])


def _begins(row: _Row, letters: Letters, starts: Counts, kinds: _Kinds, place: tuple[int, Matrix]) -> Numbers:
    """Return where runs begin on the page as shown: where their first letter was set, not where its ink begins.

    Most letters have no ink before that place: so each kind is asked about once, and those that have one by one.
    ``place`` is the text page, and how it lies.
    """
    begins: Numbers = row.boxes[starts, 0]
    reaches_back = np.zeros(kinds.number_of.max() + 1, np.bool_)
    reaches_back[kinds.number_of[kinds.firsts]] = _set_at(letters, kinds.firsts, place) != row.boxes[kinds.firsts, 0]
    is_moved = np.array([style.moved is not None for style in row.styles])[row.style_of[starts]]
    asked = np.flatnonzero(reaches_back[kinds.number_of[starts]] & ~is_moved)
    begins[asked] = _set_at(letters, starts[asked], place)
    return begins


def _set_at(letters: Letters, which: Counts, place: tuple[int, Matrix]) -> Numbers:
    """Return where on its line each of the characters ``which`` was set."""
    textpage, frame = place
    across: Numbers = turn_points(many.read_origins(textpage, letters.places[which]), frame)[:, 0]
    return across


def _check_letters(row: _Row, letters: Letters, textpage: int, kinds: _Kinds) -> None:
    """Raise ``OddTextError`` if a character's letter is unknown, or more letters than a ligature has share a place."""
    for first in kinds.firsts.tolist():
        letter = row.text[first]
        is_hyphen = letters.codes[first] in HYPHENS
        if not is_hyphen and (_plain(letter) == UNKNOWN or pdfium.lacks_letter(textpage, int(letters.places[first]))):
            raise OddTextError
    run = np.convolve(row.is_doubled, np.ones(LONGEST_LIGATURE, np.int64))
    if (run >= LONGEST_LIGATURE).any():
        raise OddTextError


def _write_glyphs(row: _Row, runs: _Runs, ends: RuleEnds, table: Mapping[int, str]) -> list[Glyph]:
    glyphs: list[Glyph] = []
    crossing = [ends.through(style.baseline, style.type.size) for style in row.styles]
    edges = pairwise([*runs.starts.tolist(), len(row.text)])
    of_runs = row.style_of[runs.starts].tolist()
    needless = _needless_spaces(row)[runs.starts].tolist()
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


def _sides(row: _Row, starts: Counts, begins: Numbers) -> tuple[list[float], list[float]]:
    """Return where runs begin and end on their line, were they upright.

    The engine's boxes take in what of a letter reaches beyond its own width, a j's foot or an f's flag; the places
    where this letter and the next were set do not.
    """
    reach = np.maximum.reduceat(row.boxes[:, 2], starts)
    is_followed = row.style_of[starts[1:]] == row.style_of[starts[1:] - 1]
    beyond = reach[:-1] - begins[1:]
    near = is_followed & (beyond > OVERHANG * row.sizes[starts[1:]]) & (begins[1:] > row.boxes[starts[1:] - 1, 0])
    ends = np.where(np.concatenate((near, [False])), np.concatenate((begins[1:], [0.0])), reach)
    return begins.tolist(), ends.tolist()


def _starts(row: _Row, walls: Numbers) -> Counts:
    """Return at which characters runs begin; ``walls`` are where rules stand, from left to right."""
    keys: dict[tuple[object, ...], int] = {}
    shared = ((style.type, style.baseline, style.tag, style.layer) for style in row.styles)
    key = np.array([keys.setdefault(each, len(keys)) for each in shared])[row.style_of]
    size, is_space = row.sizes, row.is_space
    left, right = row.boxes[:, 0], row.boxes[:, 2]
    gap, advance = left[1:] - right[:-1], left[1:] - left[:-1]
    is_drawn_at_once = row.style_of[1:] == row.style_of[:-1]
    is_near = (gap < APART * size[1:]) & (is_drawn_at_once | (gap > -OVERLAP * size[1:]))
    follows = (key[1:] == key[:-1]) & is_near & (advance >= STEP_BACK * (right[:-1] - left[:-1]))
    follows &= ~is_space[1:] & ~is_space[:-1]
    drawn_apart = np.flatnonzero(follows & ~is_drawn_at_once)
    follows[drawn_apart] = ~_is_near_wall(left[1:][drawn_apart], size[1:][drawn_apart], walls)
    goes_on = follows | (row.is_doubled[1:] == 1)
    starts: Counts = np.concatenate(([0], np.flatnonzero(~goes_on) + 1))
    ends = [end for found in LEADER.finditer(row.text) for end in found.span() if end < len(row.text)]
    return np.union1d(starts, np.array(ends, np.int64)) if ends else starts


def _is_near_wall(places: Numbers, sizes: Numbers, walls: Numbers) -> NDArray[np.bool_]:
    """Return beside which of ``places`` one of ``walls`` stands, near for letters of ``sizes``."""
    reach = NEAR_WALL * sizes
    near: NDArray[np.bool_] = np.searchsorted(walls, places - reach) < np.searchsorted(walls, places + reach, "right")
    return near


def _needless_spaces(row: _Row) -> NDArray[np.bool_]:
    """Return which characters are spaces wide enough to part what stands before and after them without being kept."""
    baseline = np.array([style.baseline for style in row.styles])[row.style_of]
    is_upright = np.array([style.type.turn == 0 for style in row.styles])[row.style_of]
    left, right = row.boxes[:, 0], row.boxes[:, 2]
    is_apart = np.abs(np.diff(baseline)) > row.sizes[1:]
    is_clear = is_apart | (left[1:] - right[:-1] >= -RAGGED * row.sizes[1:])
    before, after = np.concatenate(([True], is_clear)), np.concatenate((is_clear, [True]))
    is_wide = right - left >= WIDE_SPACE * row.sizes
    needless: NDArray[np.bool_] = row.is_space & is_upright & is_wide & before & after
    return needless


def _single_glyphs(row: _Row, start: int, stop: int, table: Mapping[int, str]) -> Iterator[Glyph]:
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

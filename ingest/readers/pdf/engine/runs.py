"""Which characters of a page follow each other without a gap, and where such a run begins and ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ingest.readers.pdf.engine import many
from ingest.readers.pdf.engine.framing import turn_points
from ingest.readers.pdf.marks.cutting import APART, NEAR_WALL
from ingest.readers.pdf.marks.letters import LEADER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from ingest.readers.pdf.engine.many import Counts, Letters, Numbers
    from ingest.readers.pdf.engine.pdfium import Matrix
    from ingest.readers.pdf.engine.row import Kinds, Row
    from ingest.readers.pdf.page import Rule

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
class Runs:
    """Which characters begin runs, and from where to where each run goes on its line, were it upright."""

    starts: Counts
    lefts: list[float]
    rights: list[float]


def find_runs(row: Row, letters: Letters, kinds: Kinds, standing: Sequence[Rule], place: tuple[int, Matrix]) -> Runs:
    """Return the runs of ``row``.

    At a ``standing`` rule what was drawn apart is not put together: there the words of two cells may meet.
    ``place`` is the text page, and how it lies.
    """
    starts = _starts(row, np.sort([rule.at for rule in standing]))
    return Runs(starts, *_sides(row, starts, _begins(row, letters, starts, kinds, place)))


def _begins(row: Row, letters: Letters, starts: Counts, kinds: Kinds, place: tuple[int, Matrix]) -> Numbers:
    """Return where runs begin on the page as shown: where their first letter was set, not where its ink begins.

    Most letters have no ink before that place: so each kind is asked about once, and those that have one by one.
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


def _sides(row: Row, starts: Counts, begins: Numbers) -> tuple[list[float], list[float]]:
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


def _starts(row: Row, walls: Numbers) -> Counts:
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


def needless_spaces(row: Row) -> NDArray[np.bool_]:
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

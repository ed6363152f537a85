"""Characters to runs: those of one line that follow each other with no space or gap between.

A page of upright text is gone through at once, in arrays, wherever its baselines leave no doubt which line a character
stands on; else the characters are looked at one by one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

import numpy as np

from ingest.readers.pdf.page import ASKEW, along
from ingest.readers.pdf.text.tracking import FEWEST_LETTERS, UNLIKE, WORD_GAP, find_tracking, is_apart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from ingest.readers.pdf.engine.many import Counts, Numbers
    from ingest.readers.pdf.page import Glyph

SAME_BASELINE = 0.12
"""Baselines of one word's characters differ by less than this much of the font size; a superscript's by more."""
LEAP = 1.3
"""Middles of letters of one word written askew are nearer than this many times their size."""
JITTER = 0.05
"""Rounding moves baselines of one line apart by less than this."""


@dataclass(frozen=True, slots=True)
class _Laid:
    """Upright characters in order, line by line, with arrays of one length that say of each what matters here."""

    glyphs: list[Glyph]
    line: Counts
    """The number of its line."""
    size: Numbers
    left: Numbers
    right: Numbers


@dataclass(frozen=True, slots=True)
class _Parted:
    """Upright characters in order, line by line, and in lists of one length what parts them."""

    glyphs: list[Glyph]
    line: Counts
    is_space: list[bool]
    is_end: list[bool]
    """After which of them a run ends."""


class Writing(tuple["Glyph", ...]):  # noqa: SLOT001 - it remembers what was worked out
    """The characters of a page; how they follow each other is worked out once, however often it is asked."""

    @cached_property
    def parted(self) -> _Parted | None:
        """The characters in order with what parts them, if they are gone through at once."""
        return _part_at_once(self)


def straight_runs(glyphs: Sequence[Glyph]) -> Iterator[tuple[list[Glyph], bool]]:
    """Yield the characters of each run in order, of writing along the sides of the page.

    With each comes whether a space is written behind it.
    """
    for turned in _by_turn(glyphs):
        parted = _part(turned)
        if parted is None:
            for line in _glyph_lines(turned):
                yield from _runs(line)
            continue
        is_space, drawn = parted.is_space, parted.glyphs
        is_spaced = (np.array([*is_space[1:], False]) & (np.diff(parted.line, append=-1) == 0)).tolist()
        for start, stop in pairwise([0, *(np.flatnonzero(parted.is_end) + 1).tolist()]):
            if stop - start > 1 or not is_space[start]:
                yield drawn[start:stop], is_spaced[stop - 1]


def write_straight(glyphs: Sequence[Glyph]) -> str:
    """Return what is written along the sides of the page as plain text, a space after every run."""
    parts: list[str] = []
    for turned in _by_turn(glyphs):
        parted = _part(turned)
        if parted is None:
            runs = (run for line in _glyph_lines(turned) for run in _runs(line))
            parts.extend("".join([glyph.text for glyph in run]) + " " for run, _is_spaced in runs)
            continue
        each = zip(parted.glyphs, parted.is_end, strict=True)
        parts.extend([f"{glyph.text} " if is_end else glyph.text for glyph, is_end in each])
    return "".join(parts)


def _by_turn(glyphs: Sequence[Glyph]) -> list[Sequence[Glyph]]:
    """Return the characters of each way of writing along the sides of the page."""
    turns = {glyph.turn for glyph in glyphs}
    if turns == {0}:
        return [glyphs]
    return [[glyph for glyph in glyphs if glyph.turn == turn] for turn in sorted(turns - {ASKEW})]


def _part(glyphs: Sequence[Glyph]) -> _Parted | None:
    return glyphs.parted if isinstance(glyphs, Writing) else _part_at_once(glyphs)


def _part_at_once(glyphs: Sequence[Glyph]) -> _Parted | None:
    """Return ``glyphs``, all turned alike, with what parts them; None where they have to be looked at one by one."""
    laid = _lay_level(glyphs)
    return _Parted(laid.glyphs, laid.line, *_ends_of_runs(laid)) if laid else None


def _lay_level(glyphs: Sequence[Glyph]) -> _Laid | None:
    """Return ``glyphs``, all turned alike, line by line.

    None comes of it where they are not upright, or where the line of one depends on more than how far it stands below
    the one before: see ``is_lower``.
    """
    if glyphs[0].turn != 0:
        return None
    baseline = np.array([glyph.baseline for glyph in glyphs])
    size = np.array([glyph.size for glyph in glyphs])
    by_height = np.argsort(baseline, kind="stable")
    step = np.diff(baseline[by_height])
    is_step = step > JITTER
    if (is_step & (step <= SAME_BASELINE * np.maximum(size[by_height[1:]], 1.0))).any():
        return None
    line = np.concatenate(([0], np.cumsum(is_step)))
    left = np.array([glyph.box.x0 for glyph in glyphs])
    right = np.array([glyph.box.x1 for glyph in glyphs])
    order = by_height[np.lexsort((right[by_height], left[by_height], line))]
    return _Laid([glyphs[at] for at in order.tolist()], line, size[order], left[order], right[order])


def _ends_of_runs(laid: _Laid) -> tuple[list[bool], list[bool]]:
    """Return which characters are spaces, and after which of them a run ends: as ``is_apart`` says it of two."""
    texts = [glyph.text for glyph in laid.glyphs]
    is_space = list(map(str.isspace, texts))
    size, space = laid.size, np.array(is_space)
    is_single = np.fromiter(map(len, texts), np.int64, len(texts)) == 1
    larger, smaller = np.maximum(size[1:], size[:-1]), np.minimum(size[1:], size[:-1])
    spread = np.where(is_single[1:] & is_single[:-1], _trackings(laid, is_single)[1:], 0.0)
    is_far = (larger > UNLIKE * smaller) | (laid.left[1:] - laid.right[:-1] > (WORD_GAP + spread) * larger)
    is_end = is_far | (laid.line[1:] != laid.line[:-1]) | space[1:] | space[:-1]
    return is_space, [*is_end.tolist(), True]


def _trackings(laid: _Laid, is_single: NDArray[np.bool_]) -> Numbers:
    """Return for each character how far the letters of its line are set apart."""
    trackings = np.zeros(len(laid.glyphs))
    for number in np.flatnonzero(np.bincount(laid.line[is_single]) >= FEWEST_LETTERS).tolist():
        start, stop = np.searchsorted(laid.line, (number, number + 1)).tolist()
        trackings[start:stop] = find_tracking(laid.glyphs[start:stop])
    return trackings


def _glyph_lines(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    line: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.baseline):
        if line and is_lower(glyph, line):
            yield line
            line = []
        line.append(glyph)
    if line:
        yield line


def is_lower(glyph: Glyph, line: Sequence[Glyph]) -> bool:
    """Whether ``glyph``, the next by its baseline, stands on another line than those before it.

    It is held against the first of them, so that cells set a little lower each cannot run together down the page.
    """
    is_apart = glyph.baseline - line[0].baseline > SAME_BASELINE * max(glyph.size, 1.0)
    return is_apart and glyph.baseline - line[-1].baseline > JITTER


def _runs(line: Iterable[Glyph]) -> Iterator[tuple[list[Glyph], bool]]:
    run: list[Glyph] = []
    ordered = sorted(line, key=along)
    tracking = find_tracking(ordered)
    for glyph in ordered:
        is_space = glyph.text.isspace()
        if run and (is_space or is_apart(run[-1], glyph, tracking)):
            yield run, is_space
            run = []
        if not is_space:
            run.append(glyph)
    if run:
        yield run, False


def askew_runs(glyphs: Iterable[Glyph]) -> Iterator[tuple[list[Glyph], bool]]:
    """Yield the same for writing at any other angle, in the order it was drawn, parted by spaces and leaps."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if glyph.turn != ASKEW:
            continue
        is_space = glyph.text.isspace()
        if run and (is_space or leaps(run[-1], glyph)):
            yield run, is_space
            run = []
        if not is_space:
            run.append(glyph)
    if run:
        yield run, False


def leaps(before: Glyph, glyph: Glyph) -> bool:
    """Whether ``glyph``, written askew, stands further from the one before than letters of a word do."""
    (x0, y0), (x1, y1) = before.box.centre, glyph.box.centre
    return hypot(x1 - x0, y1 - y0) > LEAP * max(before.size, glyph.size)

"""Divides sheets of paper on which two pages are printed side by side, so that each is read as a page of its own."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from ingest.readers.pdf.page import Box, Entry, Fill, Link, Picture, Remark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ingest.readers.pdf.page import Glyph, Page

_Placed = TypeVar("_Placed", Fill, Picture, Link, Remark, Entry)

GUTTER = 8.0
"""Points on either side of the middle that hold no letter: what remains of the narrowest margins on half a sheet."""
TOUCHING = 2.0
"""What reaches no farther than this over the middle ends there; rules this near are one."""
SAME_PLACE = 1.0
"""Two pages are put on a sheet alike to this much."""
FEWEST_EDGES = 3
"""The rules of a table of two columns; a frame may stand half a sheet from another by chance."""
APART = 0.7
"""Words of a line nearer than this many font sizes follow each other in a sentence; columns are further apart."""
FEWEST_LINES = 3
"""Where so many lines begin alike, or go on alike after a gap, a column begins, and no words by chance."""
WHOLE = 0.9
"""A colour that takes up this part of the sheet is the paper's, a rule as high as this its frame or its fold."""


def divide_sheets(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Return ``pages`` with each half of a sheet as a page, numbered on, that knows the number of its sheet.

    A printer puts two pages on a sheet by shrinking both alike and moving one by half the sheet's width: the columns
    of a table that goes on from one to the other are ruled again exactly that far to the right. Two tables side by
    side on one page stand nearer to each other than that, for a page has wider margins at its edges than within. One
    such sheet is enough, if on no other of its size anything is written or ruled across the middle.
    """
    sizes = {_size_of(page) for page in pages if page.width > page.height}
    shared = {size for size in sizes if _are_shared([page for page in pages if _size_of(page) == size])}
    if not shared:
        return tuple(pages)
    divided: list[Page] = []
    added = 0
    for page in pages:
        number = page.number + added
        if _size_of(page) in shared:
            divided.extend(_divide(page, number))
            added += 1
        else:
            divided.append(replace(page, number=number, sheet=page.number))
    return tuple(divided)


def _size_of(page: Page) -> tuple[int, int]:
    return round(page.width), round(page.height)


def _are_shared(pages: Sequence[Page]) -> bool:
    """Whether the sheets ``pages``, all of one size, hold two pages each."""
    return all(map(_is_parted, pages)) and any(_is_ruled_twice(page) or _is_written_twice(page) for page in pages)


def _is_parted(page: Page) -> bool:
    """Whether nothing on ``page`` goes over its middle, and no letter stands near it."""
    middle = page.width / 2
    left, right = middle - GUTTER, middle + GUTTER
    if any(glyph.box.x1 > left and glyph.box.x0 < right and not glyph.text.isspace() for glyph in page.glyphs):
        return False
    whole = WHOLE * page.width * page.height
    boxes = [fill.box for fill in page.fills if fill.box.area < whole]
    boxes += [picture.box for picture in page.pictures]
    boxes += [entry.box for entry in page.entries]
    spans = [(box.x0, box.x1) for box in boxes] + [(rule.start, rule.end) for rule in page.lying]
    return not any(start < middle - TOUCHING and end > middle + TOUCHING for start, end in spans)


def _is_ruled_twice(page: Page) -> bool:
    """Whether the columns ruled in one half of ``page`` are all ruled in the other too, half a sheet away."""
    middle = page.width / 2
    rules = [rule for rule in page.standing if rule.length < WHOLE * page.height]
    left = _edges([rule.at for rule in rules if rule.at < middle])
    right = _edges([rule.at - middle for rule in rules if rule.at >= middle])
    fewer, more = sorted((left, right), key=len)
    return len(fewer) >= FEWEST_EDGES and all(any(abs(edge - other) <= SAME_PLACE for other in more) for edge in fewer)


def _is_written_twice(page: Page) -> bool:
    """Whether words begin below each other at as many places in one half of ``page`` as tables have columns.

    The same places, half a sheet away, have to be most of those where words do in the other half.
    """
    middle = page.width / 2
    places = _starts_of_columns(page)
    left = _edges([at for at in places if at < middle])
    right = _edges([at - middle for at in places if at >= middle])
    met = sum(any(abs(edge - other) <= SAME_PLACE for other in right) for edge in left)
    return met >= FEWEST_EDGES and met > min(len(left), len(right)) / 2


def _starts_of_columns(page: Page) -> list[float]:
    """Return the places at which words of several lines on ``page`` begin, each after a gap or at the left."""
    ends: dict[int, float] = {}
    starts: Counter[int] = Counter()
    for glyph in sorted(page.glyphs, key=lambda glyph: glyph.box.x0):
        if glyph.turn or glyph.text.isspace():
            continue
        line = round(glyph.baseline)
        if line not in ends or glyph.box.x0 - ends[line] > APART * glyph.size:
            starts[round(glyph.box.x0 / SAME_PLACE)] += 1
        ends[line] = max(glyph.box.x1, ends.get(line, 0.0))
    return [start * SAME_PLACE for start, count in starts.items() if count >= FEWEST_LINES]


def _edges(places: Sequence[float]) -> tuple[float, ...]:
    """Return ``places`` from left to right, of those right beside each other the first alone."""
    ordered = sorted(places)
    return (*ordered[:1], *(here for before, here in pairwise(ordered) if here - before > TOUCHING))


def _divide(page: Page, number: int) -> tuple[Page, ...]:
    """Return the pages printed on the sheet ``page``, from ``number`` on; not the second if it is empty."""
    first, second = _cut_out(page, 0, number), _cut_out(page, 1, number + 1)
    is_written = any((second.glyphs, second.stamped, second.hidden, second.pictures, second.remarks, second.entries))
    return (first, second) if is_written else (first,)


def _cut_out(page: Page, half: int, number: int) -> Page:
    """Return what stands on the left ``half`` of ``page``, 0, or on the right one, 1, as the page with ``number``."""
    width = page.width / 2
    move = half * width

    def is_held(x: float) -> bool:
        return (x >= width) is bool(half)

    def hold(each: Iterable[_Placed]) -> tuple[_Placed, ...]:
        return tuple(replace(one, box=_moved(one.box, move)) for one in each if is_held(one.box.centre[0]))

    def hold_glyphs(glyphs: Iterable[Glyph]) -> tuple[Glyph, ...]:
        return tuple(_moved_glyph(each, move) for each in glyphs if is_held(each.box.centre[0]))

    return replace(
        page,
        number=number,
        sheet=page.number,
        width=width,
        glyphs=hold_glyphs(page.glyphs),
        stamped=hold_glyphs(page.stamped),
        hidden=hold_glyphs(page.hidden),
        lying=tuple(
            replace(rule, start=rule.start - move, end=rule.end - move)
            for rule in page.lying
            if is_held((rule.start + rule.end) / 2)
        ),
        standing=tuple(replace(rule, at=rule.at - move) for rule in page.standing if is_held(rule.at)),
        fills=hold(page.fills),
        dots=tuple(_moved(dot, move) for dot in page.dots if is_held(dot.centre[0])),
        pictures=hold(page.pictures),
        links=hold(page.links),
        remarks=hold(page.remarks),
        entries=hold(page.entries),
        struck=tuple(_moved(box, move) for box in page.struck if is_held(box.centre[0])),
    )


def _moved(box: Box, by: float) -> Box:
    return Box(box.x0 - by, box.top, box.x1 - by, box.bottom)


def _moved_glyph(glyph: Glyph, by: float) -> Glyph:
    """Return ``glyph`` farther left; the baseline of one turned sideways is an x."""
    is_sideways = glyph.turn in {90, 270}
    return replace(glyph, box=_moved(glyph.box, by), baseline=glyph.baseline - by if is_sideways else glyph.baseline)

"""Pages set in two columns of which one holds a table of figures: each half is looked at by itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from ingest.readers.pdf.figures import Figures, find_figures
from ingest.readers.pdf.gutters import gaps
from ingest.readers.pdf.lines import Line, make_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ingest.readers.pdf.page import Rule

FEWEST_LINES = 8
"""A column of text has so many lines beside a table at least."""
STEP = 4.0
"""How finely the places of gutters are told apart, in points."""
MIDDLE = (0.25, 0.75)
"""The gutter of two columns stands in this part of the lines' width."""
MOST_GUTTERS = 5
WORDS = 3.5
FULL = 0.7
MOSTLY = 0.6
"""A column is text where most lines have more words than this and fill most of its width."""


@dataclass(frozen=True, slots=True)
class Halves:
    """What was found in the halves of a page, and the lines that go over both."""

    figures: tuple[Figures, ...]
    columns: tuple[tuple[Line, ...], ...]
    """The lines of each half that are in no table."""
    lines: tuple[Line, ...]


def split_halves(lines: Sequence[Line], borders: Sequence[Rule]) -> Halves:
    """Return what stands in each half where text and a table of figures stand side by side among ``lines``.

    Of all places where the gutter might be, that is taken with which most of the lines are figures.
    """
    whole = Halves((), (), tuple(lines))
    tried = [whole, *(_split_at(gutter, lines, borders) for gutter in _gutters(lines))]
    return max(tried, key=lambda halves: sum(len(line.words) for each in halves.figures for line in each.lines))


def _split_at(gutter: float, lines: Sequence[Line], borders: Sequence[Rule]) -> Halves:
    figures: list[Figures] = []
    columns: list[tuple[Line, ...]] = []
    left: list[Line] = []
    for is_over, group in groupby(lines, key=lambda line: _is_over(line, gutter)):
        stretch = list(group)
        sides = () if is_over or len(stretch) < FEWEST_LINES else tuple(_sides(stretch, gutter))
        found = [find_figures(side, borders) for side in sides]
        if not any(found[at] and not found[1 - at] and _is_text(sides[1 - at]) for at in range(len(found))):
            left.extend(stretch)
            continue
        for side, in_side in zip(sides, found, strict=True):
            figures.extend(in_side)
            gone = {id(line) for each in in_side for line in each.lines}
            columns.append(tuple(line for line in side if id(line) not in gone))
    return Halves(tuple(figures), tuple(column for column in columns if column), tuple(left))


def _gutters(lines: Sequence[Line]) -> list[float]:
    """Return where the gutter may be: where many lines have a gap, or left of where many lines begin."""
    if len(lines) < FEWEST_LINES:
        return []
    start, end = min(line.box.x0 for line in lines), max(line.box.x1 for line in lines)
    least, most = (start + part * (end - start) for part in MIDDLE)
    ends = Counter(int(gap.end / STEP) for line in lines for gap in gaps(line))
    ends.update(int(line.box.x0 / STEP) for line in lines)
    places = [step for step, count in ends.most_common() if count >= FEWEST_LINES and least < step * STEP < most]
    return [step * STEP - STEP / 2 for step in sorted(places[:MOST_GUTTERS])]


def _is_over(line: Line, gutter: float) -> bool:
    return any(word.box.x0 < gutter < word.box.x1 for word in line.words) or (
        line.box.x0 < gutter < line.box.x1 and not any(gap.start <= gutter <= gap.end for gap in gaps(line))
    )


def _sides(lines: Sequence[Line], gutter: float) -> Iterator[list[Line]]:
    """Yield the lines left and right of ``gutter``."""
    for is_left in (True, False):
        words = ([word for word in line.words if (word.box.x1 <= gutter) is is_left] for line in lines)
        yield [make_line(each) for each in words if each]


def _is_text(lines: Sequence[Line]) -> bool:
    if not lines:
        return False
    width = max(line.box.x1 for line in lines) - min(line.box.x0 for line in lines)
    full = sum(line.box.width >= FULL * width and len(line.words) > WORDS for line in lines)
    return len(lines) >= FEWEST_LINES and full >= MOSTLY * len(lines)

"""Charts told from tables of figures: the numbers along their side are a scale, and what it measures stands off it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ingest.readers.pdf.text.lines import Line
    from ingest.readers.pdf.text.words import Word

NUMBER = re.compile(r"^[\u2212\u2013-]?\d{1,3}(?:[ ,]?\d{3})*(?:\.\d+)?%?$")
FEWEST_MARKS = 4
EVEN = 0.06
"""Marks of a scale are as far apart as their numbers say, to within this part of it."""
SAME_ROW = 0.08
"""Cells of a row stand on one height to within this many font sizes; values of a chart where they fall."""
FEW = 2
"""A line without a mark and with no more words is a value of a chart by itself; rows without a label have more."""
HALF = 0.5
NAMES_NEAR = 3.0
"""What is counted is named below the scale, within so many font sizes."""


def outside_charts(lines: Sequence[Line]) -> list[Line]:
    """Return those of ``lines`` that are in no chart."""
    marks = [line.words[0] for line in lines if NUMBER.match(line.words[0].text)]
    gone: set[int] = set()
    while len(marks) >= FEWEST_MARKS:
        scale = _scale_from(marks)
        marks = marks[1:]
        if len(scale) < FEWEST_MARKS:
            continue
        top, bottom = scale[0].box.top, scale[-1].baseline
        inside = [line for line in lines if top < line.baseline < bottom + NAMES_NEAR * scale[-1].size]
        if _is_chart([line for line in inside if line.baseline <= bottom], scale):
            gone.update(map(id, inside))
            marks = [mark for mark in marks if mark.baseline > bottom]
    return [line for line in lines if id(line) not in gone]


def _scale_from(marks: Sequence[Word]) -> list[Word]:
    """Return the scale that begins with the first of ``marks``: as far below each other as their numbers say."""
    scale = [marks[0]]
    for mark in marks[1:]:
        is_below = mark.box.x0 < scale[-1].box.x1 and mark.box.x1 > scale[-1].box.x0
        if is_below and _is_even([*scale, mark]):
            scale.append(mark)
        elif is_below:
            break
    return scale


def _is_chart(lines: Sequence[Line], scale: Sequence[Word]) -> bool:
    """Whether most numbers on ``lines``, right of a ``scale``, are not on the height of one of its marks.

    Where there are no more than those of other scales, charts stand side by side.
    """
    mark_of = {id(mark): mark for mark in scale}
    others = {id(mark) for mark in _scales_beside(lines, scale)}
    on = off = 0
    for line in lines:
        mark = mark_of.get(id(line.words[0]))
        numbers = (word for word in line.words if word is not mark and NUMBER.match(word.text))
        values = [word for word in numbers if id(word) not in others]
        beside = sum(abs(word.baseline - mark.baseline) <= SAME_ROW * word.size for word in values) if mark else 0
        on += beside
        off += len(values) - beside if mark or len(line.words) <= FEW else 0
    return off > HALF * (on + off) or (bool(others) and not on)


def _scales_beside(lines: Sequence[Line], scale: Sequence[Word]) -> Iterator[Word]:
    """Yield the marks of the scales right of ``scale`` with a mark on the height of each of its own."""
    marked = [line for line in lines if any(line.words[0] is mark for mark in scale)]
    for first in marked[0].words[1:]:
        below = [word for line in marked for word in line.words[1:] if NUMBER.match(word.text)]
        other = _scale_from([first, *(word for word in below if word is not first)]) if NUMBER.match(first.text) else []
        if len(other) == len(scale):
            yield from other


def _is_even(scale: Sequence[Word]) -> bool:
    """Whether the numbers of ``scale`` change as their height does."""
    values = [_value(mark) for mark in scale]
    slopes = [
        (below - above) / (low.baseline - high.baseline)
        for (above, below), (high, low) in zip(pairwise(values), pairwise(scale), strict=True)
        if low.baseline > high.baseline
    ]
    return bool(slopes) and min(map(abs, slopes)) > 0 and max(slopes) - min(slopes) <= EVEN * max(map(abs, slopes))


def _value(mark: Word) -> float:
    return float(re.sub(r"[ ,%]", "", mark.text.replace("\u2212", "-").replace("\u2013", "-")))

"""How the lines of a table without rules are set: what its columns hold, how far apart, how rows are numbered."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby, pairwise, takewhile
from typing import TYPE_CHECKING

from ingest.readers.pdf.text.gutters import Gutter, column_of
from ingest.readers.pdf.text.lines import make_line
from ingest.readers.pdf.unruled.regions import LEAST_LEADING, LOOSE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.readers.pdf.page import Box
    from ingest.readers.pdf.text.lines import Line
    from ingest.readers.pdf.unruled.titled import Titled

BLANK = 1.8
"""A column was left blank if its words are this many times as far apart as lines are."""
LABEL = re.compile(r"^\W{0,2}[A-Z]{0,3}\W?\d{1,3}(?:\.\d{1,2}){0,2}\W{0,2}$")
"""A row's number by itself: "7", "7.", "(7)", "R7", "1.2"."""
LABELLED = re.compile(r"^(?:Rec(?:ommendation)?\W{1,2}\d{1,3}\b|[A-Z]{0,2}\d{1,3}(?:\.\d{1,2}){0,2}[.):]+\s+(?![a-z]))")
"""A row's number before its words: "7. ", "R7) ", "Recommendation 7"."""
MOSTLY = 0.6
PART_OF_COLUMN = 0.7
"""A fill is a cell's, and not a highlighter's, if it is this wide, measured by the column."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What a page shows beside its words."""

    right: float
    """Where its right margin may begin."""
    fills: tuple[Box, ...]
    """What is painted on it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How the lines of a table are set."""

    lines: tuple[Line, ...]
    n_headings: int
    """How many of them are certainly the headings."""
    cells: tuple[dict[int, Line], ...]
    """What stands on each line in each column."""
    leading: float
    is_loose: bool
    """Whether rows are set apart by space."""
    has_paragraphs: bool
    """Whether paragraphs within a cell are as well."""
    keys: frozenset[int]
    """The columns that rows fill: those of the number and the recommendation."""
    numbered: re.Pattern[str] | None
    """How the first column begins in each row: with its number, alone or before words; None where with neither."""
    n_bold: int
    """How many lines at the top are all bold: the headings."""
    sides: tuple[tuple[float, float], ...]
    """Between where and where the words of each column are written."""
    right: float
    """Where the words of the last column may end at most."""
    fills: tuple[Box, ...]
    """The painted areas that are cells."""


def learn_setting(titled: Titled, sides: Sequence[tuple[float, float]], paper: Paper) -> Setting:
    """Return how ``titled``, which stands on ``paper``, is set; ``sides`` are those of its columns."""
    gutters = [Gutter(left, right) for (_, left), (right, _) in pairwise(sides)]
    cells = tuple(_cells(line, gutters) for line in titled.lines)
    leading = _leading(cells)
    numbered = _find_numbers(titled, cells)
    return Setting(
        lines=titled.lines,
        n_headings=titled.n_headings,
        cells=cells,
        leading=leading,
        is_loose=_is_loose(titled, cells, leading),
        has_paragraphs=_has_paragraphs(titled, cells, leading),
        keys=frozenset({0, 1} if numbered is LABEL else {0}),
        numbered=numbered,
        n_bold=len(list(takewhile(lambda line: line.is_bold, titled.lines))) if titled.n_headings else 0,
        sides=tuple(sides),
        right=paper.right,
        fills=tuple(box for box in paper.fills if any(_covers(box, side) for side in sides)),
    )


def _find_numbers(titled: Titled, cells: Sequence[dict[int, Line]]) -> re.Pattern[str] | None:
    """Return how the numbers of rows look in the first column: alone in most of its lines, or before the words."""
    first = [each.get(0) for at, each in enumerate(cells) if at >= titled.n_headings and at not in titled.across]
    body = [line.text for line in first if line is not None]
    labels = sum(LABEL.match(text) is not None for text in body)
    if labels and labels >= MOSTLY * len(body):
        return LABEL
    return LABELLED if any(LABELLED.match(text) for text in body) else None


def _cells(line: Line, gutters: Sequence[Gutter]) -> dict[int, Line]:
    filled = groupby(line.words, key=lambda word: column_of(word, gutters))
    return {col: make_line(list(words)) for col, words in filled}


def _covers(box: Box, side: tuple[float, float]) -> bool:
    return min(box.x1, side[1]) - max(box.x0, side[0]) >= PART_OF_COLUMN * (side[1] - side[0])


def _leading(cells: Sequence[dict[int, Line]]) -> float:
    """Return how far lines of one cell are apart: nearly the smallest distance of two lines below each other."""
    steps: list[float] = []
    last: dict[int, Line] = {}
    for each in cells:
        for col, line in each.items():
            above = last.get(col)
            if above is not None and line.baseline - above.baseline >= LEAST_LEADING * line.size:
                steps.append(line.baseline - above.baseline)
            last[col] = line
    steps.sort()
    return steps[len(steps) // 10] if steps else max(line.size for each in cells for line in each.values())


def _is_loose(titled: Titled, cells: Sequence[dict[int, Line]], leading: float) -> bool:
    """Whether rows are set apart by space, as those above it, or the first from the headings and others as well."""
    if titled.space:
        return titled.space > LOOSE * leading
    lines = titled.lines
    far = [below.baseline - above.baseline > LOOSE * leading for above, below in pairwise(lines)]
    for at in range(max(1, titled.n_headings), len(lines)):
        if not lines[at].is_bold and (len(cells[at]) > 1 or far[at - 1]):
            return far[at - 1] and any(far[at:])
    return False


def _has_paragraphs(titled: Titled, cells: Sequence[dict[int, Line]], leading: float) -> bool:
    """Whether a column has space between lines of one cell: beside it another column goes on without."""
    last: dict[int, Line] = {}
    for at, each in enumerate(cells):
        is_near = at > 0 and titled.lines[at].baseline - titled.lines[at - 1].baseline <= LOOSE * leading
        steps = [line.baseline - last[col].baseline for col, line in each.items() if col in last]
        if is_near and any(LOOSE * leading < step <= BLANK * leading for step in steps):
            return True
        last.update(each)
    return False

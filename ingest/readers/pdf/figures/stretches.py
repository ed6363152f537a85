"""Lines of figures that follow each other: where a table of figures may be, and what between them is part of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.readers.pdf.text.captions import CAPTION

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ingest.readers.pdf.figures.pieces import Piece
    from ingest.readers.pdf.text.lines import Line

MOST_BETWEEN = 3
"""So many lines without figures may follow each other in a table: headings of parts, labels on several lines."""
MOST_LABEL_LINES = 12
NEXT_LINE = 1.5
"""Lines of one label are no further apart than this many font sizes; so many may stand below its figures."""
SAME_END = 0.2
"""Figures that end in one place do so to within so many font sizes."""
WELL_WITHIN = 3.0
OFF_MIDDLE = 2.0
"""A heading in the middle of a table is this far from its sides, in font sizes, and so far alike to both."""
SHORT = 0.5
"""A heading of a part is no longer than this part of the table's width."""
AS_ROWS = 1.25
"""It stands from the lines above and below hardly further than rows of figures from each other."""
FAR = 3.2
"""Lines further apart than this many font sizes are not of one table."""
OVER = 0.8
"""A piece that reaches this many font sizes over the first column of figures is no label."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line with its pieces."""

    line: Line
    pieces: tuple[Piece, ...]

    @property
    def has_figures(self) -> bool:
        """Whether most of it, a label at the left left out, is figures."""
        rest = self.pieces if self.pieces[0].is_figure else self.pieces[1:]
        figures = sum(piece.is_figure for piece in rest)
        is_counted = any(letter.isdigit() for piece in rest for letter in piece.text if piece.is_figure)
        return len(self.pieces) > 1 and is_counted and 2 * figures > len(rest)


def find_blocks(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Yield from where to where lines with figures follow each other, those without between them taken in."""
    at = 0
    while at < len(rows):
        if not rows[at].has_figures:
            at += 1
            continue
        stop = _block_end(rows, at)
        yield at, stop
        at = stop


def _block_end(rows: Sequence[Row], start: int) -> int:
    """Return where the block that begins at ``start`` ends: after its last line with figures and what goes on it."""
    stop, left = start + 1, figures_from(rows[start])
    n_between = 0
    for at in range(start + 1, len(rows)):
        row = rows[at]
        step = row.line.baseline - rows[at - 1].line.baseline
        is_over = _is_over(row, left) and not is_centred(row, rows[start:stop]) and not _is_section(rows, at, start)
        if is_over or step > FAR * row.line.size or n_between >= MOST_BETWEEN or at - stop >= MOST_LABEL_LINES:
            break
        if row.has_figures:
            stop, n_between, left = at + 1, 0, min(left, figures_from(row))
        elif not (_is_beside(row, left) and step < NEXT_LINE * row.line.size):
            n_between += 1
    while stop < len(rows) and _is_in_line(rows[stop], rows[start:stop]):
        stop += 1
    return stop


def _is_section(rows: Sequence[Row], at: int, start: int) -> bool:
    """Whether the line ``at`` heads a part of the table: a short one that stands as rows do, with a row below it."""
    row, below = rows[at], rows[at + 1 : at + 2]
    inside = [each for each in rows[start:at] if each.has_figures]
    left, right = min(each.pieces[0].x0 for each in inside), max(each.pieces[-1].x1 for each in inside)
    is_short = len(row.pieces) == 1 and row.pieces[0].x1 - left < SHORT * (right - left)
    if not (is_short and below and below[0].has_figures) or CAPTION.match(row.line.text):
        return False
    *before, above, after = (low.line.baseline - high.line.baseline for high, low in pairwise(rows[start : at + 2]))
    begins = abs(row.pieces[0].x0 - left) < row.line.size
    return begins and bool(before) and max(above, after) < AS_ROWS * min(before)


def _is_in_line(row: Row, block: Sequence[Row]) -> bool:
    """Whether a line below a block is a row of it that has words for figures: near, and its last ends as theirs do."""
    above = block[-1]
    ends = [each.pieces[-1].x1 for each in block if each.has_figures]
    is_near = row.line.baseline - above.line.baseline < NEXT_LINE * row.line.size
    is_aligned = all(abs(row.pieces[-1].x1 - end) < SAME_END * row.line.size for end in ends)
    return is_near and is_aligned and len(row.pieces) == len(above.pieces) and len(ends) > 1


def _is_beside(row: Row, left: float) -> bool:
    """Whether a line is text left of the figures alone: a label, or more of one."""
    return len(row.pieces) == 1 and row.pieces[0].x1 < left


def is_centred(row: Row, rows: Sequence[Row]) -> bool:
    """Whether ``row`` is one piece in the middle of the table ``rows`` are of, well within it: a heading of a part."""
    left = min(each.pieces[0].x0 for each in rows)
    right = max(each.pieces[-1].x1 for each in rows)
    start, end = row.pieces[0].x0 - left, right - row.pieces[-1].x1
    is_within = min(start, end) > WELL_WITHIN * row.line.size and abs(start - end) < OFF_MIDDLE * row.line.size
    return is_within and len(row.pieces) == 1 and not CAPTION.match(row.line.text)


def figures_from(row: Row) -> float:
    """Return where the first figure right of a label begins."""
    return min((piece.x0 for piece in row.pieces[1:] if piece.is_figure), default=row.pieces[-1].x0)


def _is_over(row: Row, left: float) -> bool:
    """Whether a line is text that runs over label and figures: a caption, a note, the text after the table."""
    first = row.pieces[0]
    is_long = first.x0 < left and first.x1 > left + OVER * row.line.size
    return is_long and not row.has_figures

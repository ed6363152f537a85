"""Tables of figures, with few rules or none: known by the numbers that stand below each other in columns.

Ordinary text, minutes and lists have no such columns, so two rules of thumb that words alone could never bear hold
here: a table may have two columns, and a heading may stand over several.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from ingest.readers.pdf.figures.alignment import are_aligned, has_words
from ingest.readers.pdf.figures.columns import Column, find_columns, split_between
from ingest.readers.pdf.figures.pieces import find_pieces
from ingest.readers.pdf.figures.stretches import OFF_MIDDLE, Row, figures_from, find_blocks, is_centred
from ingest.readers.pdf.text.captions import CAPTION, NOTE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.readers.pdf.page import Rule
    from ingest.readers.pdf.text.lines import Line

FEWEST_COLUMNS = 2
FEWEST_ROWS = 3
FEWEST_ROWS_OF_TWO = 4
"""A label and a number might also be a date or a list: two columns ask for more rows."""
HEAD_FAR = 2.5
"""Headings stand no further above a table than this many font sizes: a blank line may lie between."""
HEAD_FAR_RULED = 3.2
"""Where a rule lies between, with the space it takes on both sides."""
MOST_HEAD_LINES = 7
LONG_RULE = 0.6
"""A rule this long, measured by the table, goes over all of it."""
NEARER = 0.93
"""Lines this much nearer than rows are to each other belong to one row."""
LEAST_LEADING = 0.9
"""Lines nearer than this many font sizes stand beside each other, a little shifted."""
BETWEEN = 3
SECTION_FAR = 1.2
"""A heading of a part stands hardly further from the row below it than rows do."""
MOST_SECTIONS = 2
MOST_IN_CONTENTS = 3
"""A line of a table of contents has a number, a heading and a page."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The lines of a table of figures and its columns."""

    head: tuple[Row, ...]
    body: tuple[Row, ...]
    columns: tuple[Column, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """All its lines."""
        return tuple(row.line for row in (*self.head, *self.body))


def find_figures(lines: Sequence[Line], borders: Sequence[Rule]) -> list[Figures]:
    """Return the tables of figures among ``lines``; ``borders`` are the lying rules of the page."""
    rows = [Row(line, find_pieces(line)) for line in lines]
    found: list[Figures] = []
    first_free = 0
    for first, last in find_blocks(rows):
        frame = _frame_of(rows[first:last], borders)
        start = first if _is_heading(rows[first]) else _label_start(rows, first_free, first, frame)
        stop = _label_stop(rows, last, frame)
        head_start, start = _head_start(rows, max(first_free, start - MOST_HEAD_LINES), start, frame)
        figures = _make(rows[head_start:start], rows[start:stop])
        if figures is not None:
            found.append(figures)
            first_free = stop
    return found


def _make(head: Sequence[Row], block: Sequence[Row]) -> Figures | None:
    """Return a table of figures, its years and other unlabelled numbers at the top taken for headings."""
    at = _after_headings(block)
    rows = [row for row in block[at:] if row.has_figures]
    columns = find_columns([row.pieces for row in rows])
    fewest = FEWEST_ROWS if len(columns) > FEWEST_COLUMNS else FEWEST_ROWS_OF_TWO
    if len(columns) < FEWEST_COLUMNS or len(rows) + (at > 0) < fewest or _is_contents(rows):
        return None
    if has_words(block[at:], columns) or not are_aligned(rows, columns):
        return None
    heads = tuple(Row(row.line, split_between(row.pieces, columns)) for row in (*head, *block[:at]))
    return Figures(heads, tuple(block[at:]), columns)


def _is_contents(rows: Sequence[Row]) -> bool:
    """Whether each row is a heading with the page it is on: one whole number, never less than the one above."""
    pages = [int(row.pieces[-1].text) for row in rows if row.pieces[-1].text.isdecimal()]
    if len(pages) < len(rows) or pages != sorted(pages):
        return False
    return all(len(row.pieces) <= MOST_IN_CONTENTS for row in rows)


def _after_headings(block: Sequence[Row]) -> int:
    """Return where the headings at the top of ``block`` end: lines of years, and what goes on below them."""
    at = 0
    while at < len(block) and (_is_heading(block[at]) or (at and _goes_on_heading(block[at], block))):
        at += 1
    return at


def _goes_on_heading(row: Row, block: Sequence[Row]) -> bool:
    """Whether a line below years says more of each of several columns, what was spent, what is planned, or of all."""
    if len(row.pieces) == 1:
        left = min(figures_from(each) for each in block if each.has_figures)
        return row.pieces[0].x0 > left and not row.pieces[0].is_figure and not is_centred(row, block)
    return all(piece.is_unit or not piece.is_figure for piece in row.pieces)


def _is_heading(row: Row) -> bool:
    figures = [piece for piece in row.pieces if piece.is_figure]
    return bool(figures) and all(piece.is_year for piece in figures)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the lines of a block with figures stand."""

    left: float
    right: float
    label_end: float
    figures_from: float
    step: float
    """How far its lines with figures are apart."""
    rules: tuple[float, ...]
    """The heights of the rules over all of it."""

    def parts(self, above: Row, below: Row) -> bool:
        """Whether a rule lies between two lines."""
        return any(above.line.baseline < rule < below.line.baseline for rule in self.rules)

    def is_label(self, row: Row) -> bool:
        """Whether ``row`` is a piece of text that ends before the figures."""
        piece = row.pieces[0]
        return len(row.pieces) == 1 and piece.x0 >= self.left - row.line.size and piece.x1 < self.figures_from

    def may_head_part(self, row: Row) -> bool:
        """Whether ``row`` is a label, or text that begins where labels do or stands in the middle of the table."""
        piece = row.pieces[0]
        is_middle = abs(piece.x0 - self.left - self.right + piece.x1) < OFF_MIDDLE * row.line.size
        is_first = abs(piece.x0 - self.left) < row.line.size
        return self.is_label(row) or (len(row.pieces) == 1 and piece.x1 < self.right and (is_first or is_middle))


def _frame_of(block: Sequence[Row], borders: Sequence[Rule]) -> _Frame:
    inside = [piece for row in block for piece in row.pieces]
    left, right = min(piece.x0 for piece in inside), max(piece.x1 for piece in inside)
    labels = [row.pieces[0] for row in block if len(row.pieces) > 1 and not row.pieces[0].is_figure]
    lines = [row.line for row in block if row.has_figures]
    return _Frame(
        left=left,
        right=right,
        label_end=max((piece.x1 for piece in labels if piece.x1 < right), default=left),
        figures_from=min(figures_from(row) for row in block if row.has_figures),
        step=median([below.baseline - above.baseline for above, below in pairwise(lines)] or [0.0]),
        rules=tuple(
            rule.at for rule in borders if min(rule.end, right) - max(rule.start, left) > LONG_RULE * (right - left)
        ),
    )


def _label_start(rows: Sequence[Row], least: int, start: int, frame: _Frame) -> int:
    """Return where the label of the row at ``start`` begins, whose figures may stand beside its last line."""
    at = start
    while at > least and frame.is_label(rows[at - 1]) and not frame.parts(rows[at - 1], rows[at]):
        if rows[at].line.baseline - rows[at - 1].line.baseline >= NEARER * frame.step:
            break
        at -= 1
    return at


def _label_stop(rows: Sequence[Row], stop: int, frame: _Frame) -> int:
    """Return where the label of the row before ``stop`` ends, whose figures may stand beside its first line."""
    at = stop
    while at < len(rows) and frame.is_label(rows[at]) and not frame.parts(rows[at - 1], rows[at]):
        above, row = rows[at - 1], rows[at]
        step = row.line.baseline - above.line.baseline
        is_full = above.pieces[0].x1 + row.pieces[0].words[0].box.width > frame.label_end
        is_beside = step < LEAST_LEADING * row.line.size
        ends = above.pieces[0].is_figure or NOTE.match(row.line.text)
        if ends or not (is_beside or (is_full and step < NEARER * frame.step)):
            break
        at += 1
    return at


def _head_start(rows: Sequence[Row], least: int, start: int, frame: _Frame) -> tuple[int, int]:
    """Return where the headings above the line at ``start`` begin, and where they end.

    A heading of the table's first part may stand between them and ``start``; it is no heading of columns.
    """
    at = body = start
    while at > least:
        row, below = rows[at - 1], rows[at]
        far = max((HEAD_FAR_RULED if frame.parts(row, below) else HEAD_FAR) * row.line.size, SECTION_FAR * frame.step)
        is_far = below.line.baseline - row.line.baseline > far
        is_over = (row.has_figures and not _is_heading(row)) or CAPTION.match(row.line.text) is not None
        is_parted = any(len(each.pieces) > 1 for each in rows[at:body]) and frame.parts(row, below)
        if is_far or is_over or is_parted:
            break
        in_middle = is_between(rows[max(least, at - 2) : at + 1])
        if at == body and start - at < MOST_SECTIONS and not in_middle and frame.may_head_part(row):
            body -= 1
        elif not (in_middle or _is_head_line(row, frame)):
            break
        at -= 1
    return (at, body) if at < body else (start, start)


def is_between(rows: Sequence[Row]) -> bool:
    """Whether the second of three ``rows`` has headings set in the middle of the two others, beside all of theirs."""
    if len(rows) != BETWEEN:
        return False
    above, row, below = rows
    steps = (row.line.baseline - above.line.baseline, below.line.baseline - row.line.baseline)
    if max(steps) >= LEAST_LEADING * row.line.size or row.line.size > above.line.size:
        return False
    others = (*above.pieces, *below.pieces)
    return not any(piece.x0 < other.x1 and other.x0 < piece.x1 for piece in row.pieces for other in others)


def _is_head_line(row: Row, frame: _Frame) -> bool:
    """Whether all of a line stands over the figures, or is parted as they are."""
    slack = 2 * row.line.size
    start, end = row.pieces[0].x0, row.pieces[-1].x1
    if start < frame.left - slack or end > frame.right + slack:
        return False
    is_text = start < frame.left + row.line.size and end > frame.figures_from
    is_over = start >= min(frame.figures_from, frame.label_end) - row.line.size
    return len(row.pieces) > 1 or (is_over and not is_text)

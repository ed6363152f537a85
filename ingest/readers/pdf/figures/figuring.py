"""Writes a table of figures out in rows and cells: headings and labels on several lines, headings over columns."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from ingest.readers.pdf.figures.columns import span_of
from ingest.readers.pdf.figures.figures import LEAST_LEADING, NEARER, is_between
from ingest.readers.pdf.figures.headings import head_spans
from ingest.readers.pdf.figures.stretches import is_centred
from ingest.readers.pdf.figures.wrapped import join_wrapped
from ingest.readers.pdf.page import Box, surround
from ingest.readers.pdf.ruled.tables import Cell, Part, Table
from ingest.readers.pdf.text.lines import find_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TypeAlias

    from ingest.readers.pdf.figures.columns import Column
    from ingest.readers.pdf.figures.figures import Figures
    from ingest.readers.pdf.figures.headings import Span
    from ingest.readers.pdf.figures.stretches import Row
    from ingest.readers.pdf.page import Rule
    from ingest.readers.pdf.text.words import Word

    Group: TypeAlias = list[Row]

NEXT_LEVEL = 1.2
"""Heading lines this much further apart than the nearest two are two headings, not one on two lines."""
LABELLED = 0.3
"""From so many lines with a label on, one without is no row of its own if it stands near the line above."""
SAME_STEP = 0.1
"""Lines of one row are equally far apart to within this part of the font size: programs round to whole dots."""
INDENT = 0.5


def make_figures(figures: Figures, page: int, borders: Sequence[Rule]) -> Table:
    """Return ``figures``, found on ``page``, as a table; the middles between its columns stand in for rules."""
    head = _head_rows(figures, borders)
    groups = [*head, *_body_rows(figures)]
    box = surround([line.box for line in figures.lines])
    xs = _edges(figures.columns, box)
    ys = [box.top, *(_between(above, below) for above, below in pairwise(groups)), box.bottom]
    cells: list[Cell] = []
    for number, group in enumerate(groups):
        if number < len(head):
            spans = [head_spans(row, figures.head, figures.columns, borders) for row in group]
        else:
            spans = [_body_spans(row, figures) for row in group]
        for (first, last), words in _cells_of(group, spans, len(figures.columns)):
            where = Box(xs[first], ys[number], xs[last + 1], ys[number + 1])
            cells.append(Cell(number, first, 1, last - first + 1, (Part(page, where, find_lines(words)),)))
    joined = sorted(join_wrapped(cells, len(head)), key=lambda cell: (cell.row, cell.col))
    return Table(xs, tuple(joined), (page,) * len(groups), ((page, box),), is_ruled=False)


def _body_spans(row: Row, figures: Figures) -> list[Span]:
    """Return the columns of each piece of a row: a heading of a part in the middle of the table stands over all."""
    if _heads_part(row, figures):
        return [(0, len(figures.columns) - 1)]
    return [span_of(piece, figures.columns) for piece in row.pieces]


def _heads_part(row: Row, figures: Figures) -> bool:
    return not row.has_figures and is_centred(row, figures.body)


def _edges(columns: Sequence[Column], box: Box) -> tuple[float, ...]:
    middles = ((left.x1 + right.x0) / 2 for left, right in pairwise(columns))
    return (min(box.x0, columns[0].x0), *middles, max(box.x1, columns[-1].x1))


def _between(above: Group, below: Group) -> float:
    return (max(row.line.box.bottom for row in above) + min(row.line.box.top for row in below)) / 2


def _cells_of(
    group: Group, spans: Sequence[Sequence[Span]], n_columns: int
) -> Iterator[tuple[tuple[int, int], list[Word]]]:
    """Yield the columns each cell of a row spans, with its words; columns no piece stands in are empty cells.

    ``spans`` are the columns of each piece of each line.
    """
    held: list[tuple[int, int, list[Word]]] = []
    for row, of_row in zip(group, spans, strict=True):
        for piece, (first, last) in zip(row.pieces, of_row, strict=True):
            meets = [each for each in held if each[0] <= last and first <= each[1]]
            words = [word for each in meets for word in each[2]] + list(piece.words)
            held = [each for each in held if each not in meets]
            held.append((min([first, *(each[0] for each in meets)]), max([last, *(each[1] for each in meets)]), words))
    taken = {col for first, last, _words in held for col in range(first, last + 1)}
    held.extend((col, col, []) for col in range(n_columns) if col not in taken)
    for first, last, words in sorted(held, key=lambda each: each[0]):
        yield (first, last), words


def _head_rows(figures: Figures, borders: Sequence[Rule]) -> list[Group]:
    """Return the lines of each row of headings: a heading over several columns has a row of its own.

    Headings set in the middle of two lines beside them stand in the row of the lower one.
    """
    head = figures.head
    between = {at: row for at, row in enumerate(head) if is_between(head[max(0, at - 1) : at + 2])}
    groups = _group_head([row for at, row in enumerate(head) if at not in between], figures, borders)
    for group in groups:
        group.extend(row for at, row in between.items() if head[at + 1] in group)
    return groups


def _group_head(head: Sequence[Row], figures: Figures, borders: Sequence[Rule]) -> list[Group]:
    steps = [below.line.baseline - above.line.baseline for above, below in pairwise(head)]
    leading = min((step for step in steps if step > LEAST_LEADING * head[0].line.size), default=0.0)
    groups: list[Group] = [[row] for row in head[:1]]
    for (above, row), step in zip(pairwise(head), steps, strict=True):
        is_beside = step < LEAST_LEADING * row.line.size
        is_next = step > NEXT_LEVEL * leading or _are_units(row) or _spans(above, figures, borders)
        if _is_ruled_off(above, row, borders) or (not is_beside and (is_next or _spans(row, figures, borders))):
            groups.append([])
        groups[-1].append(row)
    return groups


def _spans(row: Row, figures: Figures, borders: Sequence[Rule]) -> bool:
    """Whether a heading of ``row`` stands over several columns; those of the last row never do."""
    return any(first < last for first, last in head_spans(row, figures.head, figures.columns, borders))


def _are_units(row: Row) -> bool:
    """Whether ``row`` says below the headings what is counted."""
    return all(piece.is_unit for piece in row.pieces)


def _is_ruled_off(above: Row, row: Row, borders: Sequence[Rule]) -> bool:
    left, right = row.line.box.x0, row.line.box.x1
    return any(
        above.line.baseline < rule.at < row.line.baseline and rule.start < right and rule.end > left for rule in borders
    )


def _body_rows(figures: Figures) -> list[Group]:
    """Return the lines of each row: a line without figures, or without a label, may be part of the row above."""
    rows = figures.body
    steps = [below.line.baseline - above.line.baseline for above, below in pairwise(rows)]
    spacing = _Spacing(
        usual=_usual_step(rows, steps),
        labelled=_usual_labelled_step(figures, steps),
        least=min((step for step in steps if step > LEAST_LEADING * rows[0].line.size), default=0.0),
        figures_from=figures.columns[1].x0,
        label_end=max(
            (row.pieces[0].x1 for row in rows if row.has_figures and not row.pieces[0].is_figure), default=0.0
        ),
    )
    parts = {id(row) for row in rows if _heads_part(row, figures)}
    groups: list[Group] = [[rows[0]]]
    for above, row, step in zip(rows, rows[1:], steps, strict=False):
        if id(row) in parts or id(above) in parts:
            goes_on = False
        elif not (row.has_figures and above.has_figures):
            goes_on = _goes_on(above, row, step, spacing)
        elif _has_label(row, figures.columns):
            goes_on = _is_label_broken(above, row, step, spacing)
        else:
            goes_on = step < NEARER * spacing.labelled
        if goes_on:
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


@dataclass(frozen=True, slots=True)
class _Spacing:
    """How far the lines of a table's body are apart, and where its labels end."""

    usual: float
    """From one line with figures to the next."""
    labelled: float
    """From any line to one with a label and figures."""
    least: float
    figures_from: float
    label_end: float

    def is_full(self, above: Row, row: Row) -> bool:
        """Whether the first word of ``row`` had no room after the label of ``above``."""
        return above.pieces[0].x1 + row.pieces[0].words[0].box.width > self.label_end


def _is_label_broken(above: Row, row: Row, step: float, spacing: _Spacing) -> bool:
    """Whether a line goes on the row above although both have a label and figures: nearer than any two rows are."""
    is_near = step < spacing.least + SAME_STEP * row.line.size and spacing.labelled > spacing.least / NEARER
    is_worded = " " in above.pieces[0].text and not row.pieces[0].is_figure
    return is_near and is_worded and spacing.is_full(above, row)


def _has_label(row: Row, columns: Sequence[Column]) -> bool:
    return span_of(row.pieces[0], columns)[0] == 0


def _usual_labelled_step(figures: Figures, steps: Sequence[float]) -> float:
    """Return how far rows with labels are below the line above; none where too few have labels."""
    labelled = [step for step, row in zip(steps, figures.body[1:], strict=True) if _has_label(row, figures.columns)]
    return median(labelled) if len(labelled) >= LABELLED * len(steps) and labelled else 0.0


def _usual_step(rows: Sequence[Row], steps: Sequence[float]) -> float:
    """Return how far rows of figures that follow each other are apart."""
    direct = [
        step
        for step, (above, below) in zip(steps, pairwise(rows), strict=True)
        if above.has_figures and below.has_figures
    ]
    return median(direct or steps or [0.0])


def _goes_on(above: Row, row: Row, step: float, spacing: _Spacing) -> bool:
    """Whether ``row`` goes on the label of ``above``; figures may stand beside its first line or its last."""
    first = row.pieces[0]
    is_near = step < NEARER * spacing.usual
    if first.is_figure or (len(row.pieces) > 1 and not row.has_figures):
        return is_near
    fits = first.x1 < spacing.figures_from
    is_small = first.text[:1].islower() or (fits and (first.text.startswith("(") or _is_open(above.pieces[0].text)))
    is_full = spacing.is_full(above, row)
    if row.has_figures:
        return (is_near or is_small) and (is_full or is_small)
    return is_near or is_small or (is_full and first.x0 - above.pieces[0].x0 > INDENT * row.line.size)


def _is_open(label: str) -> bool:
    """Whether ``label`` cannot be whole: it ends in a hyphen or a comma, or in brackets that are not closed."""
    return label.endswith(("-", ",", "/", "&")) or label.count("(") > label.count(")")

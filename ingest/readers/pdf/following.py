"""Rows without rules whose columns are known: below a heading row that has rules, or left over from the page before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.readers.pdf.gutters import Gutter, column_of
from ingest.readers.pdf.page import surround
from ingest.readers.pdf.regions import Region, make_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.readers.pdf.lines import Line
    from ingest.readers.pdf.page import Rule
    from ingest.readers.pdf.tables import Table

FEWEST_COLUMNS = 2
HEADING_ROWS = 1
"""A ruled table with more rows has rules between its rows."""
LONGEST_HEADING = 12
"""The cell of a heading has no more words."""
NEAR = 4.0
"""The first line of a row follows the heading, and each line the one before, within this many font sizes."""
STICKING_OUT = 2.0
"""Words reach over the edge of their column by no more than this."""
SPACE = 0.4
"""How wide a space is at most, in font sizes."""


def add_rows_below(table: Table, lines: Sequence[Line], page: int) -> tuple[Table, tuple[Line, ...]]:
    """Return the ruled ``table`` with rows of ``lines`` below it put to it, where it is only a heading, and they.

    A line belongs to it that keeps to its columns; at least one has to fill two of them.
    """
    if table.n_rows > HEADING_ROWS or len(table.xs) <= FEWEST_COLUMNS or not _is_heading(table):
        return table, ()
    rows = _leading_lines([line for line in lines if line.box.centre[1] > table.box.bottom], table, table.box.bottom)
    if not any(len(_columns(line, table)) >= FEWEST_COLUMNS for line in rows):
        return table, ()
    below = make_table(Region(rows, _gutters(table)), page)
    return stack(table, replace(below, xs=table.xs)), rows


def _is_heading(table: Table) -> bool:
    """Whether the cells of a row are worded as headings, and not the rest of a row cut by the page break."""
    return worded_as_headings([cell.text for cell in table.cells if cell.lines])


def worded_as_headings(texts: Sequence[str]) -> bool:
    """Whether ``texts``, the words of the cells of a row, may be headings: short, and none the rest of a sentence."""
    return all(len(text.split()) <= LONGEST_HEADING and not text[:1].islower() for text in texts)


def go_on_above(above: Table, lines: Sequence[Line], rules: Sequence[Rule], page: int) -> Table | None:
    """Return ``lines``, the first on ``page``, as what goes on of the unruled table ``above``; None if they do not.

    All have to keep to its columns, and one to begin in another than the first or to fill two.
    """
    if not lines or len(_leading_lines(lines, above, lines[0].box.top)) < len(lines):
        return None
    if all(_columns(line, above) == {0} for line in lines):
        return None
    around = surround([line.box for line in lines])
    heights = [
        rule.at
        for rule in sorted(rules, key=lambda rule: rule.at)
        if rule.length > above.box.width / 2 and around.top - NEAR * lines[0].size < rule.at < around.bottom + NEAR
    ]
    return replace(make_table(Region(tuple(lines), _gutters(above), tuple(heights)), page), xs=above.xs)


def leading_lines(above: Table, lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return those of ``lines``, which are the first on a page, that keep to the columns of ``above``."""
    return _leading_lines(lines, above, lines[0].box.top) if lines else ()


def stack(upper: Table, lower: Table) -> Table:
    """Return two tables of the same columns on one page as one without rules."""
    cells = (*upper.cells, *(replace(cell, row=cell.row + upper.n_rows) for cell in lower.cells))
    around = surround([upper.box, lower.box])
    return replace(
        upper,
        cells=cells,
        row_pages=upper.row_pages + lower.row_pages,
        boxes=((upper.last_page, around),),
        is_ruled=False,
    )


def _leading_lines(lines: Sequence[Line], table: Table, top: float) -> tuple[Line, ...]:
    """Return the first of ``lines`` below ``top`` that follow closely and keep to the columns of ``table``."""
    kept: list[Line] = []
    end = top
    for line in lines:
        if line.turn or line.box.top - end > NEAR * line.size or not keeps_to(line, table):
            break
        kept.append(line)
        end = line.box.bottom
    return tuple(kept)


def keeps_to(line: Line, table: Table) -> bool:
    """Whether all words of ``line`` stand in columns of ``table``, and none run on from one column to the next."""
    return all(
        not any(word.box.x0 + STICKING_OUT < edge < word.box.x1 - STICKING_OUT for edge in table.xs)
        and table.xs[0] - STICKING_OUT <= word.box.x0
        and word.box.x1 <= table.xs[-1] + STICKING_OUT
        for word in line.words
    ) and not _runs_over_edges(line, table)


def _runs_over_edges(line: Line, table: Table) -> bool:
    """Whether words of ``line`` follow each other over an edge as closely as those of a sentence."""
    return any(
        right.box.x0 - left.box.x1 < SPACE * line.size and any(left.box.x1 <= edge <= right.box.x0 for edge in table.xs)
        for left, right in zip(line.words, line.words[1:], strict=False)
    )


def _columns(line: Line, table: Table) -> set[int]:
    return {column_of(word, _gutters(table)) for word in line.words}


def _gutters(table: Table) -> tuple[Gutter, ...]:
    return tuple(Gutter(edge, edge) for edge in table.xs[1:-1])

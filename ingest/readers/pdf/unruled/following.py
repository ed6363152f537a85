"""Rows without rules whose columns are known from the page before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.readers.pdf.page import surround
from ingest.readers.pdf.text.gutters import at_edges, columns_of
from ingest.readers.pdf.unruled.regions import Region, make_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.readers.pdf.page import Rule
    from ingest.readers.pdf.ruled.tables import Table
    from ingest.readers.pdf.text.lines import Line

NEAR = 4.0
"""Each line follows the one before within this many font sizes."""
STICKING_OUT = 2.0
"""Words reach over the edge of their column by no more than this."""
SPACE = 0.4
"""How wide a space is at most, in font sizes."""


def go_on_above(above: Table, lines: Sequence[Line], rules: Sequence[Rule], page: int) -> Table | None:
    """Return ``lines``, the first on ``page``, as what goes on of the unruled table ``above``; None if they do not.

    All have to keep to its columns, and one to begin in another than the first or to fill two. What goes on of a
    table that is known by its headings is found by them alone.
    """
    if above.is_titled or not lines or len(_leading_lines(lines, above, lines[0].box.top)) < len(lines):
        return None
    if all(columns_of(line, at_edges(above.xs[1:-1])) == {0} for line in lines):
        return None
    around = surround([line.box for line in lines])
    heights = [
        rule.at
        for rule in sorted(rules, key=lambda rule: rule.at)
        if rule.length > above.box.width / 2 and around.top - NEAR * lines[0].size < rule.at < around.bottom + NEAR
    ]
    return replace(make_table(Region(tuple(lines), at_edges(above.xs[1:-1]), tuple(heights)), page), xs=above.xs)


def leading_lines(above: Table, lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return those of ``lines``, which are the first on a page, that keep to the columns of ``above``."""
    return _leading_lines(lines, above, lines[0].box.top) if lines else ()


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

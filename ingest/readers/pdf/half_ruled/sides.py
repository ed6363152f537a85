"""The upright rules that tables with level rules only do without, put where their columns are parted.

Rows are certain there, and so is that a row goes on to the next rule; with its columns known such a table is read as
one with all its rules, page by page the same.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from math import inf
from statistics import mode
from typing import TYPE_CHECKING

from ingest.readers.pdf.half_ruled.drawn import NARROWEST_DRAWN, find_drawn
from ingest.readers.pdf.half_ruled.level import Band, heading_of, is_across, is_alike
from ingest.readers.pdf.half_ruled.rivers import find_rivers
from ingest.readers.pdf.page import Rule
from ingest.readers.pdf.text.gutters import NARROWEST_WITH_RULES, at_edges, column_of, is_over

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ingest.readers.pdf.text.lines import Line

FEWEST_BANDS = 3
"""With fewer, rules above and below a heading and at the end, they need not part rows."""
MOST_FIGURES = 0.3
"""A table with more of its words figures is known better by these, whose rules need not part all rows."""
DENSE = 0.5
"""So many of the rows fill two columns at least; the levels of a chart hold a figure here and there."""
THIN = 0.5
STICKING_OUT = 2.0
"""Words reach over the sides of their table by no more than this."""
FEWEST_ALIGNED = 2
SAME_START = 2.0
"""Words that begin this near to where most in their column do begin with them."""


@dataclass(frozen=True)
class LevelTable:
    """A table with level rules only, or several with the same columns, on whatever pages."""

    bands: tuple[Band, ...]
    edges: tuple[float, ...]
    """Where its columns are parted, from left to right."""
    narrowest: float
    """By how much words of two cells are apart at least, in font sizes."""

    @property
    def sides(self) -> tuple[float, float]:
        """From where to where its rules reach."""
        return self.bands[0].sides

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """What its first row says, and its heading row if that is another."""
        return self.bands[0].text, heading_of(self.bands).text

    @cached_property
    def starts(self) -> Mapping[int, float]:
        """Where most lines begin in each column."""
        begun: dict[int, list[float]] = defaultdict(list)
        for band in self.bands:
            for line in band.lines:
                for column, start in self._begin(line):
                    begun[column].append(round(start))
        return {column: mode(starts) for column, starts in begun.items()}

    def _begin(self, line: Line) -> Iterator[tuple[int, float]]:
        """Yield where ``line`` begins in each column it has words in."""
        gutters = at_edges(self.edges)
        for column, words in groupby(line.words, key=lambda word: column_of(word, gutters)):
            yield column, next(words).box.x0

    def holds(self, line: Line) -> bool:
        """Whether ``line`` keeps to the columns."""
        left, right = self.sides
        is_within = left - STICKING_OUT <= line.box.x0 and line.box.x1 <= right + STICKING_OUT
        return not line.turn and is_within and not any(is_over(line, edge, self.narrowest) for edge in self.edges)

    def may_hold(self, lines: Iterable[Line], *, goes_on: bool) -> bool:
        """Whether ``lines``, which keep to the columns, begin in some where other rows do, or outside the first one.

        A row that begins does so in two columns at least; one that ``goes_on`` may do so in a single one.
        """
        begun: dict[int, float] = {}
        for line in lines:
            for column, start in self._begin(line):
                begun[column] = min(start, begun.get(column, start))
        aligned = sum(abs(start - self.starts.get(column, -inf)) <= SAME_START for column, start in begun.items())
        return any(begun) or aligned > 0 if goes_on else aligned >= FEWEST_ALIGNED

    def draw_sides(self, band: Band) -> Iterator[Rule]:
        """Yield the upright rules of one row: at its ends, and at each edge that no words of it stand over.

        Where nothing but words over an edge stands, they are a title across all columns.
        """
        inner = [edge for edge in self.edges if not any(is_over(line, edge, self.narrowest) for line in band.lines)]
        is_title = len(inner) < len(self.edges) and is_across(band)
        for edge in (band.sides[0], *(() if is_title else inner), band.sides[1]):
            yield Rule(edge, band.top, band.bottom, THIN, None)


@dataclass(frozen=True, slots=True)
class _Pool:
    """Stretches that are of one table or of tables under the same headings, on whatever pages."""

    stretches: list[tuple[Band, ...]]

    @property
    def bands(self) -> list[Band]:
        return [band for stretch in self.stretches for band in stretch]

    @property
    def has_rows(self) -> bool:
        """Whether rules part rows, on one page or on several, and not only a heading from all that is below it."""
        written = [[band for band in stretch if band.lines] for stretch in self.stretches]
        is_on_pages = len({stretch[0].page for stretch in self.stretches}) > 1
        first = heading_of(self.stretches[0])
        is_told = is_on_pages or first.follows
        return (is_told and first.is_heading) or any(len(bands) >= FEWEST_BANDS for bands in written)

    @property
    def is_of_figures(self) -> bool:
        """Whether many of its words are figures."""
        n_words = sum(len(line.words) for band in self.bands for line in band.lines)
        return sum(band.n_figures for band in self.bands) >= MOST_FIGURES * n_words

    def takes(self, stretch: Sequence[Band]) -> bool:
        """Whether ``stretch`` has the same headings, or none because it goes on the last one."""
        first, last, other = heading_of(self.stretches[0]), self.stretches[-1][-1], heading_of(stretch)
        if not is_alike(first.sides, other.sides):
            return False
        if self.stretches[0][0].is_card and stretch[0].is_card:
            return True
        return other.text == first.text or (other.page > last.page and not other.is_heading)


def find_level_tables(stretches: Sequence[tuple[Band, ...]]) -> Iterator[LevelTable]:
    """Yield the tables with the ``stretches`` of a document, given in order, whose rows and columns are told."""
    for pool in _pools(stretches):
        if pool.has_rows and not pool.is_of_figures:
            table = _find_columns(pool.bands)
            if table.edges:
                yield table


def _pools(stretches: Sequence[tuple[Band, ...]]) -> list[_Pool]:
    pools: list[_Pool] = []
    for stretch in stretches:
        home = next((pool for pool in reversed(pools) if pool.takes(stretch)), None)
        if home is None:
            pools.append(_Pool([stretch]))
        else:
            home.stretches.append(stretch)
    return pools


def _find_columns(bands: Sequence[Band]) -> LevelTable:
    """Return ``bands`` as a table; without edges where it shows none, or hardly a row fills two columns."""
    written = [band for band in bands if band.lines]
    drawn = find_drawn(written)
    edges = drawn or find_rivers(written)
    if sum(_n_filled(band, edges) > 1 for band in bands) < DENSE * len(bands):
        edges = ()
    return LevelTable(tuple(bands), edges, NARROWEST_DRAWN if drawn else NARROWEST_WITH_RULES)


def _n_filled(band: Band, edges: Sequence[float]) -> int:
    gutters = at_edges(edges)
    return len({column_of(word, gutters) for line in band.lines for word in line.words})

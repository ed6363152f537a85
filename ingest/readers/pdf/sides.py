"""The upright rules that tables with level rules only do without, put where rivers of white part their columns.

Rows are certain there, and so is that a row goes on to the next rule; with its columns known such a table is read as
one with all its rules, page by page the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from ingest.readers.pdf.gutters import NARROWEST_WITH_RULES, WIDE, Gutter, column_of, narrow
from ingest.readers.pdf.level import Band, is_alike
from ingest.readers.pdf.page import Rule

if TYPE_CHECKING:
    from ingest.readers.pdf.lines import Line

FEWEST_BANDS = 3
"""With fewer, rules above and below a heading and at the end, they need not part rows."""
MERGED = 0.2
"""Over a river up to this part of the rows may have cells merged."""
SAME_START = 1.5
ALIKE = 0.5
FEWEST_ALIKE = 2
"""A column is one where so many lines, and this part of those that begin near its left side, begin alike."""
MOST_FIGURES = 0.3
"""A table with more of its words figures is known better by these, whose rules need not part all rows."""
DENSE = 0.5
"""So many of the rows fill two columns at least; the levels of a chart hold a figure here and there."""
THIN = 0.5


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
        first = self.stretches[0][0]
        is_told = is_on_pages or first.follows
        return (is_told and first.is_heading) or any(len(bands) >= FEWEST_BANDS for bands in written)

    @property
    def is_of_figures(self) -> bool:
        """Whether many of its words are figures."""
        n_words = sum(len(line.words) for band in self.bands for line in band.lines)
        return sum(band.n_figures for band in self.bands) >= MOST_FIGURES * n_words

    def takes(self, stretch: Sequence[Band]) -> bool:
        """Whether ``stretch`` has the same headings, or none because it goes on the last one."""
        first, last, other = self.stretches[0][0], self.stretches[-1][-1], stretch[0]
        if not is_alike(first.sides, other.sides):
            return False
        return other.text == first.text or (other.page > last.page and not other.is_heading)


def find_sides(stretches: Sequence[tuple[Band, ...]]) -> Mapping[int, tuple[Rule, ...]]:
    """Return, page by page, the upright rules of the tables with the ``stretches`` of a document, given in order."""
    sides: dict[int, tuple[Rule, ...]] = {}
    for pool in _pools(stretches):
        edges = _edges(pool.bands) if pool.has_rows and not pool.is_of_figures else ()
        if edges:
            for band in pool.bands:
                sides[band.page] = (*sides.get(band.page, ()), *_sides(band, edges))
    return sides


def _pools(stretches: Sequence[tuple[Band, ...]]) -> list[_Pool]:
    pools: list[_Pool] = []
    for stretch in stretches:
        home = next((pool for pool in reversed(pools) if pool.takes(stretch)), None)
        if home is None:
            pools.append(_Pool([stretch]))
        else:
            home.stretches.append(stretch)
    return pools


def _sides(band: Band, edges: Sequence[float]) -> Iterator[Rule]:
    """Yield the upright rules of one row: at its ends, and at each edge that no words of it stand over."""
    for edge in (band.sides[0], *edges, band.sides[1]):
        if not any(_is_over(line, edge) for line in band.lines):
            yield Rule(edge, band.top, band.bottom, THIN, None)


def _is_over(line: Line, edge: float) -> bool:
    """Whether a word of ``line`` stands at ``edge``, or words to both sides of it are as near as those of a text."""
    if any(word.box.x0 < edge < word.box.x1 for word in line.words):
        return True
    return any(
        left.box.x1 <= edge <= right.box.x0 and right.box.x0 - left.box.x1 < NARROWEST_WITH_RULES * line.size
        for left, right in pairwise(line.words)
    )


def _edges(bands: Sequence[Band]) -> tuple[float, ...]:
    """Return where the columns of the table with these ``bands`` are parted; nothing where it shows none."""
    written = [band for band in bands if band.lines]
    lines = [line for band in written for line in band.lines]
    start, end = min(line.box.x0 for line in lines), max(line.box.x1 for line in lines)
    inset = max(start - written[0].sides[0], 0.0)
    rivers = [river for river in _rivers(written, start, end) if _is_strong(river, lines)]
    if sum(_n_filled(band, rivers) > 1 for band in bands) < DENSE * len(bands):
        return ()
    marked = [edge for band in bands for edge in band.edges]
    return tuple(_edge(river, marked, inset) for river in rivers)


def _n_filled(band: Band, rivers: Sequence[Gutter]) -> int:
    return len({column_of(word, rivers) for line in band.lines for word in line.words})


def _rivers(bands: Sequence[Band], start: float, end: float) -> list[Gutter]:
    """Return the strips between ``start`` and ``end`` that hardly a row, best none, has words over."""
    parted = [band for band in bands if not _runs_over(band)] or bands
    free = [_free(band, start, end) for band in parted]
    size = median(line.size for band in bands for line in band.lines)
    wide = [
        river
        for river in _free_in(free, len(parted) - int(MERGED * len(parted)))
        if river.width >= NARROWEST_WITH_RULES * size and start < river.middle < end
    ]
    clear = [river for river in _free_in(free, len(parted)) if river.width >= NARROWEST_WITH_RULES * size]
    return [
        max((each for each in clear if river.start <= each.start and each.end <= river.end), key=_width, default=river)
        for river in wide
    ]


def _width(river: Gutter) -> float:
    return river.width


def _free_in(free: Sequence[Sequence[Gutter]], least: int) -> list[Gutter]:
    """Return the strips that are free in at least so many rows, given what is free in each."""
    places = sorted({place for gutters in free for each in gutters for place in (each.start, each.end)})
    rivers: list[Gutter] = []
    for left, right in pairwise(places):
        if sum(any(each.start <= left and right <= each.end for each in gutters) for gutters in free) < least:
            continue
        if rivers and rivers[-1].end == left:
            rivers[-1] = Gutter(rivers[-1].start, right)
        else:
            rivers.append(Gutter(left, right))
    return rivers


def _free(band: Band, start: float, end: float) -> tuple[Gutter, ...]:
    gutters: tuple[Gutter, ...] = (Gutter(start - 1, end + 1),)
    for line in band.lines:
        gutters = narrow(gutters, line, NARROWEST_WITH_RULES)
    return gutters


def _runs_over(band: Band) -> bool:
    """Whether the words of ``band`` run on without a gap: a row merged over all columns, or one with a single cell."""
    boxes = sorted((word.box for line in band.lines for word in line.words), key=lambda box: box.x0)
    end = boxes[0].x1
    for box in boxes:
        if box.x0 - end > WIDE * band.lines[0].size:
            return False
        end = max(end, box.x1)
    return True


def _is_strong(river: Gutter, lines: Sequence[Line]) -> bool:
    """Whether words begin alike at the right of ``river``, or it is too wide for a space."""
    clear = [line for line in lines if not _is_over(line, river.middle)]
    begun = [x for line in clear if (x := min((w.box.x0 for w in line.words if w.box.x0 > river.middle), default=None))]
    near = [first for first in begun if first - river.end < WIDE * lines[0].size]
    alike = sum(first - river.end < SAME_START for first in near)
    if river.width >= WIDE * lines[0].size:
        return len(begun) > len(lines) - len(clear)
    return alike >= FEWEST_ALIKE and alike >= ALIKE * len(near)


def _edge(river: Gutter, marked: Sequence[float], inset: float) -> float:
    """Return where ``river`` is parted: where a piece of a rule ends, or as far before words as at the left."""
    within = [edge for edge in marked if river.start <= edge <= river.end]
    return within[0] if within else max(river.end - inset, river.middle)

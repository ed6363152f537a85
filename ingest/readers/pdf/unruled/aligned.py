"""Tables drawn with rules between their rows only, or with none: known by words that stand in columns.

A false table made of ordinary text is worse than a table left as text, so without any rule three columns are asked
for; a list of two, such as the head of a letter, stays text.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from ingest.readers.pdf.figures.figures import Figures, find_figures
from ingest.readers.pdf.figures.figuring import make_figures
from ingest.readers.pdf.figures.scales import outside_charts
from ingest.readers.pdf.marks.colors import is_paper
from ingest.readers.pdf.ruled.rules import join_rules
from ingest.readers.pdf.ruled.typed_rules import part_typed_rules
from ingest.readers.pdf.text.gutters import NARROWEST_WITH_RULES, Gutter, gaps, narrow
from ingest.readers.pdf.unruled.regions import Region, is_filled, make_table
from ingest.readers.pdf.unruled.unruled import find_unruled, is_contents
from ingest.readers.pdf.unruled.zones import find_zones

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.readers.pdf.page import Page, Rule
    from ingest.readers.pdf.ruled.tables import Table
    from ingest.readers.pdf.text.lines import Line
    from ingest.readers.pdf.unruled.unruled import find_unruled
from ingest.readers.pdf.unruled.zones import Zone

SURE = 4
"""After so many lines nothing of a table runs over its gutters: headings over several columns stand at its top."""
HEADING_NEAR = 2.5
"""A heading stands this near above the first rule of its table, in font sizes."""
WHOLE_PAGE = 0.7
"""What is painted over this part of the page is its ground and tells no rows apart."""
LONG_RULE = 0.25
"""Rules between rows are at least this part of the page's width long."""
SAME_ENDS = 6.0
FEWEST_PIECES = 2


@dataclass(frozen=True, slots=True)
class Aligned:
    """The tables found, the columns of text, each by itself, and the lines that are in neither."""

    tables: tuple[Table, ...]
    columns: tuple[tuple[Line, ...], ...]
    lines: tuple[Line, ...]


def find_aligned(page: Page, lines: Sequence[Line], borders: Sequence[Rule]) -> Aligned:
    """Return the tables among ``lines``, those of ``page`` in no ruled table; ``borders`` are its lying rules."""
    upright = [line for line in lines if line.turn == 0]
    tables: list[Table] = []
    columns: list[tuple[Line, ...]] = []
    left: list[Line] = []
    for zone in find_zones(upright, borders):
        found = _find_in_zone(page, zone, [rule for rule in borders if _is_along(rule, zone)])
        tables.extend(found)
        outside = _outside_tables(zone.lines, found)
        if zone.is_column:
            columns.extend(outside)
        else:
            left.extend(line for stretch in outside for line in stretch)
    return Aligned(tuple(tables), tuple(columns), (*left, *(line for line in lines if line.turn != 0)))


def _find_in_zone(page: Page, zone: Zone, borders: Sequence[Rule]) -> list[Table]:
    """Return the tables of one zone: those of figures first, then those between rules, then those without."""
    lines, typed = part_typed_rules(outside_charts(zone.lines))
    borders = [*borders, *typed]
    figures = find_figures(lines, borders)
    left = _outside(lines, figures)
    regions: list[Region] = []
    for band in _bands(borders, page):
        found = _ruled_regions(left, band)
        regions.extend(found)
        left = _outside(left, found)
    long = [rule.at for rule in borders if rule.length > LONG_RULE * page.width]
    regions.extend(find_unruled(left, _edges_of_fills(page), long))
    return [
        *(make_figures(each, page.number, borders) for each in figures),
        *(make_table(region, page.number) for region in regions),
    ]


def _is_along(rule: Rule, zone: Zone) -> bool:
    """Whether most of ``rule`` lies over the zone's width."""
    start, end = min(line.box.x0 for line in zone.lines), max(line.box.x1 for line in zone.lines)
    return min(rule.end, end) - max(rule.start, start) > rule.length / 2


def _outside_tables(lines: Sequence[Line], tables: Sequence[Table]) -> list[tuple[Line, ...]]:
    """Return the stretches of ``lines`` above, between and below ``tables``."""
    placed = {id(word) for table in tables for cell in table.cells for line in cell.lines for word in line.words}
    stretches = groupby(lines, key=lambda line: id(line.words[0]) in placed)
    return [tuple(stretch) for is_placed, stretch in stretches if not is_placed]


def _outside(lines: Sequence[Line], regions: Sequence[Region | Figures]) -> list[Line]:
    gone = {id(line) for region in regions for line in region.lines}
    return [line for line in lines if id(line) not in gone]


def _bands(borders: Sequence[Rule], page: Page) -> list[list[float]]:
    """Return the heights of long rules, those that begin and end alike together."""
    bands: list[list[Rule]] = []
    for rule in join_rules(borders):
        if rule.length < LONG_RULE * page.width:
            continue
        home = next((band for band in bands if _ends_alike(band[-1], rule)), None)
        if home is None:
            bands.append([rule])
        else:
            home.append(rule)
    return [[rule.at for rule in band] for band in bands]


def _ends_alike(first: Rule, second: Rule) -> bool:
    return abs(first.start - second.start) < SAME_ENDS and abs(first.end - second.end) < SAME_ENDS


def _ruled_regions(lines: Sequence[Line], band: Sequence[float]) -> list[Region]:
    """Return the tables between the rules of ``band``: stretches whose lines all share gutters."""
    regions: list[Region] = []
    inside: list[Line] = []
    for line in [*_heading_above(lines, band), *(each for each in lines if band[0] < each.box.centre[1] < band[-1])]:
        if _ends(inside, line):
            regions.append(Region(tuple(inside), _shared_gutters(inside), tuple(band)))
            inside = []
        inside.append(line)
    regions.append(Region(tuple(inside), _shared_gutters(inside), tuple(band)))
    return [region for region in regions if is_filled(region) and not is_contents(region)]


def _ends(inside: Sequence[Line], line: Line) -> bool:
    """Whether ``line`` is no more of the table ``inside``: it runs over a gutter that is sure, or over all."""
    before, after = len(_shared_gutters(inside)), len(_shared_gutters([*inside, line]))
    return after < before and (after == 0 or len(inside) >= SURE)


def _heading_above(lines: Sequence[Line], band: Sequence[float]) -> list[Line]:
    """Return the line right above the first rule, where headings stand when rules only lie below rows."""
    above = [line for line in lines if line.box.centre[1] < band[0]]
    is_heading = above and gaps(above[-1]) and band[0] - above[-1].baseline < HEADING_NEAR * above[-1].size
    return above[-1:] if is_heading else []


def _shared_gutters(lines: Sequence[Line]) -> tuple[Gutter, ...]:
    """Return the gutters of the line with most of them, as far as the other lines leave them free."""
    if not lines:
        return ()
    gutters = gaps(max(lines, key=lambda line: len(gaps(line))))
    for line in lines:
        gutters = tuple(piece for gutter in gutters for piece in _left_of(gutter, line))
    return gutters


def _left_of(gutter: Gutter, line: Line) -> tuple[Gutter, ...]:
    """Return what ``line`` leaves of ``gutter``; where it has a wide gap there, its spaces part nothing."""
    pieces = narrow((gutter,), line, NARROWEST_WITH_RULES)
    if len(pieces) < FEWEST_PIECES:
        return pieces
    return tuple(piece for piece in pieces if any(gap.start <= piece.middle <= gap.end for gap in gaps(line))) or pieces


def _edges_of_fills(page: Page) -> tuple[float, ...]:
    """Return the heights at which painted bands begin and end: rows told apart by colour."""
    most = WHOLE_PAGE * page.width * page.height
    painted = [fill.box for fill in page.fills if not is_paper(fill.color) and fill.box.area < most]
    return tuple(sorted({round(edge, 1) for box in painted for edge in (box.top, box.bottom)}))

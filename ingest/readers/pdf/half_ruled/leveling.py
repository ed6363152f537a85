"""Gives tables with level rules only the rules they do without: upright ones, and level ones of rows left open."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from ingest.readers.pdf.half_ruled.level import find_stretches, long_rules
from ingest.readers.pdf.half_ruled.open_rows import Loose, find_open_rows
from ingest.readers.pdf.half_ruled.sides import THIN, find_level_tables
from ingest.readers.pdf.page import Rule
from ingest.readers.pdf.surroundings.furniture import find_furniture
from ingest.readers.pdf.text.lines import find_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ingest.readers.pdf.half_ruled.level import Band
    from ingest.readers.pdf.page import Page
    from ingest.readers.pdf.text.lines import Line
    from ingest.readers.pdf.text.words import Word


@dataclass(frozen=True, slots=True)
class Bare:
    """A page before its tables are known: its words, and the lying rules that are not under or through them."""

    page: Page
    words: Sequence[Word]
    borders: Sequence[Rule]
    is_told: bool
    """Whether tags tell the columns of every table on it."""


@dataclass(frozen=True, slots=True)
class Added:
    """The rules a page is given."""

    lying: list[Rule] = field(default_factory=list)
    standing: list[Rule] = field(default_factory=list)


def add_rules(pages: Sequence[Bare]) -> Mapping[int, Added]:
    """Return the rules each of ``pages`` is given, by its number; where tags tell all they need none of them."""
    stretches = [
        band for each in pages if not each.is_told for band in find_stretches(each.page, each.words, each.borders)
    ]
    added = {each.page.number: Added() for each in pages}
    loose: Mapping[int, Loose] = {}
    for table in find_level_tables(stretches):
        loose = loose or _find_loose(pages, list(chain(*stretches)))
        for band in table.bands:
            added[band.page].standing.extend(table.draw_sides(band))
        for band in find_open_rows(table, loose):
            added[band.page].standing.extend(table.draw_sides(band))
            added[band.page].lying.extend(Rule(at, *band.sides, THIN, None) for at in (band.top, band.bottom))
    return added


def _find_loose(pages: Sequence[Bare], bands: Iterable[Band]) -> dict[int, Loose]:
    """Return what is on ``pages`` outside ``bands``, by their numbers."""
    rows: dict[int, list[Band]] = defaultdict(list)
    for band in bands:
        rows[band.page].append(band)
    lines = [_lines_outside(each.words, rows[each.page.number]) for each in pages]
    inside = [[line for band in rows[each.page.number] for line in band.lines] for each in pages]
    written = [(each.page, (*found, *held)) for each, found, held in zip(pages, lines, inside, strict=True)]
    furniture = find_furniture(written)
    return {
        each.page.number: Loose(
            tuple(line for line in found if not any(line is part.line for part in parts)),
            tuple(long_rules(each.page, each.borders)),
            tuple((band.top, band.bottom) for band in rows[each.page.number]),
        )
        for each, found, parts in zip(pages, lines, furniture, strict=True)
    }


def _lines_outside(words: Sequence[Word], bands: Iterable[Band]) -> tuple[Line, ...]:
    placed = {id(word) for band in bands for line in band.lines for word in line.words}
    return find_lines(word for word in words if id(word) not in placed)

"""Headers and footers that are small tables, as word processors put a name, a reference and a mark side by side."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from ingest.readers.pdf.ruled.fused import split_top
from ingest.readers.pdf.surroundings.furniture import Furniture, is_repeated, key_of, seen_on, zone_of
from ingest.readers.pdf.text.lines import find_lines
from ingest.readers.pdf.text.titles import is_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ingest.readers.pdf.ruled.tables import Table
    from ingest.readers.pdf.surroundings.furniture import Key, Seen
    from ingest.readers.pdf.surroundings.sheet import Sheet

FEWEST_TITLES = 2
"""So many headings of columns side by side are the heading row of a table, and no header of a page."""


@dataclass(frozen=True, slots=True)
class _Margin:
    """What may be a header or footer that is a table."""

    lines: Sequence[Furniture]
    """The lines across it, never none."""
    rest: tuple[Table, ...]
    """What is left of the table without it."""


def set_apart_page_tables(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return the pages of a document with the tables in their headers and footers told as what they are.

    Such a table stands wholly in the upper or lower margin of its page, and each of its lines on another page too.
    One that touches the table below it is found in that one's first rows.
    """
    margins = [[tuple(_find_margins(table, sheet)) for table in sheet.tables] for sheet in sheets]
    known: dict[Key, list[Seen]] = defaultdict(list)
    for sheet, tables in zip(sheets, margins, strict=True):
        for each in chain.from_iterable(margin.lines for table in tables for margin in table):
            known[key_of(each.line, each.where)].append(seen_on(each.line, each.where, sheet.page))
    return [_set_apart(sheet, tables, known) for sheet, tables in zip(sheets, margins, strict=True)]


def _set_apart(sheet: Sheet, margins: Sequence[Sequence[_Margin]], known: Mapping[Key, Sequence[Seen]]) -> Sheet:
    kept: list[Table] = []
    found: list[Furniture] = []
    for table, parts in zip(sheet.tables, margins, strict=True):
        margin = next((part for part in parts if all(_is_known(each, sheet, known) for each in part.lines)), None)
        found.extend(margin.lines if margin else ())
        kept.extend(margin.rest if margin else (table,))
    return replace(sheet, tables=tuple(kept), furniture=(*sheet.furniture, *found)) if found else sheet


def _find_margins(table: Table, sheet: Sheet) -> Iterator[_Margin]:
    """Yield what may be a header or footer on ``sheet``: all of ``table``, or a table fused to its top."""
    if lines := _as_furniture(table, sheet):
        yield _Margin(lines, ())
    halves = split_top(table)
    if halves is not None and (lines := _as_furniture(halves[0], sheet)):
        yield _Margin(lines, (halves[1],))


def _is_known(each: Furniture, sheet: Sheet, known: Mapping[Key, Sequence[Seen]]) -> bool:
    return is_repeated(seen_on(each.line, each.where, sheet.page), known[key_of(each.line, each.where)])


def _as_furniture(table: Table, sheet: Sheet) -> list[Furniture]:
    """Return the lines across ``table`` as a header or footer; none where it cannot be one."""
    cells = [cell for cell in table.cells if cell.lines]
    if sum(is_title(cell.text) for cell in table.row(0)) >= FEWEST_TITLES:
        return []
    lines = find_lines([word for cell in cells for line in cell.lines for word in line.words])
    zones = [zone_of(line, sheet.page) for line in lines]
    if len(set(zones)) != 1:
        return []
    return [Furniture(line, where) for line, where in zip(lines, zones, strict=True) if where is not None]

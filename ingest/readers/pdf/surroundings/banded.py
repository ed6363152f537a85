"""Headers and footers that stand between the rules of a table: its last row runs on to the foot of the page.

They are known by another page, where they stand outside its table or number that page too.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from ingest.readers.pdf.surroundings.furniture import Furniture, is_repeated, key_of, number_of, seen_on, zone_of
from ingest.readers.pdf.surroundings.repeating import is_merged_into, without_rows
from ingest.readers.pdf.text.gutters import chunks
from ingest.readers.pdf.text.lines import find_lines, make_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import TypeAlias

    from ingest.model import Where
    from ingest.readers.pdf.ruled.tables import Cell, Table
    from ingest.readers.pdf.surroundings.furniture import Key, Seen
    from ingest.readers.pdf.surroundings.sheet import Sheet
    from ingest.readers.pdf.text.lines import Line

    _Placed: TypeAlias = tuple[Seen, float]
    """A line as it stands near the edge of its page, and where it begins."""

SAME_START = 6.0
"""A footer begins at the same place on every page, to this much, unless it is centred on a longer number."""


def free_furniture(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return the pages of a document with the lines of headers and footers taken out of the rows of tables."""
    known: dict[Key, list[_Placed]] = defaultdict(list)
    banded = [tuple(_banded(sheet)) for sheet in sheets]
    for sheet, lines in zip(sheets, banded, strict=True):
        for each in sheet.furniture:
            known[key_of(each.line, each.where)].append((seen_on(each.line, each.where, sheet.page), each.line.box.x0))
        for line, where in lines:
            if number_of(line) == sheet.page.number:
                known[key_of(line, where)].append((seen_on(line, where, sheet.page), line.box.x0))
    return [_free(sheet, lines, known) for sheet, lines in zip(sheets, banded, strict=True)]


def _banded(sheet: Sheet) -> Iterator[tuple[Line, Where]]:
    """Yield the lines, and the pieces of lines, in tables near the upper and lower edge of the page."""
    words = [
        word
        for table in sheet.tables
        if table.is_ruled
        for cell in table.cells
        for line in cell.lines
        if zone_of(line, sheet.page)
        for word in line.words
    ]
    for line in find_lines(words):
        where = zone_of(line, sheet.page)
        pieces = [make_line(piece) for piece in chunks(line)]
        if where is not None:
            yield from ((each, where) for each in chain([line], pieces if len(pieces) > 1 else []))


def _free(sheet: Sheet, lines: Sequence[tuple[Line, Where]], known: Mapping[Key, Sequence[_Placed]]) -> Sheet:
    """Return ``sheet`` without those of ``lines``, which are in its tables, that are its header or footer."""
    found: list[Furniture] = []
    freed: set[int] = set()
    for line, where in lines:
        alike = known.get(key_of(line, where), ())
        others = [seen for seen, start in alike if abs(start - line.box.x0) <= SAME_START]
        if is_repeated(seen_on(line, where, sheet.page), others) and not any(id(word) in freed for word in line.words):
            found.append(Furniture(line, where))
            freed.update(id(word) for word in line.words)
    if not found:
        return sheet
    tables = (_without(table, freed) for table in sheet.tables)
    # A header or footer may be a table of its own, of which nothing is left then.
    kept = tuple(table for table in tables if any(cell.lines for cell in table.cells))
    return replace(sheet, tables=kept, furniture=(*sheet.furniture, *found))


def _without(table: Table, freed: set[int]) -> Table:
    """Return ``table`` without the words that are ``freed``, and without the rows that held no others."""
    cells = [_without_words(cell, freed) for cell in table.cells]
    changed = {cell.row for cell, was in zip(cells, table.cells, strict=True) if cell is not was}
    empty = [row for row in sorted(changed) if not any(cell.lines for cell in cells if cell.row == row)]
    whole = replace(table, cells=tuple(cells))
    return whole if len(empty) == table.n_rows or is_merged_into(table, empty) else without_rows(whole, empty)


def _without_words(cell: Cell, freed: set[int]) -> Cell:
    if not any(id(word) in freed for line in cell.lines for word in line.words):
        return cell
    kept = [[[word for word in line.words if id(word) not in freed] for line in part.lines] for part in cell.parts]
    parts = tuple(
        replace(part, lines=tuple(make_line(words) for words in lines if words))
        for part, lines in zip(cell.parts, kept, strict=True)
    )
    return replace(cell, parts=parts)

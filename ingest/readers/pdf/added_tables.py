"""The tables of a page that no rules show: known by their headings, or only by their words standing in columns."""

from __future__ import annotations

from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING

from ingest.readers.pdf.half_ruled.caged import part_rows
from ingest.readers.pdf.half_ruled.framed import part_columns
from ingest.readers.pdf.half_ruled.heading_above import add_heading_above
from ingest.readers.pdf.surroundings.sheet import without
from ingest.readers.pdf.surroundings.title_again import set_apart_title
from ingest.readers.pdf.unruled.aligned import find_aligned
from ingest.readers.pdf.unruled.following import go_on_above, leading_lines
from ingest.readers.pdf.unruled.painting import paint
from ingest.readers.pdf.unruled.titling import add_rows_below, find_titled_tables, go_on_titled, outside

if TYPE_CHECKING:
    from ingest.readers.pdf.ruled.tables import Table
    from ingest.readers.pdf.surroundings.sheet import Sheet


def add_known_by_words(sheet: Sheet, above: Sheet | None) -> Sheet:
    """Return ``sheet`` with the tables only its words show; one may go on from the page ``above``."""
    return _add_unruled(_add_titled(_add_headed(sheet), above), above)


def _add_headed(sheet: Sheet) -> Sheet:
    """Return ``sheet`` with rows put to tables that are only a heading, and headings to those that stand below them."""
    tables: list[Table] = []
    lines = sheet.lines
    for table in sheet.tables:
        headed, heading = add_heading_above(table, lines, sheet.page)
        lines = without(lines, heading)
        whole, rows = add_rows_below(headed, lines, sheet.page)
        tables.append(whole)
        lines = without(lines, rows)
    return replace(sheet, tables=tuple(tables), lines=lines)


def _add_titled(sheet: Sheet, above: Sheet | None) -> Sheet:
    """Return ``sheet`` with its tables that are known by their headings, and the rest of one on the page ``above``."""
    before = _table_at_foot(above) if above else None
    top = min((table.box.top for table in sheet.tables), default=inf)
    lines = [line for line in sheet.lines if line.turn == 0]
    part = go_on_titled(before, [line for line in lines if line.box.top < top], sheet.page) if before else None
    first = (part,) if part else ()
    tables = (*first, *find_titled_tables(outside(lines, first), sheet.page, sheet.borders, before))
    added = replace(sheet, tables=(*sheet.tables, *tables), lines=outside(sheet.lines, tables))
    return set_apart_title(added, above) if before and above else added


def _add_unruled(sheet: Sheet, above: Sheet | None) -> Sheet:
    """Return ``sheet`` with its tables that are known only by their words.

    What stands first may be the rest of such a table on the page ``above``, and hold too little to show its columns.
    """
    whole = _add_aligned(sheet)
    last = _table_at_foot(above) if above else None
    if last is None or _begins_with(whole, len(last.xs)):
        return whole
    top = min((table.box.top for table in sheet.tables), default=inf)
    lines = leading_lines(last, [line for line in sheet.lines if line.box.top < top])
    part = go_on_above(last, lines, sheet.borders, sheet.page.number)
    if part is None:
        return whole
    return _add_aligned(
        replace(sheet, tables=(*sheet.tables, paint(part, sheet.page)), lines=without(sheet.lines, lines))
    )


def _table_at_foot(sheet: Sheet) -> Table | None:
    """Return the table without rules that ends ``sheet``, if one does."""
    last = max(sheet.tables, key=lambda table: table.box.bottom, default=None)
    is_last = last is not None and not any(line.box.top > last.box.bottom for line in sheet.lines)
    return last if is_last and last is not None and not last.is_ruled else None


def _begins_with(sheet: Sheet, n_edges: int) -> bool:
    """Whether the first thing on ``sheet`` is a table without rules that has as many columns as the one before."""
    first = min(sheet.tables, key=lambda table: table.box.top, default=None)
    is_first = first is not None and not any(line.box.top < first.box.top for line in sheet.lines)
    return is_first and first is not None and not first.is_ruled and len(first.xs) == n_edges


def _add_aligned(sheet: Sheet) -> Sheet:
    """Return ``sheet`` with the tables known only by their words standing in columns."""
    found = find_aligned(sheet.page, sheet.lines, sheet.borders)
    ruled = (part_columns(part_rows(table, sheet.page), sheet.page, sheet.borders) for table in sheet.tables)
    tables = (*ruled, *(paint(table, sheet.page) for table in found.tables))
    return replace(sheet, tables=tables, columns=found.columns, lines=found.lines)

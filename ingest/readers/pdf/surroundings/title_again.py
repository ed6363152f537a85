"""The title over a table without rules, repeated on each page with its headings: it parts no rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.model import Where
from ingest.readers.pdf.surroundings.furniture import Furniture

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ingest.readers.pdf.ruled.tables import Table
    from ingest.readers.pdf.surroundings.sheet import Sheet
    from ingest.readers.pdf.text.lines import Line

NEAR = 3.0
"""The title of a table stands within this many font sizes over it."""


def set_apart_title(sheet: Sheet, above: Sheet) -> Sheet:
    """Return ``sheet`` with its first line as a header where it is the title over a table on page ``above`` as well.

    Else it would stand between two parts of one table.
    """
    title = next(iter(sheet.lines), None)
    if title is None or any(table.box.top < title.box.top for table in sheet.tables):
        return sheet
    lines = (*above.lines, *(each.line for each in above.furniture if each.where is Where.HEADER))
    titles = {over.text for table in above.tables if (over := _line_over(table, lines))}
    if title.text not in titles or not any(_line_over(table, sheet.lines) is title for table in sheet.tables):
        return sheet
    again = Furniture(title, Where.HEADER)
    return replace(sheet, lines=sheet.lines[1:], furniture=(*sheet.furniture, again))


def _line_over(table: Table, lines: Iterable[Line]) -> Line | None:
    """Return the line near over ``table``, which is known by its headings; None where there is none."""
    over = [line for line in lines if line.box.bottom <= table.box.top] if table.is_titled else []
    last = max(over, key=lambda line: line.baseline, default=None)
    return last if last is not None and table.box.top - last.box.bottom < NEAR * last.size else None

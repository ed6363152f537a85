"""Words that say themselves what they are: "Update: the form is in use", on a line or in a row of their own."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.model import SourceCell
from normalize.answers import FilledField
from normalize.columns import Field
from normalize.grid import Row
from normalize.headings import HeadingBook

_LEAD_IN = re.compile(r"^\s*(?P<label>[A-Za-z][\w /&-]{1,40}?)\s*:\s*(?P<rest>.*)$", re.DOTALL)
FIELDS = frozenset(
    {Field.UPDATE, Field.EVIDENCE, Field.STATUS, Field.RATING, Field.ACTION, Field.LEAD, Field.DUE, Field.IMPACT}
)
"""What a lead-in may introduce; a recommendation is known by its number."""


def read_lead_in(text: str, book: HeadingBook) -> tuple[str, Field, str] | None:
    """Return the heading that begins ``text``, what it introduces, and the words after it; None without one."""
    found = _LEAD_IN.match(text)
    field = _field_named(found["label"], book) if found else None
    return (found["label"], field, found["rest"].strip()) if found and field else None


def read_label(text: str, book: HeadingBook) -> Field | None:
    """Return what a line that is a heading and nothing else introduces; None for any other line."""
    return _field_named(text.strip().rstrip(":"), book)


def read_introduced_row(row: Row, book: HeadingBook) -> tuple[FilledField, ...]:
    """Return what a row of lead-ins says, over the width of the table or beside their heading; else nothing."""
    filled = row.filled
    if len(filled) == 1 and (row.spanning or filled[0] is row.covering[0]):
        return _split(filled[0], book)
    cells = row.cells
    field = read_label(cells[0].text, book) if len(cells) == 2 < len(row.covering) else None  # noqa: PLR2004 - label, value
    return (FilledField(field, cells[0].text.strip(), cells[1]),) if field else ()


def _field_named(label: str, book: HeadingBook) -> Field | None:
    heading = book.read(label)
    return heading.field if heading and heading.is_exact and heading.field in FIELDS else None


def _split(cell: SourceCell, book: HeadingBook) -> tuple[FilledField, ...]:
    """Return the passages of a cell whose first line has a lead-in; what hangs on the cell goes with the first."""
    parts: list[FilledField] = []
    for line in cell.text.split("\n"):
        if led_in := read_lead_in(line, book):
            heading, field, rest = led_in
            own = replace(cell, text=rest) if not parts else SourceCell(cell.row, cell.col, rest)
            parts.append(FilledField(field, heading, own))
        elif parts:
            last = parts[-1]
            parts[-1] = replace(last, cell=replace(last.cell, text=f"{last.cell.text}\n{line}".strip()))
        else:
            return ()
    return tuple(parts)

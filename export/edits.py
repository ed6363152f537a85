"""Tells which cells were changed that the program writes afresh, so that nobody's correction is lost unseen."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from export.edited import EditedWorkbook, finding
from export.keeping import digest
from export.rows import EDITABLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from export.edited import EditedRow, EditedSheet
    from ingest.model import Finding

MOST_PER_SHEET = 20
"""More findings than this would bury the others."""

QUOTED = 60
"""Characters of a changed cell that are quoted."""


def changed_cells(path: Path) -> tuple[Finding, ...]:
    """Return what was changed in cells, rows and sheets that are not for writing in.

    Raises ``UnreadableWorkbookError``.
    """
    with EditedWorkbook(path) as book:
        return tuple(_changes(book))


def _changes(book: EditedWorkbook) -> Iterator[Finding]:
    if not book.has_comparable_digests:
        sentence = "It was written by another version of roundbook, so cells changed by hand could not be told."
        yield finding("other-version", sentence, book)
        return
    unseen = set(book.kept)
    for sheet in book.sheets():
        unseen.discard(sheet.kept.name)
        changes = _changes_in(book, sheet)
        yield from islice(changes, MOST_PER_SHEET)
        if more := sum(1 for _ in changes):
            yield finding("more-changed", f"{more} more changes on this sheet are not listed one by one.", book, sheet)
    for name in sorted(unseen):
        yield finding("sheet-removed", f"The sheet {name} was removed; it is written afresh.", book)


def _changes_in(book: EditedWorkbook, sheet: EditedSheet) -> Iterator[Finding]:
    unseen = dict.fromkeys(sheet.kept.rows)
    for row in sheet.rows():
        key = row.cells.get(sheet.kept.key, "")
        if key not in sheet.kept.rows:
            sentence = "This row was added or its key was changed; it is not kept."
            yield finding("row-added", sentence, book, sheet, row)
            continue
        unseen.pop(key, None)
        yield from _changes_of(book, sheet, row, sheet.kept.digests(key))
    for key in unseen:
        yield finding("row-removed", f'The row "{key}" was removed; it is written afresh.', book, sheet)


def _changes_of(book: EditedWorkbook, sheet: EditedSheet, row: EditedRow, kept: dict[str, str]) -> Iterator[Finding]:
    for heading, before in kept.items():
        if heading in EDITABLE or heading not in row.cells:
            continue
        now = row.cells[heading]
        if digest(now) != before:
            shown = now if len(now) <= QUOTED else f"{now[:QUOTED]} ..."
            sentence = f'"{heading}" was changed to "{shown}"; only yellow columns are kept, so write it there instead.'
            yield finding("cell-changed", sentence, book, sheet, row)

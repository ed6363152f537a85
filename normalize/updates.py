"""One row of a return as an update: each cell under its heading, the number apart from the recommendation's words."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.model import SourceCell
from normalize.columns import Field
from normalize.dates import find_dates, read_entries
from normalize.grid import holds_anything
from normalize.layout import Columns, LaidRow
from normalize.model import Rating, RawField, Status, Update
from normalize.ratings import read_rating
from normalize.references import Reference, read_numbers, split_number
from normalize.statuses import points_elsewhere, read_status
from normalize.text import fold_label, squeeze
from normalize.vocabulary import Vocabulary

_Cells = dict[Field, list[tuple[int, SourceCell]]]
"""The cells of a row by field, each with the position of its first column."""

TICKS = frozenset({"x", "y", "yes", "tick", "ticked", "1"})
"""What agencies type in a column that asks for a tick, folded."""
_TICK_MARK = re.compile("[\u2611\u2612\u2713\u2714\u2715\u2716\u2717\u2718\u221a]")


def make_update(laid: LaidRow, columns: Columns, vocabulary: Vocabulary) -> Update:
    """Return the update a row holds. ``columns`` are the row's own."""
    cells = _cells_by_field(laid, columns)
    reference = _read_reference(cells)
    status_as_written = _text(cells, Field.STATUS)
    update, evidence = _update_text(cells, columns), _text(cells, Field.EVIDENCE)
    rating, rating_as_written = _rate(cells, vocabulary)
    seen = tuple(cell for cell in laid.row.cells if holds_anything(cell))
    return Update(
        place=laid.row.place,
        raw=_raw(laid, columns),
        kind=squeeze(_text(cells, Field.KIND)) or laid.kind,
        numbers=reference.numbers,
        number_as_written=reference.as_written,
        recommendation=reference.rest,
        update=update,
        evidence=evidence,
        action=_text(cells, Field.ACTION),
        lead=_text(cells, Field.LEAD),
        by_when=_text(cells, Field.DUE),
        status=_read_status(cells, update, evidence),
        status_as_written=status_as_written,
        rating=rating,
        rating_as_written=rating_as_written,
        struck=tuple(passage for cell in seen for passage in cell.struck),
        comments=tuple(comment for cell in seen for comment in cell.comments),
        links=tuple(link for cell in seen for link in cell.links),
        pictures=tuple(picture for cell in seen for picture in cell.pictures),
        notes=tuple(cell.note for cell in seen if cell.note),
        entries=read_entries(update) + read_entries(evidence),
        refers_to=tuple(text.strip() for text in (update, evidence) if points_elsewhere(text)),
        words=laid.row.words,
    )


def continued(update: Update, before: Update) -> Update:
    """Return ``update`` as a further answer to what the row ``before`` names, which its author left blank."""
    return replace(
        update,
        kind=before.kind,
        numbers=before.numbers,
        number_as_written=before.number_as_written,
        recommendation=before.recommendation,
    )


def names_nothing(update: Update) -> bool:
    """Return whether a row leaves the recommendation blank but says something about one."""
    names = update.numbers or update.number_as_written or update.recommendation
    return not names and bool(update.update or update.evidence)


def _cells_by_field(laid: LaidRow, columns: Columns) -> _Cells:
    """Return the row's cells under the field of the first column each covers, with that column's position."""
    fields: _Cells = {}
    taken: set[int] = set()
    for at, cell in enumerate(laid.row.covering):
        field = columns.fields[at] if at < len(columns.fields) else None
        if cell and field and id(cell) not in taken:
            taken.add(id(cell))
            fields.setdefault(field, []).append((at, cell))
    return fields


def _text(cells: _Cells, field: Field) -> str:
    texts = [cell.text.strip() for _, cell in cells.get(field, ())]
    return "\n".join(text for text in texts if text)


def _update_text(cells: _Cells, columns: Columns) -> str:
    """Return the update: of several dated progress columns the last one filled in is the latest."""
    filled = [(at, cell.text.strip()) for at, cell in cells.get(Field.UPDATE, ()) if cell.text.strip()]
    if len(filled) > 1 and all(any(find_dates(columns.headings[at])) for at, _ in filled):
        return filled[-1][1]
    return "\n".join(text for _, text in filled)


def _read_reference(cells: _Cells) -> Reference:
    """Return the number from its own column, or else from the beginning of the recommendation."""
    within = split_number(_text(cells, Field.RECOMMENDATION))
    column = _text(cells, Field.NUMBER)
    if not column:
        return within
    numbers = read_numbers(column)
    same = not within.numbers or within.numbers == numbers
    return Reference(numbers, column, within.rest if same else _text(cells, Field.RECOMMENDATION))


def _rate(cells: _Cells, vocabulary: Vocabulary) -> tuple[Rating | None, str]:
    """Return the rating from its own column, or else from a status column that holds one."""
    for field in (Field.RATING, Field.STATUS):
        for _, cell in cells.get(field, ()):
            rating, as_written = read_rating(cell.text, cell.fill, vocabulary)
            if rating or (as_written and field is Field.RATING):
                return rating, as_written
    return None, ""


def _read_status(cells: _Cells, update: str, evidence: str) -> Status:
    """Return the status from its own columns, or else from what the update says."""
    if any(_is_ticked(cell) for _, cell in cells.get(Field.ACHIEVED, ())):
        return Status.COMPLETE
    if any(_is_ticked(cell) for _, cell in cells.get(Field.ON_TARGET, ())):
        return Status.IN_PROGRESS
    return read_status(update, evidence, status_column=_text(cells, Field.STATUS))


def _is_ticked(cell: SourceCell) -> bool:
    return bool(_TICK_MARK.search(cell.text)) or fold_label(cell.text) in TICKS


def _raw(laid: LaidRow, columns: Columns) -> tuple[RawField, ...]:
    first_at = {id(cell): at for at, cell in reversed(list(enumerate(laid.row.covering))) if cell}
    return tuple(
        RawField(
            columns.headings[first_at[id(cell)]] if first_at[id(cell)] < len(columns.headings) else "",
            cell.text,
        )
        for cell in laid.row.cells
    )

"""A table that lies on its side: headings down the first column, and one recommendation in each further column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Place, SourceCell
from normalize.columns import Field
from normalize.grid import Row
from normalize.headings import HeadingBook, is_heading_row

FEWEST_COLUMNS = 3
"""With one column beside the headings the table is a card."""


def turn_upright(rows: Sequence[Row], book: HeadingBook) -> tuple[Row, ...]:
    """Return the columns of such a table as rows, the headings first; empty for a table that stands upright.

    Every row made of a column has the place of the recommendation in it, as far as rows of the table tell.
    """
    if not rows or len(rows[0].covering) < FEWEST_COLUMNS or any(_heads(row.covering, book) for row in rows):
        return ()
    # A title over all columns heads the rows below it, and is nothing's heading from the side.
    beside = [row.covering[0] for row in rows if len({id(cell) for cell in row.covering}) > 1]
    if not _heads(beside, book):
        return ()
    columns = zip(*(row.covering for row in rows), strict=True)
    place = _place_of_recommendations(rows, book)
    return tuple(_as_row(place, covering, at) for at, covering in enumerate(columns, start=1))


def _heads(cells: Sequence[SourceCell | None], book: HeadingBook) -> bool:
    """Whether these cells, each seen once, are the headings of a table with recommendations among them."""
    seen = {id(cell): cell for cell in cells if cell}.values()
    headings = tuple(book.read(cell.text) if cell.text.strip() else None for cell in seen)
    fields = {heading.field for heading in headings if heading and heading.is_exact}
    return Field.RECOMMENDATION in fields and is_heading_row(headings, tuple(cell.text for cell in seen))


def _place_of_recommendations(rows: Sequence[Row], book: HeadingBook) -> Place:
    """Return the place of the row that holds the recommendations."""
    for row in rows:
        heading = book.read(row.covering[0].text) if row.covering[0] else None
        if heading and heading.field is Field.RECOMMENDATION and heading.is_exact:
            return row.place
    return rows[0].place


def _as_row(place: Place, covering: Sequence[SourceCell | None], at: int) -> Row:
    """Return column ``at``, from 1, as a row."""
    turned = {id(cell): _turned(cell) for cell in covering if cell}
    own = tuple(turned[id(cell)] for cell in {id(cell): cell for cell in covering if cell and cell.col == at}.values())
    return Row(place, tuple(turned[id(cell)] if cell else None for cell in covering), own)


def _turned(cell: SourceCell) -> SourceCell:
    return replace(cell, row=cell.col, col=cell.row, rowspan=cell.colspan, colspan=cell.rowspan)

"""Which colours rate a row: those of the cells for it, and not those of a whole row or column."""

from __future__ import annotations

from collections.abc import Iterable

from ingest.model import SourceCell
from normalize.columns import Columns, Field
from normalize.grid import Row
from normalize.ratings import find_saturation

FEWEST_COLOURS = 2
"""A status column all in one colour is shaded for those who fill it in."""
PALEST_ROW = 0.3
"""Programs that shade every other row do so in tints less saturated than this (HSV, 0 to 1); a row that somebody
coloured to rate it is in a full colour."""


def is_told_by_colour(rows: Iterable[tuple[Row, Columns]]) -> bool:
    """Return whether the cells of a status column are in several colours, which then say what the words do not."""
    colours = {
        fill
        for row, columns in rows
        for at in columns.holding(Field.STATUS)
        if at < len(row.covering) and (cell := row.covering[at]) and (fill := own_colour(cell, row.own))
    }
    return len(colours) >= FEWEST_COLOURS


def own_colour(cell: SourceCell, beside: Iterable[SourceCell]) -> str | None:
    """Return the colour of a cell, or else that of its letters where no other cell ``beside`` it is written in it."""
    others = tuple(each for each in beside if each is not cell)
    is_of_row = any(each.ink == cell.ink for each in others)
    return _own_fill(cell, others) or (None if is_of_row else cell.ink)


def _own_fill(cell: SourceCell, beside: Iterable[SourceCell]) -> str | None:
    """Return the colour behind a cell; None where it is a pale one of all ``beside`` it, as in every other row."""
    others = [each.fill for each in beside]
    is_of_row = bool(others) and all(fill == cell.fill for fill in others)
    return None if is_of_row and cell.fill and find_saturation(cell.fill) < PALEST_ROW else cell.fill

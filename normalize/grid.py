"""A table seen row by row: which cell covers each column, and which cells begin in the row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ingest.model import Place, SourceCell, SourceTable


@dataclass(frozen=True)
class Row:
    """One row of a table, merged cells seen from every row they cover.

    Without slots, so that what everything that looks at the row asks for is found out once.
    """

    place: Place
    covering: tuple[SourceCell | None, ...]
    """For each column the cell that covers it in this row; None where the row is shorter than the table."""
    own: tuple[SourceCell, ...]
    """The cells that begin in this row, from left to right."""

    @property
    def words(self) -> int:
        """Words of the cells that begin in this row, so that a merged cell is counted once."""
        return sum(cell.words for cell in self.own)

    @cached_property
    def cells(self) -> tuple[SourceCell, ...]:
        """The cells seen in this row, each once, from left to right."""
        # By identity: to compare cells by all they hold would take longer than all the rest.
        return tuple({id(cell): cell for cell in self.covering if cell}.values())

    def under(self, columns: Iterable[int]) -> tuple[SourceCell, ...]:
        """Return the cells seen in some of the columns, counted from 0."""
        return tuple(cell for at in columns if (cell := self.covering[at]))

    @cached_property
    def filled(self) -> tuple[SourceCell, ...]:
        """The cells seen in this row that hold anything a person would see."""
        return tuple(cell for cell in self.cells if holds_anything(cell))

    @cached_property
    def spanning(self) -> SourceCell | None:
        """The one cell that runs over the whole width; None where there is no such cell."""
        cells = self.cells
        is_whole = len(cells) == 1 and len(self.covering) > 1 and cells[0].colspan == len(self.covering)
        return cells[0] if is_whole else None


def holds_anything(cell: SourceCell) -> bool:
    """Return whether a cell holds words, struck words, pictures or comments."""
    return bool(cell.text.strip() or cell.struck or cell.pictures or cell.comments or cell.note)


def read_rows(table: SourceTable) -> tuple[Row, ...]:
    """Return the rows of ``table`` in order."""
    covering: list[list[SourceCell | None]] = [[None] * table.n_cols for _ in range(table.n_rows)]
    own: list[list[SourceCell]] = [[] for _ in range(table.n_rows)]
    for cell in table.cells:
        own[cell.row - 1].append(cell)
        for row in range(cell.row - 1, min(cell.row - 1 + cell.rowspan, table.n_rows)):
            for col in range(cell.col - 1, min(cell.col - 1 + cell.colspan, table.n_cols)):
                covering[row][col] = cell
    return tuple(
        Row(place, tuple(seen), tuple(sorted(begun, key=lambda cell: cell.col)))
        for place, seen, begun in zip(table.row_places, covering, own, strict=True)
    )

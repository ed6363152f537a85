"""Which rows of a sheet belong together: title, particulars, answers, notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import takewhile

from ingest.readers.sheet.pieces import Sheet

Band = tuple[int, ...]
"""The numbers of rows that stand together."""

LABEL_AND_VALUE = 2
"""A band of particulars has a label and a value to each row."""


class Grid:
    """The rows and columns of a sheet that hold words."""

    def __init__(self, sheet: Sheet) -> None:
        """Look through the cells of ``sheet`` once."""
        filled: defaultdict[int, list[int]] = defaultdict(list)
        for (row, col), cell in sorted(sheet.cells.items()):
            if not cell.is_empty:
                filled[row].append(col)
        self._filled: Mapping[int, list[int]] = filled

    @property
    def rows(self) -> Band:
        """The rows that hold words."""
        return tuple(self._filled)

    def columns(self, rows: Iterable[int]) -> tuple[int, ...]:
        """Return the columns in which ``rows`` hold words."""
        return tuple(sorted({col for row in rows for col in self._filled[row]}))

    def is_prose(self, rows: Band) -> bool:
        """Tell whether each of ``rows`` is one cell, as titles and notes are."""
        return all(len(self._filled[row]) == 1 for row in rows)

    def parts(self) -> tuple[Band, ...]:
        """Cut the sheet into rows that belong together.

        Empty rows within a table are the author's spacing: set apart are only what stands before the answers and is
        no wider than a label and its value, and the notes below them, which begin at the left margin.
        """
        bands = self._bands()
        wide = [at for at, band in enumerate(bands) if len(self.columns(band)) > LABEL_AND_VALUE]
        if not wide:
            return bands
        margin = min(self.columns(self.rows))
        notes = len(list(takewhile(lambda band: self._is_note(band, margin), reversed(bands))))
        end = len(bands) - notes
        answers = tuple(row for band in bands[wide[0] : end] for row in band)
        title = self._title(answers)
        parts = (*bands[: wide[0]], title, answers[len(title) :], *bands[end:])
        return tuple(part for part in parts if part)

    def _is_note(self, band: Band, margin: int) -> bool:
        return self.is_prose(band) and self.columns(band) == (margin,)

    def _bands(self) -> tuple[Band, ...]:
        bands: list[list[int]] = []
        for row in self.rows:
            if bands and bands[-1][-1] == row - 1:
                bands[-1].append(row)
            else:
                bands.append([row])
        return tuple(map(tuple, bands))

    def _title(self, rows: Band) -> Band:
        """Return those of ``rows`` at the top that are one cell each."""
        first = next(at for at, row in enumerate(rows) if len(self._filled[row]) > 1)
        return rows[:first]

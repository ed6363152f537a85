"""Which rows of a sheet belong together: title, particulars, answers, notes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise, takewhile

from ingest.readers.sheet.pieces import Sheet

Band = tuple[int, ...]
"""The numbers of rows that stand together."""

FEWEST_COLUMNS = 2
"""Of a table beside another one."""
LONGEST_LABEL = 4
"""Plain headings have fewer words than the answers below them."""
_FIGURE_OR_STOP = re.compile(r"\d|\w{4}\.$")
"""What answers have and plain headings do not; "No." is short for one."""
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
        self._cells = sheet.cells
        self._wide_columns = sheet.wide_columns
        self._merged = sheet.merged

    @property
    def rows(self) -> Band:
        """The rows that hold words."""
        return tuple(self._filled)

    def columns(self, rows: Iterable[int]) -> tuple[int, ...]:
        """Return the columns in which ``rows`` hold words."""
        return tuple(sorted({col for row in rows for col in self._filled[row]}))

    def tables(self, rows: Band) -> Iterator[tuple[Band, Band]]:
        """Give the rows and the columns of each table in ``rows``: several stand side by side with a gap between."""
        covered = {
            col
            for top, first, end, last in self._merged
            if any(top <= row <= end for row in rows)
            for col in range(first, last + 1)
        }
        for columns in _apart(self.columns(rows), self._wide_columns - covered):
            within = set(columns)
            yield tuple(row for row in rows if within.intersection(self._filled[row])), columns

    def title_rows(self, rows: Band, columns: Band) -> int:
        """Return how many of the ``rows`` at the top of a table in ``columns`` are its title: one cell each."""
        within = set(columns)
        return len(list(takewhile(lambda row: len(within.intersection(self._filled[row])) == 1, rows)))

    def is_prose(self, rows: Band) -> bool:
        """Tell whether each of ``rows`` is one cell, as titles and notes are."""
        return all(len(self._filled[row]) == 1 for row in rows)

    def parts(self) -> tuple[Band, ...]:
        """Cut the sheet into rows that belong together.

        Empty rows within a table are the author's spacing: set apart are only what stands before the answers and is
        no wider than a label and its value, the notes below them, which begin at the left margin, and a further table
        that begins with headings of its own.
        """
        bands = self._bands()
        wide = [at for at, band in enumerate(bands) if len(self.columns(band)) > LABEL_AND_VALUE]
        if not wide:
            return bands
        margin = min(self.columns(self.rows))
        notes = len(list(takewhile(lambda band: self._is_note(band, margin), reversed(bands))))
        end = len(bands) - notes
        tables = (part for rows in self._tables(bands[wide[0] : end]) for part in self._with_title_apart(rows))
        return tuple(part for part in (*bands[: wide[0]], *tables, *bands[end:]) if part)

    def _tables(self, bands: tuple[Band, ...]) -> list[Band]:
        tables: list[Band] = [bands[0]]
        for band in bands[1:]:
            if self._begins_with_headings(band, tables[-1]):
                tables.append(band)
            else:
                tables[-1] += band
        return tables

    def _begins_with_headings(self, band: Band, table: Band) -> bool:
        """Tell whether ``band`` begins with the headings of ``table`` once more, or with others that look like them."""
        own, headings = self._first_wide(band), self._first_wide(table)
        if own is None or headings is None:
            return False
        if self._texts(own) == self._texts(headings):
            return True
        after = table[table.index(headings) + 1 :][:1]
        is_told_apart = self._is_set_off(headings) and not any(self._is_set_off(row) for row in after)
        is_another = is_told_apart and self._is_set_off(own)
        return len(band) > 1 and (
            is_another or (self._reads_as_headings(own, band) and self._reads_as_headings(headings, table))
        )

    def _reads_as_headings(self, row: int, rows: Band) -> bool:
        """Tell whether ``row`` names the columns of ``rows``: short words over all of them, sentences below."""
        below = rows[rows.index(row) + 1 :]
        texts = [text for _, text in self._texts(row)]
        are_labels = all(len(text.split()) <= LONGEST_LABEL and not _FIGURE_OR_STOP.search(text) for text in texts)
        return (
            are_labels
            and len(set(texts)) == len(texts)
            and set(self.columns(below)) <= set(self._filled[row])
            and any(len(text.split()) > LONGEST_LABEL for each in below for _, text in self._texts(each))
        )

    def _first_wide(self, rows: Band) -> int | None:
        return next((row for row in rows if len(self._filled[row]) > 1), None)

    def _texts(self, row: int) -> list[tuple[int, str]]:
        return [(col, self._cells[row, col].text.casefold()) for col in self._filled[row]]

    def _is_set_off(self, row: int) -> bool:
        cells = [self._cells[row, col] for col in self._filled[row]]
        return all(cell.is_bold for cell in cells) or all(cell.fill for cell in cells)

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

    def _with_title_apart(self, rows: Band) -> tuple[Band, Band]:
        """Return those of ``rows`` at the top that are one cell each, and the others."""
        first = next((at for at, row in enumerate(rows) if len(self._filled[row]) > 1), len(rows))
        return rows[:first], rows[first:]


def _apart(columns: Band, wide: frozenset[int]) -> list[Band]:
    """Cut ``columns`` where a ``wide`` one between them is empty, if there are several on both sides of it."""
    edges = [0]
    for at in range(FEWEST_COLUMNS, len(columns) - FEWEST_COLUMNS + 1):
        is_gap = bool(wide.intersection(range(columns[at - 1] + 1, columns[at])))
        if is_gap and at - edges[-1] >= FEWEST_COLUMNS:
            edges.append(at)
    return [columns[start:end] for start, end in pairwise([*edges, len(columns)])]

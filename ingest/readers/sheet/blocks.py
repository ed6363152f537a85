"""Sheets laid out: titles and notes as paragraphs, labels beside values and the answers as tables of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.model import Place, SourceCell, SourceParagraph, SourceTable, Where
from ingest.readers.sheet.grid import Band, Grid
from ingest.readers.sheet.pieces import Aside, Sheet, Shown, check_size
from ingest.words import count_words

DEFAULT_TITLE = re.compile(r"((sheet|table)\s?\d*)?", re.IGNORECASE)
"""What programs call a sheet nobody named; a .csv file has no name for it at all."""
Block = SourceParagraph | SourceTable


class Layout:
    """Lays out the sheets of one document, counting its tables."""

    def __init__(self, name: str) -> None:
        """Call the document ``name`` in every place."""
        self._name = name
        self._tables = 0

    def lay_out(self, sheets: Sequence[Sheet]) -> tuple[Block, ...]:
        """Return the blocks of ``sheets`` in order, what is hidden last."""
        shown = [block for sheet in sheets if not sheet.is_hidden for block in self._lay_out_sheet(sheet)]
        hidden = [block for sheet in sheets if sheet.is_hidden for block in self._lay_out_hidden(sheet)]
        return (*shown, *hidden)

    def _lay_out_sheet(self, sheet: Sheet) -> Iterator[Block]:
        yield from self._asides(sheet, Where.HEADER)
        if shows_title(sheet):
            yield self._paragraph(sheet.title, Where.BODY, level=1)
        grid = Grid(sheet)
        for rows in grid.parts():
            if grid.is_prose(rows):
                yield from (self._row_as_paragraph(sheet, row, grid) for row in rows)
            else:
                yield from self._tables_beside(sheet, grid, rows)
        yield from self._asides(sheet, Where.TEXT_BOX)
        yield from self._asides(sheet, Where.FOOTER)

    def _lay_out_hidden(self, sheet: Sheet) -> Iterator[Block]:
        grid = Grid(sheet)
        for row in grid.rows:
            yield replace(self._row_as_paragraph(sheet, row, grid), where=Where.HIDDEN)
        yield from (self._paragraph(aside.text, Where.HIDDEN) for aside in sheet.asides)

    def _asides(self, sheet: Sheet, where: Where) -> Iterator[SourceParagraph]:
        return (self._paragraph(aside.text, where) for aside in sheet.asides if aside.where is where)

    def _paragraph(self, text: str, where: Where, level: int | None = None) -> SourceParagraph:
        return SourceParagraph(text, Place(self._name), where, level, words=count_words(text))

    def _row_as_paragraph(self, sheet: Sheet, row: int, grid: Grid, columns: Band | None = None) -> SourceParagraph:
        among = grid.columns((row,))
        cells = [sheet.cells[row, col] for col in among if columns is None or col in columns]
        texts = [each for cell in cells for each in (cell.text, *cell.struck, *(note.text for note in cell.comments))]
        return SourceParagraph(
            text="\t".join(text for text in texts if text.strip()),
            place=Place(self._name, row=row),
            links=tuple(link for cell in cells for link in cell.links),
            words=sum(cell.words for cell in cells),
        )

    def _tables_beside(self, sheet: Sheet, grid: Grid, rows: Band) -> Iterator[Block]:
        """Give the tables that stand side by side in ``rows``, each below titles of its own where it has some."""
        tables = tuple(grid.tables(rows))
        for own, columns in tables:
            titles = grid.title_rows(own, columns) if len(tables) > 1 else 0
            yield from (self._row_as_paragraph(sheet, row, grid, columns) for row in own[:titles])
            if own[titles:]:
                yield self._table(sheet, own[titles:], columns)

    def _table(self, sheet: Sheet, rows: Band, columns: Band) -> SourceTable:
        check_size(len(rows) * len(columns))
        self._tables += 1
        place = Place(self._name, table=self._tables)
        return SourceTable(
            place=place,
            cells=tuple(_cells(sheet, rows, columns)),
            n_rows=len(rows),
            n_cols=len(columns),
            row_places=tuple(replace(place, row=row) for row in rows),
        )


def shows_title(sheet: Sheet) -> bool:
    """Tell whether the sheet has a name of its own, which then is a heading, and anything below it."""
    return not DEFAULT_TITLE.fullmatch(sheet.title) and any(not cell.is_empty for cell in sheet.cells.values())


def _cells(sheet: Sheet, rows: Band, columns: Band) -> Iterator[SourceCell]:
    """Give the cells of a table, a merged one once; rows and columns without any words are passed over."""
    covered: set[tuple[int, int]] = set()
    areas = {(area[0], area[1]): area for area in sheet.merged}
    for at, row in enumerate(rows, start=1):
        for beside, col in enumerate(columns, start=1):
            if (row, col) in covered:
                continue
            below, across = [row], [col]
            if area := areas.get((row, col)):
                below = [each for each in rows if area[0] <= each <= area[2]]
                across = [each for each in columns if area[1] <= each <= area[3]]
                covered.update((each, other) for each in below for other in across)
            yield _cell(sheet.cells.get((row, col), Shown()), (at, beside), (len(below), len(across)))


def _cell(shown: Shown, spot: tuple[int, int], spans: tuple[int, int]) -> SourceCell:
    return SourceCell(
        row=spot[0],
        col=spot[1],
        text=shown.text,
        rowspan=spans[0],
        colspan=spans[1],
        struck=shown.struck,
        fill=shown.fill,
        links=shown.links,
        comments=shown.comments,
        words=shown.words,
    )


def words_beside_cells(sheets: Iterable[Sheet]) -> int:
    """Return the words of ``sheets`` that stand in no cell: their names where shown, headers, footers, text boxes."""
    listed = tuple(sheets)
    titles = [Aside(sheet.title, Where.BODY) for sheet in listed if not sheet.is_hidden and shows_title(sheet)]
    return sum(count_words(aside.text) for aside in (*titles, *(aside for sheet in listed for aside in sheet.asides)))

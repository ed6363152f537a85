"""What was seen on scanned pages put together: the lines in a cell as its text, those outside as paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ingest.model import Finding, Level, Place, SourceCell, SourceParagraph, SourceTable, Where
from ingest.readers.scan.joining import Standing, goes_on, join
from ingest.readers.scan.rules import RuledCell, RuledTable
from ingest.readers.scan.sight import HARD_TO_READ, Line, SeenPage
from ingest.words import count_words

PARAGRAPH_GAP = 0.6
"""Lines farther apart than this part of their height begin a paragraph."""
SAME_LINE = 0.5
"""Pieces whose middles differ by less than this part of their height stand on one line."""

Block = SourceParagraph | SourceTable


class Layout:
    """Puts the blocks of one document together, page by page."""

    def __init__(self, name: str) -> None:
        """Call the document ``name`` in every place."""
        self.blocks: list[Block] = []
        self.doubts: list[Finding] = []
        self.words = 0
        self._name = name
        self._tables = 0
        self._last: Standing | None = None
        """The last table, while the page after it is not taken in."""

    def add_page(self, page: SeenPage) -> None:
        """Take in a page: each line belongs to the cell its middle lies in, or stands by itself."""
        self.words += sum(count_words(line.text) for line in page.lines)
        self._doubt(page)
        loose = [line for line in page.lines if not any(_find_cell(table, line) for table in page.tables)]
        found: list[tuple[float, list[Line] | RuledTable]] = [
            *((lines[0].middle[1], lines) for lines in _by_line(loose)),
            *((table.top, table) for table in page.tables),
        ]
        for _, each in sorted(found, key=lambda pair: pair[0]):
            if isinstance(each, RuledTable):
                self._add_table(each, page)
            else:
                self.blocks.append(self._paragraph(each, page.number))
        if not page.tables:
            self._last = None

    def _add_table(self, ruled: RuledTable, page: SeenPage) -> None:
        standing = Standing(ruled, page.height)
        is_first = ruled is page.tables[0]
        if is_first and self._last and goes_on(self._last, standing):
            at = max(at for at, block in enumerate(self.blocks) if isinstance(block, SourceTable))
            above = self.blocks[at]
            assert isinstance(above, SourceTable)  # noqa: S101 - chosen so
            self.blocks[at], repeated = join(above, self._table(ruled, page, self._tables))
            if repeated:
                self.blocks.append(_repeated_heading(repeated, Place(self._name, page.number)))
        else:
            self._tables += 1
            self.blocks.append(self._table(ruled, page, self._tables))
        self._last = standing

    def _doubt(self, page: SeenPage) -> None:
        if doubtful := [line.text for line in page.lines if line.score < HARD_TO_READ]:
            count = "One line is" if len(doubtful) == 1 else f"{len(doubtful)} lines are"
            message = f"{count} hard to read on page {page.number}; look at the scan itself."
            self.doubts.append(Finding(Level.CHECK, "ocr-doubtful", message, Place(self._name, page.number)))

    def _paragraph(self, pieces: Sequence[Line], page: int) -> SourceParagraph:
        text = " ".join(piece.text for piece in pieces)
        words = sum(count_words(piece.text) for piece in pieces)
        return SourceParagraph(text, Place(self._name, page), words=words)

    def _table(self, table: RuledTable, page: SeenPage, number: int) -> SourceTable:
        return SourceTable(
            place=Place(self._name, page.number, number),
            cells=tuple(_make_cell(cell, page.lines) for cell in table.cells),
            n_rows=table.n_rows,
            n_cols=table.n_cols,
            row_places=tuple(Place(self._name, page.number, number, row + 1) for row in range(table.n_rows)),
        )


def _repeated_heading(cells: Iterable[SourceCell], place: Place) -> SourceParagraph:
    listed = tuple(cells)
    text = "\t".join(cell.text for cell in listed)
    return SourceParagraph(text, place, Where.REPEATED_HEADING, words=sum(cell.words for cell in listed))


def _find_cell(table: RuledTable, line: Line) -> RuledCell | None:
    return next((cell for cell in table.cells if cell.box.holds(*line.middle)), None)


def _make_cell(cell: RuledCell, lines: Iterable[Line]) -> SourceCell:
    own = [line for line in lines if cell.box.holds(*line.middle)]
    return SourceCell(
        row=cell.row,
        col=cell.col,
        text=_join(_by_line(own)),
        rowspan=cell.rowspan,
        colspan=cell.colspan,
        words=sum(count_words(line.text) for line in own),
    )


def _by_line(pieces: Iterable[Line]) -> list[list[Line]]:
    """Return pieces line by line from the top, those of a line from the left."""
    lines: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda each: each.middle[1]):
        height = piece.box.bottom - piece.box.top
        if lines and abs(piece.middle[1] - lines[-1][0].middle[1]) < SAME_LINE * height:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [sorted(line, key=lambda each: each.box.left) for line in lines]


def _join(lines: Sequence[Sequence[Line]]) -> str:
    """Join lines to the text they were before they were broken; a wide gap between them begins a paragraph."""
    text = ""
    for at, line in enumerate(lines):
        written = " ".join(piece.text for piece in line)
        if at:
            above = lines[at - 1][0].box
            gap = line[0].box.top - above.bottom
            text += "\n" if gap > PARAGRAPH_GAP * (above.bottom - above.top) else " "
        text += written
    return text

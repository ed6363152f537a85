"""Rows of plain text, taken out of the XML while it is parsed.

Long tables are made of little else. Only the texts of such a row are kept and its elements are dropped at once, so
that a table of a hundred thousand rows never stands in memory as XML; where the next rows are written alike, they never
become elements at all. Every other row stays in the tree and is read like all the rest.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from ingest.readers.word.alike_rows import AlikeRows, Written, is_row
from ingest.readers.word.markup import Element, w
from ingest.readers.word.pieces import Cell, Row
from ingest.readers.word.plain_cells import TC, PlainReader
from ingest.readers.word.table_styles import read_table_look
from ingest.symbols import plain
from ingest.words import count_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ingest.readers.word.styles import Styles

BODY, TBL, TR = w("body"), w("tbl"), w("tr")
TBL_PR, GRID, WIDTH, TC_PR, CELL_WIDTH = w("tblPr"), w("tblGrid"), w("w"), w("tcPr"), w("tcW")


@dataclass(slots=True, eq=False)
class PlainRun:
    """Plain rows one after the other, taken out of the tree."""

    rows: list[Row] = field(default_factory=list)
    words: int = 0

    def add(self, texts: list[str], bolds: Iterable[bool]) -> None:
        """Add the row with these ``texts``, as written."""
        written = "".join(texts)
        if plain(written) != written:
            texts = [plain(text) for text in texts]
        cells = [Cell(text, is_bold=bold, words=count_words(text)) for text, bold in zip(texts, bolds, strict=True)]
        self.rows.append(Row(cells, is_plain=True))
        self.words += sum([cell.words for cell in cells])


class PlainRows:
    """The plain rows of one part by the empty element that is left of the first of each run."""

    def __init__(self, styles: Styles) -> None:
        """Take the style sheet, on which it depends what is plain."""
        self.by_element: dict[Element, PlainRun] = {}
        self._styles = styles
        self._reader = PlainReader(styles)
        self._table: Element | None = None
        self._is_table_plain = False
        self._alike = AlikeRows()
        self._open: PlainRun | None = None
        """The run that ends where the parser is."""

    def take(self, elements: list[Element], written: bytes) -> None:
        """Keep the texts of those rows among ``elements`` that are plain and whose table lies in no other.

        ``written`` is what the parser was given last, with which they were complete.
        """
        self._open = None
        for element in elements:
            if self._is_at_top(element):
                self._take(element, written)

    def take_alike(self, written: bytes) -> bool:
        """Keep the texts of ``written`` if it is a row like one taken before; return whether it is."""
        found = None if self._open is None else self._alike.read(written)
        if self._open is None or found is None:
            return False
        self._open.add(*found)
        return True

    def _take(self, element: Element, written: bytes) -> None:
        is_alone = is_row(written, element)
        found = (self._alike.read(written) if is_alone else None) or self._read(element, written if is_alone else b"")
        if found is not None:
            run = self.by_element[element] = PlainRun()
            run.add(*found)
            self._open = run if is_alone else None
            element.clear()

    def _read(self, element: Element, written: bytes) -> Written | None:
        """Return what the row ``element`` says; None where it is not plain, or where that is not all it says."""
        cells = self._reader.read(element)
        if cells is None or not _is_all("".join([cell.text for cell in cells]), element):
            return None
        if written:
            self._alike.learn(written, cells)
        return [cell.text for cell in cells], tuple(cell.is_bold for cell in cells)

    def _is_at_top(self, element: Element) -> bool:
        table = element.getparent()
        if table is None or table is self._table:
            return table is not None and self._is_table_plain
        around = table.getparent()
        is_at_top = table.tag == TBL and around is not None and around.tag == BODY
        # Where the grid does not say how wide the columns are, the first row may.
        has_widths = is_at_top and (_has_widths(table) or element.find(f"{TC}/{TC_PR}/{CELL_WIDTH}") is None)
        self._table, self._alike = table, AlikeRows()
        self._is_table_plain = has_widths and not read_table_look(table.find(TBL_PR), self._styles).runs
        return self._is_table_plain


def _has_widths(table: Element) -> bool:
    grid = table.find(GRID)
    return grid is not None and any(column.get(WIDTH) for column in grid)


def _is_all(text: str, element: Element) -> bool:
    """Return whether ``text`` is all there is in ``element``, letter by letter."""
    return text == etree.tostring(element, method="text", encoding="unicode", with_tail=False)

"""Rows of plain text, taken out of the XML while it is parsed.

Long tables are made of little else. Only the texts of such a row are kept and its elements are dropped at once, so
that a table of a hundred thousand rows never stands in memory as XML. Every other row stays in the tree and is read
like all the rest.
"""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from ingest.readers.word.markup import Element, w
from ingest.readers.word.pieces import Cell, Row
from ingest.readers.word.plain_cells import TC, TELLING, TEXT, PlainReader
from ingest.readers.word.table_styles import read_table_look
from ingest.symbols import plain
from ingest.words import count_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ingest.readers.word.styles import Styles

BODY, TBL, TR = w("body"), w("tbl"), w("tr")
TBL_PR, GRID, WIDTH, TC_PR, CELL_WIDTH = w("tblPr"), w("tblGrid"), w("w"), w("tcPr"), w("tcW")


class PlainRow(NamedTuple):
    """A row taken out of the tree, and its words."""

    row: Row
    words: int


Tags = tuple[str, ...]
Shape = tuple[tuple[int, ...], ...]
"""For each cell of a row, where its texts stand among all elements of the row."""


class PlainRows:
    """The plain rows of one part by the empty element that is left of each."""

    def __init__(self, styles: Styles) -> None:
        """Take the style sheet, on which it depends what is plain."""
        self.by_element: dict[Element, PlainRow] = {}
        self._styles = styles
        self._reader = PlainReader(styles)
        self._is_bold = bool(styles.styled(None, None).bold)
        self._shapes: dict[Tags, Shape] = {}
        """By the elements of a row in order: most rows of a table are made alike."""
        self._table: Element | None = None
        self._is_table_plain = False

    def take(self, element: Element) -> None:
        """Keep the texts of the row ``element`` and empty it, if it is plain and its table lies in no other."""
        row = self._read(element) if self._is_at_top(element) else None
        if row is not None:
            self.by_element[element] = row
            element.clear()

    def _is_at_top(self, element: Element) -> bool:
        table = element.getparent()
        if table is None or table is self._table:
            return table is not None and self._is_table_plain
        around = table.getparent()
        is_at_top = table.tag == TBL and around is not None and around.tag == BODY
        # Where the grid does not say how wide the columns are, the first row may.
        has_widths = is_at_top and (_has_widths(table) or element.find(f"{TC}/{TC_PR}/{CELL_WIDTH}") is None)
        self._table = table
        self._is_table_plain = has_widths and not read_table_look(table.find(TBL_PR), self._styles).runs
        return self._is_table_plain

    def _read(self, element: Element) -> PlainRow | None:
        found = list(element.iter())
        tags = tuple([entry.tag for entry in found])
        shape = self._shapes.get(tags)
        if shape is not None:
            return _keep(element, [_text_at(found, places) for places in shape], repeat(self._is_bold))
        cells = self._reader.read(element)
        if cells is None:
            return None
        if TELLING.isdisjoint(tags):
            self._shapes[tags] = _shape_of(tags)
        return _keep(element, [cell.text for cell in cells], [cell.is_bold for cell in cells])


def _has_widths(table: Element) -> bool:
    grid = table.find(GRID)
    return grid is not None and any(column.get(WIDTH) for column in grid)


def _shape_of(tags: Tags) -> Shape:
    starts = [at for at, tag in enumerate(tags) if tag == TC]
    ends = [*starts[1:], len(tags)]
    spans = zip(starts, ends, strict=True)
    return tuple(tuple(at for at in range(start, end) if tags[at] == TEXT) for start, end in spans)


def _text_at(found: list[Element], places: tuple[int, ...]) -> str:
    if len(places) == 1:
        return found[places[0]].text or ""
    return "".join([found[at].text or "" for at in places])


def _keep(element: Element, texts: list[str], bolds: Iterable[bool]) -> PlainRow | None:
    """Return the row of ``texts``; None unless they are all there is in ``element``, letter by letter."""
    written = etree.tostring(element, method="text", encoding="unicode", with_tail=False)
    if "".join(texts) != written:
        return None
    if plain(written) != written:
        texts = [plain(text) for text in texts]
    cells = [Cell(text, is_bold=is_bold, words=count_words(text)) for text, is_bold in zip(texts, bolds, strict=False)]
    return PlainRow(Row(cells, is_plain=True), sum([cell.words for cell in cells]))

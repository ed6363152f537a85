"""A page laid out: paragraphs and tables with their places and their words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ingest.model import Place, SourceCell, SourceParagraph, SourceTable, Where
from ingest.web.count import count_page
from ingest.web.flow import Flow, Item, WebCell, WebTable
from ingest.web.lines import Kind, Line
from ingest.web.parsing import parse_page
from ingest.web.sheets import apply_sheets

Block = SourceParagraph | SourceTable


class Page(NamedTuple):
    """What a page holds, and its words counted apart."""

    blocks: tuple[Block, ...]
    words: int


class Layout:
    """Lays out the pages of one document, counting its tables."""

    def __init__(self, name: str) -> None:
        """Call the document ``name`` in every place."""
        self._place = Place(name)
        self._tables = 0

    def lay_out(self, text: str, where: Where = Where.BODY) -> Page:
        """Return the blocks of the page ``text``, what is hidden last, and its words."""
        shown: list[Block] = []
        hidden: list[Block] = []
        root = parse_page(text)
        apply_sheets(root)
        for item in Flow().read(root):
            if isinstance(item, Line):
                shown += self._paragraphs(item, where)
                hidden += self._hidden([item])
            else:
                shown.append(self._table(item))
                hidden += self._hidden([line for cell in item.cells for line in _lines(cell.items)])
        return Page((*shown, *hidden), count_page(text))

    def _paragraphs(self, line: Line, where: Where) -> Iterator[SourceParagraph]:
        if line.shown:
            links = tuple(line.links)
            yield SourceParagraph(line.shown, self._place, where, line.level, links, line.count(Kind.SHOWN))
        if line.struck:
            words = line.count(Kind.STRUCK)
            yield SourceParagraph("\n".join(line.struck), self._place, Where.STRUCK, words=words)

    def _hidden(self, lines: list[Line]) -> Iterator[SourceParagraph]:
        for line in lines:
            if line.hidden:
                yield SourceParagraph(line.hidden, self._place, Where.HIDDEN, words=line.count(Kind.HIDDEN))

    def _table(self, table: WebTable) -> SourceTable:
        self._tables += 1
        name, number = self._place.document, self._tables
        return SourceTable(
            place=Place(name, table=number),
            cells=tuple(map(_source_cell, table.cells)),
            n_rows=table.n_rows,
            n_cols=table.n_cols,
            row_places=tuple(Place(name, None, number, row + 1) for row in range(table.n_rows)),
            heading_rows=table.heading_rows,
        )


def _source_cell(cell: WebCell) -> SourceCell:
    lines = _lines(cell.items)
    return SourceCell(
        row=cell.row + 1,
        col=cell.col + 1,
        text="\n".join(_texts(cell.items)),
        rowspan=cell.rowspan,
        colspan=cell.colspan,
        struck=tuple(passage for line in lines for passage in line.struck),
        fill=cell.fill,
        links=tuple(link for line in lines for link in line.links),
        pictures=tuple(name for line in lines for name in line.pictures),
        words=sum(line.count(Kind.SHOWN, Kind.STRUCK) for line in lines),
    )


def _lines(items: list[Item]) -> list[Line]:
    """Return all lines, those of tables within included."""
    found: list[Line] = []
    for item in items:
        found += [item] if isinstance(item, Line) else [line for cell in item.cells for line in _lines(cell.items)]
    return found


def _texts(items: list[Item]) -> Iterator[str]:
    """Give the text line by line; a table within is a line for each of its rows, a tab between its cells."""
    for item in items:
        if isinstance(item, Line):
            if item.shown:
                yield item.shown
            continue
        rows: dict[int, list[str]] = {}
        for cell in item.cells:
            rows.setdefault(cell.row, []).append("\n".join(_texts(cell.items)))
        yield from (line for texts in rows.values() if (line := "\t".join(texts).rstrip("\t")))

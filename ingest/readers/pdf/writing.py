"""Writes out cells, tables and paragraphs in the types the reader hands on."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from ingest.model import SourceCell, SourceParagraph, SourceTable, Where
from ingest.readers.pdf.extras import find_comments, find_links, find_pictures
from ingest.readers.pdf.page import ASKEW, surround
from ingest.readers.pdf.text.lines import find_lines, move_lines
from ingest.readers.pdf.text.paragraphs import split_paragraphs
from ingest.readers.pdf.text.wording import join_lines
from ingest.words import count_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ingest.model import Comment
    from ingest.readers.pdf.page import Box, Page
    from ingest.readers.pdf.ruled.tables import Cell, Part, Table
    from ingest.readers.pdf.style import Style
    from ingest.readers.pdf.text.lines import Line
    from ingest.readers.pdf.text.words import Word

WIDEST_PADDING = 8.0
PADDING_IN_TYPE = 0.9
"""Room kept free at the right of a cell, or so many font sizes; text set further in at the left is indented."""


def write_paragraphs(
    lines: Sequence[Line], sides: tuple[float, float], page: int, style: Style, where: Where = Where.BODY
) -> Iterator[SourceParagraph]:
    """Yield the paragraphs of ``lines``, written between ``sides`` outside the tables of a page."""
    for paragraph in split_paragraphs(lines, style.setting, left=sides[0], right=sides[1]):
        yield write_paragraph(paragraph, page, style, where)


def write_paragraph(lines: Sequence[Line], page: int, style: Style, where: Where) -> SourceParagraph:
    """Return ``lines`` as one paragraph."""
    return SourceParagraph(
        text=join_lines(lines, style.vocabulary, float("inf")),
        place=style.place(page),
        where=where,
        level=style.heading_level(lines) if where is Where.BODY else None,
        links=find_links(lines, style.pages[page]),
        words=count_lines(lines),
    )


def write_words(words: Sequence[Word], page: int, style: Style, where: Where) -> SourceParagraph:
    """Return ``words`` that stand apart from the text, a watermark's or struck-out ones, as one paragraph."""
    askew = [word.text for word in words if word.turn == ASKEW]
    lines = find_lines(word for word in words if word.turn != ASKEW)
    text = " ".join([*askew, *(line.text for line in lines)])
    return SourceParagraph(text, style.place(page), where, words=sum(word.words for word in words))


def write_heading_row(row: Sequence[Cell], style: Style) -> SourceParagraph:
    """Return a heading row that was repeated on a later page as a paragraph."""
    texts = (cell_text(cell, style) for cell in row)
    return SourceParagraph(
        text="\n".join(text for text in texts if text),
        place=style.place(row[0].parts[0].page),
        where=Where.REPEATED_HEADING,
        words=sum(_write_cell(cell, style).words for cell in row),
    )


def write_table(table: Table, number: int, n_headings: int, style: Style) -> SourceTable:
    """Return ``table``, the document's ``number``-th, the first ``n_headings`` rows of which are headings."""
    places = tuple(style.place(page, number, row) for row, page in enumerate(table.row_pages, start=1))
    return SourceTable(
        place=style.place(table.row_pages[0], number),
        cells=tuple(_write_cell(cell, style) for cell in table.cells),
        n_rows=table.n_rows,
        n_cols=len(table.xs) - 1,
        row_places=places,
        heading_rows=n_headings,
    )


def _write_cell(cell: Cell, style: Style) -> SourceCell:
    areas = [(style.pages[number], box) for number, box in _areas(cell)]
    comments = _comments_on(cell, areas)
    apart = [word for part in cell.parts for word in (*part.struck, *part.marks)]
    notes = [note for part in cell.parts for note in part.notes]
    counted = count_lines(cell.lines) + sum([word.words for word in apart])
    counted += sum([count_lines(note.lines) for note in notes])
    return SourceCell(
        row=cell.row + 1,
        col=cell.col + 1,
        text=cell_text(cell, style),
        rowspan=cell.rowspan,
        colspan=cell.colspan,
        struck=tuple(text for part in cell.parts for text in _struck_texts(part, style)),
        fill=cell.fill,
        links=tuple(link for part in cell.parts for link in find_links(part.lines, style.pages[part.page])),
        comments=comments,
        note="\n".join(join_lines(note.text, style.vocabulary, float("inf")) for note in notes if note.text),
        pictures=tuple(name for page, box in areas for name in find_pictures(box, page)),
        words=counted + sum([count_words(comment.text) for comment in comments]),
    )


def _comments_on(cell: Cell, areas: Sequence[tuple[Page, Box]]) -> tuple[Comment, ...]:
    if not any(page.remarks for page, _box in areas):
        return ()
    words = [word for part in cell.parts for word in _words(part)]
    return tuple(comment for page, box in areas for comment in find_comments(box, page, words))


def _areas(cell: Cell) -> Iterator[tuple[int, Box]]:
    """Yield what the cell covers on each page it stands on."""
    if len(cell.parts) == 1:
        yield cell.parts[0].page, cell.parts[0].box
        return
    for number, parts in groupby(cell.parts, key=lambda part: part.page):
        yield number, surround([part.box for part in parts])


def _words(part: Part) -> tuple[Word, ...]:
    return (*(word for line in part.lines for word in line.words), *part.struck)


def _struck_texts(part: Part, style: Style) -> Iterator[str]:
    if not part.struck:
        return
    for paragraph in split_paragraphs(find_lines(part.struck), style.setting, left=part.box.x0, right=part.box.x1):
        yield join_lines(paragraph, style.vocabulary, float("inf"))


def cell_text(cell: Cell, style: Style) -> str:
    """Return the text of ``cell``, its paragraphs joined by newlines, over all pages it stands on."""
    return "\n".join(text for run in _runs_of_parts(cell) for text in _part_texts(run, style))


def _runs_of_parts(cell: Cell) -> list[list[Part]]:
    """Return the parts that are read on from one to the next: over pages, but not from one nested cell to another."""
    runs: list[list[Part]] = []
    for part in cell.parts:
        if part.lines and runs and runs[-1][-1].page != part.page:
            runs[-1].append(part)
        elif part.lines:
            runs.append([part])
    return runs


def _part_texts(run: Sequence[Part], style: Style) -> Iterator[str]:
    box = run[0].box
    lines = [line for part in run for line in move_lines(part.lines, part.box, box)]
    padding = max(0.0, min([line.box.x0 for line in lines]) - box.x0)
    widest = max(WIDEST_PADDING, PADDING_IN_TYPE * max([line.size for line in lines]))
    left, right = box.x0 + padding, box.x1 - min(padding, widest)
    for paragraph in split_paragraphs(lines, style.setting, left=left, right=right):
        yield join_lines(paragraph, style.vocabulary, right)


def count_lines(lines: Iterable[Line]) -> int:
    """Return how many words of the document ``lines`` hold."""
    return sum([word.words for line in lines for word in line.words])

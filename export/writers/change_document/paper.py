"""A Word document under way: headings, paragraphs, tables and marked words, each in its style."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from export.changes.lettering import visible
from export.word.markup import (
    add_bookmark,
    add_field,
    add_link,
    clear_tabs,
    describe,
    mark_row,
    set_cell_margins,
    set_modern,
    set_style,
    set_widths,
    shade,
)
from export.word.styling import GRID, LANGUAGE
from export.writers.change_document import look

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from docx.oxml.text.paragraph import CT_P
    from docx.table import Table, _Row
    from docx.text.run import Run

PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 21.0, 29.7, 2.0
"""A4, in centimetres."""
WIDTH = PAGE_WIDTH - 2 * MARGIN
ROOM_IN_CELL = 2.2
"""Letters that the room at the sides of a cell takes."""
UNSPLIT = 1200
"""Characters; what has more may run over to the next page, or half a page would stay empty."""


class Paper:
    """Writes a document from top to bottom."""

    def __init__(self, *, title: str, board: str) -> None:
        """Begin an empty document, its pages, styles and properties set."""
        self.document = Document()
        self._bookmarks: dict[str, int] = {}
        self._latest: list[Paragraph] = []
        self._end = self.document.element.body.sectPr
        look.dress(self.document)
        self._style_ids = {style.name: style.style_id for style in self.document.styles}
        self._set_up(visible(title), visible(board))

    def _set_up(self, title: str, board: str) -> None:
        properties = self.document.core_properties
        properties.title, properties.subject, properties.language = title, board, LANGUAGE
        properties.author = properties.last_modified_by = "roundbook"
        properties.comments = properties.keywords = ""
        (section,) = self.document.sections
        section.page_width, section.page_height = Cm(PAGE_WIDTH), Cm(PAGE_HEIGHT)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(MARGIN)
        _fill_line(section.header.paragraphs[0], board, title)
        foot = section.footer.paragraphs[0]
        _fill_line(foot, "Confidential to the board", "Page ")
        add_field(foot, "PAGE")
        foot.add_run(" of ")
        add_field(foot, "NUMPAGES")
        set_modern(self.document)

    def heading(self, words: str, level: int, anchor: str = "") -> None:
        """Write a heading; what has an ``anchor`` can be linked to."""
        paragraph = self._add(words, f"Heading {level}")
        self.mark(paragraph, anchor)

    def mark(self, paragraph: Paragraph, anchor: str) -> None:
        """Make a paragraph one that ``link`` leads to; an empty ``anchor`` leaves it as it is."""
        if anchor:
            add_bookmark(paragraph, self._number(anchor))

    def link(self, paragraph: Paragraph, words: str, anchor: str) -> None:
        """Add words that lead to what is marked by ``anchor``."""
        add_link(paragraph, visible(words), self._number(anchor))

    def _number(self, anchor: str) -> int:
        """Return the number of a bookmark, whether it or a link to it comes first."""
        return self._bookmarks.setdefault(anchor, len(self._bookmarks) + 1)

    def paragraph(self, words: str = "", style: str = "Normal") -> Paragraph:
        """Write a paragraph and return it, for more to be added."""
        paragraph = self._add(words, style)
        self._latest.append(paragraph)
        return paragraph

    def _add(self, words: str, style: str) -> Paragraph:
        """Add a paragraph at the end: before the section's properties, which stand last (ECMA-376 part 1, 17.2.2).

        python-docx looks through the whole document for them each time, which takes minutes where it is long.
        """
        body = self.document._body  # noqa: SLF001 - a paragraph needs to know what it stands in
        element = OxmlElement("w:p")
        self._end.addprevious(element)
        paragraph = Paragraph(cast("CT_P", element), body)
        if words:
            paragraph.add_run(visible(words))
        set_style(paragraph, self._style_ids[style])
        return paragraph

    def run(self, paragraph: Paragraph, words: str, style: str = "") -> Run:
        """Add words to a paragraph, in a style of their own where one is given, and return them."""
        run: Run = paragraph.add_run(visible(words))
        if style:
            set_style(run, self._style_ids[style])
        return run

    @contextmanager
    def together(self) -> Iterator[None]:
        """Keep the paragraphs written meanwhile on one page where they fit on one."""
        self._latest.clear()
        yield
        if sum(len(each.text) for each in self._latest) < UNSPLIT:
            for each in self._latest[:-1]:
                each.paragraph_format.keep_with_next = True

    def table(
        self,
        caption: str,
        headings: Sequence[str],
        rows: Iterable[Sequence[str]],
        *,
        widths: Sequence[float] = (),
        numbers: Sequence[int] = (),
    ) -> Table:
        """Write a table; ``widths`` are shares of the line, by default as wide as the longest word of each heading.

        ``numbers`` are the columns that stand to the right.
        """
        self.paragraph(caption, look.CAPTION)
        table: Table = self.document.add_table(1, len(headings), GRID)
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
        describe(table, caption)
        set_cell_margins(table)
        _fill(table.rows[0], headings, numbers, self._style_ids[look.CELL_HEADING])
        mark_row(table.rows[0], "w:tblHeader")
        shade(table.rows[0].cells)
        for values in rows:
            row: _Row = table.add_row()  # type: ignore[no-untyped-call] # it has no types
            _fill(row, values, numbers, self._style_ids[look.CELL])
            if sum(map(len, values)) < UNSPLIT:
                mark_row(row, "w:cantSplit")
        shares = widths or longest_words(headings)
        set_widths(table, [WIDTH * each / sum(shares) for each in shares])
        self.paragraph(style=look.QUIET)
        return table


def longest_words(headings: Iterable[str]) -> list[float]:
    """Return the width each heading needs for its longest word, as shares of a line."""
    return [max(map(len, heading.split())) + ROOM_IN_CELL for heading in headings]


def _fill_line(paragraph: Paragraph, left: str, right: str) -> None:
    """Write words at both ends of a header or footer."""
    clear_tabs(paragraph)
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Cm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{left}\t{right}")


def _fill(row: _Row, values: Sequence[str], numbers: Sequence[int], style_id: str) -> None:
    for position, (cell, words) in enumerate(zip(row.cells, values, strict=True)):
        paragraph = cell.paragraphs[0]
        set_style(paragraph, style_id)
        paragraph.add_run(visible(words))
        if position in numbers:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT

"""The sheets of paper the document is written on: their size, what stands above and below, and the styles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Cm

from export.changes.lettering import visible
from export.word.markup import add_field, clear_tabs, set_modern
from export.word.styling import LANGUAGE
from export.writers.change_document import look

if TYPE_CHECKING:
    from docx.document import Document as Sheets
    from docx.text.paragraph import Paragraph

PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 21.0, 29.7, 2.0
"""A4, in centimetres."""
WIDTH = PAGE_WIDTH - 2 * MARGIN


def empty_sheets(*, title: str, board: str) -> Sheets:
    """Return a document without words, its pages, styles and properties set."""
    sheets = Document()
    look.dress(sheets)
    _set_up(sheets, visible(title), visible(board))
    return sheets


def _set_up(sheets: Sheets, title: str, board: str) -> None:
    properties = sheets.core_properties
    properties.title, properties.subject, properties.language = title, board, LANGUAGE
    properties.author = properties.last_modified_by = "roundbook"
    properties.comments = properties.keywords = ""
    (section,) = sheets.sections
    section.page_width, section.page_height = Cm(PAGE_WIDTH), Cm(PAGE_HEIGHT)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(MARGIN)
    _fill_line(section.header.paragraphs[0], board, title)
    foot = section.footer.paragraphs[0]
    _fill_line(foot, "Confidential to the board", "Page ")
    add_field(foot, "PAGE")
    foot.add_run(" of ")
    add_field(foot, "NUMPAGES")
    set_modern(sheets)


def _fill_line(paragraph: Paragraph, left: str, right: str) -> None:
    """Write words at both ends of a header or footer."""
    clear_tabs(paragraph)
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Cm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{left}\t{right}")

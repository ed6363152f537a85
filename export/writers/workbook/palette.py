"""Cells ready for a streamed sheet: each kind of look is made once, and its cell used again for every value.

Reusing is sound because a write-only sheet turns each cell into XML before it asks for the next.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Color, Font, PatternFill, Side
from openpyxl.styles.numbers import FORMAT_TEXT
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.xml.constants import XML_NS
from openpyxl.xml.functions import Element

from export import styles
from export.writers.workbook.text import LIKE_A_FORMULA, escaped, writable
from match.model import Edit

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet
    from openpyxl.xml.functions import Element as XmlElement

    from match.model import Piece


@dataclass(frozen=True, slots=True)
class Look:
    """What a cell looks like."""

    ink: str = styles.INK
    fill: str = ""
    size: int = styles.FONT_SIZE
    is_bold: bool = False
    is_underlined: bool = False
    is_ruled: bool = True
    """Whether thin lines stand round it."""
    is_wrapped: bool = True
    is_text: bool = False
    """Whether what is typed stays as typed: Excel would make 3.1 of "3.10" and a date of "1-2"."""
    horizontal: Literal["left", "right"] = "left"
    indent: int = 0
    """Room between the words and the edge they stand at, in widths of three spaces."""
    vertical: Literal["top", "bottom"] = "top"


PLAIN = Look()
NUMBER = Look(horizontal="right", indent=1)
LINK = Look(ink=styles.LINK_INK, is_underlined=True)
EDITABLE = Look(fill=styles.EDITABLE_FILL, is_text=True)
HEADING = Look(ink=styles.HEADING_INK, fill=styles.HEADING_FILL, is_bold=True)
EDITABLE_HEADING = Look(fill=styles.EDITABLE_HEADING_FILL, is_bold=True)
TITLE = Look(size=styles.TITLE_SIZE, is_bold=True, is_ruled=False, is_wrapped=False)
NOTE = Look(is_ruled=False, is_wrapped=False)
SECTION = Look(size=styles.SECTION_SIZE, is_bold=True, is_ruled=False, is_wrapped=False, vertical="bottom")
NAME = Look(is_bold=True, is_ruled=False)
TEXT = Look(is_ruled=False)
CONTENTS = Look(ink=styles.LINK_INK, is_underlined=True, is_ruled=False)

TITLE_HEIGHT, NOTE_HEIGHT, SECTION_HEIGHT = 26, 20, 38
"""Points."""

MOST_LINKS = 65_000
"""Excel repairs a sheet with more than 65,530 links; beyond this the words stand without theirs."""

RULE = Side(style="thin", color=styles.RULE)
MARKS = {
    Edit.SAME: InlineFont(rFont=styles.FONT, sz=styles.FONT_SIZE),
    Edit.ADDED: InlineFont(
        rFont=styles.FONT, sz=styles.FONT_SIZE, b=True, u="single", color=Color(f"FF{styles.ADDED_INK}")
    ),
    Edit.MOVED: InlineFont(rFont=styles.FONT, sz=styles.FONT_SIZE, i=True, color=Color(f"FF{styles.MOVED_INK}")),
    Edit.REMOVED: InlineFont(
        rFont=styles.FONT, sz=styles.FONT_SIZE, strike=True, color=Color(f"FF{styles.REMOVED_INK}")
    ),
}
"""Added words are bold and underlined, moved ones italic, removed ones struck through: told apart without colour."""


class Run(TextBlock):
    """A run of a rich text that keeps its spaces even where it is nothing but spaces."""

    def to_tree(self) -> XmlElement:
        """Return the run as XML, spaces preserved (ECMA-376 Part 1, 18.4.12)."""
        run = Element("r")
        run.append(self.font.to_tree(tagname="rPr"))
        text = Element("t", {f"{{{XML_NS}}}space": "preserve"})
        text.text = self.text
        run.append(text)
        return run


def rich(pieces: tuple[Piece, ...]) -> CellRichText:
    """Return words with their marks as the inside of a cell."""
    runs: list[str | TextBlock] = [Run(MARKS[piece.edit], escaped(piece.text)) for piece in pieces if piece.text]
    return CellRichText(runs)


class Palette:
    """The cells of one sheet."""

    def __init__(self, sheet: Worksheet) -> None:
        """Take the sheet the cells are for."""
        self._sheet = sheet
        self._links = 0
        self._cells: dict[tuple[Look, bool], Cell] = {}

    def text(self, words: str, look: Look = PLAIN) -> Cell:
        """Return a cell that holds words as they stand, whatever they look like."""
        words = escaped(writable(words))
        cell = self._cell(look, is_quoted=words.startswith(LIKE_A_FORMULA))
        cell.value = words or None
        cell.data_type = "s" if words else "n"
        return cell

    def number(self, number: int) -> Cell:
        """Return a cell that holds a number."""
        cell = self._cell(NUMBER)
        cell.value = number
        return cell

    def marked(self, pieces: tuple[Piece, ...]) -> Cell:
        """Return a cell that holds words with their marks."""
        if not any(piece.text for piece in pieces):
            return self.text("")
        cell = self._cell(PLAIN)
        cell.value = rich(pieces)
        return cell

    def file_link(self, words: str, target: str) -> Cell:
        """Return a cell that opens a file."""
        return self._link(words, LINK, Hyperlink(ref="A1", target=target))

    def sheet_link(self, sheet: str) -> Cell:
        """Return a cell that leads to the top of another sheet."""
        return self._link(sheet, CONTENTS, Hyperlink(ref="A1", location=f"'{sheet}'!A1"))

    def _link(self, words: str, look: Look, link: Hyperlink) -> Cell:
        if self._links >= MOST_LINKS:
            return self.text(words)
        self._links += 1
        cell = _made(self._sheet, look, is_quoted=False)
        cell.value = escaped(words)
        cell.data_type = "s"
        # A link cannot be without a place; the sheet puts in the right one as it writes the cell.
        cell.row = cell.column = 1
        cell.hyperlink = link
        return cell

    def _cell(self, look: Look, *, is_quoted: bool = False) -> Cell:
        key = (look, is_quoted)
        if key not in self._cells:
            self._cells[key] = _made(self._sheet, look, is_quoted=is_quoted)
        return self._cells[key]


def _made(sheet: Worksheet, look: Look, *, is_quoted: bool) -> Cell:
    cell: Cell = WriteOnlyCell(sheet)
    cell.font = Font(
        name=styles.FONT,
        size=look.size,
        bold=look.is_bold,
        color=f"FF{look.ink}",
        underline="single" if look.is_underlined else None,
    )
    cell.alignment = Alignment(
        wrap_text=look.is_wrapped, vertical=look.vertical, horizontal=look.horizontal, indent=look.indent
    )
    if look.is_text:
        cell.number_format = FORMAT_TEXT
    if look.is_ruled:
        cell.border = Border(bottom=RULE, top=RULE, left=RULE, right=RULE)
    if look.fill:
        cell.fill = PatternFill("solid", fgColor=f"FF{look.fill}")
    # Marked as text for good, or Excel would take it for a formula when somebody edits the cell.
    cell.quotePrefix = is_quoted
    return cell

"""Paragraphs and tables of a long document as WordprocessingML text (ECMA-376 Part 1, 17), written one after the other.

python-docx holds a whole document in memory, some twenty times its size in the file; a change log may tell of fifty
thousand recommendations. What is made here is gone from memory once it is written.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from docx.shared import Cm

from export.word.markup import BOOKMARK, CELL_MARGIN, HEADING_SHADE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BOLD, UNDERLINED = "<w:b/>", '<w:u w:val="single"/>'
TABLE_END = "</w:tbl>"
LOOK = (
    '<w:tblLook w:firstColumn="1" w:firstRow="1" w:lastColumn="0" w:lastRow="0" w:noHBand="0" w:noVBand="1"'
    ' w:val="04A0"/>'
)
MARGINS = "".join(f'<w:{side} w:w="{CELL_MARGIN}" w:type="dxa"/>' for side in ("left", "right"))
SHADE = f'<w:shd w:val="clear" w:color="auto" w:fill="{HEADING_SHADE}"/>'


@dataclass(slots=True)
class Paragraph:
    """A paragraph under way; its words may hold no characters that XML cannot."""

    style_id: str
    keeps_with_next: bool = False
    """Whether it stays on the page of what follows it (17.3.1.15)."""
    stands_right: bool = False
    length: int = 0
    """Letters it has."""
    _parts: list[str] = field(default_factory=list)

    def run(self, words: str, style_id: str = "", *, is_bold: bool = False) -> None:
        """Add words, in a style of their own where one is given."""
        if words:
            styled = f'<w:rStyle w:val="{style_id}"/>' if style_id else ""
            self._add(words, styled + (BOLD if is_bold else ""))

    def link(self, words: str, number: int) -> None:
        """Add words that lead to the bookmark of that number (17.16.22)."""
        self._parts.append(f'<w:hyperlink w:anchor="{BOOKMARK.format(number)}">')
        self._add(words, UNDERLINED)
        self._parts.append("</w:hyperlink>")

    def mark(self, number: int) -> None:
        """Put a bookmark of that number before its words (17.13.6)."""
        name = BOOKMARK.format(number)
        self._parts.insert(0, f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>')

    def xml(self) -> str:
        """Return it as it is written; the schema has its properties in this order (17.3.1.26)."""
        properties = f'<w:pStyle w:val="{self.style_id}"/>'
        if self.keeps_with_next:
            properties += "<w:keepNext/>"
        if self.stands_right:
            properties += '<w:jc w:val="right"/>'
        return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(self._parts)}</w:p>"

    def _add(self, words: str, properties: str) -> None:
        self.length += len(words)
        kept = f"<w:rPr>{properties}</w:rPr>" if properties else ""
        self._parts.append(f"<w:r>{kept}{_content(words)}</w:r>")


def _content(words: str) -> str:
    """Return words as the content of a run: line breaks and tabs are elements there (17.3.3.1, 17.3.3.32)."""
    if "\n" not in words and "\t" not in words:
        return _text(words)
    lines = ("<w:tab/>".join(map(_text, line.split("\t"))) for line in words.split("\n"))
    return "<w:br/>".join(lines)


def _text(words: str) -> str:
    if not words:
        return ""
    kept = ' xml:space="preserve"' if words != words.strip() else ""
    return f"<w:t{kept}>{escape(words)}</w:t>"


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of a table."""

    widths: tuple[int, ...]
    """Twentieths of a point; given on the grid and in every cell, because programs differ in which they use."""

    @classmethod
    def of(cls, centimetres: Iterable[float]) -> Grid:
        """Return columns so many centimetres wide."""
        return cls(tuple(Cm(each).twips for each in centimetres))

    def begin(self, caption: str, style_id: str) -> str:
        """Return the beginning of a table; ``caption`` is for those who cannot see it (17.4.62)."""
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in self.widths)
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{style_id}"/><w:tblW w:type="auto" w:w="0"/><w:jc w:val="left"/>'
            f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{MARGINS}</w:tblCellMar>{LOOK}'
            f"<w:tblCaption w:val={quoteattr(caption)}/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
        )

    def heading_row(self, cells: Sequence[Paragraph]) -> str:
        """Return a row that is repeated on every page (17.4.78), with a pale shade behind it (17.4.32)."""
        return self._row(cells, "<w:trPr><w:tblHeader/></w:trPr>", SHADE)

    def row(self, cells: Sequence[Paragraph], *, stays_whole: bool) -> str:
        """Return a row, which may be one that ``stays_whole`` on one page (17.4.6)."""
        return self._row(cells, "<w:trPr><w:cantSplit/></w:trPr>" if stays_whole else "", "")

    def _row(self, cells: Sequence[Paragraph], properties: str, of_cells: str) -> str:
        made = (
            f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/>{of_cells}</w:tcPr>{cell.xml()}</w:tc>'
            for cell, width in zip(cells, self.widths, strict=True)
        )
        return f"<w:tr>{properties}{''.join(made)}</w:tr>"

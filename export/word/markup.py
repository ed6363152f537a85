"""The few things of a Word document that python-docx has no words for, as WordprocessingML (ECMA-376 Part 1, 17)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph

MODERN = "15"
"""The mode of Word 2013 and later; without it Word opens the file in Compatibility Mode ([MS-DOCX] 2.3.2)."""
MODE_OWNER = "http://schemas.microsoft.com/office/word"
BOOKMARK = "place_{}"
"""Word allows letters, digits and "_" alone in a name."""
CELL_MARGIN = "70"
"""Twentieths of a point."""
HEADING_SHADE = "E7EAF1"
"""Behind the headings of a table; pale enough to print well."""

LINE_SIZE, LINE_ROOM, LINE_COLOUR = "12", "7", "595959"
"""Eighths of a point, points, and a grey that prints."""
AFTER_BORDERS = ("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")
"""What the schema has after a paragraph's borders, of all that these styles hold (17.3.1.26)."""


def add_field(paragraph: Paragraph, instruction: str) -> None:
    """Add a field that Word works out when it lays out the page, "PAGE" or "NUMPAGES" (17.16.19)."""
    field = _made("w:fldSimple", instr=instruction)
    field.append(_element(paragraph.add_run("1")))
    _element(paragraph).append(field)


def mark_row(row: _Row, kind: str) -> None:
    """Make a row repeat on every page ("w:tblHeader", 17.4.78) or stay on one ("w:cantSplit", 17.4.6)."""
    _element(row).get_or_add_trPr().append(OxmlElement(kind))


def shade(cells: Iterable[_Cell], colour: str = HEADING_SHADE) -> None:
    """Put a pale shade behind the headings of a table (17.4.32)."""
    for cell in cells:
        shading = _made("w:shd", val="clear", color="auto", fill=colour)
        _element(cell).get_or_add_tcPr().append(shading)


def describe(table: Table, words: str) -> None:
    """Say what a table holds, for those who cannot see it (17.4.62)."""
    properties = _element(table).tblPr
    properties.append(_made("w:tblCaption", val=words))


def set_widths(table: Table, widths: Sequence[float]) -> None:
    """Give each column its width in centimetres, on the grid and in every cell: programs differ in which they use."""
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)


def add_border(style: ParagraphStyle, sides: Sequence[str], line: str) -> None:
    """Draw lines at some sides of every paragraph of a style (17.3.1.24), where the schema has them."""
    border = OxmlElement("w:pBdr")
    for side in sides:
        border.append(_made(f"w:{side}", val=line, sz=LINE_SIZE, space=LINE_ROOM, color=LINE_COLOUR))
    properties: Any = style.element.get_or_add_pPr()
    properties.insert_element_before(border, *AFTER_BORDERS)


def drop_border(style: ParagraphStyle) -> None:
    """Take away the lines a style draws."""
    properties: Any = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def clear_tabs(paragraph: Paragraph) -> None:
    """Take away the tab stops that a paragraph's style sets (17.3.1.38)."""
    properties: Any = _element(paragraph.style).get_or_add_pPr()
    for tabs in properties.findall(qn("w:tabs")):
        properties.remove(tabs)


def set_cell_margins(table: Table) -> None:
    """Leave less room than usual at the sides of the cells, so that long words fit in narrow columns (17.4.42)."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(_made(f"w:{side}", w=CELL_MARGIN, type="dxa"))
    properties = _element(table).tblPr
    properties.insert_element_before(margins, "w:tblLook", "w:tblCaption")


def set_modern(document: Document) -> None:
    """Have Word open the document as one of its own time."""
    settings = document.settings.element
    compatibility = settings.find(qn("w:compat"))
    if compatibility is None:
        compatibility = OxmlElement("w:compat")
        settings.append(compatibility)
    for setting in compatibility.findall(qn("w:compatSetting")):
        compatibility.remove(setting)
    compatibility.append(_made("w:compatSetting", name="compatibilityMode", uri=MODE_OWNER, val=MODERN))


def _made(tag: str, **attributes: str) -> Any:  # noqa: ANN401 - python-docx has no types for its elements
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def _element(part: object) -> Any:  # noqa: ANN401 - as _made
    return part._element  # type: ignore[attr-defined] # noqa: SLF001 - there is no public way to an element

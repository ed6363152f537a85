"""Setting up the styles of a Word document: the board's lettering in place of the template's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from export import styles

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

LANGUAGE = "en-GB"
GRID, PLAIN_TABLE = "Table Grid", "Normal Table"


def style_of(document: Document, name: str) -> ParagraphStyle:
    """Return the paragraph style ``name``."""
    style: ParagraphStyle = document.styles[name]
    return style


def drop_unused(document: Document) -> None:
    """Leave out the table styles of the template, a hundred of them, but for the one used."""
    for style in [each for each in document.styles if each.type == WD_STYLE_TYPE.TABLE]:
        if style.name not in {GRID, PLAIN_TABLE}:
            style.delete()


def set_language(document: Document) -> None:
    """Have every style's words spelled as British English."""
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)


def letter(style: ParagraphStyle, size: float, *, ink: str = styles.INK, is_bold: bool = False) -> None:
    """Give a style its lettering, ``size`` in points."""
    style.font.name, style.font.size, style.font.bold = styles.FONT, Pt(size), is_bold
    style.font.color.rgb = RGBColor.from_string(ink)
    fonts = style.element.rPr.rFonts
    # A font of the theme would outrank the one named here (ECMA-376 Part 1, 17.3.2.26).
    for attribute in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[attribute]
    for script in ("w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), styles.FONT)


def undecorate(style: ParagraphStyle) -> None:
    """Take from a built-in style what the template decorates it with: slant and letter spacing."""
    style.font.italic = False
    for spacing in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(spacing)

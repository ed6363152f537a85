"""What a form looks like: every look is a style, so that an agency's own settings can change it in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt, RGBColor

from export import styles
from export.forms.controls import PROMPT_INK
from export.word.markup import drop_border
from export.word.styling import drop_unused, letter, set_language, style_of, undecorate

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import CharacterStyle

SIZE = 11
"""Points, in the table too: forms are printed and filled in by hand."""
TITLE, SUBTITLE, FOOTER = "Title", "Subtitle", "Footer"
CELL, HEADING, ID, WANTED = "Table words", "Table heading", "Table ID", "Wanted by"
PROMPT = "Placeholder Text"


def dress(document: Document) -> None:
    """Set up every style a form uses."""
    drop_unused(document)
    set_language(document)
    letter(style_of(document, "Normal"), SIZE)
    style_of(document, "Normal").paragraph_format.space_after = Pt(5)
    for name, size in ((TITLE, 20), (SUBTITLE, 12)):
        style = style_of(document, name)
        letter(style, size, ink=styles.HEADING_FILL if name == TITLE else styles.INK, is_bold=name == TITLE)
        undecorate(style)
        drop_border(style)
        style.paragraph_format.space_after = Pt(4)
    letter(style_of(document, FOOTER), 9.5)
    for name, is_bold in ((CELL, False), (HEADING, True), (ID, True), (WANTED, True)):
        own = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        own.base_style = document.styles["Normal"]
        own.font.bold = is_bold
        own.paragraph_format.space_before = Pt(3)
        own.paragraph_format.space_after = Pt(4)
    prompt: CharacterStyle = document.styles.add_style(PROMPT, WD_STYLE_TYPE.CHARACTER)
    prompt.font.color.rgb = RGBColor.from_string(PROMPT_INK)

"""What the document looks like: every look is a style, so that a clerk can change it in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_UNDERLINE
from docx.shared import Pt, RGBColor

from export import styles
from export.word.markup import add_border, drop_border
from export.word.styling import drop_unused, letter, set_language, style_of, undecorate

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import CharacterStyle, ParagraphStyle

SIZE, SMALL = 11, 9.5
"""Points; the UK's guidance on accessible documents asks for 12 in e-mails and allows 11 in print."""
HEADINGS = {1: (16, 20, 4), 2: (13, 14, 3), 3: (11.5, 12, 2)}
"""By level: the size, the room above and the room below, in points."""

TITLE, SUBTITLE, CAPTION, BULLET = "Title", "Subtitle", "Caption", "List Bullet"
QUIET, LABEL, NOW, BEFORE, NOTICE, CELL, CELL_HEADING, NUMBER = (
    "Quiet words",
    "Field name",
    "Words now",
    "Words before",
    "Notice",
    "Table words",
    "Table heading",
    "Table number",
)
"""Paragraph styles of the document's own."""
ADDED, REMOVED, MOVED = "Added", "Removed", "Moved"
"""Character styles."""


def dress(document: Document) -> None:
    """Set up every style the document uses."""
    drop_unused(document)
    set_language(document)
    _set_built_in(document)
    _add_paragraph_styles(document)
    _add_character_styles(document)


def _set_built_in(document: Document) -> None:
    normal = style_of(document, "Normal")
    letter(normal, SIZE)
    normal.paragraph_format.space_after = Pt(5)
    normal.paragraph_format.line_spacing = 1.12
    for level, (size, above, below) in HEADINGS.items():
        heading = style_of(document, f"Heading {level}")
        letter(heading, size, ink=styles.HEADING_FILL, is_bold=True)
        heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(above), Pt(below)
    for name, size in ((TITLE, 22), (SUBTITLE, 12), (CAPTION, 10.5)):
        style = style_of(document, name)
        letter(style, size, ink=styles.HEADING_FILL if name == TITLE else styles.INK, is_bold=name != SUBTITLE)
        undecorate(style)
        style.paragraph_format.space_after = Pt(4)
        style.paragraph_format.keep_with_next = True
        drop_border(style)
    for name in ("Header", "Footer"):
        letter(style_of(document, name), SMALL)


def _add_paragraph_styles(document: Document) -> None:
    for name, size, keeps in (
        (QUIET, SMALL, False),
        (LABEL, SMALL, True),
        (NOW, SIZE, False),
        (BEFORE, SIZE, False),
        (NOTICE, SIZE, False),
        (CELL, 10, False),
        (CELL_HEADING, 8, True),
        (NUMBER, 10, False),
    ):
        style: ParagraphStyle = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.font.size = Pt(size)
        style.paragraph_format.keep_with_next = keeps
    for name in (LABEL, CELL_HEADING):
        style_of(document, name).font.bold = True
    style_of(document, LABEL).paragraph_format.space_after = Pt(0)
    for name in (CELL, CELL_HEADING, NUMBER):
        style_of(document, name).paragraph_format.space_after = Pt(1)
    for name, line in ((NOW, "single"), (BEFORE, "dashed")):
        style_of(document, name).paragraph_format.left_indent = Pt(12)
        add_border(style_of(document, name), ("left",), line)
    notice = style_of(document, NOTICE).paragraph_format
    notice.left_indent = notice.right_indent = Pt(8)
    add_border(style_of(document, NOTICE), ("top", "left", "bottom", "right"), "single")


def _add_character_styles(document: Document) -> None:
    for name, ink in ((ADDED, styles.ADDED_INK), (REMOVED, styles.REMOVED_INK), (MOVED, styles.MOVED_INK)):
        style: CharacterStyle = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        style.font.color.rgb = RGBColor.from_string(ink)
    added, removed, moved = (document.styles[name].font for name in (ADDED, REMOVED, MOVED))
    added.bold, added.underline = True, WD_UNDERLINE.SINGLE
    removed.strike = True
    moved.italic, moved.underline = True, WD_UNDERLINE.DOTTED

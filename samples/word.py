"""Writes a laid-out return as a Word document, as an agency's word processor would have saved it."""
# ruff: noqa: SLF001 - python-docx gives no other way to the elements it has no words for

from __future__ import annotations

import io
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Length, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from samples.archive import repack
from samples.blocks import Block, Cell, Grid, Level, Line, Merge, Text, TextBox
from samples.plan import Return
from samples.word_runs import Reviser, add_words, element
from samples.word_textbox import text_box_run

PAGE = (Cm(21), Cm(29.7))
MARGIN = Cm(2)
FONT = "Calibri"
BULLET = "\u2022 "
STYLES = {Level.TITLE: "Heading 1", Level.LABEL: "Heading 2", Level.BODY: "Normal"}
UNWANTED_PARTS = ("stylesWithEffects", "thumbnail")
"""Parts of python-docx's template that nothing refers to and that double a file's size."""
NUMBERING_ID = 90
"""Far from the numbers the template uses itself."""


def write_word(plan: Return, blocks: list[Block], date: str) -> bytes:
    """Return the bytes of a .docx file holding the blocks; ``date`` is an ISO date and time for its revisions."""
    document = docx.Document()
    reviser = Reviser(document, author=plan.particulars.provided_by.split(",")[0] or plan.agency, date=date)
    _set_up(document, plan)
    if any(
        cell.is_numbered for block in blocks if isinstance(block, Grid) for line in block.lines for cell in line.cells
    ):
        _add_numbering(document)
    for block in blocks:
        _add_block(document, plan, block, reviser)
    if isinstance(blocks[-1], Grid):
        document.add_paragraph()  # Word never ends a document with a table
    saved = io.BytesIO()
    document.save(saved)
    return repack(saved.getvalue(), date)


def _set_up(document: Document, plan: Return) -> None:
    _drop_unwanted_parts(document)
    properties = document.core_properties
    properties.author, properties.title, properties.comments = plan.agency, plan.title, ""
    section = document.sections[0]
    section.page_width, section.page_height = PAGE
    if plan.landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = PAGE[1], PAGE[0]
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    if plan.page_header:
        section.header.paragraphs[0].text = plan.page_header
    if plan.page_footer:
        section.footer.paragraphs[0].text = plan.page_footer
    _set_fonts(document, plan.font_size)


def _drop_unwanted_parts(document: Document) -> None:
    for relations in (document.part.rels, document.part.package.rels):
        for name in [each for each, relation in relations.items() if relation.reltype.endswith(UNWANTED_PARTS)]:
            del relations[name]


def _set_fonts(document: Document, size: float) -> None:
    for name in ("Normal", "Heading 1", "Heading 2"):
        font = document.styles[name].font
        font.name = FONT
        font.color.rgb = RGBColor(0, 0, 0)
        fonts = document.styles[name].element.rPr.rFonts
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(theme), None)
    document.styles["Normal"].font.size = Pt(size)
    document.styles["Normal"].paragraph_format.space_after = Pt(4)


def _add_numbering(document: Document) -> None:
    """Add a list numbered 1. 2. 3. (ECMA-376 Part 1, 17.9); definitions come before their uses in that part."""
    numbering = document.part.numbering_part.element
    level = element(
        "w:lvl",
        {"w:ilvl": "0"},
        element("w:start", {"w:val": "1"}),
        element("w:numFmt", {"w:val": "decimal"}),
        element("w:lvlText", {"w:val": "%1."}),
        element("w:lvlJc", {"w:val": "left"}),
        element("w:pPr", {}, element("w:ind", {"w:left": "360", "w:hanging": "360"})),
    )
    definition = element("w:abstractNum", {"w:abstractNumId": str(NUMBERING_ID)}, level)
    numbering.insert(0, definition)
    use = {"w:numId": str(NUMBERING_ID)}
    numbering.append(element("w:num", use, element("w:abstractNumId", {"w:val": str(NUMBERING_ID)})))


def _add_block(document: Document, plan: Return, block: Block, reviser: Reviser) -> None:
    match block:
        case Text():
            add_words(document.add_paragraph(style=STYLES[block.level]), block.text, reviser)
        case TextBox():
            document.add_paragraph()._p.append(text_box_run(block.lines))
        case Grid():
            _add_grid(document, plan, block, reviser)


def _add_grid(document: Document, plan: Return, grid: Grid, reviser: Reviser) -> None:
    room = PAGE[1 if plan.landscape else 0] - 2 * MARGIN
    widths = [Length(int(room * share / sum(grid.widths))) for share in grid.widths]
    table = document.add_table(rows=len(grid.lines), cols=len(widths), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row, line in zip(table.rows, grid.lines, strict=True):
        _fill_row(row, line, widths, reviser)
        if line.is_heading and plan.repeats_heading:
            row._tr.get_or_add_trPr().append(element("w:tblHeader"))
    _merge_down(table, grid)


def _fill_row(row: _Row, line: Line, widths: list[Length], reviser: Reviser) -> None:
    cells, column = row.cells, 0
    for cell in line.cells:
        target = cells[column]
        if cell.span > 1:
            target = target.merge(cells[column + cell.span - 1])
        target.width = Length(sum(widths[column : column + cell.span]))
        _fill_cell(target, cell, reviser, is_deleted=line.is_deleted)
        column += cell.span
    if line.is_deleted:
        row._tr.get_or_add_trPr().append(reviser.revision("w:del"))


def _fill_cell(target: _Cell, cell: Cell, reviser: Reviser, *, is_deleted: bool) -> None:
    for index, text in enumerate(cell.text.split("\n")):
        paragraph = target.paragraphs[0] if index == 0 else target.add_paragraph()
        if text.startswith(BULLET):
            paragraph.style = "List Bullet"
        if cell.is_numbered:
            _number(paragraph)
        add_words(paragraph, text.removeprefix(BULLET), reviser, is_bold=cell.is_bold, is_deleted=is_deleted)
    if cell.fill:
        shade = {"w:val": "clear", "w:color": "auto", "w:fill": cell.fill.removeprefix("#")}
        target._tc.get_or_add_tcPr().append(element("w:shd", shade))


def _number(paragraph: Paragraph) -> None:
    level = element("w:ilvl", {"w:val": "0"})
    use = element("w:numId", {"w:val": str(NUMBERING_ID)})
    paragraph._p.get_or_add_pPr().append(element("w:numPr", {}, level, use))


def _merge_down(table: Table, grid: Grid) -> None:
    """Mark cells merged downwards by hand: python-docx would pull their paragraphs together."""
    for row, line in zip(table.rows, grid.lines, strict=True):
        for cell, made in zip(line.cells, row._tr.tc_lst, strict=True):
            if cell.merge is not Merge.NONE:
                made.get_or_add_tcPr().append(_merge_mark(cell.merge))


def _merge_mark(merge: Merge) -> Any:  # noqa: ANN401 - an lxml element
    value = "restart" if merge is Merge.STARTS else "continue"
    return parse_xml(f'<w:vMerge {nsdecls("w")} w:val="{value}"/>')

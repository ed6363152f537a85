"""A return typed as a Word document."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph

from tests.laws.layout import LaidCell, LaidParagraph, LaidTable, lay_out
from tests.laws.returns import Item, Line, Look, Return

STYLES = {Item.BULLET: "List Bullet", Item.NUMBER: "List Number"}
SIDES = {
    "all": ("top", "left", "bottom", "right", "insideH", "insideV"),
    "level": ("top", "bottom", "insideH"),
    "none": (),
}
DARK = "1F4E79"


def write(sent: Return, path: Path, *, size: tuple[int, int] | None = None) -> Path:
    """Type ``sent`` in a Word document, on paper of another ``size`` in millimetres where one is given."""
    _Typist(sent, size or sent.look.size).type_all().save(str(path))
    return path


class _Typist:
    """Types one return from top to bottom."""

    def __init__(self, sent: Return, size: tuple[int, int]) -> None:
        self._sent = sent
        self._look: Look = sent.look
        self._document = docx.Document()
        self._width = size[0] - 2 * self._look.margin
        self._counted = ""
        """The list that goes on counting from row to row."""
        self._set_page(size)
        self._set_style()

    def type_all(self) -> Any:  # noqa: ANN401 - python-docx has no types
        for block in lay_out(self._sent):
            if isinstance(block, LaidTable):
                self._type_table(block)
            else:
                self._type_paragraph(block)
        return self._document

    def _set_page(self, size: tuple[int, int]) -> None:
        section = self._document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE if size[0] > size[1] else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Mm(size[0]), Mm(size[1])
        section.left_margin = section.right_margin = Mm(self._look.margin)
        section.header.paragraphs[0].text = self._look.header
        footer = section.footer.paragraphs[0]
        before, sign, after = self._look.footer.partition("#")
        footer.add_run(before)
        if sign:
            _add_field(footer, "PAGE")
        footer.add_run(after)

    def _set_style(self) -> None:
        # LibreOffice carries a link into a PDF only where it looks like one, as every link made in Word does.
        self._document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER).font.underline = True
        normal = self._document.styles["Normal"]
        normal.font.name, normal.font.size = self._look.font, Pt(self._look.points)
        normal.paragraph_format.space_after = Pt(self._look.after)
        if self._look.is_justified:
            normal.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY

    def _type_paragraph(self, block: LaidParagraph) -> None:
        if block.level:
            self._document.add_heading(block.line.text, level=block.level)
        else:
            self._type_line(self._document.add_paragraph(), block.line, "")

    def _type_table(self, laid: LaidTable) -> None:
        table = self._document.add_table(rows=len(laid.rows), cols=len(laid.widths))
        _rule(table, SIDES[self._look.rules])
        self._set_widths(table, laid.widths)
        grid = [table.rows[at].cells for at in range(len(laid.rows))]
        taken: set[tuple[int, int]] = set()
        for down, row in enumerate(laid.rows):
            across = 0
            for cell in row:
                while (down, across) in taken:
                    across += 1
                taken |= {(down + y, across + x) for y in range(cell.down) for x in range(cell.across)}
                last = grid[down + cell.down - 1][across + cell.across - 1]
                self._type_cell(grid[down][across].merge(last) if last is not grid[down][across] else last, cell)
            properties = table.rows[down]._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no other way
            if self._look.keeps_rows:
                properties.append(OxmlElement("w:cantSplit"))
            if self._look.repeats_heading and down < laid.heading_rows:
                properties.append(OxmlElement("w:tblHeader"))

    def _set_widths(self, table: Table, widths: tuple[float, ...]) -> None:
        table.autofit = False
        for at, width in enumerate(widths):
            table.columns[at].width = Mm(self._width * width / sum(widths))
            for cell in table.columns[at].cells:
                cell.width = Mm(self._width * width / sum(widths))

    def _type_cell(self, cell: Any, laid: LaidCell) -> None:  # noqa: ANN401 - python-docx has no types
        counted = ""
        for at, line in enumerate(laid.lines or (Line(""),)):
            paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
            if line.item is Item.NUMBER:
                counted = counted or self._number_list(goes_on=at == 0)
            self._type_line(paragraph, line, counted, is_heading=laid.is_heading)
        fill = self._look.shade if laid.is_heading else laid.fill
        if fill:
            _shade(cell, fill)

    def _number_list(self, *, goes_on: bool) -> str:
        """Return the list whose numbers a line takes: one of its own, or that which goes on from row to row."""
        if goes_on and self._counted:
            return self._counted
        made = _begin_list(self._document)
        self._counted = made if goes_on else self._counted
        return made

    def _type_line(self, paragraph: Paragraph, line: Line, counted: str, *, is_heading: bool = False) -> None:
        if line.item:
            paragraph.style = self._document.styles[STYLES[line.item]]
        if line.item is Item.NUMBER:
            _count_in(paragraph, counted)
        text, last = line.text.rsplit(" ", 1) if line.link else (line.text, "")
        run = paragraph.add_run(f"{text} " if last else text)
        run.bold = is_heading or None
        if is_heading and self._look.shade == DARK:
            run.font.color.rgb = RGBColor(255, 255, 255)
        if last:
            _add_link(paragraph, last, line.link)


def _rule(table: Table, sides: tuple[str, ...]) -> None:
    borders = OxmlElement("w:tblBorders")
    for side in sides:
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "auto")):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    table._tbl.tblPr.append(borders)  # noqa: SLF001 - python-docx has no other way


def _shade(cell: Any, fill: str) -> None:  # noqa: ANN401 - python-docx has no types
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
        shading.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shading)  # noqa: SLF001 - python-docx has no other way


def _add_field(paragraph: Paragraph, instruction: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no other way


def _add_link(paragraph: Paragraph, text: str, address: str) -> None:
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(text, "Hyperlink")
    link.append(run._r)  # noqa: SLF001 - python-docx has no other way
    paragraph._p.append(link)  # noqa: SLF001 - python-docx has no other way


def _begin_list(document: Any) -> str:  # noqa: ANN401 - python-docx has no types
    """Return the id of a list that counts from 1 by itself, in the form of the style for numbered lists.

    It has a form of its own: lists of one form count together (ECMA-376 Part 1, 17.9.15), and LibreOffice forgets
    in a .doc where one of them was told to begin again.
    """
    numbering = document.part.numbering_part.element
    style = document.styles[STYLES[Item.NUMBER]].element
    kept = numbering.num_having_numId(style.pPr.numPr.numId.val).abstractNumId.val
    forms = numbering.findall(qn("w:abstractNum"))
    form = deepcopy(next(each for each in forms if each.get(qn("w:abstractNumId")) == str(kept)))
    number = 1 + max(int(each.get(qn("w:abstractNumId"))) for each in forms)
    form.set(qn("w:abstractNumId"), str(number))
    for unique in (*form.findall(qn("w:nsid")), *form.iter(qn("w:pStyle"))):
        unique.getparent().remove(unique)
    forms[-1].addnext(form)
    return str(numbering.add_num(number).numId)


def _count_in(paragraph: Any, counted: str) -> None:  # noqa: ANN401 - python-docx has no types
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - python-docx has no other way
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = int(counted)

"""Writes a laid-out return as a PDF, as a word processor would have: ruled tables, rows cut at the page's end."""

from __future__ import annotations

import io
from dataclasses import dataclass
from itertools import pairwise

from reportlab.lib.colors import HexColor, black
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from samples.blocks import Block, Cell, Grid, Level, Line, Text, TextBox
from samples.pdf_text import PrintedLine, break_lines, draw_line
from samples.plan import Borders, Return, Unread

MARGIN = 50.0
PADDING = 4.0
LEADING = 1.25
"""Line height as a share of the font's size."""
RULE = 0.5
PARAGRAPH_GAP = 5.0
SIZES = {Level.TITLE: 3.0, Level.LABEL: 1.0, Level.BODY: 0.0}
"""Points added to the body's size."""
PASSWORD = "Brackenmouth-2025"  # noqa: S105 - nobody is to open the file; it only has to be closed


@dataclass(slots=True)
class Press:
    """A canvas, and how far down its page it has been printed."""

    canvas: Canvas
    plan: Return
    width: float
    height: float
    y: float = 0.0

    @property
    def line_height(self) -> float:
        """Points from one line of a table to the next."""
        return self.plan.font_size * LEADING

    def begin_page(self) -> None:
        """Print what stands on every page, and go to its top."""
        self.y = self.height - MARGIN
        for text, y in ((self.plan.page_header, self.y + MARGIN / 2), (self.plan.page_footer, MARGIN / 2)):
            for line in break_lines(text, self.width, 8) if text else []:
                draw_line(self.canvas, line, MARGIN, y, 8)

    def turn_page(self) -> None:
        """End the page and begin the next."""
        self.canvas.showPage()
        self.begin_page()


def write_pdf(plan: Return, blocks: list[Block]) -> bytes:
    """Return the bytes of a PDF file holding the blocks; raises ValueError for a block only Word can hold."""
    made = io.BytesIO()
    size = landscape(A4) if plan.landscape else A4
    # Uncompressed, so that the bytes do not hang on the machine's compression library.
    canvas = Canvas(made, pagesize=size, invariant=1, pageCompression=0)
    canvas.setTitle(plan.title)
    canvas.setAuthor(plan.particulars.provided_by or plan.agency)
    press = Press(canvas, plan, *size)
    press.begin_page()
    for block in blocks:
        _print_block(press, block)
    canvas.save()
    return made.getvalue()


def write_closed_pdf(unread: Unread) -> bytes:
    """Return the bytes of a PDF that opens only with a password."""
    made = io.BytesIO()
    lock = StandardEncryption(PASSWORD, ownerPassword=PASSWORD, strength=128)
    canvas = Canvas(made, pagesize=A4, invariant=1, pageCompression=0, encrypt=lock)
    canvas.setTitle(unread.title)
    canvas.drawString(MARGIN, A4[1] - MARGIN, unread.text)
    canvas.save()
    return made.getvalue()


def _print_block(press: Press, block: Block) -> None:
    match block:
        case Text():
            _print_text(press, block)
        case Grid():
            _print_grid(press, block)
        case TextBox():
            raise ValueError(f"{press.plan.file}: a text box can only be written in a Word document")


def _print_text(press: Press, text: Text) -> None:
    size = press.plan.font_size + SIZES[text.level]
    for line in break_lines(text.text, press.width - 2 * MARGIN, size, is_bold=text.level is not Level.BODY):
        press.y -= size * LEADING
        draw_line(press.canvas, line, MARGIN, press.y, size)
    press.y -= PARAGRAPH_GAP


def _print_grid(press: Press, grid: Grid) -> None:
    room = press.width - 2 * MARGIN
    widths = [room * share / sum(grid.widths) for share in grid.widths]
    heading = next((line for line in grid.lines if line.is_heading), None)
    for line in grid.lines:
        pending = _break_cells(press, line, widths)
        while any(lines for _, _, lines in pending):
            if _room(press) < press.line_height:
                _turn_page_in_table(press, heading, widths)
            pending = _print_band(press, pending)
    press.y -= PARAGRAPH_GAP


Pending = list[tuple[Cell, float, list[PrintedLine]]]
"""What is still to be printed of a row: each cell with its width and its lines."""


def _break_cells(press: Press, line: Line, widths: list[float]) -> Pending:
    pending: Pending = []
    column = 0
    for cell in line.cells:
        width = sum(widths[column : column + cell.span])
        lines = break_lines(cell.text, width - 2 * PADDING, press.plan.font_size, is_bold=cell.is_bold)
        pending.append((cell, width, lines))
        column += cell.span
    return pending


def _room(press: Press) -> float:
    return press.y - MARGIN - 2 * PADDING


def _height(press: Press, lines: list[PrintedLine]) -> float:
    return sum(press.line_height + line.gap for line in lines)


def _count_fitting(press: Press, lines: list[PrintedLine]) -> int:
    return sum(1 for count in range(1, len(lines) + 1) if _height(press, lines[:count]) <= _room(press))


def _turn_page_in_table(press: Press, heading: Line | None, widths: list[float]) -> None:
    press.turn_page()
    if heading and press.plan.repeats_heading:
        _print_band(press, _break_cells(press, heading, widths))


def _print_band(press: Press, pending: Pending) -> Pending:
    """Print as much of a row as the page holds, closed by a border, and return the rest of it."""
    counts = [_count_fitting(press, lines) for _, _, lines in pending]
    cut = list(zip(pending, counts, strict=True))
    height = max(_height(press, lines[:count]) for (_, _, lines), count in cut) + 2 * PADDING
    x = MARGIN
    for (cell, width, lines), count in cut:
        _print_cell(press, cell, lines[:count], (x, press.y - height, width, height))
        x += width
    _rule(press, [width for _, width, _ in pending], height)
    press.y -= height
    return [(cell, width, lines[count:]) for (cell, width, lines), count in cut]


def _print_cell(press: Press, cell: Cell, lines: list[PrintedLine], box: tuple[float, float, float, float]) -> None:
    x, bottom, width, height = box
    if cell.fill:
        press.canvas.setFillColor(HexColor(cell.fill))
        press.canvas.rect(x, bottom, width, height, stroke=0, fill=1)
        press.canvas.setFillColor(black)
    y = bottom + height - PADDING + press.plan.font_size * (LEADING - 1)
    for line in lines:
        y -= press.line_height + line.gap
        draw_line(press.canvas, line, x + PADDING, y, press.plan.font_size)


def _rule(press: Press, widths: list[float], height: float) -> None:
    edges = [MARGIN + sum(widths[:index]) for index in range(len(widths) + 1)]
    top, bottom = press.y, press.y - height
    if press.plan.borders is Borders.LINES:
        _rule_lines(press.canvas, edges, top, bottom)
    else:
        _rule_boxes(press.canvas, edges, top, bottom)


def _rule_lines(canvas: Canvas, edges: list[float], top: float, bottom: float) -> None:
    """Stroke the borders, as LibreOffice does."""
    canvas.setLineWidth(RULE)
    for y in (top, bottom):
        canvas.line(edges[0], y, edges[-1], y)
    for x in edges:
        canvas.line(x, top, x, bottom)


def _rule_boxes(canvas: Canvas, edges: list[float], top: float, bottom: float) -> None:
    """Fill a thin box for each border of each cell, as Word does."""
    for left, right in pairwise(edges):
        for y in (top, bottom):
            canvas.rect(left, y - RULE, right - left + RULE, RULE, stroke=0, fill=1)
    for x in edges:
        canvas.rect(x, bottom, RULE, top - bottom, stroke=0, fill=1)

"""Draws small PDFs to test the reader with; heights are counted from the top of the page."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from ingest.model import SourceTable, Where
from ingest.readers import pdf

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ingest.model import SourceCell, SourceDocument

A4 = (595.0, 842.0)
WIDTHS = (40.0, 200.0, 200.0)
LEADING = 12.0
PADDING = 5.0


class Paper:
    """A PDF being drawn."""

    def __init__(self, path: Path, size: tuple[float, float] = A4) -> None:
        self.path = path
        self.size = size
        self.canvas = Canvas(str(path), pagesize=size)
        self.font("Helvetica", 10)

    def font(self, name: str, size: float) -> None:
        self.canvas.setFont(name, size)

    def text(self, left: float, baseline: float, words: str) -> None:
        self.canvas.drawString(left, self.size[1] - baseline, words)

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.canvas.line(x0, self.size[1] - y0, x1, self.size[1] - y1)

    def fill(self, box: tuple[float, float, float, float], color: str) -> None:
        left, top, width, height = box
        self.canvas.setFillColor(color)
        self.canvas.rect(left, self.size[1] - top - height, width, height, stroke=0, fill=1)
        self.canvas.setFillColor("black")

    def cells(
        self,
        rows: Sequence[Sequence[str]],
        *,
        top: float = 100.0,
        left: float = 50.0,
        widths: Sequence[float] = WIDTHS,
    ) -> list[float]:
        """Write rows of words, wrapped as a word processor would, and return the heights between rows."""
        wrapped = [[self.wrap(text, width) for text, width in zip(row, widths, strict=True)] for row in rows]
        heights = [LEADING * max(map(len, row)) + PADDING for row in wrapped]
        tops = list(accumulate(heights, initial=top))
        lefts = list(accumulate(widths, initial=left))
        for row, row_top in zip(wrapped, tops, strict=False):
            for lines, cell_left in zip(row, lefts, strict=False):
                for number, line in enumerate(lines):
                    self.text(cell_left + PADDING, row_top + LEADING * (number + 1), line)
        return tops

    def wrap(self, text: str, width: float) -> list[str]:
        """Return ``text`` in lines that fit a column; a newline in it ends a line."""
        lines = []
        for paragraph in text.split("\n"):
            line = ""
            for word in paragraph.split(" "):
                longer = f"{line} {word}".lstrip()
                if line and self.canvas.stringWidth(longer, "Helvetica", 10) > width - 2 * PADDING:
                    lines.append(line)
                    longer = word
                line = longer
            lines.append(line)
        return lines

    def table(
        self,
        rows: Sequence[Sequence[str]],
        *,
        top: float = 100.0,
        left: float = 50.0,
        widths: Sequence[float] = WIDTHS,
    ) -> list[float]:
        """Write a table with a rule on every side of every cell, and return the heights of its rules."""
        tops = self.cells(rows, top=top, left=left, widths=widths)
        for height in tops:
            self.line(left, height, left + sum(widths), height)
        for x in accumulate(widths, initial=left):
            self.line(x, tops[0], x, tops[-1])
        return tops

    def new_page(self) -> None:
        self.canvas.showPage()
        self.font("Helvetica", 10)

    def read(self) -> SourceDocument:
        """Finish the drawing and read it; whatever is on it, its words must add up."""
        self.canvas.save()
        return read_whole(self.path)


def read_whole(path: Path) -> SourceDocument:
    document = pdf.read(path, "Riverside.pdf", "0")
    in_blocks = sum(
        sum(cell.words for cell in block.cells) if isinstance(block, SourceTable) else block.words
        for block in document.blocks
    )
    assert document.words == in_blocks
    return document


def rows_of(document: SourceDocument, table: int = 0) -> list[list[str]]:
    """Return the text of a table's rows, a merged cell once."""
    found = document.tables[table]
    return [[cell.text for cell in found.cells if cell.row == row] for row in range(1, found.n_rows + 1)]


def cell_at(document: SourceDocument, row: int, col: int) -> SourceCell:
    return next(cell for cell in document.tables[0].cells if (cell.row, cell.col) == (row, col))


def texts_in(document: SourceDocument, where: Where = Where.BODY) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.where is where]


PLAN = (("No", "Recommendation", "Update"), ("1", "Train all staff", "Done in May"), ("2", "Review it", "Ongoing"))

"""Breaks marked words into lines of a given width, and draws them, in the standard fonts of every PDF reader."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from samples.markup import UNSEEN, Mark, split_runs

REGULAR, BOLD = "Helvetica", "Helvetica-Bold"
PARAGRAPH_GAP = 4.0
"""Points between two paragraphs of a cell; without it nobody could tell them apart."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word and the font it is set in."""

    text: str
    font: str


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of words that fits its column."""

    words: tuple[Word, ...]
    gap: float = 0.0
    """Points of white space above it, where a paragraph begins."""


def break_lines(text: str, width: float, size: float, *, is_bold: bool = False) -> list[PrintedLine]:
    """Return the lines that ``text`` takes in ``width`` points; each paragraph begins on a new one, below a gap."""
    lines: list[PrintedLine] = []
    for index, paragraph in enumerate(text.split("\n")):
        first, *others = _break_paragraph(_words(paragraph, is_bold=is_bold), width, size)
        lines.append(PrintedLine(first, gap=PARAGRAPH_GAP if index else 0.0))
        lines += [PrintedLine(words) for words in others]
    return lines


def draw_line(canvas: Canvas, line: PrintedLine, x: float, y: float, size: float) -> None:
    """Draw the line with its baseline starting at the point given."""
    for font, words in groupby(line.words, key=lambda word: word.font):
        text = " ".join(word.text for word in words)
        canvas.setFont(font, size)
        canvas.drawString(x, y, text)
        x += stringWidth(text + " ", font, size)


def _words(paragraph: str, *, is_bold: bool) -> list[Word]:
    seen = [run for run in split_runs(paragraph) if run.mark not in UNSEEN]
    return [
        Word(text, BOLD if is_bold or run.mark is Mark.BOLD else REGULAR) for run in seen for text in run.text.split()
    ]


def _break_paragraph(words: list[Word], width: float, size: float) -> list[tuple[Word, ...]]:
    lines: list[tuple[Word, ...]] = []
    line: list[Word] = []
    for word in words:
        if line and _width([*line, word], size) > width:
            lines.append(tuple(line))
            line = []
        line.append(word)
    return [*lines, tuple(line)]


def _width(line: list[Word], size: float) -> float:
    return sum(stringWidth(f"{word.text} ", word.font, size) for word in line) - stringWidth(" ", REGULAR, size)

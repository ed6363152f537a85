"""What a cell comes to: its text, what was struck out or hidden in it, what hangs on it, and how many words."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.model import Comment, Hyperlink
from ingest.readers.word.numbering import Label
from ingest.readers.word.pieces import NOTHING, Block, Cell, Hanging, Kind, Paragraph, Piece, Remark, Table
from ingest.readers.word.settling import Hidden, Line, settle
from ingest.words import count_words

NO_TEXT = (Piece(" "),)
"""Stands for what is in an empty paragraph, which may be coloured all the same."""


@dataclass(slots=True)
class Content:
    """Everything in a cell, or in any stretch of blocks that is one unit."""

    lines: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)
    links: list[Hyperlink] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    words: int = 0
    fills: set[str | None] = field(default_factory=set)
    """The colours behind its visible text."""
    blank_fills: set[str] = field(default_factory=set)
    """The colours behind white space and empty paragraphs, which are all there is to see of some cells."""
    inks: set[str | None] = field(default_factory=set)
    """The colours of its visible letters."""
    is_bold: bool = True
    """Whether all its visible text is bold; true of no text at all."""
    number: str = ""
    """The automatic number its text begins with."""
    _ends_struck: bool = False

    def add(self, blocks: list[Block]) -> None:
        """Take in ``blocks``, in order."""
        for block in blocks:
            if isinstance(block, Paragraph):
                self._add_paragraph(block)
            else:
                self._add_table(block)

    @property
    def text(self) -> str:
        """Return its paragraphs joined by newlines."""
        return "\n".join(self.lines)

    @property
    def colour(self) -> str | None:
        """Return the one colour behind the whole of its text, or of a cell without any, if there is one."""
        fills = self.fills or self.blank_fills
        return next(iter(fills)) if len(fills) == 1 else None

    @property
    def ink(self) -> str | None:
        """Return the one colour of all its letters, if there is one."""
        return next(iter(self.inks)) if len(self.inks) == 1 else None

    def _add_paragraph(self, paragraph: Paragraph) -> None:
        line = settle(paragraph)
        if line.text:
            self._add_number(paragraph.label, line.text)
            self.lines.append(line.text)
        self._add_struck(line)
        self.hidden += line.hidden
        self.words += line.words + line.struck_words
        self._add_looks(paragraph)
        if paragraph.hanging is not NOTHING:
            self._add_hanging(paragraph.hanging)

    def _add_number(self, label: Label, text: str) -> None:
        """Keep the number of the first line; one whose words are all struck out is struck out with them."""
        if not (self.lines or label.is_bullet) and text.startswith(label.text):
            self.number = label.text

    def _add_hanging(self, hanging: Hanging) -> None:
        self.links += hanging.links
        self.pictures += hanging.pictures
        for sign in hanging.signs:
            self.lines.append(sign)
            self.words += count_words(sign)
        for box in hanging.boxes:
            self.add(box)
        for note in hanging.notes:
            text, words = flatten(note)
            self.notes.append(text)
            self.words += words
        for remark in hanging.remarks:
            comment, words = comment_of(remark)
            self.comments.append(comment)
            self.words += words

    def _add_struck(self, line: Line) -> None:
        passages = list(line.struck)
        if passages and line.starts_struck and self._ends_struck:
            self.struck[-1] += f"\n{passages.pop(0)}"
        self.struck += passages
        if line.text or line.struck:
            self._ends_struck = line.ends_struck

    def _add_looks(self, paragraph: Paragraph) -> None:
        for piece in paragraph.pieces or NO_TEXT:
            fill = piece.fill or paragraph.fill
            if piece.kind is Kind.SHOWN and not piece.text.isspace():
                self.fills.add(fill)
                self.inks.add(piece.ink)
                self.is_bold = self.is_bold and piece.is_bold
            elif fill and piece.kind is Kind.SHOWN:
                self.blank_fills.add(fill)

    def _add_table(self, table: Table) -> None:
        """Take in a table that lies in the cell: a line for each of its rows, a tab between its cells."""
        rows: dict[int, list[str]] = {}
        for cell in table.cells:
            inner = Content()
            inner.add(cell.blocks)
            rows.setdefault(cell.row, []).append(inner.text)
            self._take(inner)
        self.lines += [line for texts in rows.values() if (line := "\t".join(texts).rstrip("\t"))]
        stray = Content()
        stray.add(table.strays)
        self.lines += stray.lines
        self._take(stray)

    def _take(self, inner: Content) -> None:
        """Take over everything of ``inner`` but its text."""
        self.struck += inner.struck
        self.hidden += inner.hidden
        self.links += inner.links
        self.comments += inner.comments
        self.pictures += inner.pictures
        self.notes += inner.notes
        self.words += inner.words
        self.fills |= inner.fills
        self.blank_fills |= inner.blank_fills
        self.inks |= inner.inks
        self.is_bold = self.is_bold and inner.is_bold


def read_cell(cell: Cell) -> Content:
    """Return what is in ``cell``."""
    content = Content()
    content.add(cell.blocks)
    return content


def flatten(blocks: list[Block]) -> tuple[str, int]:
    """Return everything in a note or comment as text, whatever its look, and its words."""
    content = Content()
    content.add(blocks)
    parts = [*content.lines, *content.struck, *(hidden.text for hidden in content.hidden), *content.notes]
    parts += [comment.text for comment in content.comments]
    return "\n".join(parts), content.words + sum(hidden.words for hidden in content.hidden)


def comment_of(remark: Remark) -> tuple[Comment, int]:
    """Return a comment with the words it is attached to, and how many words it has itself."""
    text, words = flatten(remark.blocks)
    return Comment(text=text, author=remark.author, date=remark.date, on="".join(remark.words).strip()), words

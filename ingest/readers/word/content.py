"""What a cell or paragraph comes to: its text, what was struck out or hidden in it, and how many words."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from ingest.model import Comment, Hyperlink
from ingest.readers.word.pieces import NOTHING, Block, Cell, Hanging, Kind, Paragraph, Piece, Remark, Table
from ingest.words import count_words

NO_TEXT = (Piece(" "),)
"""Stands for what is in an empty paragraph, which may be coloured all the same."""


class Hidden(NamedTuple):
    """Text that is in the document and not shown."""

    text: str
    words: int
    is_prompt: bool


class Line(NamedTuple):
    """A paragraph settled: what is shown, what is struck out, what is hidden.

    Words are counted over the paragraph as it stands in the file, so that "read~~ing~~" is one word; the shown part
    gets its words first, then the struck one, then the hidden one.
    """

    text: str
    struck: tuple[str, ...]
    hidden: tuple[Hidden, ...]
    words: int
    struck_words: int
    starts_struck: bool
    ends_struck: bool


def settle(paragraph: Paragraph) -> Line:
    """Return ``paragraph`` with its label before its text and its struck-out passages apart."""
    pieces = paragraph.pieces
    label = paragraph.label.text + paragraph.label.separator
    if all([piece.kind is Kind.SHOWN for piece in pieces]):  # noqa: C419 - most paragraphs have one piece: a list is quicker
        text = "".join([piece.text for piece in pieces]).strip()
        return Line((label + text).strip(), (), (), count_words(text), 0, starts_struck=False, ends_struck=False)
    return _settle_mixed(_show_spaces(pieces), label)


def _show_spaces(pieces: list[Piece]) -> list[Piece]:
    """Return ``pieces`` with hidden white space between two words shown, or it would make one word of them."""
    shown: list[Piece] = []
    for kind, found in groupby(pieces, key=lambda piece: piece.kind):
        group = list(found)
        is_blank = kind is not Kind.STRUCK and all(not piece.text.strip() for piece in group)
        shown += [piece._replace(kind=Kind.SHOWN) for piece in group] if is_blank else group
    return shown


def _settle_mixed(pieces: list[Piece], label: str) -> Line:
    runs = _merge_runs([piece for piece in pieces if piece.kind in {Kind.SHOWN, Kind.STRUCK}])
    shown = "".join(text for kind, text in runs if kind is Kind.SHOWN).strip()
    struck = [text for kind, text in runs if kind is Kind.STRUCK]
    if struck and not shown:
        struck[0], label = label + struck[0], ""
    visible_words = count_words("".join(text for _kind, text in runs))
    words = count_words(shown)
    solid = [kind for kind, text in runs if text.strip()]
    return Line(
        text=(label + shown).strip(),
        struck=tuple(struck),
        hidden=_hidden(pieces, count_words("".join(piece.text for piece in pieces)) - visible_words),
        words=words,
        struck_words=visible_words - words,
        starts_struck=bool(solid) and solid[0] is Kind.STRUCK,
        ends_struck=bool(solid) and solid[-1] is Kind.STRUCK,
    )


def _hidden(pieces: list[Piece], words: int) -> tuple[Hidden, ...]:
    """Return the hidden passages; ``words`` are theirs together, and the last one makes up for words cut in two."""
    found: list[Hidden] = []
    left = words
    for kind, group in groupby(pieces, key=lambda piece: piece.kind):
        text = "".join(piece.text for piece in group).strip()
        if kind in {Kind.HIDDEN, Kind.PLACEHOLDER} and text:
            own = min(left, count_words(text))
            left -= own
            found.append(Hidden(text, own, is_prompt=kind is Kind.PLACEHOLDER))
    if found and left:
        found[-1] = Hidden(found[-1].text, found[-1].words + left, is_prompt=found[-1].is_prompt)
    return tuple(found)


def _merge_runs(pieces: list[Piece]) -> list[tuple[Kind, str]]:
    """Return stretches of one kind; white space at the edge of a struck passage belongs to what is shown."""
    runs: list[tuple[Kind, str]] = []
    for kind, group in groupby(pieces, key=lambda piece: piece.kind):
        text = "".join(piece.text for piece in group)
        if kind is Kind.STRUCK:
            lead = text[: len(text) - len(text.lstrip())]
            tail = text[len(text.rstrip()) :] if text.strip() else ""
            runs += [(Kind.SHOWN, lead), (Kind.STRUCK, text.strip()), (Kind.SHOWN, tail)]
        else:
            runs.append((kind, text))
    return _close_gaps([run for run in runs if run[1]])


def _close_gaps(runs: list[tuple[Kind, str]]) -> list[tuple[Kind, str]]:
    """Join struck passages with nothing but white space between them."""
    joined: list[tuple[Kind, str]] = []
    for kind, group in groupby(runs, key=lambda run: run[0]):
        joined.append((kind, "".join(text for _kind, text in group)))
    index = 1
    while index < len(joined) - 1:
        if joined[index][0] is Kind.SHOWN and not joined[index][1].strip():
            text = "".join(text for _kind, text in joined[index - 1 : index + 2])
            joined[index - 1 : index + 2] = [(Kind.STRUCK, text)]
        else:
            index += 1
    return joined


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
    is_bold: bool = True
    """Whether all its visible text is bold; true of no text at all."""
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

    def _add_paragraph(self, paragraph: Paragraph) -> None:
        line = settle(paragraph)
        if line.text:
            self.lines.append(line.text)
        self._add_struck(line)
        self.hidden += line.hidden
        self.words += line.words + line.struck_words
        self._add_looks(paragraph)
        if paragraph.hanging is not NOTHING:
            self._add_hanging(paragraph.hanging)

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

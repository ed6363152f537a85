"""What reading the XML gives before it is laid out: paragraphs made of pieces, and tables made of rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple, TypeAlias

from ingest.model import Hyperlink
from ingest.readers.word.numbering import NO_LABEL, Label


class Kind(Enum):
    """How a piece of text is shown."""

    SHOWN = "shown"
    STRUCK = "struck out"
    HIDDEN = "hidden"
    PLACEHOLDER = "placeholder"


VISIBLE = (Kind.SHOWN, Kind.STRUCK)


class Piece(NamedTuple):
    """Text of one look."""

    text: str
    kind: Kind = Kind.SHOWN
    fill: str | None = None
    is_bold: bool = False
    ink: str | None = None


class Remark(NamedTuple):
    """A comment in the margin."""

    blocks: list[Block]
    author: str
    date: str
    words: list[str]
    """The words it is attached to, as far as they have been read."""


@dataclass(slots=True, eq=False)
class Hanging:
    """What hangs on a paragraph beside its text; few paragraphs have any of it."""

    links: list[Hyperlink] = field(default_factory=list)
    notes: list[list[Block]] = field(default_factory=list)
    """The text of foot- and endnotes called here."""
    remarks: list[Remark] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    boxes: list[list[Block]] = field(default_factory=list)
    """The text boxes anchored here."""
    signs: list[str] = field(default_factory=list)
    """Words that are drawn: WordArt, as watermarks are, and the words of charts and diagrams."""


NOTHING = Hanging()
"""Stands for nothing hanging there; never added to."""


@dataclass(slots=True, eq=False)
class Paragraph:
    """A paragraph while it is read: its pieces in order, and what hangs on it."""

    pieces: list[Piece] = field(default_factory=list)
    label: Label = NO_LABEL
    level: int | None = None
    """The outline level of a heading."""
    fill: str | None = None
    """The colour behind the whole paragraph."""
    hanging: Hanging = NOTHING
    had_deletions: bool = False
    opens_section: int = 0
    """Which section begins here, counted from 0, where this is no paragraph but stands for that."""

    def hang(self) -> Hanging:
        """Return what hangs on it, to add to."""
        if self.hanging is NOTHING:
            self.hanging = Hanging()
        return self.hanging

    def has_text(self) -> bool:
        """Return whether a reader sees any character but white space in it."""
        return any(piece.kind in VISIBLE and not piece.text.isspace() for piece in self.pieces)

    def is_shown(self) -> bool:
        """Return whether a reader sees anything of it but its number."""
        hanging = self.hanging
        return self.has_text() or bool(hanging.boxes or hanging.pictures or hanging.signs)

    def is_nothing(self) -> bool:
        """Return whether there is nothing to tell of it at all."""
        if self.opens_section:
            return False
        has_text = any(not piece.text.isspace() for piece in self.pieces)
        return not (has_text or self.label.text or self.hanging.notes or self.hanging.remarks or self.is_shown())


@dataclass(slots=True, eq=False)
class Cell:
    """A cell as written, and where it came to lie once its table is laid out (row and column counted from 0)."""

    content: list[Block] | str
    """What stands in it; of one plain paragraph only the text is kept."""
    span: int = 1
    merge: str | None = None
    """Its vertical merge: "restart", "continue" or None (ECMA-376 part 1, 17.4.84)."""
    joins_left: bool = False
    fill: str | None = None
    row: int = 0
    col: int = 0
    rowspan: int = 1
    is_bold: bool = False
    """Whether the whole of a plain text is bold."""
    words: int = 0
    """The words of a plain text."""
    tags: tuple[str, ...] = ()
    """Of the content controls in it and around it."""

    @property
    def blocks(self) -> list[Block]:
        """Return what stands in it as blocks."""
        if isinstance(self.content, str):
            return [Paragraph([Piece(self.content, is_bold=self.is_bold)] if self.content else [])]
        return self.content

    def take_in(self, other: Cell) -> None:
        """Add what stands in ``other``, which is merged into this cell."""
        self.content = self.blocks + other.blocks
        self.tags += other.tags


@dataclass(slots=True, eq=False)
class Row:
    """A row as written."""

    cells: list[Cell]
    before: int = 0
    """Grid columns left free before its first cell (17.4.15)."""
    is_heading: bool = False
    is_plain: bool = False
    """Whether its cells lie side by side, none of them merged."""

    def blocks(self) -> list[Block]:
        """Return what stands in its cells."""
        return [block for cell in self.cells for block in cell.blocks]


@dataclass(slots=True, eq=False)
class Table:
    """A table, laid out: every merged area once."""

    cells: list[Cell]
    n_rows: int
    edges: tuple[int, ...]
    """Where its columns begin and the last one ends, in twentieths of a point; empty where that is not known."""
    n_cols: int
    headings: list[bool]
    """For each row, whether its author marked it as a heading row."""
    strays: list[Block] = field(default_factory=list)
    """What stood in rows that are not shown."""

    def is_nothing(self) -> bool:
        """Return whether it was deleted whole."""
        return not self.cells and all(block.is_nothing() for block in self.strays)


Block: TypeAlias = Paragraph | Table


def strike(blocks: list[Block]) -> None:
    """Strike out everything that is shown in ``blocks``."""
    for block in blocks:
        if isinstance(block, Paragraph):
            block.pieces = [
                piece._replace(kind=Kind.STRUCK) if piece.kind is Kind.SHOWN else piece for piece in block.pieces
            ]
        else:
            for cell in block.cells:
                strike(cell.blocks)

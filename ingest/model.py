"""What reading a document gives: its tables and paragraphs as their author meant them, and where each stood."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a document, in words its reader can use to find it."""

    document: str
    """The document's path below the folder it was dropped in, with forward slashes."""
    page: int | None = None
    """Counted from 1; None where the format has no fixed pages (Word)."""
    table: int | None = None
    """Counted from 1 over the document, tables that run over several pages counted once."""
    row: int | None = None
    """Counted from 1 over the table as joined, its heading row included."""

    def __str__(self) -> str:
        parts = [("page", self.page), ("table", self.table), ("row", self.row)]
        return ", ".join([self.document, *(f"{name} {number}" for name, number in parts if number is not None)])


class Level(StrEnum):
    """How much a finding matters to the administrator."""

    NOTE = "note"
    CHECK = "check"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something worth saying about a document or the board's data; it travels with what it is about."""

    level: Level
    code: str
    """A short fixed name ("tracked-changes"), so that the sentence may be reworded."""
    message: str
    """A whole sentence for the administrator."""
    place: Place


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """Linked words and the address they lead to."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A reviewer's comment in the margin."""

    text: str
    author: str = ""
    date: str = ""
    on: str = ""
    """The words the comment is attached to."""


@dataclass(frozen=True, slots=True)
class SourceCell:
    """One cell of a table, in the final view of the document."""

    row: int
    """Counted from 1 over the joined table."""
    col: int
    """Counted from 1."""
    text: str = ""
    """Paragraphs joined by newlines, automatic numbers and bullets as the reader sees them."""
    rowspan: int = 1
    colspan: int = 1
    struck: tuple[str, ...] = ()
    """Struck-out passages, kept apart from the text."""
    fill: str | None = None
    """The colour behind the text as "#RRGGBB"; None where there is none."""
    ink: str | None = None
    """The one colour of all its letters as "#RRGGBB"; None for black, grey and white, and where they differ."""
    links: tuple[Hyperlink, ...] = ()
    comments: tuple[Comment, ...] = ()
    pictures: tuple[str, ...] = ()
    """Names of pictures and embedded objects, which are never opened."""
    note: str = ""
    """Footnotes and endnotes called from the cell, joined by newlines."""
    words: int = 0
    """Words of the document this cell holds (text, struck text, notes, comments; no automatic numbers)."""
    tags: tuple[str, ...] = ()
    """The tags of the content controls in it or around it, which nobody sees and which travel with what they hold."""
    prompts: tuple[str, ...] = ()
    """What content controls in it say until somebody fills them in; no part of the text, and listed as hidden."""
    number: str = ""
    """The automatic number its text begins with, where the format tells it from what was typed; never a bullet."""


class Where(StrEnum):
    """The part of a page a paragraph outside the tables stood in."""

    BODY = "body"
    HEADER = "page header"
    FOOTER = "page footer"
    TEXT_BOX = "text box"
    NOTE = "note"
    COMMENT = "comment"
    HIDDEN = "hidden text"
    STRUCK = "struck-out text"
    WATERMARK = "watermark"
    REPEATED_HEADING = "repeated heading row"
    FIELD = "form field"


@dataclass(frozen=True, slots=True)
class SourceParagraph:
    """A paragraph that stands outside every table."""

    text: str
    place: Place
    where: Where = Where.BODY
    level: int | None = None
    """The outline level of a heading, 1 being the highest; None for ordinary text."""
    links: tuple[Hyperlink, ...] = ()
    words: int = 0
    """Words of the document it holds, without automatic numbers."""


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table as its author meant it: parts on several pages joined, repeated heading rows dropped."""

    place: Place
    cells: tuple[SourceCell, ...]
    """In reading order; a merged cell stands once, with its spans, at its top left."""
    n_rows: int
    n_cols: int
    row_places: tuple[Place, ...]
    """Where each row begins, in order; as many as there are rows."""
    heading_rows: int = 0
    """How many rows at the top the author marked as headings; 0 where the format does not say."""


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A document as read: everything a person would see in it, in order."""

    path: str
    sha256: str
    format: str
    """The format its content has ("docx", "pdf"), whatever its name says."""
    blocks: tuple[SourceParagraph | SourceTable, ...]
    """Page headers first (those of a later part where it begins), then the body in reading order, then whatever floats
    or stands at the foot."""
    words: int
    """Words in the document, counted apart from the blocks, so that the two can be held against each other."""
    findings: tuple[Finding, ...] = ()
    is_partial: bool = False
    """True where something is known to be missing; a finding of level "problem" says what."""
    contains: tuple[str, ...] = ()
    """The names of the documents in a zip folder or an e-mail; each is read as a document of its own."""

    @property
    def tables(self) -> tuple[SourceTable, ...]:
        """The document's tables in order."""
        return tuple(block for block in self.blocks if isinstance(block, SourceTable))

    @property
    def paragraphs(self) -> tuple[SourceParagraph, ...]:
        """The paragraphs outside the tables, in order."""
        return tuple(block for block in self.blocks if isinstance(block, SourceParagraph))


@dataclass(frozen=True, slots=True)
class UnreadDocument:
    """A file that could not be read: a value that takes its place in the batch, never an exception."""

    path: str
    sha256: str
    format: str
    code: str
    """A short fixed name for the reason ("password")."""
    reason: str
    """What is wrong, in plain words; begins with the file's name."""
    advice: str
    """What to do next."""
    findings: tuple[Finding, ...] = field(default=())

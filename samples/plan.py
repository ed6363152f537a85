"""What can be planned of the sample board's documents: what they are to say and how they are to look."""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from normalize.model import Rating, Status


class Where(StrEnum):
    """Where a return says who sent it."""

    PARAGRAPHS = "paragraphs"
    KEY_VALUE = "key-value table"
    FIRST_ROW = "first row"
    PAGE_HEADER = "page header"
    FILE_NAME = "file name"
    TEXT_BOX = "text box"
    HEADING = "heading"


class Numbering(StrEnum):
    """How a return numbers its rows."""

    TYPED = "typed"
    """In front of the recommendation's words."""
    COLUMN = "column"
    AUTOMATIC = "automatic"
    """By the word processor; nothing is typed."""


class LabelAs(StrEnum):
    """How a part of a return announces the kind of its recommendations."""

    NONE = "none"
    ROW = "row"
    HEADING_ROW = "heading row"
    PARAGRAPH = "paragraph"


class Borders(StrEnum):
    """How a PDF's writer draws the borders of a table: as LibreOffice does, or as Word does."""

    LINES = "lines"
    BOXES = "boxes"


class Typography(StrEnum):
    """Whether the words stand as they were typed or with the marks of a typesetter."""

    TYPED = "typed"
    TYPESET = "typeset"


class Plain(BaseModel):
    """A part of a plan: never changed once read, and with no keys but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Particulars(Plain):
    """Who sent the return and what lies with it."""

    where: Where
    agency: str = ""
    provided_by: str = ""
    reviewed_by: str = ""
    evidence: str = ""
    summary: str = ""


class Column(Plain):
    """A column of the return's table."""

    holds: str
    heading: str
    width: float


class Row(Plain):
    """A row of the return as its agency wrote it, and what it is about."""

    ids: tuple[str, ...] = ()
    """The recommendations the row can be linked to by what stands in the document."""
    about: tuple[str, ...] = ()
    """What a row that has to be checked is about."""
    outcome: str = "linked"
    number: str = ""
    numbers: tuple[str, ...] | None = None
    """None where the number as written says it all."""
    recommendation: str | None = None
    """None for the words of the master list."""
    update: str = ""
    evidence: str = ""
    status: Status = Status.NOT_STATED
    status_also: tuple[Status, ...] = ()
    """Other readings that a careful person could come to."""
    status_shown: str = ""
    rating: Rating | None = None
    rating_shown: str = ""
    """A letter or a fill colour."""
    continues_above: bool = False
    """Whether its recommendation is the cell above, merged downwards."""
    is_deleted: bool = False


class Part(Plain):
    """The rows of one kind."""

    kind: str = ""
    label: str = ""
    label_as: LabelAs = LabelAs.NONE
    headings: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()


class Return(Plain):
    """One document of a round."""

    file: str
    agency: str
    title: str
    habits: tuple[str, ...]
    particulars: Particulars
    opening: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    page_header: str = ""
    page_footer: str = ""
    landscape: bool = False
    repeats_heading: bool = False
    borders: Borders = Borders.LINES
    font_size: float = 10
    numbering: Numbering = Numbering.TYPED
    typography: Typography = Typography.TYPED
    columns: tuple[Column, ...] = ()
    parts: tuple[Part, ...] = ()


class Ignored(Plain):
    """A file that is no document."""

    file: str
    text: str


class Duplicate(Plain):
    """The same bytes under a second name."""

    file: str
    of: str


class Unread(Plain):
    """A document that nobody can open without more help."""

    file: str
    code: str
    agency: str
    title: str
    text: str


class Inbox(Plain):
    """Everything that arrived in a round."""

    name: str
    returns: tuple[Return, ...]
    ignored: tuple[Ignored, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    unread: tuple[Unread, ...] = ()

"""A round as tables of plain rows, before any file format: what stands in each column and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from export.model import RoundPack
    from ingest.model import Place
    from match.model import Entry, Piece
    from normalize.model import Rating, Recommendation

Item = TypeVar("Item")

NOT_RATED = "not rated"

ID, BOARD_STATUS, BOARD_NOTE, EXTENSION = "ID", "Board status", "Board note", "Extension agreed to"
DECISION, LINK_TO, DECIDED_BY, ROW_KEY = "Decision", "Link to ID(s)", "Decided by", "Row key"
ACTION_REPORTED, LEAD_REPORTED, BY_WHEN_REPORTED = "Action reported", "Lead reported", "By when reported"
"""What an agency wrote of these, beside what the master list says."""

EDITABLE = (BOARD_STATUS, BOARD_NOTE, EXTENSION, DECISION, LINK_TO, DECIDED_BY)
"""Headings of the columns people write in; what stands under them is read back."""

TAKE_BACK = "take back"
"""Offered for a decision already made: the row is then linked by its words again."""

TRACKER, TO_CHECK, DECISIONS, LINKS_MADE = "Tracker", "To check", "Decisions", "Links made"
"""The sheets that hold those columns."""

COVERAGE, HAS_SENT, YES = "Coverage", "Sent a return", "yes"
"""The sheet that says who answered, even with a return without rows, and how it says so."""

NOTHING = "Nothing to show"
"""Stands in the only row of a table without rows: a table of headings alone is repaired away by Excel."""


@dataclass(frozen=True, slots=True)
class FileLink:
    """Words that open a file, by a path relative to the workbook."""

    text: str
    path: str

    @property
    def target(self) -> str:
        """The path as a relative reference (RFC 3986, 4.2)."""
        return quote(self.path.replace("\\", "/"), safe="/", errors="replace")


@dataclass(frozen=True, slots=True)
class Marked:
    """Words with what was added and what was removed marked in them."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """All the words in one, those removed included."""
        return "".join(piece.text for piece in self.pieces)


Value: TypeAlias = "str | int | FileLink | Marked"


def plain(value: Value) -> str | int:
    """Return what a value reads as without its link or its marks."""
    return value if isinstance(value, str | int) else value.text


@dataclass(frozen=True, slots=True)
class Column(Generic[Item]):
    """A column: its heading, how wide it is, and how its value is read from the thing a row is about."""

    heading: str
    width: int
    """In characters of the ordinary font."""
    value: Callable[[Item], Value]
    is_editable: bool = False
    choices: tuple[str, ...] = ()
    """Offered as a drop-down; empty where anything may be written."""
    prompt: str = ""
    """Shown while a cell of an editable column is selected."""
    is_coloured: bool = False
    """True where the words have a colour in ``styles.FILLS``."""
    is_printed: bool = True
    """False for columns that would make the printed page too small to read; they stand to the right."""


@dataclass(frozen=True, slots=True)
class Table(Generic[Item]):
    """A titled table, one to a sheet."""

    sheet: str
    title: str
    note: str
    columns: tuple[Column[Item], ...]
    items: Iterable[Item]
    key: str
    """The heading of the column that tells the rows apart."""
    frozen_columns: int = 1
    is_hidden: bool = False

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings in order."""
        return tuple(column.heading for column in self.columns)

    @property
    def key_position(self) -> int:
        """Where the key stands among the columns, counted from 0."""
        return next(at for at, column in enumerate(self.columns) if column.heading == self.key)


def join_lines(parts: Iterable[str]) -> str:
    """Return the parts that say anything, a line each."""
    return "\n".join(part for part in parts if part)


def label(recommendation: Recommendation) -> str:
    """Return what people call a recommendation besides its id: "IMR 4"."""
    return " ".join(part for part in (recommendation.kind, recommendation.number) if part)


def rating_word(rating: Rating | None) -> str:
    """Return a rating's word, or that there is none."""
    return rating.value if rating else NOT_RATED


def excerpt(text: str, most: int) -> str:
    """Return the beginning of a text on one line, cut between words after ``most`` characters at the latest."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else f"{flat[:most].rsplit(' ', 1)[0]} ..."


def spot(place: Place) -> str:
    """Return where something stands, without the document's name: "page 2, table 1, row 5"."""
    return str(place).removeprefix(place.document).removeprefix(", ")


class Copies:
    """Where the copies of the files as received lie, of this round and of those before it."""

    def __init__(self, pack: RoundPack) -> None:
        """Take the round whose files are written."""
        self._paths = {
            (past.round.name, record.path): f"../{past.round.name}/{record.received}"
            for past in pack.earlier
            for record in past.documents
            if record.received
        }
        self._paths |= {(pack.round, record.path): record.received for record in pack.documents if record.received}

    def find(self, round_name: str, document: str) -> FileLink | None:
        """Return a link to the copy of a document of a round; None where there is none."""
        path = self._paths.get((round_name, document))
        return FileLink(f"Open {document.rsplit('/', 1)[-1]}", path) if path else None

    def find_source(self, entry: Entry, place: Place) -> FileLink | None:
        """Return a link to the copy in which an entry's words stand at ``place``."""
        said = next((part for part in entry.parts if place in part.sources), entry)
        return self.find(said.from_round, place.document)

    def first_source(self, entry: Entry) -> Value:
        """Return a link to the copy in which an entry's first words stand, or nothing where there is none."""
        place = next(iter(entry.sources), None)
        return (place and self.find_source(entry, place)) or ""

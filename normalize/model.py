"""What understanding a document gives: the returns in it, their updates in the board's terms, and the raw words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ingest.model import Comment, Finding, Hyperlink, Place, SourceDocument


class Status(StrEnum):
    """What an agency says of how far a recommendation has come."""

    NOT_STATED = "not stated"
    NOT_STARTED = "not started"
    IN_PROGRESS = "in progress"
    COMPLETE = "complete"
    DELAYED = "delayed"
    BLOCKED = "blocked"
    SUPERSEDED = "superseded"
    NOT_ACCEPTED = "not accepted"


class Rating(StrEnum):
    """A red / amber / green (or blue, for closed) rating."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One entry of the master list."""

    id: str
    agency: str
    kind: str
    """What the plan calls its source: "IMR", "Overview", "LSCB"; may be empty."""
    number: str
    text: str
    action: str = ""
    due: str = ""
    lead: str = ""


@dataclass(frozen=True, slots=True)
class MasterList:
    """The board's list of recommendations, in its own order; ids are unique."""

    recommendations: tuple[Recommendation, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def agencies(self) -> tuple[str, ...]:
        """Every agency named, once, in order of first mention."""
        return tuple(dict.fromkeys(each.agency for each in self.recommendations if each.agency))

    @property
    def by_id(self) -> dict[str, Recommendation]:
        """The recommendations by their id."""
        return {each.id: each for each in self.recommendations}


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    OPEN = "open-ended"
    CONDITIONAL = "conditional"


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as somebody wrote it, and what can be known of it without guessing."""

    as_written: str
    start: date | None
    """The first day it can mean, or the day from which something goes on; None where the words do not say."""
    precision: Precision
    is_ambiguous: bool = False
    """True where the words allow two readings ("July 13", "3rd of March"); ``start`` is then None."""


@dataclass(frozen=True, slots=True)
class DatedEntry:
    """A passage of an update or evidence cell that begins with its own date."""

    when: WrittenDate
    text: str
    """The passage as written, its date included."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """An answer that points to another answer instead of giving one ("As above", "See recommendation 5")."""

    as_written: str
    to: str
    """What it points to, in words ("the row above", "recommendation 5"); empty where that is not clear."""
    text: str = ""
    """The words it points to, where they stand in the same document."""
    agency: str = ""
    """The agency whose return it points to, in the board's own terms; empty where it stays in its own."""
    numbers: tuple[str, ...] = ()
    """The recommendations of that agency it names by number; empty where it names none."""

    def __str__(self) -> str:
        pointed = f"{self.to}: {self.text}" if self.text else self.to
        return f"{self.as_written} \u2192 {pointed}" if pointed else self.as_written


@dataclass(frozen=True, slots=True)
class RawField:
    """One cell of a row exactly as the agency filled it, under the heading it stood under."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class FormMark:
    """What a row of a return form carries unseen: which recommendation the row was made for."""

    id: str
    words: str
    """A digest of the recommendation's words when the form was made: see ``normalize.forms.digest_words``."""


@dataclass(frozen=True, slots=True)
class Update:
    """One row of a return: what an agency says about one recommendation, or about several at once."""

    place: Place
    raw: tuple[RawField, ...]
    """The row as written; every field below is made from it."""
    kind: str = ""
    """What the nearest heading calls the recommendation ("IMR", "Overview"); empty where nothing says."""
    numbers: tuple[str, ...] = ()
    """The recommendation's number, tidied ("1"); several for a row such as "Recs 1-3"; empty where missing."""
    number_as_written: str = ""
    recommendation: str = ""
    """The recommendation's words without its number; empty for a row that has a number only."""
    update: str = ""
    evidence: str = ""
    action: str = ""
    lead: str = ""
    by_when: str = ""
    status: Status = Status.NOT_STATED
    status_as_written: str = ""
    rating: Rating | None = None
    rating_as_written: str = ""
    """The letter, word or "#RRGGBB" the rating was read from."""
    struck: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()
    links: tuple[Hyperlink, ...] = ()
    pictures: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    entries: tuple[DatedEntry, ...] = ()
    refers_to: tuple[Pointer, ...] = ()
    """What its update and its evidence point to, where they give no answer of their own."""
    words: int = 0
    marks: tuple[FormMark, ...] = ()
    """Of a row of a return form; more than one where cells of several rows were put together."""


@dataclass(frozen=True, slots=True)
class AgencyReturn:
    """What one agency sent in one document."""

    agency: str
    """The agency's name in the board's own terms; empty where it is not known."""
    agency_as_written: str
    review: str = ""
    """The case review it names ("Child F"); empty where it names none."""
    is_for_other_review: bool = False
    """True where that is not the board's review: its numbers then mean nothing on this master list."""
    agency_proposed: str = ""
    """Where nothing names the agency: the one that a list of contents has in this place, for a person to confirm."""
    provided_by: str = ""
    reviewed_by: str = ""
    evidence: str = ""
    summary: str = ""
    updates: tuple[Update, ...] = ()

    @property
    def particulars(self) -> tuple[tuple[str, str], ...]:
        """What it says of itself besides its rows, as written, under the names a person knows them by."""
        known = (
            ("Agency", self.agency_as_written),
            ("Review", self.review),
            ("Provided by", self.provided_by),
            ("Reviewed by", self.reviewed_by),
            ("Evidence", self.evidence),
            ("Summary", self.summary),
        )
        return tuple((name, value) for name, value in known if value)


@dataclass(frozen=True, slots=True)
class LeftOver:
    """Words of a document that are in no row and in no particulars."""

    place: Place
    text: str
    words: int


@dataclass(frozen=True, slots=True)
class WordSum:
    """Where the words of a document went. ``document`` is counted apart from the other three."""

    document: int
    rows: int
    particulars: int
    left_over: int

    @property
    def adds_up(self) -> bool:
        """Whether every word is accounted for."""
        return self.document == self.rows + self.particulars + self.left_over


@dataclass(frozen=True, slots=True)
class ReturnedDocument:
    """A document understood: the returns in it and an account of all its words."""

    source: SourceDocument
    returns: tuple[AgencyReturn, ...]
    words: WordSum
    left_over: tuple[LeftOver, ...]
    findings: tuple[Finding, ...] = ()
    """Those of the source and those made while understanding it."""

"""What linking and comparing give: links with their reasons, a person's decisions, rounds and what changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ingest.model import Comment, Hyperlink, Place
from normalize.model import DatedEntry, FormMark, Pointer, Rating, Status, Update


@dataclass(frozen=True, slots=True)
class Query:
    """A row that asks which recommendation it is about."""

    id: str
    """Unique among the rows linked together."""
    document: str
    """Says which rows came together; empty where unknown."""
    agency: str
    """In the board's own terms; empty where unknown."""
    kind: str
    numbers: tuple[str, ...]
    recommendation: str
    """The words of the recommendation as the row gives them; may be empty."""
    agency_is_certain: bool = True
    """False where the agency was only guessed (from a file name, say): it then orders candidates, vetoes none."""
    id_as_written: str = ""
    """What stands where the row has its number; counts where it is one of the board's own ids."""
    marks: tuple[FormMark, ...] = ()
    """What the row carries unseen, if it is one of a return form."""


class Outcome(StrEnum):
    """What became of a row."""

    LINKED = "linked"
    TO_CHECK = "to check"
    NOT_ON_LIST = "not on the list"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A recommendation a row may be about. A score never travels alone."""

    id: str
    score: float
    """From 0 to 100; orders candidates of one row, and never links by itself."""
    reasons: tuple[str, ...] = ()
    """Sentences an administrator understands."""


class Choice(StrEnum):
    """What a person may decide about a row."""

    LINK = "link"
    NOT_A_RECOMMENDATION = "not a recommendation"
    NEW_RECOMMENDATION = "new recommendation"
    LATER = "decide later"


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's word about a row; it outranks every score and is remembered."""

    fingerprint: str
    """Which row it is about: see ``match.decisions.fingerprint``."""
    choice: Choice
    ids: tuple[str, ...]
    who: str
    when: str
    """ISO 8601 date and time at which it was read."""
    agency: str = ""
    kind: str = ""
    number: str = ""
    recommendation: str = ""
    """The row as it stood when it was decided, to know it again when its words change a little."""


@dataclass(frozen=True, slots=True)
class Link:
    """What became of one row, and why."""

    query_id: str
    outcome: Outcome
    ids: tuple[str, ...]
    """The recommendations it is linked to; empty unless linked."""
    score: float
    candidates: tuple[Candidate, ...]
    """Best first, five at most."""
    reasons: tuple[str, ...]
    decision: Decision | None = None
    """Set where a person decided."""
    by_program: tuple[str, ...] = ()
    """Where a person decided: what the program would link the row to by itself."""


@dataclass(frozen=True, slots=True)
class LinkedUpdate:
    """A row of a return together with what became of it."""

    document: str
    agency: str
    """In the board's own terms; empty where unknown."""
    agency_as_written: str
    provided_by: str
    update: Update
    link: Link
    is_for_other_review: bool = False
    """True where it came in a return about another review, whose numbers mean nothing on this master list."""

    @property
    def place(self) -> Place:
        """Where the row stands."""
        return self.update.place


class ChangeKind(StrEnum):
    """What happened to a recommendation between two rounds."""

    FIRST_UPDATE = "first update"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    NO_NEW_UPDATE = "no new update"


@dataclass(frozen=True, slots=True)
class Entry:
    """A recommendation as it stands after a round: the latest that was said of it."""

    id: str
    update: str = ""
    evidence: str = ""
    status: Status = Status.NOT_STATED
    rating: Rating | None = None
    from_round: str = ""
    """The round the words come from; empty where nothing has ever been said."""
    agencies: tuple[str, ...] = ()
    """Who said it."""
    sources: tuple[Place, ...] = ()
    action: str = ""
    lead: str = ""
    by_when: str = ""
    struck: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()
    links: tuple[Hyperlink, ...] = ()
    timeline: tuple[DatedEntry, ...] = ()
    refers_to: tuple[Pointer, ...] = ()
    """What its words point to instead of saying it ("See recommendation 5")."""
    received: ChangeKind = ChangeKind.NO_NEW_UPDATE
    """What this round brought for it."""
    parts: tuple[Entry, ...] = ()
    """Where several agencies report on the recommendation, what each of them last said; empty elsewhere."""


@dataclass(frozen=True, slots=True)
class Round:
    """A round: one entry per recommendation on the master list, in its order."""

    name: str
    entries: tuple[Entry, ...]
    heard_from: tuple[str, ...] = ()
    """Agencies that sent a return this round, even one without rows."""

    @property
    def by_id(self) -> dict[str, Entry]:
        """The entries by their recommendation's id."""
        return {each.id: each for each in self.entries}


class Edit(StrEnum):
    """What happened to a run of words."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    """Said before, in another place of the same text or in the other column."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words and what happened to it; the pieces that are not REMOVED, joined, are the new text exactly."""

    edit: Edit
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """What changed for one recommendation between two rounds, as data."""

    id: str
    kind: ChangeKind
    before: Entry | None
    """None where the recommendation was not in the previous round."""
    after: Entry
    fields: tuple[str, ...] = ()
    """Names of the fields that changed: update, evidence, status, rating, lead, by when."""
    update: tuple[Piece, ...] = ()
    evidence: tuple[Piece, ...] = ()


class ListEdit(StrEnum):
    """What the board did to its master list between two rounds."""

    NEW = "new"
    GONE = "gone"
    SPLIT = "split"
    JOINED = "joined"
    NEW_ID = "new id"
    RENUMBERED = "renumbered"
    REASSIGNED = "reassigned"
    REWORDED = "reworded"
    REPLACED = "replaced"
    """Its id now stands beside other words altogether."""


@dataclass(frozen=True, slots=True)
class ListChange:
    """A change to the master list."""

    edit: ListEdit
    before: tuple[str, ...]
    """The ids concerned, as they stood; empty for one that is new."""
    after: tuple[str, ...]
    """The ids that stand for them now; empty for one that is gone."""
    message: str
    """A sentence for the administrator."""
    words: tuple[Piece, ...] = ()
    """For one that reads otherwise: its words now, with what was added and removed."""


@dataclass(frozen=True, slots=True)
class ChangeLog:
    """Everything that changed between two rounds; the previous round plus this is the current round."""

    previous: str
    """The previous round's name; empty for a first round."""
    current: str
    changes: tuple[Change, ...]
    """One per recommendation of the current round, in its order."""
    removed: tuple[Entry, ...] = ()
    """Entries of recommendations that are no longer on the master list."""
    heard_from: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    """Agencies on the master list that sent nothing this round."""
    list_changes: tuple[ListChange, ...] = ()
    """What was done to the master list since the previous round."""


class CheckCode(StrEnum):
    """What is worth asking about, in the words of the sheet it is listed on."""

    COMPLETE_BUT_OPEN = "complete, and still something to do"
    COMPLETE_WITHOUT_EVIDENCE = "complete without evidence"
    OVERDUE = "overdue"
    GREEN_AND_OVERDUE = "green and overdue"
    DATE_MOVED = "date moved"
    DATE_UNCLEAR = "date not clear"
    ONLY_DATE_NEW = "only the date is new"


@dataclass(frozen=True, slots=True)
class Check:
    """Something a board would be asked about: a contradiction, missing evidence, a date gone by."""

    id: str
    """The recommendation it is about."""
    code: CheckCode
    message: str
    """A sentence for the administrator."""
    place: Place | None = None
    """Where the words stand; None where nobody has said anything."""
    is_new: bool = False
    """Whether this could not have been said after the round before; never so in a first round."""

"""A recommendation as the change log shows it: what became of its words, status and sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from export.changes.asking import find_questions
from export.changes.marking import Passage, Showing, show_passage
from export.changes.naming import anchor
from export.rows import Copies, label, spot
from match.model import Change, Entry
from normalize.model import Pointer, Recommendation, Status

if TYPE_CHECKING:
    from export.model import BoardNote, RoundPack
    from export.rows import FileLink
    from ingest.model import Place


NOT_GIVEN = "not given"


@dataclass(frozen=True, slots=True)
class Particular:
    """A field that has one value at a time, before and now."""

    name: str
    before: str
    now: str
    is_changed: bool


@dataclass(frozen=True, slots=True)
class Source:
    """Where words were read: the document with the address of its copy, and the spot in it."""

    document: str
    target: str
    spot: str


@dataclass(frozen=True, slots=True)
class Card:
    """A recommendation and what became of it."""

    id: str
    anchor: str
    """Its address on the page."""
    label: str
    agency: str
    recommendation: str
    tags: tuple[str, ...]
    particulars: tuple[Particular, ...]
    passages: tuple[Passage, ...]
    pointers: tuple[str, ...]
    """What its words point to instead of saying it, each as a sentence."""
    sources: tuple[Source, ...]
    from_round: str
    before_round: str
    note: BoardNote | None
    questions: tuple[str, ...]
    """What is worth asking about it and was not before."""

    @property
    def has_changed_words(self) -> bool:
        """Whether its update or its evidence says something else than before."""
        return any(passage.showing is not Showing.AS_IT_IS for passage in self.passages)

    @property
    def note_lines(self) -> tuple[str, ...]:
        """What the board wrote beside it, a line each."""
        note = self.note
        return tuple(line for line in (note.status, note.note, self.extension) if line) if note else ()

    @property
    def extension(self) -> str:
        """The extension the board agreed to; empty where there is none."""
        return f"Extension agreed to: {self.note.extension}" if self.note and self.note.extension else ""

    @property
    def status(self) -> str:
        """How far it has come."""
        return self.particulars[0].now

    @property
    def has_changed_particulars(self) -> bool:
        """Whether any field besides the words has changed."""
        return any(particular.is_changed for particular in self.particulars)


class CardMaker:
    """Makes cards from changes, with what the rest of the pack knows about each recommendation."""

    def __init__(self, pack: RoundPack) -> None:
        self._is_first_round = not pack.changes.previous
        self._recommendations = pack.master.by_id
        self._copies = Copies(pack)
        self._notes = {note.id: note for note in pack.board_notes}
        self._questions: dict[str, tuple[str, ...]] = {}
        for check in find_questions(pack):
            self._questions[check.id] = (*self._questions.get(check.id, ()), check.message)

    def make(self, change: Change) -> Card:
        """Return the card of one change."""
        recommendation = self._recommendations.get(change.id, Recommendation(change.id, "", "", "", ""))
        before = change.before or Entry(change.id)
        return Card(
            id=change.id,
            anchor=anchor(change.id),
            label=label(recommendation),
            agency=recommendation.agency,
            recommendation=recommendation.text,
            tags=_tags(change, is_first_round=self._is_first_round),
            particulars=_particulars(change, before, recommendation),
            passages=_passages(change, before),
            pointers=tuple(map(_tell_pointer, dict.fromkeys(change.after.refers_to))),
            sources=self._sources(change.after),
            from_round=change.after.from_round,
            before_round=before.from_round,
            note=self._notes.get(change.id),
            questions=self._questions.get(change.id, ()),
        )

    def _sources(self, entry: Entry) -> tuple[Source, ...]:
        return tuple(source(place, self._copies.find_source(entry, place)) for place in entry.sources)


def _tell_pointer(pointer: Pointer) -> str:
    if not pointer.to:
        return f"\u201c{pointer.as_written}\u201d: not found"
    says = f", which says: {pointer.text}" if pointer.text else ", which says nothing"
    return f"\u201c{pointer.as_written}\u201d is {pointer.to}{says}"


def source(place: Place, copy: FileLink | None) -> Source:
    """Return where words were read, with the address of the copy where there is one."""
    return Source(place.document, copy.target if copy else "", spot(place))


def _tags(change: Change, *, is_first_round: bool) -> tuple[str, ...]:
    tags = [str(change.kind)]
    if change.before is None and not is_first_round:
        tags.append("new on the master list")
    if change.before and change.before.status is Status.COMPLETE and "status" in change.fields:
        tags.append("no longer complete")
    return tuple(tags)


def _particulars(change: Change, before: Entry, recommendation: Recommendation) -> tuple[Particular, ...]:
    """Return the status always, the rating where there is one, and the rest where it changed."""
    after = change.after
    values = {
        "status": (str(before.status), str(after.status)),
        "rating": (before.rating or NOT_GIVEN, after.rating or NOT_GIVEN),
        "lead": (before.lead or recommendation.lead or NOT_GIVEN, after.lead or NOT_GIVEN),
        "by when": (before.by_when or recommendation.due or NOT_GIVEN, after.by_when or NOT_GIVEN),
    }
    shown = {"status", *change.fields} | ({"rating"} if after.rating else set())
    return tuple(
        Particular(name, old, now, is_changed=name in change.fields and change.before is not None)
        for name, (old, now) in values.items()
        if name in shown
    )


def _passages(change: Change, before: Entry) -> tuple[Passage, ...]:
    after = change.after
    texts = {
        "update": (before.update, after.update, change.update),
        "evidence": (before.evidence, after.evidence, change.evidence),
    }
    shown = (show_passage(name, *text, is_changed=name in change.fields) for name, text in texts.items())
    return tuple(passage for passage in shown if passage)

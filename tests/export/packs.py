"""Small rounds to write workbooks of; every person and agency in them is invented."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from export.model import BoardNote, DocumentOutcome, DocumentRecord, RoundPack
from export.writers import workbook
from ingest.model import Finding, Level, Place
from match.model import (
    Candidate,
    Change,
    ChangeKind,
    ChangeLog,
    Decision,
    Edit,
    Entry,
    Link,
    LinkedUpdate,
    Outcome,
    Piece,
    Round,
)
from normalize.model import LeftOver, MasterList, Rating, RawField, Recommendation, Status, Update, WordSum

RETURN = "returns/Harbour Trust.docx"

HOSTILE = ("=cmd|' /C calc'!A0", "<b>&amp;", "\x00\x1b[31m", "\ud800", "'; DROP TABLE", "]]>", "{{7*7}}", "#REF!", "")


def recommendation(number: int, agency: str = "Harbour Trust") -> Recommendation:
    return Recommendation(
        f"HT-{number}", agency, "IMR", str(number), f"Recommendation {number}", "Act", "May 2030", "P. Okoro"
    )


def row(number: int, link: Link, **fields: str) -> LinkedUpdate:
    place = Place(RETURN, table=1, row=number + 1)
    said = {"recommendation": f"Recommendation {number}", "update": "Training held."} | fields
    update = Update(place=place, raw=tuple(RawField(*pair) for pair in said.items()), **said)  # type: ignore[arg-type]
    return LinkedUpdate(RETURN, "Harbour Trust", "The Harbour Trust", "P. Okoro", update, link)


def linked(number: int, decision: Decision | None = None) -> Link:
    return Link(f"row {number}", Outcome.LINKED, (f"HT-{number}",), 98.0, (), ("Same number.",), decision)


def doubtful(number: int, decision: Decision | None = None) -> Link:
    candidates = (Candidate("HT-1", 60.0, ("Same agency.",)), Candidate("HT-2", 55.0, ("Words alike.",)))
    return Link(f"row {number}", Outcome.TO_CHECK, (), 0.0, candidates, ("Two are alike.",), decision)


def entry(number: int, update: str = "Training held.", kind: ChangeKind = ChangeKind.UPDATED) -> Entry:
    return Entry(
        id=f"HT-{number}",
        update=update,
        evidence="Register",
        status=Status.IN_PROGRESS,
        rating=Rating.AMBER,
        from_round="2030-02",
        agencies=("Harbour Trust",),
        sources=(Place(RETURN, table=1, row=number + 1),),
        received=kind,
    )


def change(after: Entry) -> Change:
    pieces = (Piece(Edit.SAME, "Training "), Piece(Edit.REMOVED, "planned"), Piece(Edit.ADDED, "held."))
    before = Entry(id=after.id, update="Training planned", from_round="2029-08")
    return Change(after.id, after.received, before, after, ("update", "status"), pieces)


def record() -> DocumentRecord:
    return DocumentRecord(
        path=RETURN,
        sha256="ab" * 32,
        format="docx",
        outcome=DocumentOutcome.READ,
        message="Read 3 rows.",
        agencies=("Harbour Trust",),
        particulars=("Provided by: Ann Ivey", "Summary: Under way."),
        rows=3,
        words=WordSum(12, 9, 2, 1),
        left_over=(LeftOver(Place(RETURN, page=1), "Confidential", 1),),
        findings=(Finding(Level.CHECK, "tracked-changes", "It has tracked changes.", Place(RETURN)),),
        received="received/Harbour Trust #2, 100%.docx",
    )


def a_round(
    *updates: LinkedUpdate, entries: tuple[Entry, ...] = (), recommendations: tuple[Recommendation, ...] = ()
) -> RoundPack:
    """Return a round of three recommendations, the last of them unanswered, unless others are given."""
    entries = entries or (entry(1), entry(2), entry(3, "Not yet begun", ChangeKind.NO_NEW_UPDATE))
    return RoundPack(
        board="Harbour Board",
        review="Review of Child Z",
        round="2030-02",
        previous="2029-08",
        master=MasterList(recommendations or (recommendation(1), recommendation(2), recommendation(3, "Pier School"))),
        current=Round("2030-02", entries, ("Harbour Trust",)),
        changes=ChangeLog("2029-08", "2030-02", tuple(map(change, entries)), silent=("Pier School",)),
        updates=updates or (row(1, linked(1)), row(2, doubtful(2))),
        documents=(record(),),
    )


def an_empty_round() -> RoundPack:
    """Return a round in which there is nothing at all."""
    return RoundPack("", "", "2030-02", "", MasterList(()), Round("2030-02", ()), ChangeLog("", "2030-02", ()), (), ())


def a_hostile_round() -> RoundPack:
    """Return a round whose every word tries to be something else, and one that no cell can hold."""
    words = "".join(HOSTILE)
    updates = tuple(row(number, doubtful(number), update=text) for number, text in enumerate(HOSTILE, 1))
    pack = a_round(*updates, entries=(entry(1, words), entry(2, words * 1000), entry(3, words)))
    return replace(
        pack,
        board=words,
        review=words,
        round=words,
        documents=(replace(record(), path=words, received=words, message=words, agencies=(words,)),),
        board_notes=(BoardNote("HT-1", words, words, words),),
    )


def put_workbook(pack: RoundPack, path: Path) -> None:
    """Put the workbook of a round at ``path``; each round is written once and then copied."""
    path.write_bytes(_written(pack))


@cache
def _written(pack: RoundPack) -> bytes:
    with TemporaryDirectory() as folder:
        workbook.write(pack, Path(folder) / "consolidated.xlsx")
        return (Path(folder) / "consolidated.xlsx").read_bytes()

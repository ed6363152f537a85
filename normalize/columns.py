"""Which column heading feeds which field of an update. A new heading is one more word in ``COLUMNS``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from normalize.kinds import ANSWER, BRACKETS, read_kind
from normalize.text import fold, fold_label


class Field(StrEnum):
    """What a column of a return holds."""

    NUMBER = "number"
    RECOMMENDATION = "recommendation"
    KIND = "kind"
    ACTION = "action"
    AGENCY = "agency"
    LEAD = "lead"
    DUE = "due"
    COMPLETED = "completed"
    UPDATE = "update"
    STATUS = "status"
    RATING = "rating"
    ACHIEVED = "achieved"
    ON_TARGET = "on target"
    EVIDENCE = "evidence"
    IMPACT = "impact"


COLUMNS: Mapping[Field, tuple[str, ...]] = {
    Field.NUMBER: (
        "no", "nos", "ref", "ref no", "reference", "reference number", "rec", "rec no", "recommendation no",
        "recommendation number", "action no", "action ref", "number", "#", "code", "id", "rec ref", "item", "item no",
    ),
    Field.RECOMMENDATION: (
        "recommendation", "recommendations", "recommendation text", "finding", "findings", "learning point",
        "learning points", "learning", "issue", "issues", "issue identified", "issues identified",
        "item to be rectified",
        "area for improvement", "areas for improvement", "safety action", "concern", "concerns", "key line of enquiry",
        "what we are going to do", "what are we going to do", "required outcome",
    ),
    Field.KIND: (
        "scope of recommendation", "level of recommendation", "scope", "origin", "source", "theme", "priority", "area",
        "kind", "type", "type of recommendation",
    ),
    Field.ACTION: (
        "action", "actions", "action to take", "actions to take", "action to be taken", "actions to be taken",
        "action required", "actions required", "agreed action", "agreed actions", "specific action", "specific actions",
        "key action", "key actions", "risk reduction strategy", "safety action description", "planned action",
        "proposed action", "what will we do", "how will we do it",
    ),
    Field.AGENCY: ("agency", "agencies", "organisation", "agency name"),
    Field.LEAD: (
        "lead", "lead agency", "lead officer", "lead person", "lead professional", "lead agency officer",
        "lead agency officer person", "responsible lead", "responsible officer", "responsible person", "responsible",
        "responsibility", "person responsible", "persons responsible", "person responsible for implementation",
        "owner", "action owner", "accountable", "accountable officer", "by whom", "who", "who is responsible",
        "named lead", "lead responsible",
    ),
    Field.DUE: (
        "by when", "target date", "target dates", "target completion date", "timescale", "timescales",
        "timescale target",
        "timeframe", "deadline", "due", "due date", "date", "date due", "implementation date",
        "original implementation date", "revised date", "revised target date", "revised implementation date", "when",
        "give expected new achievement date", "completion due", "date for completion",
    ),
    Field.COMPLETED: (
        "completion date", "date completed", "date of completion", "date of completion and outcome", "date implemented",
        "sign off date", "date closed", "completed on",
    ),
    Field.UPDATE: (
        "update", "updates", "update on progress", "progress", "progress update", "progress updates",
        "progress to date",
        "progress made", "progress presented to committee", "progress achievement", "progress so far",
        "current position", "position", "position statement", "action taken", "actions taken", "key milestones",
        "key milestones achieved in enacting recommendation", "comment", "comments", "narrative", "management response",
        "latest update", "agency update", "agency response", "response", "what have we done", "current progress",
        "progress report", "update provided", "commentary", "latest position",
    ),
    Field.STATUS: (
        "status", "current status", "assessment of progress", "% complete", "percentage complete", "complete?",
        "complete y n", "action status", "progress status", "status of action",
    ),
    Field.RATING: (
        "rag", "rag rating", "rag status", "rag rating status", "brag", "brag rating", "brag status", "rating",
        "rag rated", "current rag", "colour",
    ),
    Field.ACHIEVED: ("achieved", "achieved tick", "fully achieved", "completed tick"),
    Field.ON_TARGET: ("on target to achieve", "on target", "on track", "on target to achieve tick"),
    Field.EVIDENCE: (
        "evidence", "evidence of completion", "evidence to be probed", "evidence log", "evidence provided", "assurance",
        "supporting document", "supporting documents", "supporting evidence", "evidence of progress",
        "evidence submitted",
        "evidence attached", "evidence assurance", "evidence of implementation", "documentary evidence",
    ),
    Field.IMPACT: (
        "evidence of impact", "impact", "outcome", "outcomes", "intended outcome", "output outcome measurement",
        "measurement of progress to be used", "measures of effectiveness", "success criteria",
        "how will success be measured", "what difference has it made", "so what", "measure of success",
        "desired outcome",
    ),
}  # fmt: skip
"""Headings as boards write them, by field; compared without case, punctuation, bracketed tails and dates."""

STANDS_IN_FOR_RECOMMENDATION = (Field.ACTION,)
"""Where a table has no recommendation column, its first column of these kinds holds the recommendations:
several boards' forms head that column "Agreed action"."""

LONGEST_HEADING = 12
"""A cell of more words than this is no heading."""
LONGEST_LOOSE_HEADING = 7
"""A cell of more words than this is a heading only when the table knows it word for word."""

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*"
_DATE = re.compile(
    rf"\b(?:as at|at|to|for|on|in)?\s*(?:\d{{1,2}}\s*(?:st|nd|rd|th)?\s+)?(?:of\s+)?"
    rf"{_MONTH}\.?\s*'?(?:\d{{4}}|\d{{2}})\b"
    r"|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b(?:19|20)\d{2}\b|\bq[1-4]\b"
)
_CONTENT_BEARING = {
    Field.RECOMMENDATION,
    Field.UPDATE,
    Field.EVIDENCE,
    Field.ACTION,
    Field.STATUS,
    Field.RATING,
}


@dataclass(frozen=True, slots=True)
class Heading:
    """A column heading understood."""

    field: Field
    kind: str
    """What it calls the recommendations below it ("IMR"); empty where it says nothing."""
    is_exact: bool
    """Whether the table of headings knows it word for word, date and brackets aside."""


class HeadingBook:
    """The headings that ship with the program together with a board's own."""

    def __init__(self, extra: Mapping[str, tuple[str, ...]] | None = None) -> None:
        """Take a board's ``extra`` headings by the name of their field; raise ``ValueError`` for an unknown field."""
        self._fields: dict[str, Field] = {word: field for field, words in COLUMNS.items() for word in words}
        for name, words in (extra or {}).items():
            self._fields.update({_simplify(word): Field(name) for word in words})
        self._by_length = sorted(self._fields, key=lambda word: (-len(word), word))

    def read(self, text: str) -> Heading | None:
        """Return what the heading ``text`` means; None where it is no heading the program knows."""
        simple = _simplify(text)
        if not simple or len(simple.split()) > LONGEST_HEADING:
            return None
        if field := self._fields.get(simple):
            return Heading(field, "", is_exact=True)
        return self._read_loosely(simple, text)

    def _read_loosely(self, simple: str, text: str) -> Heading | None:
        """Find the longest known heading among the words ("IMR recommendation", "Update from your agency")."""
        if len(simple.split()) > LONGEST_LOOSE_HEADING:
            return None
        if ANSWER.search(simple) or not (word := self._longest_within(simple)):
            return None
        field = self._fields[word]
        kind = read_kind(text) if field in (Field.RECOMMENDATION, Field.ACTION) else ""
        return Heading(field, kind, is_exact=bool(kind))

    def _longest_within(self, simple: str) -> str:
        """Return the known heading that begins the words, or else the longest one among them."""
        padded = f" {simple} "
        within = [word for word in self._by_length if len(word) > len("no") and f" {word} " in padded]
        beginning = [word for word in within if padded.startswith(f" {word} ")]
        return next(iter(beginning or within), "")


def is_heading_row(headings: tuple[Heading | None, ...], texts: tuple[str, ...]) -> bool:
    """Return whether a row with these ``texts``, read as ``headings``, stands there to name the columns."""
    known = [heading for heading in headings if heading]
    filled = [text for text in texts if text.strip()]
    fields = {heading.field for heading in known}
    return (
        len(fields) >= 2  # noqa: PLR2004 - one word alone may as well be an answer
        and bool(fields & _CONTENT_BEARING)
        and any(heading.is_exact for heading in known)
        and len(known) * 2 >= len(filled)
        and not any(is_too_long(text) for text in filled)
    )


def is_too_long(text: str) -> bool:
    """Return whether ``text`` has more words than a heading."""
    return len(text.split()) > LONGEST_HEADING


def _simplify(text: str) -> str:
    """Return a heading as ``COLUMNS`` writes it."""
    without_tail = BRACKETS.sub(" ", fold(text))
    label = fold_label(_DATE.sub(" ", without_tail))
    return "complete?" if label == "complete" and "?" in text else label

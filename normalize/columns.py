"""Which column heading feeds which field of an update. A new heading is one more word in ``COLUMNS``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Field(StrEnum):
    """What a column of a return holds."""

    NUMBER = "number"
    RECOMMENDATION = "recommendation"
    KIND = "kind"
    THEME = "theme"
    ACTION = "action"
    AGENCY = "agency"
    LEAD = "lead"
    DUE = "due"
    COMPLETED = "completed"
    LAST_REPORTED = "last reported"
    UPDATE = "update"
    STATUS = "status"
    RATING = "rating"
    ACHIEVED = "achieved"
    ON_TARGET = "on target"
    NOT_ACHIEVED = "not achieved"
    NOT_STARTED = "not started"
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
        "what we are going to do", "what are we going to do", "required outcome", "description", "objective",
        "description of recommendation", "recommendation description",
    ),
    Field.KIND: (
        "scope of recommendation", "level of recommendation", "scope", "origin", "source", "kind", "type",
        "type of recommendation",
    ),
    Field.THEME: ("theme", "priority", "area"),
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
    Field.LAST_REPORTED: ("last reported", "previously reported", "reported last time"),
    Field.UPDATE: (
        "update", "updates", "update on progress", "progress", "progress update", "progress updates",
        "progress to date",
        "progress made", "progress presented to committee", "progress achievement", "progress so far",
        "current position", "position", "position statement", "action taken", "actions taken", "key milestones",
        "key milestones achieved in enacting recommendation", "comment", "comments", "narrative", "management response",
        "latest update", "agency update", "agency response", "response", "what have we done", "current progress",
        "progress report", "update provided", "commentary", "latest position", "progress status", "update status",
        "status update", "status and progress", "progress and status", "what have you done", "what has been done",
        "what progress has been made", "what action has been taken", "progress against recommendation",
        "update comments", "actions completed", "work undertaken", "work completed",
    ),
    Field.STATUS: (
        "status", "current status", "assessment of progress", "% complete", "percentage complete", "complete?",
        "complete y n", "action status", "status of action",
    ),
    Field.RATING: (
        "rag", "rag rating", "rag status", "rag rating status", "brag", "brag rating", "brag status", "rating",
        "rag rated", "current rag", "colour",
    ),
    Field.ACHIEVED: ("achieved", "achieved tick", "fully achieved", "completed tick"),
    Field.ON_TARGET: (
        "on target to achieve", "on target", "on track", "on target to achieve tick", "partially achieved",
        "partly achieved", "in progress tick",
    ),
    Field.NOT_ACHIEVED: (
        "not achieved", "not achieved tick", "not on target", "not on track", "off target", "off track", "slipped tick",
        "not on target to achieve", "unlikely to be achieved",
    ),
    Field.NOT_STARTED: ("not started", "not yet started", "not started tick"),
    Field.EVIDENCE: (
        "evidence", "evidence of completion", "evidence to be probed", "evidence log", "evidence provided", "assurance",
        "supporting document", "supporting documents", "supporting evidence", "evidence of progress",
        "evidence submitted",
        "evidence attached", "evidence assurance", "evidence of implementation", "documentary evidence",
        "what evidence do you have", "what evidence supports this", "what evidence is there", "how do you know",
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


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table as its latest heading row names them."""

    fields: tuple[Field | None, ...]
    headings: tuple[str, ...]
    kind: str = ""
    """What the heading calls the recommendations ("IMR"); empty where it says nothing."""

    def holding(self, field: Field) -> tuple[int, ...]:
        """Return the positions, from 0, of the columns that hold ``field``."""
        return tuple(at for at, each in enumerate(self.fields) if each is field)

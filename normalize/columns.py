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
        "action number", "ref number", "rec number", "recommendation ref", "recommendation reference",
    ),
    Field.RECOMMENDATION: (
        "recommendation", "recommendations", "recommendation text", "finding", "findings", "learning point",
        "learning points", "learning", "issue", "issues", "issue identified", "issues identified",
        "item to be rectified",
        "area for improvement", "areas for improvement", "safety action", "concern", "concerns", "key line of enquiry",
        "what we are going to do", "what are we going to do", "required outcome", "description", "objective",
        "description of recommendation", "recommendation description",
        "recs", "requirement", "requirements",
        "improvement required", "improvements required", "improvement needed", "area for development",
        "areas for development", "lesson", "lessons", "lesson learned", "lessons learned", "learning identified",
        "what was recommended", "what the review recommended", "what the review said", "what needs to happen",
        "what needs to change", "what has to change", "what we were asked to do", "what you were asked to do",
        "recommendation no and text", "recommendation number and text", "number and recommendation",
        "no and recommendation", "theme recommendation", "theme and recommendation",
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
        "required action", "required actions", "what we need to do", "what do we need to do", "what needs to be done",
    ),
    Field.AGENCY: ("agency", "agencies", "organisation", "agency name"),
    Field.LEAD: (
        "lead", "lead agency", "lead officer", "lead person", "lead professional", "lead agency officer",
        "lead agency officer person", "responsible lead", "responsible officer", "responsible person", "responsible",
        "responsibility", "person responsible", "persons responsible", "person responsible for implementation",
        "owner", "action owner", "accountable", "accountable officer", "by whom", "who", "who is responsible",
        "named lead", "lead responsible",
        "lead name", "name of lead", "officer responsible", "responsible manager", "action lead", "delivery lead",
        "lead manager", "accountable person", "accountable lead", "who will do it", "who will do this",
    ),
    Field.DUE: (
        "by when", "target date", "target dates", "target completion date", "timescale", "timescales",
        "timescale target",
        "timeframe", "deadline", "due", "due date", "date", "date due", "implementation date",
        "original implementation date", "revised date", "revised target date", "revised implementation date", "when",
        "give expected new achievement date", "completion due", "date for completion",
        "target completion", "target for completion", "to be done by", "to be completed by", "complete by", "when by",
        "expected completion", "expected completion date", "planned completion date", "timeline",
    ),
    Field.COMPLETED: (
        "completion date", "date completed", "date of completion", "date of completion and outcome", "date implemented",
        "sign off date", "date closed", "completed on",
        "completed date", "closed date", "date achieved", "date of closure",
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
        "where we are now", "where are we now", "where are we up to", "what we have done", "what you have done",
        "what we did", "what did we do", "how have you done this", "how has this been done", "situation now",
        "current situation", "position now", "present position", "steps taken", "work done", "work to date",
        "work so far", "implementation update", "implementation progress", "reply", "agency feedback", "agency comment",
        "agency comments", "agency progress", "agency position",
    ),
    Field.STATUS: (
        "status", "current status", "assessment of progress", "% complete", "percentage complete", "complete?",
        "complete y n", "action status", "status of action",
        "completed y n", "done y n", "implemented y n", "complete yes no", "completed yes no", "open closed",
        "open or closed", "completion status", "implementation status",
    ),
    Field.RATING: (
        "rag", "rag rating", "rag status", "rag rating status", "brag", "brag rating", "brag status", "rating",
        "rag rated", "current rag", "colour",
        "traffic light", "traffic light rating", "r a g", "bragg", "bragg rating", "progress rating", "rag colour",
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
        "how do we know", "how do you know this", "how evidenced", "evidenced by", "how is this evidenced",
        "how has this been evidenced", "proof", "proof of completion", "verification", "attachments",
        "documents attached", "attached documents", "supporting docs", "supporting information", "supporting material",
        "source of assurance", "sources of assurance", "evidence ref", "evidence reference",
    ),
    Field.IMPACT: (
        "evidence of impact", "impact", "outcome", "outcomes", "intended outcome", "output outcome measurement",
        "measurement of progress to be used", "measures of effectiveness", "success criteria",
        "how will success be measured", "what difference has it made", "so what", "measure of success",
        "desired outcome",
        "success measure", "success measures", "how will we know", "what will be different",
        "what difference will it make", "expected outcome", "expected outcomes", "outcome required",
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

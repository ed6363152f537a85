"""What a chair would ask about: dates gone by since the last round, and reports that contradict themselves."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from export.changes.naming import NO_AGENCY, anchor
from match.model import Check, CheckCode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from export.model import RoundPack

TITLES: Mapping[CheckCode, str] = {
    CheckCode.OVERDUE: "Overdue",
    CheckCode.GREEN_AND_OVERDUE: "Rated green, and overdue",
    CheckCode.COMPLETE_BUT_OPEN: "Reported complete, with something still to do",
    CheckCode.COMPLETE_WITHOUT_EVIDENCE: "Reported complete, without evidence",
    CheckCode.DATE_MOVED: "Date moved",
    CheckCode.DATE_UNCLEAR: "Date not clear",
    CheckCode.ONLY_DATE_NEW: "Sent again with nothing new but the date",
}
"""What is asked, the most pressing first."""
SAYS_MORE = frozenset({CheckCode.COMPLETE_BUT_OPEN, CheckCode.DATE_MOVED, CheckCode.DATE_UNCLEAR})
"""Of these each sentence is another; of the rest the title says it all."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked about one recommendation."""

    id: str
    anchor: str
    said: str
    """The agency and the sentence; empty where the title says it all."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Everything of one kind that is asked for the first time."""

    title: str
    questions: tuple[Question, ...]
    """In the order of the master list."""


def find_questions(pack: RoundPack) -> Iterator[Check]:
    """Give the checks that are new in this round; in a first round, all."""
    return (check for check in pack.checks if check.is_new or not pack.changes.previous)


def lay_out_asking(pack: RoundPack) -> tuple[Asking, ...]:
    """Return what is worth asking about, by kind; kinds of which there is none are left out."""
    agencies = {each.id: each.agency or NO_AGENCY for each in pack.master.recommendations}
    asked: dict[CheckCode, list[Question]] = {code: [] for code in TITLES}
    for check in find_questions(pack):
        said = f"{agencies.get(check.id, NO_AGENCY)}. {check.message}" if check.code in SAYS_MORE else ""
        asked[check.code].append(Question(check.id, anchor(check.id), said))
    return tuple(Asking(TITLES[code], tuple(questions)) for code, questions in asked.items() if questions)


def asked_before(pack: RoundPack) -> str:
    """Return in words what could have been asked after the last round already; empty where there is nothing."""
    counts = Counter(check.code for check in pack.checks if not check.is_new and pack.changes.previous)
    return ", ".join(f"{counts[code]} {code}" for code in TITLES if counts[code])

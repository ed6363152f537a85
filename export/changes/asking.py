"""What a chair would ask about: dates gone by since the last round, and reports that contradict themselves."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
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
    CheckCode.ONLY_DATE_NEW: "Sent again with nothing new but the date",
}
"""What is asked, the most pressing first."""
SAYS_MORE = frozenset({CheckCode.COMPLETE_BUT_OPEN, CheckCode.DATE_MOVED})
"""Of these each sentence is another; of the rest the title says it all."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked about one recommendation."""

    id: str
    anchor: str
    message: str
    """Empty where the title says it all."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Everything of one kind."""

    title: str
    by_agency: tuple[tuple[str, tuple[Question, ...]], ...]
    """Those not asked before, in the order of the master list."""
    standing: int
    """How many more could have been asked after the last round already."""

    @property
    def count(self) -> int:
        """How many are asked."""
        return sum(len(questions) for _, questions in self.by_agency)


def find_questions(pack: RoundPack) -> Iterator[Check]:
    """Give the checks that are new in this round; in a first round, all."""
    return (check for check in pack.checks if check.is_new or not pack.changes.previous)


def lay_out_asking(pack: RoundPack) -> tuple[Asking, ...]:
    """Return what is worth asking about, by kind; kinds of which there is none are left out."""
    agencies = {each.id: each.agency or NO_AGENCY for each in pack.master.recommendations}
    new: dict[CheckCode, dict[str, tuple[Question, ...]]] = {code: {} for code in TITLES}
    for check in find_questions(pack):
        agency = agencies.get(check.id, NO_AGENCY)
        message = check.message if check.code in SAYS_MORE else ""
        theirs = new[check.code].get(agency, ())
        new[check.code][agency] = (*theirs, Question(check.id, anchor(check.id), message))
    total = Counter(check.code for check in pack.checks)
    asked = ((code, Asking(TITLES[code], tuple(by_agency.items()), standing=0)) for code, by_agency in new.items())
    return tuple(replace(asking, standing=total[code] - asking.count) for code, asking in asked if total[code])

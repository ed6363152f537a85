"""Returns that keep the rounds before beside the latest one ("Round 1", "Round 2"): what was said first gives way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ingest.model import Finding, Level, Place
from ingest.numerals import NAMES
from normalize.dates import is_bare_date, read_date
from normalize.model import LeftOver, Update
from normalize.text import fold, fold_label

LONGEST_TITLE = 8
"""A line of more words than this that begins with a round is prose about it."""
COUNTS = NAMES[1:11]
_ROUND = re.compile(rf"(?:reporting )?round (?:no )?(?P<count>\d{{1,2}}|{'|'.join(COUNTS)})\b")
_AROUND_A_DATE = re.compile(
    r"\b(?:round|return|update|updates|progress|position|report|submission|as at|as of|for|to|in)\b", re.IGNORECASE
)
"""What titles say beside the date of a round ("Progress update to March 2014")."""


@dataclass(frozen=True, slots=True)
class NamedRound:
    """The round a title names: by its count, or by its date."""

    title: str
    count: int | None = None
    when: date | None = None

    def is_before(self, other: NamedRound) -> bool:
        """Return whether it surely came before ``other``: a count and a date cannot be compared."""
        if self.count is not None and other.count is not None:
            return self.count < other.count
        return self.when is not None and other.when is not None and self.when < other.when


@dataclass(frozen=True, slots=True)
class Said:
    """An update with the agency it is from and the round whose title it stands below."""

    agency: str
    update: Update
    during: NamedRound

    @property
    def answers(self) -> tuple[str, str, tuple[str, ...], str]:
        """What it answers; the same recommendation has the same in every round."""
        return self.agency, self.update.kind, self.update.numbers, fold(self.update.recommendation)

    @property
    def says_something(self) -> bool:
        """Whether the round has been reported on: a sheet made ready for the next one says nothing yet."""
        return bool(self.update.update or self.update.evidence or self.update.status_as_written)


def read_counted_round(text: str) -> NamedRound | None:
    """Return the round that a line names by its count ("Round 2", "Round two: March"); None for any other line."""
    found = _ROUND.match(fold_label(text)) if len(text.split()) <= LONGEST_TITLE else None
    if found is None:
        return None
    count = found["count"]
    return NamedRound(text.strip(), int(count) if count.isdigit() else COUNTS.index(count) + 1)


def read_round(text: str) -> NamedRound | None:
    """Return the round that a title names by its count or by a date alone ("Update March 2014")."""
    if counted := read_counted_round(text):
        return counted
    bare = _AROUND_A_DATE.sub(" ", text).strip(" :-\u2013\u2014") if len(text.split()) <= LONGEST_TITLE else ""
    written = read_date(bare) if is_bare_date(bare) else None
    return NamedRound(text.strip(), when=written.start) if written and written.start else None


def find_superseded(said: Sequence[Said]) -> tuple[tuple[Said, NamedRound], ...]:
    """Return the updates that were given anew in a later round of the same document, each with that round."""
    by_answered: dict[tuple[str, str, tuple[str, ...], str], list[Said]] = {}
    for each in said:
        by_answered.setdefault(each.answers, []).append(each)
    return tuple(
        (each, later[-1].during)
        for same in by_answered.values()
        for each in same
        if (later := [other for other in same if other.says_something and each.during.is_before(other.during)])
    )


def leave(update: Update) -> LeftOver:
    """Return an update of an earlier round as words left over, column by column as it was written."""
    return LeftOver(update.place, "\t".join(each.text for each in update.raw if each.text.strip()), update.words)


def tell_superseded(superseded: Iterable[tuple[Said, NamedRound]], path: str) -> tuple[Finding, ...]:
    """Return a finding for each earlier round of which something gave way, in the order of the document."""
    listed = tuple(superseded)
    pairs = dict.fromkeys((each.during, later) for each, later in listed)
    return tuple(_tell(earlier, later, listed, path) for earlier, later in pairs)


def _tell(earlier: NamedRound, later: NamedRound, superseded: Sequence[tuple[Said, NamedRound]], path: str) -> Finding:
    rows = sum((each.during, other) == (earlier, later) for each, other in superseded)
    message = (
        f'{path}: it answers {rows} recommendation{"s" if rows > 1 else ""} under "{earlier.title}" and again under '
        f'"{later.title}". The later answers count; the earlier ones are on the sheet "Left over".'
    )
    return Finding(Level.CHECK, "earlier-round", message, Place(path))

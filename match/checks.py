"""What a board is asked about: a claim of completion that the same words take back, missing evidence, dates gone by.

The checks look at what stands after a round. Today's date plays no part: the round's own name says when it was held,
and where it does not, nothing is called overdue.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from match.model import Check, CheckCode, Entry, Round
from match.standing import names_evidence
from match.wording import said
from normalize.dates import find_dates, read_date
from normalize.model import MasterList, Precision, Rating, Recommendation, Status, WrittenDate
from normalize.statuses import find_open_work
from normalize.text import squeeze

_ROUND_MONTH = re.compile(r"(?P<year>(?:19|20)\d{2})-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-3]\d))?")
_NOTHING_AGREED: Mapping[str, str] = {}
_FINISHED = frozenset({Status.COMPLETE, Status.SUPERSEDED, Status.NOT_ACCEPTED})
_LAST_MONTH = {Precision.YEAR: 12, Precision.QUARTER: 3, Precision.SEASON: 3, Precision.MONTH: 1}
"""How many months a date of each precision runs on from its first day."""


def check_round(
    current: Round, history: Sequence[Round], master: MasterList, agreed: Mapping[str, str] = _NOTHING_AGREED
) -> tuple[Check, ...]:
    """Return what is worth asking about in ``current``, recommendation by recommendation.

    ``history`` are the rounds before it, the oldest first: they say how often a date was moved, and what was said.
    ``agreed`` are the extensions the board has agreed to, by the recommendation's id: until then nothing is overdue.
    """
    stood = [earlier.by_id for earlier in history]
    held, held_before = read_round_date(current.name), read_round_date(history[-1].name) if history else None
    checks: list[Check] = []
    for recommendation, entry in _pairs(current, master):
        before = [entries[entry.id] for entries in stood if entry.id in entries]
        asked = _check_entry(before[-1], before[:-1], recommendation, held_before) if before else ()
        known = {(each.code, each.message) for each in asked}
        checks += [
            replace(check, is_new=bool(history) and (check.code, check.message) not in known)
            for check in _check_entry(entry, before, recommendation, held, agreed.get(entry.id, ""))
        ]
    return tuple(checks)


def _pairs(current: Round, master: MasterList) -> Iterator[tuple[Recommendation, Entry]]:
    recommendations = master.by_id
    return ((recommendations[entry.id], entry) for entry in current.entries)


def _check_entry(
    entry: Entry, before: Sequence[Entry], recommendation: Recommendation, held: date | None, agreed: str = ""
) -> Iterator[Check]:
    """Give what is worth asking about one recommendation, as it stood after the round ``held`` then."""
    yield from _contradictions(entry)
    given = _dates_given(recommendation, (*before, entry))
    yield from _moves(entry, given)
    yield from _overdue(entry, read_date(agreed) or next(iter(given), None), held)
    yield from _unclear_date(entry)
    yield from _repetition(entry, before)


def read_round_date(name: str) -> date | None:
    """Return the last day of the month a round is named after ("2014-02"), or the day itself; None for another name."""
    found = _ROUND_MONTH.search(name)
    if found is None:
        return None
    year, month = int(found["year"]), int(found["month"])
    last = calendar.monthrange(year, month)[1]
    return date(year, month, min(int(found["day"] or last), last))


def _contradictions(entry: Entry) -> Iterator[Check]:
    """Say where a recommendation is called complete and the words beside it say otherwise."""
    if entry.status is not Status.COMPLETE:
        return
    if still_open := find_open_work(entry.update) or find_open_work(entry.evidence):
        message = f'Called complete, and also says what is still to be done: "{still_open.rstrip(".")}".'
        yield _check(entry, CheckCode.COMPLETE_BUT_OPEN, message)
    if not names_evidence(entry):
        yield _check(entry, CheckCode.COMPLETE_WITHOUT_EVIDENCE, "Called complete, and no evidence is named.")


def _moves(entry: Entry, given: Sequence[WrittenDate]) -> Iterator[Check]:
    """Say where the date was moved, and how often."""
    if len(given) > 1:
        moved = len(given) - 1
        times = "once" if moved == 1 else f"{moved} times"
        steps = ", then ".join(squeeze(each.as_written) for each in given)
        yield _check(entry, CheckCode.DATE_MOVED, f"The date was moved {times}: {steps}.")


def _overdue(entry: Entry, due: WrittenDate | None, held: date | None) -> Iterator[Check]:
    """Say where a date has gone by: the first that was given, or the one an extension was agreed to."""
    due_until = last_day(due) if due else None
    if due is None or due_until is None or held is None or entry.status in _FINISHED or due_until >= held:
        return
    message = f"Was due {squeeze(due.as_written)} and is not complete."
    yield _check(entry, CheckCode.OVERDUE, message)
    if entry.rating is Rating.GREEN:
        yield _check(entry, CheckCode.GREEN_AND_OVERDUE, f"Rated green. {message}")


def _unclear_date(entry: Entry) -> Iterator[Check]:
    """Say where an agency's own date for work not finished may mean several days."""
    due = read_date(entry.by_when) if entry.by_when else None
    if due and due.is_ambiguous and entry.status not in _FINISHED:
        message = f'It is not clear which date "{squeeze(due.as_written)}" means, so it is not known when this is due.'
        yield _check(entry, CheckCode.DATE_UNCLEAR, message)


def _dates_given(recommendation: Recommendation, entries: Iterable[Entry]) -> list[WrittenDate]:
    """Return the dates a recommendation was due by, in order, each one that differs from the one before it."""
    given: list[WrittenDate] = []
    for written in (recommendation.due, *(entry.by_when for entry in entries)):
        found = read_date(written) if written else None
        if found and found.start and (not given or found.start != given[-1].start):
            given.append(found)
    return given


def last_day(written: WrittenDate) -> date | None:
    """Return the last day a date can mean; None for one that is open or not clear."""
    if written.start is None or written.precision is Precision.OPEN:
        return None
    if written.precision is Precision.DAY:
        return written.start
    start = written.start
    months = start.month - 1 + _LAST_MONTH[written.precision]
    year, month = start.year + (months - 1) // 12, (months - 1) % 12 + 1
    return date(year, month, calendar.monthrange(year, month)[1])


def _repetition(entry: Entry, before: Sequence[Entry]) -> Iterator[Check]:
    """Say where an update is the one before with nothing new but its dates."""
    last = before[-1] if before else None
    if last is None or said(entry.update) == said(last.update) or not said(last.update):
        return
    if _without_dates(entry.update) == _without_dates(last.update):
        yield _check(entry, CheckCode.ONLY_DATE_NEW, "The same words as in the round before, with another date.")


def _without_dates(text: str) -> str:
    for found in find_dates(text):
        text = text.replace(found.as_written, " ")
    return said(text)


def _check(entry: Entry, code: CheckCode, message: str) -> Check:
    return Check(entry.id, code, message, entry.sources[0] if entry.sources else None)

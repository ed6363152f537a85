"""From linked rows to a round: one entry per recommendation, holding the latest that was said of it."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from match.following import follow_pointers
from match.model import ChangeKind, Entry, LinkedUpdate, Outcome, Round
from match.wording import said, says_the_same
from normalize.model import MasterList, Rating, Status, Update

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FROM_LEAST_ADVANCED = (
    Status.NOT_STARTED,
    Status.BLOCKED,
    Status.DELAYED,
    Status.IN_PROGRESS,
    Status.COMPLETE,
    Status.SUPERSEDED,
    Status.NOT_ACCEPTED,
)
"""Of several rows on one recommendation, the one that has come least far says how far it has come."""
FROM_WORST_RATING = (Rating.RED, Rating.AMBER, Rating.GREEN, Rating.BLUE)

T = TypeVar("T")


def consolidate(
    name: str,
    master: MasterList,
    previous: Round | None,
    updates: Sequence[LinkedUpdate],
    *,
    heard_from: Sequence[str],
) -> Round:
    """Return the round ``name``: one entry per recommendation of ``master``, in its order.

    ``updates`` are the rows of every return, in their order; those not linked are passed over. What nothing
    was said of keeps its entry of the ``previous`` round.
    """
    before = previous.by_id if previous else {}
    rows = _rows_by_id(updates)
    entries = tuple(
        _entry(name, before.get(each.id, Entry(each.id)), rows.get(each.id, ())) for each in master.recommendations
    )
    return Round(name, follow_pointers(entries, master), _in_board_order(heard_from, master))


def has_words(entry: Entry) -> bool:
    """Tell whether anything has ever been said of the entry's recommendation."""
    return bool(said(entry.update) or said(entry.evidence))


def same_words(one: Entry, other: Entry) -> bool:
    """Tell whether two entries say the same, however it was typed."""
    return says_the_same(one.update, other.update) and says_the_same(one.evidence, other.evidence)


def _rows_by_id(updates: Sequence[LinkedUpdate]) -> dict[str, tuple[LinkedUpdate, ...]]:
    rows: dict[str, tuple[LinkedUpdate, ...]] = {}
    for each in updates:
        if each.link.outcome is Outcome.LINKED:
            for recommendation in dict.fromkeys(each.link.ids):
                rows[recommendation] = (*rows.get(recommendation, ()), each)
    return rows


def _in_board_order(agencies: Sequence[str], master: MasterList) -> tuple[str, ...]:
    """Return the agencies once each in an order that no file name decides."""
    heard = set(agencies)
    known = tuple(agency for agency in master.agencies if agency in heard)
    return known + tuple(sorted(heard.difference(known)))


def _entry(name: str, before: Entry, rows: Sequence[LinkedUpdate]) -> Entry:
    """Return the entry after this round's ``rows``, some of which may bring no words."""
    telling = [row for row in rows if said(row.update.update) or said(row.update.evidence)]
    after = _said_now(name, before, telling) if telling else replace(before, received=ChangeKind.NO_NEW_UPDATE)
    return _with_particulars(after, [row.update for row in rows])


def _said_now(name: str, before: Entry, rows: Sequence[LinkedUpdate]) -> Entry:
    """Return what the ``rows`` say; on a shared recommendation, beside what agencies not among them said last."""
    said_last = {part.agencies: part for part in before.parts}
    by_agency: dict[tuple[str, ...], list[LinkedUpdate]] = {}
    for row in rows:
        by_agency.setdefault((row.agency or row.agency_as_written,), []).append(row)
    parts = said_last | {agency: _part(name, before.id, theirs) for agency, theirs in by_agency.items()}
    after = _merged(name, before, tuple(parts.values()))
    return _compared(before, after)


def _part(name: str, recommendation: str, rows: Sequence[LinkedUpdate]) -> Entry:
    """Return what one agency says in its ``rows``."""
    updates = [row.update for row in rows]
    return Entry(
        recommendation,
        update=_joined(each.update for each in updates),
        evidence=_joined(each.evidence for each in updates),
        status=_status(updates),
        rating=_worst(each.rating for each in updates),
        from_round=name,
        agencies=_once(row.agency or row.agency_as_written for row in rows),
        sources=_once(row.place for row in rows),
        struck=_once(chain.from_iterable(each.struck for each in updates)),
        comments=_once(chain.from_iterable(each.comments for each in updates)),
        links=_once(chain.from_iterable(each.links for each in updates)),
        timeline=_once(chain.from_iterable(each.entries for each in updates)),
        refers_to=_once(chain.from_iterable(each.refers_to for each in updates)),
    )


def _merged(name: str, before: Entry, parts: tuple[Entry, ...]) -> Entry:
    """Return the entry of a recommendation from what each agency says of it."""
    return replace(
        before,
        update=_joined(part.update for part in parts),
        evidence=_joined(part.evidence for part in parts),
        status=_least_advanced(part.status for part in parts),
        rating=_worst(part.rating for part in parts),
        from_round=name,
        agencies=_once(chain.from_iterable(part.agencies for part in parts)),
        sources=_once(chain.from_iterable(part.sources for part in parts)),
        struck=_once(chain.from_iterable(part.struck for part in parts)),
        comments=_once(chain.from_iterable(part.comments for part in parts)),
        links=_once(chain.from_iterable(part.links for part in parts)),
        timeline=_once(chain.from_iterable(part.timeline for part in parts)),
        refers_to=_once(chain.from_iterable(part.refers_to for part in parts)),
        parts=parts if len(parts) > 1 else (),
    )


def _compared(before: Entry, after: Entry) -> Entry:
    """Say what the round brought. Words sent again leave standing what they do not contradict."""
    if not has_words(before):
        return replace(after, received=ChangeKind.FIRST_UPDATE)
    if not same_words(before, after):
        return replace(after, received=ChangeKind.UPDATED)
    status = before.status if after.status is Status.NOT_STATED else after.status
    return replace(after, received=ChangeKind.UNCHANGED, status=status, rating=after.rating or before.rating)


def _with_particulars(entry: Entry, updates: Sequence[Update]) -> Entry:
    """Take over what the rows state outright, in columns of their own; a blank cell takes nothing back."""
    stated = _status(updates) if any(map(_states_status, updates)) and not entry.parts else entry.status
    return replace(
        entry,
        status=stated,
        rating=entry.rating if entry.parts else _worst(each.rating for each in updates) or entry.rating,
        action=_joined(each.action for each in updates) or entry.action,
        lead=_joined(each.lead for each in updates) or entry.lead,
        by_when=_joined(each.by_when for each in updates) or entry.by_when,
    )


def _status(updates: Sequence[Update]) -> Status:
    """Return the least advanced status; one stated in a column of its own outranks what words seem to say."""
    outright = [each for each in updates if _states_status(each)]
    return _least_advanced(each.status for each in outright or updates)


def _states_status(update: Update) -> bool:
    return bool(update.status_as_written) and update.status is not Status.NOT_STATED


def _least_advanced(statuses: Iterable[Status]) -> Status:
    stated = set(statuses)
    return next((status for status in FROM_LEAST_ADVANCED if status in stated), Status.NOT_STATED)


def _worst(ratings: Iterable[Rating | None]) -> Rating | None:
    given = set(ratings)
    return next((rating for rating in FROM_WORST_RATING if rating in given), None)


def _joined(texts: Iterable[str]) -> str:
    """Join what several rows say, each thing said once, in the words of the first to say it."""
    first: dict[str, str] = {}
    for text in texts:
        first.setdefault(said(text), text)
    return "\n".join(text for what_it_says, text in first.items() if what_it_says)


def _once(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))

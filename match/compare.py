"""What changed between two rounds, as data: the previous round plus the changes is the current round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from match.crossings import mark_crossings
from match.list_changes import compare_lists
from match.model import Change, ChangeKind, ChangeLog, Entry, Round
from match.passages import compare_passages
from match.rounds import has_words, same_words
from match.wording import says_the_same

if TYPE_CHECKING:
    from normalize.model import MasterList, Recommendation


def compare(
    previous: Round | None, current: Round, master: MasterList, master_before: MasterList | None = None
) -> ChangeLog:
    """Return what changed for each recommendation from ``previous`` (None for a first round) to ``current``.

    ``master`` is the list as it stands in the current round: it says who should have been heard from.
    ``master_before`` is the list of the previous round, where it is known.
    """
    before, now = previous.by_id if previous else {}, current.by_id
    recommendations = master.by_id
    return ChangeLog(
        previous=previous.name if previous else "",
        current=current.name,
        changes=tuple(_change(before.get(each.id), each, recommendations.get(each.id)) for each in current.entries),
        removed=tuple(entry for entry in before.values() if entry.id not in now),
        heard_from=current.heard_from,
        silent=tuple(agency for agency in master.agencies if agency not in current.heard_from),
        list_changes=compare_lists(master_before, master) if previous and master_before else (),
    )


def apply(previous: Round | None, log: ChangeLog) -> Round:
    """Return the round that follows ``previous`` by ``log``.

    Raise ValueError if the log was made from another round.
    """
    stood = [change.before for change in log.changes if change.before] + list(log.removed)
    if {entry.id: entry for entry in stood} != (previous.by_id if previous else {}):
        raise ValueError(f"The changes of round {log.current} were not made from this previous round.")
    return Round(log.current, tuple(change.after for change in log.changes), log.heard_from)


def _change(before: Entry | None, after: Entry, recommendation: Recommendation | None) -> Change:
    stood = before or Entry(after.id)
    update = compare_passages(stood.update, after.update)
    evidence = compare_passages(stood.evidence, after.evidence)
    return Change(
        id=after.id,
        kind=_kind(stood, after),
        before=before,
        after=after,
        fields=_changed_fields(stood, after, recommendation),
        update=mark_crossings(update, evidence),
        evidence=mark_crossings(evidence, update),
    )


def _kind(before: Entry, after: Entry) -> ChangeKind:
    """Return what happened to the words; the two rounds need not follow each other."""
    if same_words(before, after):
        is_sent_again = has_words(after) and after.from_round != before.from_round
        return ChangeKind.UNCHANGED if is_sent_again else ChangeKind.NO_NEW_UPDATE
    return ChangeKind.UPDATED if has_words(before) else ChangeKind.FIRST_UPDATE


def _changed_fields(before: Entry, after: Entry, recommendation: Recommendation | None) -> tuple[str, ...]:
    """Return the names of what changed.

    The lead and the date an agency gives for the first time are news only where the master list has others.
    """
    planned_lead = recommendation.lead if recommendation else ""
    planned_date = recommendation.due if recommendation else ""
    same = {
        "update": says_the_same(before.update, after.update),
        "evidence": says_the_same(before.evidence, after.evidence),
        "status": before.status is after.status,
        "rating": before.rating is after.rating,
        "lead": says_the_same(before.lead or planned_lead, after.lead or planned_lead),
        "by when": says_the_same(before.by_when or planned_date, after.by_when or planned_date),
    }
    return tuple(name for name, is_same in same.items() if not is_same)

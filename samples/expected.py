"""Says what the sample documents hold and what the two rounds come to, from the plans alone.

Nothing here has been through the program: what it says can be held against what the program finds. Compare with white
space, quotes and dashes folded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from match.model import ChangeKind
from normalize.model import Rating, Recommendation, Status
from samples.layout import from_master, recommendation_text, written
from samples.markup import comments_on, final_text, links_in, struck_texts
from samples.plan import Inbox, Return, Row, Unread

MASTER_FIELDS = ("action", "lead", "by_when")
FOLDED = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-"})

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands of a recommendation after a round."""

    id: str
    change: ChangeKind = ChangeKind.NO_NEW_UPDATE
    update: str = ""
    evidence: str = ""
    status: Status = Status.NOT_STATED
    status_also: tuple[Status, ...] = ()
    rating: Rating | None = None
    from_round: str = ""

    @property
    def words(self) -> tuple[str, str]:
        """Its words without what a re-sent document may change of them."""
        return _fold(self.update), _fold(self.evidence)


def expected_round(
    inbox: Inbox, previous: dict[str, Standing], master: dict[str, Recommendation]
) -> dict[str, Standing]:
    """Return what stands of each recommendation once the round's documents have been read."""
    said = {key: [row for plan in inbox.returns for row in _said(plan, key)] for key in master}
    return {key: _stand(previous.get(key, Standing(key)), said[key], inbox.name) for key in master}


def as_json(inbox: Inbox, previous: str, standings: dict[str, Standing], master: dict[str, Recommendation]) -> Json:
    """Return everything that is expected of a round, ready to be written down."""
    heard = [plan.agency for plan in inbox.returns]
    agencies = dict.fromkeys(each.agency for each in master.values())
    return {
        "round": inbox.name,
        "previous": previous,
        "documents": [
            *(_document(plan, master) for plan in inbox.returns),
            *(_unread(each) for each in inbox.unread),
            *({"file": each.file, "outcome": "ignored"} for each in inbox.ignored),
            *({"file": each.file, "outcome": "duplicate", "of": each.of} for each in inbox.duplicates),
        ],
        "silent": [each for each in agencies if each not in heard],
        "entries": [_entry(each) for each in standings.values()],
    }


def _said(plan: Return, key: str) -> list[Row]:
    """Return the document's rows on a recommendation, their words as a reader of the final document sees them."""
    rows = [row for part in plan.parts for row in part.rows if key in row.ids and not row.is_deleted]
    return [
        row.model_copy(update={"update": _seen(row.update, plan), "evidence": _seen(row.evidence, plan)})
        for row in rows
    ]


def _stand(before: Standing, rows: list[Row], round_name: str) -> Standing:
    now = Standing(
        before.id,
        update="\n".join(row.update for row in rows if row.update),
        evidence="\n".join(row.evidence for row in rows if row.evidence),
        status=next((row.status for row in reversed(rows) if row.status is not Status.NOT_STATED), Status.NOT_STATED),
        status_also=tuple(status for row in rows for status in row.status_also),
        rating=next((row.rating for row in reversed(rows) if row.rating), None),
        from_round=round_name,
    )
    if now.words == ("", ""):
        return replace(before, change=ChangeKind.NO_NEW_UPDATE)
    return replace(now, change=_change(before, now))


def _change(before: Standing, now: Standing) -> ChangeKind:
    if not before.from_round:
        return ChangeKind.FIRST_UPDATE
    is_same = (before.words, before.status, before.rating) == (now.words, now.status, now.rating)
    return ChangeKind.UNCHANGED if is_same else ChangeKind.UPDATED


def _document(plan: Return, master: dict[str, Recommendation]) -> Json:
    rows = [(part.kind, row) for part in plan.parts for row in part.rows]
    particulars = plan.particulars
    return {
        "file": plan.file,
        "outcome": "read",
        "agency": plan.agency,
        "agency_as_written": particulars.agency,
        "where": particulars.where.value,
        "provided_by": particulars.provided_by,
        "reviewed_by": particulars.reviewed_by,
        "evidence": particulars.evidence,
        "summary": particulars.summary,
        "habits": list(plan.habits),
        "headings": [column.heading for column in plan.columns],
        "rows": [_row(plan, kind, row, master) for kind, row in rows if not row.is_deleted],
        "deleted_rows": [final_text(row.recommendation or "") for _, row in rows if row.is_deleted],
    }


def _unread(unread: Unread) -> Json:
    return {"file": unread.file, "outcome": "unread", "code": unread.code, "agency": unread.agency}


def _row(plan: Return, kind: str, row: Row, master: dict[str, Recommendation]) -> Json:
    held = [column.holds for column in plan.columns]
    cells = (row.recommendation or "", row.update, row.evidence, row.status_shown)
    return {
        "kind": kind,
        "number_as_written": row.number,
        "numbers": list(row.numbers if row.numbers is not None else re.findall(r"\d+", row.number)),
        "recommendation": _seen(recommendation_text(row, master), plan),
        "update": _seen(row.update, plan),
        "evidence": _seen(row.evidence, plan),
        **{field: from_master(field, row, master) if field in held else "" for field in MASTER_FIELDS},
        "status": row.status.value,
        "status_also": [each.value for each in row.status_also],
        "status_as_written": final_text(row.status_shown),
        "rating": row.rating.value if row.rating else None,
        "rating_as_written": row.rating_shown,
        "struck": [each for text in cells for each in struck_texts(text)],
        "comments": [each for text in cells for each in comments_on(text)],
        "links": [{"text": text, "url": url} for cell in cells for text, url in links_in(cell)],
        "outcome": row.outcome,
        "ids": list(row.ids),
        "about": list(row.about or row.ids),
    }


def _entry(standing: Standing) -> Json:
    return {
        "id": standing.id,
        "change": standing.change.value,
        "status": standing.status.value,
        "status_also": [each.value for each in standing.status_also],
        "rating": standing.rating.value if standing.rating else None,
        "update": standing.update,
        "evidence": standing.evidence,
        "from_round": standing.from_round,
    }


def _seen(text: str, plan: Return) -> str:
    return final_text(written(text, plan))


def _fold(text: str) -> str:
    return " ".join(text.translate(FOLDED).split())

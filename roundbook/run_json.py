"""What ``diff --json`` prints, and each part of what ``run --json`` does, key for key; every key is always there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from export.model import DocumentRecord, RoundPack
    from match.model import Change, Entry, LinkedUpdate
    from roundbook.told import Json


def diff_json(pack: RoundPack) -> Json:
    """Return what changed between two rounds as plain data."""
    log = pack.changes
    agencies = {each.id: each.agency for each in pack.master.recommendations}
    return {
        "previous": log.previous,
        "current": log.current,
        "changes": [
            {
                **describe_entry(each, agencies[each.id]),
                "fields": list(each.fields),
                "before": _standing(each.before) if each.before else None,
            }
            for each in log.changes
        ],
        "removed": [{"id": each.id, **_standing(each)} for each in log.removed],
        "master_list": [
            {
                "change": each.edit.value,
                "before": list(each.before),
                "after": list(each.after),
                "message": each.message,
            }
            for each in log.list_changes
        ],
        "heard_from": list(log.heard_from),
        "silent": list(log.silent),
    }


def describe_document(record: DocumentRecord) -> Json:
    """Return what became of a document as plain data."""
    return {"path": record.path, "outcome": record.outcome.value, "message": record.message}


def describe_link(linked: LinkedUpdate) -> Json:
    """Return what a row was linked to as plain data."""
    return {
        "document": linked.document,
        "place": str(linked.place),
        "decision": linked.link.outcome.value,
        "ids": list(linked.link.ids),
        "candidates": [each.id for each in linked.link.candidates],
        "reasons": list(linked.link.reasons),
    }


def describe_entry(change: Change, agency: str) -> Json:
    """Return how a recommendation stands, and what happened to it, as plain data."""
    return {"id": change.id, "agency": agency, "change": change.kind.value, **_standing(change.after)}


def _standing(entry: Entry) -> Json:
    return {
        "status": entry.status.value,
        "rating": entry.rating.value if entry.rating else None,
        "update": entry.update,
        "evidence": entry.evidence,
        "from_round": entry.from_round,
    }

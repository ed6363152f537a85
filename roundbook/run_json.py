"""What ``run --json`` and ``diff --json`` print, key for key; every key is always there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from roundbook.board import CHANGE_LOG_NAME, WORKBOOK_NAME

if TYPE_CHECKING:
    from export.model import DocumentRecord, RoundPack
    from match.model import Change, Entry, LinkedUpdate
    from roundbook.board import Board
    from roundbook.runs import RunResult

Json = dict[str, Any]


def run_json(board: Board, result: RunResult) -> Json:
    """Return a run as plain data."""
    pack = result.pack
    folder = board.round(pack.round)
    agencies = {each.id: each.agency for each in pack.master.recommendations}
    return {
        "round": pack.round,
        "previous": pack.previous,
        "workbook": str(folder / WORKBOOK_NAME) if result.is_written else "",
        "change_log": str(folder / CHANGE_LOG_NAME) if result.is_written else "",
        "documents": [_document(each) for each in pack.documents],
        "links": [_link(each) for each in pack.updates],
        "entries": [_entry(each, agencies[each.id]) for each in pack.changes.changes],
    }


def diff_json(pack: RoundPack) -> Json:
    """Return what changed between two rounds as plain data."""
    log = pack.changes
    agencies = {each.id: each.agency for each in pack.master.recommendations}
    return {
        "previous": log.previous,
        "current": log.current,
        "changes": [
            {
                **_entry(each, agencies[each.id]),
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


def _document(record: DocumentRecord) -> Json:
    return {"path": record.path, "outcome": record.outcome.value, "message": record.message}


def _link(linked: LinkedUpdate) -> Json:
    return {
        "document": linked.document,
        "place": str(linked.place),
        "decision": linked.link.outcome.value,
        "ids": list(linked.link.ids),
        "candidates": [each.id for each in linked.link.candidates],
        "reasons": list(linked.link.reasons),
    }


def _entry(change: Change, agency: str) -> Json:
    return {"id": change.id, "agency": agency, "change": change.kind.value, **_standing(change.after)}


def _standing(entry: Entry) -> Json:
    return {
        "status": entry.status.value,
        "rating": entry.rating.value if entry.rating else None,
        "update": entry.update,
        "evidence": entry.evidence,
        "from_round": entry.from_round,
    }

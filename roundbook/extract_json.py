"""What ``extract --json`` prints, key for key; every key is always there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ingest.model import UnreadDocument

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ingest.model import Comment, Finding, Hyperlink, SourceCell, SourceTable
    from normalize.model import AgencyReturn, ReturnedDocument, Update
    from roundbook.reading import Reading

Json = dict[str, Any]

NO_WORDS = {"document": 0, "rows": 0, "particulars": 0, "left_over": 0}


def extract_json(readings: Iterable[Reading]) -> Json:
    """Return what was seen in documents as plain data."""
    return {"documents": [_unread(each) if isinstance(each, UnreadDocument) else _document(each) for each in readings]}


def _unread(document: UnreadDocument) -> Json:
    said = {
        "level": "problem",
        "code": document.code,
        "message": f"{document.reason} {document.advice}",
        "place": document.path,
    }
    return {
        "path": document.path,
        "sha256": document.sha256,
        "format": document.format,
        "outcome": "unread",
        "findings": [said, *(_finding(each) for each in document.findings)],
        "words": dict(NO_WORDS),
        "left_over": [],
        "tables": [],
        "returns": [],
    }


def _document(document: ReturnedDocument) -> Json:
    source, words = document.source, document.words
    return {
        "path": source.path,
        "sha256": source.sha256,
        "format": source.format,
        "outcome": "partial" if source.is_partial else "read",
        "findings": [_finding(each) for each in document.findings],
        "words": {
            "document": words.document,
            "rows": words.rows,
            "particulars": words.particulars,
            "left_over": words.left_over,
        },
        "left_over": [{"place": str(each.place), "text": each.text} for each in document.left_over],
        "tables": [_table(each) for each in source.tables],
        "returns": [_return(each) for each in document.returns],
    }


def _finding(finding: Finding) -> Json:
    return {
        "level": finding.level.value,
        "code": finding.code,
        "message": finding.message,
        "place": str(finding.place),
    }


def _table(table: SourceTable) -> Json:
    return {"place": str(table.place), "cells": [_cell(each) for each in table.cells]}


def _cell(cell: SourceCell) -> Json:
    return {
        "row": cell.row,
        "col": cell.col,
        "rowspan": cell.rowspan,
        "colspan": cell.colspan,
        "text": cell.text,
        "struck": list(cell.struck),
        "fill": cell.fill,
        "links": [_hyperlink(each) for each in cell.links],
        "comments": [_comment(each) for each in cell.comments],
        "pictures": list(cell.pictures),
        "note": cell.note,
    }


def _hyperlink(link: Hyperlink) -> Json:
    return {"text": link.text, "url": link.url}


def _comment(comment: Comment) -> Json:
    return {"text": comment.text, "author": comment.author, "on": comment.on}


def _return(sent: AgencyReturn) -> Json:
    return {
        "agency": sent.agency,
        "agency_as_written": sent.agency_as_written,
        "provided_by": sent.provided_by,
        "reviewed_by": sent.reviewed_by,
        "evidence": sent.evidence,
        "summary": sent.summary,
        "updates": [_update(each) for each in sent.updates],
    }


def _update(update: Update) -> Json:
    return {
        "kind": update.kind,
        "number": ", ".join(update.numbers),
        "number_as_written": update.number_as_written,
        "recommendation": update.recommendation,
        "update": update.update,
        "evidence": update.evidence,
        "action": update.action,
        "lead": update.lead,
        "by_when": update.by_when,
        "status": update.status.value,
        "rating": update.rating.value if update.rating else None,
        "struck": list(update.struck),
        "comments": [_comment(each) for each in update.comments],
        "links": [_hyperlink(each) for each in update.links],
        "place": {"page": update.place.page, "table": update.place.table, "row": update.place.row},
    }

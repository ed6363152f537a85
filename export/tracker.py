"""Reads a round back from the Tracker of a consolidated workbook, so that any two workbooks can be compared."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from export.edited import EditedWorkbook
from export.errors import UnreadableWorkbookError
from export.rows import ACTION_REPORTED, BY_WHEN_REPORTED, COVERAGE, HAS_SENT, ID, LEAD_REPORTED, TRACKER, YES
from match.model import ChangeKind, Entry, Round
from normalize.model import MasterList, Rating, Recommendation, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from export.edited import EditedRow

LONG_TEXTS = "Long texts"
UPDATE, EVIDENCE = "Latest update", "Evidence"
NEEDED = (ID, UPDATE, EVIDENCE, "Status", "Rating")
"""Columns without which a Tracker says nothing of a round."""

STATUSES = {each.value: each for each in Status}
RATINGS = {each.value: each for each in Rating}
CHANGES = {each.value: each for each in ChangeKind}

LongTexts = dict[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class TrackedRound:
    """A round as a workbook shows it."""

    round: Round
    master: MasterList


def read_tracker(path: Path) -> TrackedRound:
    """Return the round in the workbook at ``path``.

    Raises ``UnreadableWorkbookError`` where it is no consolidated workbook, or its Tracker is gone or has lost a
    column.
    """
    with EditedWorkbook(path) as book:
        sheets = {sheet.kept.name: sheet for sheet in book.sheets()}
        tracker = sheets.get(TRACKER)
        missing = [name for name in NEEDED if tracker is None or name not in tracker.headings]
        if tracker is None or missing:
            raise UnreadableWorkbookError(
                f"{path.name} has no Tracker with the columns {', '.join(missing)}.",
                "Take the workbook as roundbook wrote it.",
            )
        rows = [row for row in tracker.rows() if row.cells.get(ID)]
        texts = _join_parts(sheets[LONG_TEXTS].rows()) if LONG_TEXTS in sheets else {}
        answered = [row.cells for row in sheets[COVERAGE].rows()] if COVERAGE in sheets else []
        return _tracked_round(book.round, rows, texts, [row["Agency"] for row in answered if row.get(HAS_SENT) == YES])


def _join_parts(rows: Iterable[EditedRow]) -> LongTexts:
    """Return the texts that were too long for a cell, by the row and the column of the Tracker they belong to."""
    parts: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    for row in rows:
        if row.cells.get("Sheet") == TRACKER:
            parts[row.cells["Row"], row.cells["Column"]].append((int(row.cells["Part"]), row.cells["Words"]))
    return {home: "".join(text for _, text in sorted(texts)) for home, texts in parts.items()}


def _tracked_round(name: str, rows: list[EditedRow], texts: LongTexts, heard: Sequence[str]) -> TrackedRound:
    entries = tuple(_entry(row, texts) for row in rows)
    recommendations = tuple(_recommendation(row) for row in rows)
    return TrackedRound(Round(name, entries, tuple(heard)), MasterList(recommendations))


def _entry(row: EditedRow, texts: LongTexts) -> Entry:
    cells = row.cells
    return Entry(
        id=cells[ID],
        update=texts.get((cells[ID], UPDATE), cells[UPDATE]),
        evidence=texts.get((cells[ID], EVIDENCE), cells[EVIDENCE]),
        status=STATUSES.get(cells["Status"], Status.NOT_STATED),
        rating=RATINGS.get(cells["Rating"]),
        from_round=cells.get("From round", ""),
        agencies=tuple(each for each in cells.get("Said by", "").split("; ") if each),
        action=cells.get(ACTION_REPORTED, ""),
        lead=cells.get(LEAD_REPORTED, ""),
        by_when=cells.get(BY_WHEN_REPORTED, ""),
        received=CHANGES.get(cells.get("Change this round", ""), ChangeKind.NO_NEW_UPDATE),
    )


def _recommendation(row: EditedRow) -> Recommendation:
    cells = row.cells
    return Recommendation(
        id=cells[ID],
        agency=cells.get("Agency", ""),
        kind=cells.get("Kind", ""),
        number=cells.get("Number", ""),
        text=cells.get("Recommendation", ""),
        action=cells.get("Action", ""),
        due=cells.get("Due", ""),
        lead=cells.get("Lead", ""),
    )

"""Reads back what people wrote in a consolidated workbook: decisions about rows, and the board's own notes.

What cannot be taken over is a finding in plain words that quotes it; nothing is dropped unsaid.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from export.decided import RowAnswer, folded, read_decision
from export.edited import EditedWorkbook, finding
from export.keeping import NOTHING_WRITTEN
from export.model import BoardNote
from export.rows import (
    BOARD_NOTE,
    BOARD_STATUS,
    DECISIONS,
    EDITABLE,
    EXTENSION,
    ID,
    LINKS_MADE,
    ROW_KEY,
    TO_CHECK,
    TRACKER,
)
from ingest.model import Finding, Level, Place
from match.standing import BOARD_STATUSES
from normalize.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from export.edited import EditedRow, EditedSheet

Said: TypeAlias = "RowAnswer | BoardNote | Finding"

KEYS = {TRACKER: ID, TO_CHECK: ROW_KEY, DECISIONS: ROW_KEY, LINKS_MADE: ROW_KEY}
"""The sheets people write in, and the column that tells their rows apart."""

STATUSES = {status.value for status in Status} | set(BOARD_STATUSES)


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything people wrote in a workbook that can be taken over, and what cannot."""

    round: str
    """The round the workbook was written for."""
    rows: tuple[RowAnswer, ...] = ()
    board: tuple[BoardNote, ...] = ()
    """Every recommendation the board wrote something about, or cleared what it had written (then empty)."""
    problems: tuple[Finding, ...] = ()


def read_answers(path: Path) -> Answers:
    """Return what people wrote in the workbook at ``path``. Raises ``UnreadableWorkbookError``."""
    with EditedWorkbook(path) as book:
        said = tuple(_everything_said(book))
    answers = [each for each in said if isinstance(each, RowAnswer)]
    contradictions = tuple(_contradictions(path.name, answers))
    return Answers(
        round=book.round,
        rows=tuple(_agreed(answers)),
        board=tuple(each for each in said if isinstance(each, BoardNote)),
        problems=(*(each for each in said if isinstance(each, Finding)), *contradictions),
    )


def _everything_said(book: EditedWorkbook) -> Iterator[Said]:
    ids = {folded(key): key for key in book.kept_rows(TRACKER)}
    unseen = dict.fromkeys(name for name in KEYS if name in book.kept)
    for sheet in book.sheets():
        if sheet.kept.name not in unseen:
            continue
        del unseen[sheet.kept.name]
        faults = tuple(_column_faults(book, sheet))
        yield from faults
        if not faults:
            for row in sheet.rows():
                yield from _read_row(book, sheet, row, ids)
    for name in unseen:
        yield finding("sheet-missing", f"The sheet {name} is gone, so nothing was read from it.", book)


def _read_row(book: EditedWorkbook, sheet: EditedSheet, row: EditedRow, ids: dict[str, str]) -> Iterator[Said]:
    if sheet.kept.name == TRACKER:
        return _read_board_note(book, sheet, row)
    return read_decision(book, sheet, row, ids)


def _column_faults(book: EditedWorkbook, sheet: EditedSheet) -> Iterator[Finding]:
    """Give what keeps a sheet from being read: a column that is gone, or there twice."""
    wanted = [KEYS[sheet.kept.name], *(heading for heading in EDITABLE if heading in sheet.kept.headings)]
    found = ", ".join(heading for heading in sheet.headings if heading)
    for heading in wanted:
        count = sheet.headings.count(heading)
        if count != 1:
            state = "is gone" if not count else "is there more than once"
            sentence = f'The column "{heading}" {state}, so nothing was read from this sheet. Columns found: {found}.'
            yield finding("column-missing" if not count else "column-doubled", sentence, book, sheet)


def _read_board_note(book: EditedWorkbook, sheet: EditedSheet, row: EditedRow) -> Iterator[Said]:
    note = BoardNote(row.cells[ID], row.said(BOARD_STATUS), row.said(BOARD_NOTE), row.said(EXTENSION))
    is_empty = not (note.status or note.note or note.extension)
    kept = sheet.kept.digests(note.id)
    if not kept:
        if not is_empty:
            sentence = f'There is no recommendation "{note.id}", so the board\'s note beside it was not taken over.'
            yield finding("unknown-recommendation", sentence, book, sheet, row)
        return
    was_empty = all(kept[heading] == NOTHING_WRITTEN for heading in (BOARD_STATUS, BOARD_NOTE, EXTENSION))
    if is_empty and was_empty:
        return
    status = folded(note.status)
    if status and status not in STATUSES:
        sentence = f'"{note.status}" is not one of the statuses; the board\'s status is kept as written.'
        yield finding("unknown-status", sentence, book, sheet, row)
    yield BoardNote(note.id, status if status in STATUSES else note.status, note.note, note.extension)


def _agreed(answers: list[RowAnswer]) -> Iterator[RowAnswer]:
    """Give each row's answer once; rows that are answered in two ways are left out."""
    for same_row in _by_row(answers):
        if len({(answer.choice, answer.ids) for answer in same_row}) == 1:
            yield same_row[0]


def _contradictions(name: str, answers: list[RowAnswer]) -> Iterator[Finding]:
    for same_row in _by_row(answers):
        if len({(answer.choice, answer.ids) for answer in same_row}) > 1:
            sentence = (
                f'The row "{same_row[0].row_key}" stands in {name} more than once with different decisions, '
                "so none was taken over. Keep one of them and run again."
            )
            yield Finding(Level.CHECK, "contradiction", sentence, Place(name))


def _by_row(answers: list[RowAnswer]) -> Iterator[list[RowAnswer]]:
    found: defaultdict[str, list[RowAnswer]] = defaultdict(list)
    for answer in answers:
        found[answer.row_key].append(answer)
    return iter(found.values())

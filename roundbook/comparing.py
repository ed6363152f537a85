"""Comparing two rounds, from a board's ledger or from any two consolidated workbooks: the ``diff`` command."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from export.errors import UnreadableWorkbookError
from export.model import PastRound, RoundPack
from export.tracker import TrackedRound, read_tracker
from export.writers import WRITERS
from match.checks import check_round
from match.compare import compare
from roundbook.board import CHANGE_LOG_NAME, LEDGER_NAME, WORKBOOK_NAME, Board
from roundbook.errors import UsageError
from roundbook.history import load_round
from roundbook.ledger import Ledger
from roundbook.staging import replace_file

if TYPE_CHECKING:
    from pathlib import Path


def compare_rounds(old: Path, new: Path) -> RoundPack:
    """Return the newer of two rounds with what changed in it since the older.

    ``old`` and ``new`` are each a round's folder, its name where the command is given in the board's folder, or a
    consolidated workbook. Raises ``UsageError`` where one is none of these.
    """
    before, after = _load(old), _load(new)
    return RoundPack(
        board="",
        review="",
        round=after.round.name,
        previous=before.round.name,
        master=after.master,
        current=after.round,
        changes=compare(before.round, after.round, after.master, before.master),
        updates=(),
        documents=(),
        checks=check_round(after.round, (before.round,), after.master),
        earlier=(PastRound(before.round),),
    )


def write_comparison(pack: RoundPack, path: Path) -> None:
    """Write what changed as a page to ``path``. Raises ``NotWrittenError``."""
    replace_file(path, partial(WRITERS[CHANGE_LOG_NAME].write, pack))


def _load(given: Path) -> TrackedRound:
    path = given if given.exists() else Board(given.parent).round(given.name)
    if path.is_dir():
        folder = path.resolve()
        ledger = folder.parent.parent / LEDGER_NAME
        return _load_from_ledger(ledger, folder.name) if ledger.is_file() else _load_from_workbook(path / WORKBOOK_NAME)
    return _load_from_workbook(path if path.exists() else given)


def _load_from_ledger(path: Path, name: str) -> TrackedRound:
    with Ledger(path) as ledger:
        record = load_round(ledger, name)
    return TrackedRound(record.round, record.master)


def _load_from_workbook(path: Path) -> TrackedRound:
    try:
        return read_tracker(path)
    except UnreadableWorkbookError as error:
        raise UsageError(f"{path}: {error} Give a round's folder or a consolidated workbook.") from error

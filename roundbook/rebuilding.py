"""Making a lost or damaged ledger anew from what the rounds' folders hold: the copies as read, and the workbooks.

Every round is run once more in a folder of its own, from the copies of its documents and with what persons wrote in its
workbook; only the ledger that comes of it is put in place. The rounds' own folders are not touched.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from export.edited import EditedWorkbook
from export.errors import UnreadableWorkbookError
from ingest.scratch import scratch_folder
from roundbook.batch import run
from roundbook.board import LEDGER_NAME, WORKBOOK_NAME, Board
from roundbook.closing import close_board_round
from roundbook.errors import NotWrittenError, UsageError
from roundbook.ledger import DamagedLedgerError, Ledger
from roundbook.locking import hold
from roundbook.runs import RunOptions
from roundbook.staging import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from roundbook.reading import Progress

RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A ledger made anew."""

    rounds: tuple[str, ...]
    """In their order; the last is open."""
    set_aside: Path | None
    """Where the damaged ledger lies; None where there was none."""


def rebuild(board: Board, options: RunOptions, progress: Progress) -> Rebuilt:
    """Make the ledger of ``board`` anew, and leave the last of its rounds open.

    Raises ``UsageError`` where the ledger is sound or there is nothing to make it from, and every error of a run.
    """
    with hold(board.lock):
        _check_is_lost(board)
        names = _find_rounds(board)
        with scratch_folder() as scratch:
            again = _copy_board(board, scratch / "board")
            for name in names:
                _run_again(board, again, replace(options, round_name=name), progress)
                if name != names[-1]:
                    close_board_round(again)
            set_aside = _set_aside(board.ledger)
            replace_file(board.ledger, partial(shutil.copyfile, again.ledger))
    return Rebuilt(names, set_aside)


def _check_is_lost(board: Board) -> None:
    if not board.ledger.exists():
        return
    with suppress(DamagedLedgerError), Ledger(board.ledger):
        raise UsageError(f"{board.ledger}: is sound, so it was left as it is.")


def _find_rounds(board: Board) -> tuple[str, ...]:
    """Return the names of the rounds in their order, which their workbooks say; else in that of their names."""
    folders = sorted(path for path in board.rounds.glob("*") if (path / RECEIVED).is_dir())
    if not folders:
        raise UsageError(f"{board.rounds}: there are no rounds to make a ledger from. The next run makes a new one.")
    before = {path.name: _round_before(path / WORKBOOK_NAME) for path in folders}
    return tuple(_in_order(before))


def _round_before(workbook: Path) -> str:
    try:
        with EditedWorkbook(workbook) as book:
            return book.previous
    except (UnreadableWorkbookError, OSError):
        return ""


def _in_order(before: dict[str, str]) -> Iterator[str]:
    left = dict(before)
    last = ""
    while left:
        last = next((name for name, previous in left.items() if previous == last), next(iter(left)))
        del left[last]
        yield last


def _copy_board(board: Board, folder: Path) -> Board:
    folder.mkdir()
    for path in (board.config, board.find_master()):
        if path.is_file():
            shutil.copyfile(path, folder / path.name)
    return Board(folder)


def _run_again(board: Board, again: Board, options: RunOptions, progress: Progress) -> None:
    """Run a round from the copies of what it received, as it was when it was run last."""
    shutil.rmtree(again.inbox, ignore_errors=True)
    kept = board.round(options.round_name)
    shutil.copytree(kept / RECEIVED, again.inbox)
    if (kept / WORKBOOK_NAME).is_file():
        again.round(options.round_name).mkdir(parents=True)
        shutil.copyfile(kept / WORKBOOK_NAME, again.round(options.round_name) / WORKBOOK_NAME)
    run(again, options, progress)


def _set_aside(ledger: Path) -> Path | None:
    """Rename the damaged ledger to a name that is free."""
    if not ledger.exists():
        return None
    number = 1
    while (aside := ledger.with_name(f"{LEDGER_NAME}.damaged-{number}")).exists():
        number += 1
    try:
        ledger.rename(aside)
    except OSError as error:
        raise NotWrittenError(f"{ledger}: cannot be renamed ({error.strerror}). Nothing was changed.") from error
    return aside

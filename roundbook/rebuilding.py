"""Making a lost or damaged ledger anew from what the rounds' folders hold: the copies as read, and the workbooks.

Every round is run once more in a folder of its own, from the copies of its documents, its master list and its
configuration, and with what persons wrote in its workbook; then it is closed, if it was. Only the ledger that comes of
it is put in place. The rounds' own folders are not touched.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from export.edited import EditedWorkbook
from export.errors import UnreadableWorkbookError
from ingest.containers import CONTAINERS
from ingest.identify import identify
from ingest.scratch import scratch_folder
from roundbook.batch import run
from roundbook.board import CLOSED_MARK, LEDGER_NAME, RECEIVED, SETTINGS, WORKBOOK_NAME, Board
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

PACKED_BESIDE = ".packed"
"""Where a zip folder lies for the moment in which its folder makes room for it."""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A ledger made anew."""

    rounds: tuple[str, ...]
    """In their order."""
    is_open: bool
    """Whether the last one is."""
    set_aside: Path | None
    """Where the damaged ledger lies; None where there was none."""


def rebuild(board: Board, options: RunOptions, progress: Progress) -> Rebuilt:
    """Make the ledger of ``board`` anew; the last of its rounds is left open unless it was closed.

    Raises ``UsageError`` where the ledger is sound or there is nothing to make it from, and every error of a run.
    """
    with hold(board.lock):
        _check_is_lost(board)
        names = _find_rounds(board)
        is_closed = {name: name != names[-1] or (board.round(name) / CLOSED_MARK).is_file() for name in names}
        with scratch_folder() as scratch:
            again = Board(scratch / "board")
            for name in names:
                _run_again(board, again, replace(options, round_name=name), progress)
                if is_closed[name]:
                    close_board_round(again)
            set_aside = _set_aside(board.ledger)
            replace_file(board.ledger, partial(shutil.copyfile, again.ledger))
    return Rebuilt(names, not is_closed[names[-1]], set_aside)


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


def _run_again(board: Board, again: Board, options: RunOptions, progress: Progress) -> None:
    """Run a round from the copies of what it received, as it was when it was run last."""
    kept = board.round(options.round_name)
    for path in (again.inbox, again.config, *again.master_paths):
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    shutil.copytree(kept / RECEIVED, again.inbox)
    _lay_down_packed(again.inbox)
    for path in _find_settings(board, kept / SETTINGS):
        shutil.copyfile(path, again.folder / path.name)
    if (kept / WORKBOOK_NAME).is_file():
        again.round(options.round_name).mkdir(parents=True)
        shutil.copyfile(kept / WORKBOOK_NAME, again.round(options.round_name) / WORKBOOK_NAME)
    run(again, options, progress)


def _lay_down_packed(inbox: Path) -> None:
    """Put every zip folder and e-mail in the place of the folder of its name, where it lies with what was in it."""
    for folder in [path for path in inbox.rglob("*") if path.is_dir()]:
        packed = folder / folder.name
        if packed.is_file() and identify(packed) in CONTAINERS:
            beside = packed.rename(inbox / PACKED_BESIDE)
            shutil.rmtree(folder)
            beside.rename(folder)


def _find_settings(board: Board, folder: Path) -> Iterator[Path]:
    """Yield the master list and the configuration of a round; of one whose folder has none, those of today."""
    kept = Board(folder)
    masters = [path for path in kept.master_paths if path.is_file()]
    yield max(masters, key=lambda path: path.stat().st_mtime) if masters else board.find_master()
    config = kept.config if masters else board.config
    if config.is_file():
        yield config


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

"""The sample board: set up afresh and run through all its rounds, as an administrator would."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from roundbook.batch import run
from roundbook.board import Board
from roundbook.closing import close_board_round
from roundbook.errors import NotWrittenError, UsageError
from roundbook.runs import RunOptions
from samples import board_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from roundbook.reading import Progress
    from roundbook.runs import RunResult

MARK_NAME = "made-by-roundbook-demo.txt"
MARK = """\
This folder was made by "roundbook demo", and the next "roundbook demo" makes it afresh.
Keep nothing here. The place, the agencies and the people in it are invented.
"""
INBOX = "inbox"


@dataclass(frozen=True, slots=True)
class DemoRound:
    """A round of the sample board, run."""

    board: Board
    result: RunResult


def run_demo(folder: Path, now: datetime, progress: Progress) -> Iterator[DemoRound]:
    """Set the sample board up in ``folder`` and run its rounds one by one; the last is left open.

    Raises ``UsageError`` where ``folder`` holds something a demo did not make.
    """
    board = set_up_demo(folder)
    sample_rounds = sorted(path.parent for path in board_folder().glob(f"*/{INBOX}"))
    for position, sample in enumerate(sample_rounds, start=1):
        _said_plainly(partial(_fill, board.inbox, sample / INBOX), board.inbox)
        yield DemoRound(board, run(board, RunOptions(now, sample.name), progress))
        if position < len(sample_rounds):
            close_board_round(board)


def set_up_demo(folder: Path) -> Board:
    """Make the sample board in ``folder``, afresh where a demo made it. Raises ``UsageError`` as ``run_demo``."""
    is_used = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    if is_used and not (folder / MARK_NAME).is_file():
        raise UsageError(f"{folder}: is not empty and was not made by a demo. Give the name of a new folder.")
    _said_plainly(partial(_make_afresh, folder), folder)
    return Board(folder)


def _make_afresh(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
    (folder / INBOX).mkdir(parents=True)
    (folder / MARK_NAME).write_text(MARK, "utf-8")
    for path in board_folder().iterdir():
        if path.is_file():
            shutil.copyfile(path, folder / path.name)


def _fill(inbox: Path, sample: Path) -> None:
    """Replace what is in the inbox, as an administrator does between rounds."""
    shutil.rmtree(inbox)
    shutil.copytree(sample, inbox)


def _said_plainly(step: Callable[[], None], path: Path) -> None:
    try:
        step()
    except OSError as error:
        raise NotWrittenError(f"{path}: cannot be written ({error.strerror}). Close what is open in it.") from error

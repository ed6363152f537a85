"""Where a board stands: its names, its inbox, its round, and what is to be done next."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from roundbook.answers import is_edited
from roundbook.board import WORKBOOK_NAME
from roundbook.config import BoardNames, read_config
from roundbook.errors import RoundbookError
from roundbook.history import RoundSummary, list_rounds, load_documents
from roundbook.ledger import Ledger
from roundbook.master import read_master
from roundbook.naming import choose_round_name
from roundbook.page.inbox import InboxFile, look_into
from roundbook.page.sheet import load_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from export.model import DocumentRecord
    from roundbook.board import Board
    from roundbook.page.sheet import Sheet


class Step(StrEnum):
    """What is to be done next."""

    MEND = "mend"
    SEND = "send"
    RUN = "run"
    SETTLE = "settle"
    RUN_AGAIN = "run again"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Overview:
    """Where a board stands."""

    names: BoardNames
    problem: str
    """Why no round can be run; empty where one can."""
    has_master: bool
    """Whether there is a master list, one that can be used or not."""
    files: tuple[InboxFile, ...]
    round: RoundSummary | None
    """The open round; None where none is open."""
    next_name: str
    """What the next round would be called."""
    earlier: tuple[RoundSummary, ...]
    sheet: Sheet | None
    is_workbook_edited: bool

    @property
    def new(self) -> int:
        """How many files a run would read for the first time."""
        return sum(each.is_new for each in self.files)

    @property
    def left(self) -> int:
        """How many rows nobody has answered yet."""
        return len(self.sheet.left) if self.sheet else 0

    @property
    def put_off(self) -> int:
        """How many rows somebody put off."""
        return len(self.sheet.put_off) if self.sheet else 0

    @property
    def news(self) -> int:
        """How many answers the next run takes over."""
        return len(self.sheet.news) if self.sheet else 0

    @property
    def step(self) -> Step:
        """What is to be done next."""
        if self.problem:
            return Step.MEND
        if self.new:
            return Step.RUN
        if self.round is None:
            return Step.SEND
        if self.left:
            return Step.SETTLE
        if self.news or self.is_workbook_edited:
            return Step.RUN_AGAIN
        return Step.CLOSE

    @property
    def states(self) -> dict[str, int]:
        """How many files of the inbox are in which state, litter apart."""
        return dict(Counter(each.state for each in self.files if not each.is_litter))


def look_over(board: Board) -> Overview:
    """Return where ``board`` stands. Raises a ``RoundbookError``."""
    names, problem = _check(board)
    with Ledger(board.ledger) as ledger:
        rounds = list_rounds(ledger)
        is_open = next((each for each in rounds if each.is_open), None)
        records = load_documents(ledger, is_open.name) if is_open else ()
        files, inbox_problem = _look_into(board, ledger, records)
        edited = is_open is not None and is_edited(board.round(is_open.name) / WORKBOOK_NAME, ledger)
        return Overview(
            names=names,
            problem=problem or inbox_problem,
            has_master=any(path.is_file() for path in board.master_paths),
            files=files,
            round=is_open,
            next_name=_next_name(rounds),
            earlier=tuple(each for each in rounds if not each.is_open),
            sheet=load_sheet(ledger),
            is_workbook_edited=edited,
        )


def _look_into(board: Board, ledger: Ledger, records: tuple[DocumentRecord, ...]) -> tuple[tuple[InboxFile, ...], str]:
    try:
        return tuple(look_into(board, ledger, records)), ""
    except FileNotFoundError:
        return (), ""  # the first file that is dropped makes it
    except OSError as error:
        return (), f"{board.inbox}: cannot be opened ({error.strerror}). Ask for the right to open it."


def _next_name(rounds: tuple[RoundSummary, ...]) -> str:
    closed = [each.name for each in rounds if not each.is_open]
    return choose_round_name("", is_open="", closed=closed, now=datetime.now(UTC).astimezone())


def _check(board: Board) -> tuple[BoardNames, str]:
    """Return the board's names, and why its configuration or its master list cannot be used."""
    try:
        names = read_config(board.config).board
    except RoundbookError as error:
        return BoardNames(), str(error)
    try:
        path = board.find_master()
        now = path.stat()
        return names, _check_master(path, now.st_size, now.st_mtime_ns)
    except RoundbookError as error:
        return names, str(error)
    except OSError as error:
        return names, f"{board.folder}: cannot be opened ({error.strerror})."


@lru_cache(maxsize=32)
def _check_master(path: Path, size: int, changed: int) -> str:  # noqa: ARG001 - what a change would change
    try:
        read_master(path)
    except RoundbookError as error:
        return str(error)
    return ""

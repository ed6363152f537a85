"""What the page has on its desk: the boards that were opened, the runs under way, and what is to be said next."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from roundbook.board import Board, open_board
from roundbook.errors import RoundbookError, UsageError

if TYPE_CHECKING:
    from roundbook.page.answering import Turn
    from roundbook.page.pictures import Pictures
    from roundbook.page.preferences import Memory
    from roundbook.page.running import BoardRun
    from roundbook.told import Told

KEY_BYTES = 6


@dataclass(slots=True)
class OpenBoard:
    """A board on the desk."""

    key: str
    """What it is called in addresses, which never hold a path."""
    board: Board
    run: BoardRun | None = None
    """The last run, which may be under way; None where there was none."""
    turns: list[Turn] = field(default_factory=list)
    """The answers given here, the last one last, so that they can be undone."""
    doubts: tuple[str, ...] = ()
    """What is to be looked at in the master list drafted for a board just made."""
    notices: list[str] = field(default_factory=list)
    """Sentences for the next view."""

    @property
    def is_running(self) -> bool:
        """Whether a run is under way."""
        return self.run is not None and not self.run.standing.is_over

    @property
    def told(self) -> Told | None:
        """What is told of the last run; None where it is under way or came to nothing."""
        return self.run.standing.told if self.run else None

    def take_notices(self) -> list[str]:
        """Return what is to be said, once."""
        said, self.notices = self.notices, []
        return said


class Desk:
    """All that the page keeps between two requests."""

    def __init__(self, memory: Memory, pictures: Pictures) -> None:
        """Remember preferences in ``memory``, and have ``pictures`` drawn of places in documents."""
        self.memory = memory
        self.pictures = pictures
        self._boards: dict[str, OpenBoard] = {}

    def open(self, folder: Path) -> OpenBoard:
        """Put the board in ``folder`` on the desk. Raises ``UsageError`` where it is none."""
        board = open_board(folder.resolve())
        key = _key(board.folder)
        self.memory.remember_board(board.folder)
        return self._boards.setdefault(key, OpenBoard(key, board))

    def find(self, key: str) -> OpenBoard:
        """Return the board called ``key`` in addresses. Raises ``UsageError`` where it is not on the desk."""
        if key not in self._boards:
            raise UsageError("This board is not open any more. Choose it again from the list of boards.")
        opened = self._boards[key]
        open_board(opened.board.folder)  # it may have been moved or renamed since
        return opened

    @property
    def is_running(self) -> bool:
        """Whether any board has a run under way."""
        return any(each.is_running for each in self._boards.values())

    def recent(self) -> list[Path]:
        """Return the folders of the boards opened before, without those that are gone; the last one first."""
        return [folder for folder in map(Path, self.memory.preferences.boards) if is_board(folder)]


def is_board(folder: Path) -> bool:
    """Tell whether ``folder`` is a board's."""
    try:
        open_board(folder)
    except (RoundbookError, OSError):
        return False
    return True


def _key(folder: Path) -> str:
    return blake2b(str(folder).encode("utf-8", "surrogateescape"), digest_size=KEY_BYTES).hexdigest()

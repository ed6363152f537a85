"""A board's folder on the disk: where its master list, its inbox, its rounds and its ledger are."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.litter import is_litter
from roundbook.errors import MasterListUnusableError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

CONFIG_NAME = "roundbook.toml"
LEDGER_NAME = "roundbook.db"
SHELF_NAME = "readings.db"
WORKBOOK_NAME = "consolidated.xlsx"
CHANGE_LOG_NAME = "changes.html"
RECEIVED = "received"
"""In a round's folder: the copies of the documents as read."""
SETTINGS = "settings"
"""In a round's folder: the master list and the configuration as they were."""
CLOSED_MARK = f"{SETTINGS}/closed.txt"
"""In a round's folder: there when the round is closed."""
MASTER_NAMES = ("master.xlsx", "master.csv", "master.xlsm")
"""What the master list may be called."""

RETURN_SUFFIXES = frozenset(
    {".docx", ".docm", ".doc", ".odt", ".rtf", ".pdf", ".xlsx", ".xlsm", ".xls", ".ods", ".eml", ".msg", ".zip"}
)
"""What agencies send; not .csv and .html, which roundbook itself writes where it is told to."""

ROUND_NAME = re.compile(r"[^\W_][\w .-]{0,59}", re.ASCII)
"""A round's name is a folder's name, on any computer."""
NAMES_OF_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""Names Windows keeps for itself."""


@dataclass(frozen=True, slots=True)
class Board:
    """A board folder."""

    folder: Path

    @property
    def config(self) -> Path:
        """The configuration, which need not exist."""
        return self.folder / CONFIG_NAME

    @property
    def ledger(self) -> Path:
        """The ledger, which the first run makes."""
        return self.folder / LEDGER_NAME

    @property
    def shelf(self) -> Path:
        """What was made of the documents in the inbox, so that they are read once; it may be deleted at any time."""
        return self.folder / SHELF_NAME

    @property
    def lock(self) -> Path:
        """What a run holds, so that there is never a second one."""
        return self.folder / "roundbook.lock"

    @property
    def inbox(self) -> Path:
        """Where returns are dropped."""
        return self.folder / "inbox"

    @property
    def beside(self) -> tuple[Path, ...]:
        """What lies beside the inbox and looks as if it had been meant for it, in the order of its names."""
        with suppress(OSError):
            return tuple(sorted(path for path in self.folder.iterdir() if self._is_astray(path)))
        return ()

    def _is_astray(self, path: Path) -> bool:
        is_return = path.suffix.lower() in RETURN_SUFFIXES and not is_litter(path.name)
        return is_return and path not in self.master_paths and path.is_file()

    @property
    def forms(self) -> Path:
        """Where return forms for the agencies are written."""
        return self.folder / "forms"

    @property
    def rounds(self) -> Path:
        """Where the rounds' own folders are."""
        return self.folder / "rounds"

    @property
    def master_paths(self) -> tuple[Path, ...]:
        """Everywhere the master list may be."""
        return tuple(self.folder / name for name in MASTER_NAMES)

    def round(self, name: str) -> Path:
        """Return the folder of the round ``name``."""
        return self.rounds / name

    def find_master(self) -> Path:
        """Return the master list's path. Raises ``MasterListUnusableError`` when there is none, or several."""
        found = [path for path in self.master_paths if path.is_file()]
        if not found:
            raise MasterListUnusableError(
                f"{self.folder}: there is no master list. Put it there as master.xlsx or master.csv and run again."
            )
        if len(found) > 1:
            names = " and ".join(path.name for path in found)
            raise MasterListUnusableError(
                f"{self.folder}: there are several master lists, {names}. Keep the one that holds and run again."
            )
        return found[0]


def open_board(folder: Path) -> Board:
    """Return the board in ``folder``. Raises ``UsageError`` when there is no such folder, or it is none."""
    if not folder.is_dir():
        raise UsageError(f"{folder}: there is no such folder. Make a board with: roundbook init {folder}")
    board = Board(folder)
    known = (board.config, board.ledger, board.inbox, *board.master_paths)
    if not any(path.exists() for path in known):
        raise UsageError(f"{folder}: this is not a board folder. Make one with: roundbook init {folder}")
    return board


def check_round_name(name: str) -> str:
    """Return ``name`` when a round can be called so; raises ``UsageError`` otherwise."""
    if not ROUND_NAME.fullmatch(name) or name[-1] in " ." or NAMES_OF_DEVICES.fullmatch(name):
        raise UsageError(
            f'"{name}" cannot be the name of a round. Use letters, digits, "-", ".", "_" and spaces, 60 at most, '
            "beginning with a letter or digit: 2014-02"
        )
    return name

"""What the page remembers of a person from one start to the next: the boards they opened, and their name."""

from __future__ import annotations

import getpass
import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

MOST_BOARDS = 10
FILE_NAME = "page.json"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What is remembered."""

    boards: tuple[str, ...] = ()
    """The folders of boards, the last one opened first."""
    who: str = ""
    """The name answers are kept under."""


def preferences_folder() -> Path:
    """Return where programs of this person keep such things on this system."""
    if sys.platform == "win32":
        kept = os.environ.get("APPDATA", "")
        return Path(kept) / "roundbook" if kept else Path.home() / "AppData" / "Roaming" / "roundbook"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "roundbook"
    # XDG Base Directory Specification 0.8: a path that is not absolute does not count.
    kept = os.environ.get("XDG_CONFIG_HOME", "")
    return (Path(kept) if Path(kept).is_absolute() else Path.home() / ".config") / "roundbook"


def account_name() -> str:
    """Return the name of this person's account on the computer; empty where it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


class Memory:
    """The file the preferences are kept in; without it, or where it cannot be written, nothing is remembered."""

    def __init__(self, folder: Path) -> None:
        """Remember in ``folder``, which is made if need be."""
        self._path = folder / FILE_NAME
        self.preferences = self._read()

    def remember_board(self, folder: Path) -> None:
        """Put a board first among those opened."""
        others = tuple(each for each in self.preferences.boards if each != str(folder))
        self._keep(replace(self.preferences, boards=(str(folder), *others)[:MOST_BOARDS]))

    def remember_who(self, who: str) -> None:
        """Keep the name answers are given under."""
        if who != self.preferences.who:
            self._keep(replace(self.preferences, who=who))

    def _read(self) -> Preferences:
        try:
            kept = json.loads(self._path.read_text("utf-8"))
            return Preferences(tuple(str(each) for each in kept["boards"]), str(kept["who"]))
        except (OSError, ValueError, KeyError, TypeError):
            return Preferences(who=account_name())

    def _keep(self, preferences: Preferences) -> None:
        self.preferences = preferences
        with suppress(OSError):  # a computer whose profile cannot be written still has its work done
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            stage = self._path.with_name(f"{FILE_NAME}.new")
            stage.write_text(json.dumps(asdict(preferences)), "utf-8")
            stage.replace(self._path)

"""Choosing a board: those opened before, a path typed in, or a folder found by looking."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from roundbook.config import read_config
from roundbook.errors import RoundbookError, UsageError
from roundbook.page.desk import is_board
from roundbook.page.rendering import Fields, desk_of, go, show

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

MOST_FOLDERS = 300
"""Shown of a folder; in one with more a path is quicker typed."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A folder in a list."""

    path: Path
    name: str
    is_board: bool


def home(request: Request) -> Response:
    """Show the boards opened before, and how to come to others."""
    recent = [Listed(folder, _name(folder), is_board=True) for folder in desk_of(request).recent()]
    return show(request, "home.html", {"recent": recent, "start": start_folder()})


def open_folder(request: Request, fields: Fields) -> Response:
    """Open the board in the folder that was chosen or typed."""
    typed = fields.get("folder", "").strip().strip('"')
    if not typed:
        raise UsageError("No folder was given. Type the path of the board's folder, or choose it from the list.")
    opened = desk_of(request).open(Path(typed).expanduser())
    return go(f"/boards/{opened.key}")


def folders(request: Request) -> Response:
    """Show what folders there are in one, to choose a board from."""
    at = Path(request.query_params.get("at") or start_folder())
    if not at.is_absolute() or not at.is_dir():
        raise UsageError(f"{at}: there is no such folder.")
    listed = _list(at)
    values = {
        "folder": at,
        "above": at.parent if at.parent != at else None,
        "folders": listed[:MOST_FOLDERS],
        "more": max(0, len(listed) - MOST_FOLDERS),
        "is_board": is_board(at),
        "purpose": "new" if request.query_params.get("for") == "new" else "open",
    }
    return show(request, "folders.html", values)


def start_folder() -> Path:
    """Return the folder to begin looking in: the person's documents."""
    documents = Path.home() / "Documents"
    return documents if documents.is_dir() else Path.home()


def _list(folder: Path) -> list[Listed]:
    try:
        with os.scandir(folder) as entries:
            names = [each.name for each in entries if not each.name.startswith(".") and _is_folder(each)]
    except OSError as error:
        raise UsageError(f"{folder}: cannot be opened ({error.strerror}). Choose another folder.") from error
    paths = [folder / name for name in sorted(names, key=str.casefold)]
    return [Listed(path, path.name, is_board(path)) for path in paths]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _name(folder: Path) -> str:
    """Return what a board calls itself, else its folder's name."""
    try:
        names = read_config(folder / "roundbook.toml").board
    except RoundbookError:
        return folder.name
    return ", ".join(each for each in (names.name, names.review) if each) or folder.name

"""Making a board folder: the inbox, a configuration to fill in, and a master list."""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from export.master_list import write_master_list
from ingest.folder import Fate, FoundFile
from ingest.identify import Format, identify
from ingest.model import UnreadDocument
from normalize.drafting import draft_master
from normalize.errors import MasterListError
from normalize.model import MasterList
from normalize.vocabulary import Vocabulary
from roundbook.board import Board
from roundbook.config import BoardNames
from roundbook.errors import MasterListUnusableError, NotWrittenError, UsageError
from roundbook.master import is_tracker, read_master
from roundbook.reading import read_returns
from roundbook.staging import Staging

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MASTER_FORMATS = {Format.XLSX: "master.xlsx", Format.CSV: "master.csv", Format.TEXT: "master.csv"}

CONFIG_TEMPLATE = """\
# What this board calls things. Everything may be left out; take away the "#" before a line to use it.

[board]
{name}
{review}

# Each agency as the master list names it, and the other names and initials it goes by.
[agencies]
# "Children's Social Care" = ["CSC", "Children's Services"]

# More headings for a column:
# number, recommendation, kind, action, agency, lead, due, completed, update, status, rating, evidence, impact.
[headings]
# update = ["Position at end of quarter"]

# What a word, a letter or a colour means: red, amber, green or blue.
[ratings]
# "On track" = "green"
# "#92D050" = "green"
"""


@dataclass(frozen=True, slots=True)
class NewBoard:
    """A board folder just made."""

    board: Board
    draft: MasterList
    """The master list it begins with, and what is to be checked in it."""


def make_board(folder: Path, plan: Path | None, names: BoardNames | None = None) -> NewBoard:
    """Make a board in ``folder``, with a master list from ``plan`` or an empty one to fill in.

    ``names`` are written into its configuration, where they are known.

    A plan that is a master list already is taken over as it is; from any other the recommendations are drafted.
    Raises ``UsageError`` where a board is there already or the plan cannot be used, ``NotWrittenError`` where the
    folder cannot be written. Nothing that is there is ever changed.
    """
    board = Board(folder)
    _check_free(board)
    begun = _begin(plan) if plan else _Begun("master.xlsx", MasterList(()), partial(write_master_list, ()))
    with Staging(folder) as staging:
        staging.write(begun.name, begun.write)
        staging.write(board.config.name, lambda path: path.write_text(_config(names or BoardNames()), "utf-8"))
        _make_folder(board.inbox)
        staging.put_in_place()
    return NewBoard(board, begun.draft)


def _config(names: BoardNames) -> str:
    name = _setting("name", names.name) or '# name = "Northmere Safeguarding Partnership"'
    review = _setting("review", names.review) or '# review = "Child K"'
    return CONFIG_TEMPLATE.format(name=name, review=review)


def _setting(key: str, value: str) -> str:
    """Return a line of TOML; empty where nothing is set. JSON writes what prints as TOML does (TOML 1.0, strings)."""
    printed = "".join(char for char in value if char.isprintable()).strip()
    return f"{key} = {json.dumps(printed, ensure_ascii=False)}" if printed else ""


@dataclass(frozen=True, slots=True)
class _Begun:
    """A master list before it is written."""

    name: str
    draft: MasterList
    write: Callable[[Path], object]


def _check_free(board: Board) -> None:
    if board.folder.exists() and not board.folder.is_dir():
        raise UsageError(f"{board.folder}: is a file. Give the name of a folder.")
    there = [path for path in (*board.master_paths, board.config, board.ledger) if path.exists()]
    if there:
        raise UsageError(f"{board.folder}: is a board already; {there[0].name} is there, and was left as it is.")


def _begin(plan: Path) -> _Begun:
    """Return the master list that begins from ``plan``. Raises a ``RoundbookError``."""
    if not plan.is_file():
        raise UsageError(f"{plan}: there is no such file.")
    name = MASTER_FORMATS.get(identify(plan))
    return _take_over(plan, name) if name else _drafted(plan)


def _take_over(plan: Path, name: str) -> _Begun:
    """Return a master list as it is, or else the recommendations of a tracker, which may have several sheets.

    Raises ``MasterListUnusableError``, saying what a master list needs, where it is neither.
    """
    try:
        master = read_master(plan)
    except MasterListUnusableError as error:
        with suppress(MasterListUnusableError):
            return _drafted(plan)
        raise error from None
    if is_tracker(plan):
        return _drafted(plan)
    return _Begun(name, master, partial(shutil.copyfile, plan))


def _drafted(plan: Path) -> _Begun:
    draft = _draft(plan)
    return _Begun("master.xlsx", draft, partial(write_master_list, draft.recommendations))


def _draft(plan: Path) -> MasterList:
    (reading,) = read_returns([FoundFile(plan.name, plan, Fate.READ)], Vocabulary(), lambda *_: None)
    if isinstance(reading, UnreadDocument):
        raise MasterListUnusableError(f"{reading.reason} {reading.advice}")
    try:
        return draft_master(reading)
    except MasterListError as error:
        raise MasterListUnusableError(str(error)) from error


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise NotWrittenError(f"{folder}: cannot be made ({error.strerror}).") from error

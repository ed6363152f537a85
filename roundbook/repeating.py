"""A run repeated on a board of which nothing has changed: it tells what the last one told, and does nothing else.

It is the command given most often, and all it takes is to find out that everything is as it was. So it is answered
before anything is loaded that only a run with something to do needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from roundbook.board import open_board
from roundbook.finished import find_finished
from roundbook.runs import RunOptions
from roundbook.terminal import print_json, print_paths, say
from roundbook.told import describe_run, find_written, run_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roundbook.board import Board
    from roundbook.errors import ExitCode
    from roundbook.told import Told

AS_JSON, DRY_RUN = "--json", "--dry-run"
FLAGS = frozenset({AS_JSON, DRY_RUN})
ROUND = "--round"
NAMED = frozenset({ROUND, "--scheduler"})
"""Options of ``run`` that the next word belongs to. Who would have read is of no account where nothing is read."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A run as it was asked for."""

    folder: Path
    options: RunOptions
    as_json: bool


def repeat_run(words: Sequence[str]) -> ExitCode | None:
    """Tell what ``roundbook run`` with these ``words`` tells, and return its exit code.

    None comes of it where there is something to do, or something in the words to be looked at: then nothing has been
    said. Raises a ``RoundbookError`` as the run would.
    """
    asked = _take_apart(words)
    if asked is None:
        return None
    board = open_board(asked.folder)
    finished = find_finished(board, asked.options)
    if finished is None:
        return None
    tell_person(board, finished.told, finished.details if asked.as_json else None)
    return finished.told.code


def tell_person(board: Board, told: Told, details: Iterable[str] | None) -> None:
    """Print what is told of a run: as JSON where its ``details`` are wanted, else the paths of what it wrote."""
    say(describe_run(board, told))
    if details is None:
        print_paths(*find_written(board, told))
    else:
        print_json(run_json(board, told, details))


def _take_apart(words: Sequence[str]) -> Asked | None:
    """Return what is asked for, where every option is written in full and one folder is named; else None."""
    folders: list[str] = []
    flags: set[str] = set()
    named: dict[str, str] = {}
    each = iter(words)
    for word in each:
        if word in NAMED:
            named[word] = next(each, "-")
        elif word in FLAGS:
            flags.add(word)
        else:
            folders.append(word)
    if len(folders) != 1 or any(word.startswith("-") for word in (*folders, *named.values())):
        return None
    options = RunOptions(datetime.now(UTC).astimezone(), named.get(ROUND, ""), is_dry_run=DRY_RUN in flags)
    return Asked(Path(folders[0]), options, AS_JSON in flags)

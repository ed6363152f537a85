"""A run of which everything is as the last one left it: what it comes to is known, and need not be worked out again.

What is told of a run is kept under the state it left the board in: every file it depends on, by its content, and the
edition of the program. Nothing is asked of clocks or of the times of files, so a state is either the same or another.
"""

from __future__ import annotations

import hashlib
import os
import stat
from contextlib import nullcontext, suppress
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from ingest.hashing import LARGEST_BYTES, hash_file
from roundbook.edition import find_edition
from roundbook.locking import hold
from roundbook.records import from_json, to_json
from roundbook.shelf import Shelf
from roundbook.told import Told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from roundbook.board import Board
    from roundbook.runs import RunOptions


LAST = "."
"""The line by which it is known that none is missing."""


class Finished(NamedTuple):
    """What an earlier run told, from the same state."""

    told: Told
    details: tuple[str, ...]
    """What ``run --json`` lists, as ``list_details`` yields it."""


def find_given(board: Board) -> str:
    """Return a hash over all files a run of ``board`` is given; empty where one cannot be read."""
    try:
        return _hash(board, (board.config, *board.master_paths, *board.beside, board.inbox))
    except OSError:  # running it will say what there is to say
        return ""


def find_finished(board: Board, options: RunOptions) -> Finished | None:
    """Return what the run asked for would tell, if the last one did the same; None where it has to be run.

    Raises ``RunUnderWayError`` and ``NotWrittenError``, as the run would.
    """
    if not board.shelf.exists():
        return None
    with nullcontext() if options.is_dry_run else hold(board.lock), Shelf(board.shelf, may_write=False) as shelf:
        given = find_given(board)
        try:
            lines = shelf.take_lines(_key(board, given)) if given else iter(())
            first, *details, last = lines
            told = from_json(Told, first)
        except (OSError, ValueError, TypeError):  # running it will say what there is to say
            return None
    if last != LAST or options.round_name not in {"", told.round}:
        return None
    return Finished(replace(told, is_written=not options.is_dry_run), tuple(details))


def keep_finished(shelf: Shelf, board: Board, given: str, told: Told, details: Iterable[str]) -> None:
    """Keep what was told of a run, unless the files it was ``given`` have changed since."""
    with suppress(OSError):
        if given and find_given(board) == given:
            shelf.put_lines(_key(board, given), chain([to_json(told)], details, [LAST]))


def _key(board: Board, given: str) -> str:
    """Return what a run is kept under that was ``given`` these files and left the board as it is."""
    made = _hash(board, (board.ledger, board.rounds))
    return hashlib.sha256(f"{given}\n{made}\n{find_edition()}".encode()).hexdigest()


def _hash(board: Board, paths: tuple[Path, ...]) -> str:
    state = hashlib.sha256()
    for path in paths:
        for each in _walk(path):
            name = os.fsencode(each.relative_to(board.folder).as_posix())
            state.update(b"%d %s %s\n" % (len(name), name, _content(each).encode()))
    return state.hexdigest()


def _walk(path: Path) -> Iterator[Path]:
    """Yield ``path``, if it is there, and all that lies below it, links not followed, in an order of their names."""
    if not os.path.lexists(path):
        return
    yield path
    if path.is_dir() and not path.is_symlink():
        for each in sorted(path.iterdir()):
            yield from _walk(each)


def _content(path: Path) -> str:
    seen = path.lstat()
    if seen.st_size > LARGEST_BYTES:  # it is refused for its size, and would take hours to hash
        return str(seen.st_size)
    return hash_file(path) if stat.S_ISREG(seen.st_mode) else str(stat.S_IFMT(seen.st_mode))

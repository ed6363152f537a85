"""A run of which everything is as the last one left it: what it comes to is known, and need not be worked out again.

What a run came to is kept under the state it left the board in: every file it depends on, by its content, and the
edition of the program. Nothing is asked of clocks or of the times of files, so a state is either the same or another.
"""

from __future__ import annotations

import hashlib
import os
import stat
from contextlib import nullcontext, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.folder import LARGEST_BYTES
from ingest.hashing import hash_file
from ingest.model import UnreadDocument
from roundbook.edition import find_edition
from roundbook.locking import hold
from roundbook.long_records import from_lines, to_lines
from roundbook.runs import RunResult
from roundbook.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from roundbook.board import Board
    from roundbook.reading import Reading
    from roundbook.runs import RunOptions


PASSING = frozenset(
    {"still-arriving", "vanished", "closed", "too-slow", "too-long", "too-much", "reader-died", "not-converted"}
)
"""Why a document could not be read that may be otherwise the next time, though the document is the same."""


def find_given(board: Board) -> str:
    """Return a hash over all files a run of ``board`` is given; empty where one cannot be read."""
    try:
        return _hash(board, (board.config, *board.master_paths, board.inbox))
    except OSError:  # running it will say what there is to say
        return ""


def find_finished(board: Board, options: RunOptions) -> RunResult | None:
    """Return what the run asked for comes to, if the last one did the same; None where it has to be run.

    Raises ``RunUnderWayError`` and ``NotWrittenError``, as the run would.
    """
    if not board.shelf.exists():
        return None
    with nullcontext() if options.is_dry_run else hold(board.lock), Shelf(board.shelf, may_write=False) as shelf:
        given = find_given(board)
        try:
            result = from_lines(RunResult, shelf.take_lines(_key(board, given))) if given else None
        except (OSError, ValueError, TypeError):  # running it will say what there is to say
            return None
    if result is None or options.round_name not in {"", result.pack.round}:
        return None
    return replace(result, is_written=not options.is_dry_run)


def keep_finished(shelf: Shelf, board: Board, result: RunResult, given: str) -> None:
    """Keep what a run came to, unless the files it was ``given`` have changed since."""
    with suppress(OSError):
        if given and find_given(board) == given:
            shelf.put_lines(_key(board, given), to_lines(result))


def is_lasting(readings: Iterable[Reading]) -> bool:
    """Tell whether reading the same documents once more would give nothing else."""
    return not any(isinstance(each, UnreadDocument) and each.code in PASSING for each in readings)


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

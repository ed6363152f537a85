"""Putting a round in place: its workbook, its change log and the copies as read, and then its ledger entry."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass, replace
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from export.writers import WRITERS
from ingest.folder import Fate
from ingest.hashing import hash_file
from roundbook.board import RECEIVED, WORKBOOK_NAME
from roundbook.errors import NotWrittenError
from roundbook.history import RoundRecord, find_outputs, keep_round
from roundbook.staging import Staging, staged
from roundbook.wholeness import check_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path

    from export.model import RoundPack
    from export.writers import Writer
    from ingest.folder import FoundFile
    from roundbook.board import Board
    from roundbook.ledger import Ledger

OPEN_MARKS = ("~$", ".~lock.")
"""Excel and LibreOffice put a file called so beside a workbook for as long as it is open."""
LONGEST_PATH = {"win32": 259, "darwin": 1023}.get(sys.platform, 4095)
"""Letters on Windows, bytes elsewhere (MAX_PATH and PATH_MAX, without the closing zero)."""
TOO_LONG = (
    "Its name, with the folders it lies in, is too long to be copied to the round. Give it a shorter name, or put it "
    "nearer to the top of the inbox."
)
EDITED_FOLDER = "as edited"
SHORT_HASH = 8


@dataclass(frozen=True, slots=True)
class Copy:
    """A file to copy as it was read."""

    source: Path
    sha256: str


def place_round(
    board: Board, pack: RoundPack, copies: Mapping[str, Copy], ledger: Ledger, answers: AbstractContextManager[None]
) -> None:
    """Write all files of the round and keep it in the ledger: all of it, or, on any error, nothing.

    ``copies`` are kept in the round's folder under their names. ``answers`` keeps what persons have said: it is
    entered when all is written, and before the workbook they wrote it in is replaced. Raises ``NotWrittenError``.
    """
    folder = board.round(pack.round)
    _check_not_open(folder / WORKBOOK_NAME)
    written = find_outputs(ledger, pack.round)
    with Staging(folder) as staging:
        _keep_edited(staging, folder / WORKBOOK_NAME, written.get(WORKBOOK_NAME, ""))
        outputs = {
            name: hash_file(staging.write(name, partial(_write_whole, writer, pack, folder / name)))
            for name, writer in WRITERS.items()
        }
        for name, copy in copies.items():
            staging.write(name, partial(_copy_as_read, copy))
        record = RoundRecord(pack.current, pack.previous, pack.master, pack.documents, pack.updates, outputs)
        with answers, staging.undone_on_error(), ledger.transaction():
            keep_round(ledger, record)
            staging.put_in_place()


def refuse_too_long(files: Iterable[FoundFile], folder: Path) -> tuple[FoundFile, ...]:
    """Return ``files`` with those refused whose copies in the round's ``folder`` could not be written.

    One file with a path that only its own place has room for would otherwise keep the whole round from being written.
    """
    return tuple(
        replace(each, fate=Fate.REFUSE, message=TOO_LONG)
        if each.fate is Fate.READ and _length_of_copy(each, folder) > LONGEST_PATH
        else each
        for each in files
    )


def _length_of_copy(file: FoundFile, folder: Path) -> int:
    """Return the length of the longest path a copy may need: staged, and beside what was packed in it."""
    copy = str(staged(folder, f"{RECEIVED}/{file.name}/{PurePosixPath(file.name).name}"))
    return len(copy) if sys.platform == "win32" else len(os.fsencode(copy))


def _write_whole(writer: Writer, pack: RoundPack, final: Path, path: Path) -> None:
    writer.write(pack, path)
    check_whole(path, final)


def _check_not_open(workbook: Path) -> None:
    for mark in OPEN_MARKS:
        beside = workbook.with_name(mark + workbook.name + ("#" if mark == ".~lock." else ""))
        if beside.exists():
            raise NotWrittenError(
                f"{workbook}: is open in another program. Save and close it, and run again; nothing was changed. "
                f'If it is open nowhere, delete "{beside.name}" beside it.'
            )


def _copy_as_read(copy: Copy, path: Path) -> None:
    try:
        shutil.copyfile(copy.source, path)
    except FileNotFoundError as error:
        raise NotWrittenError(
            f"{copy.source}: disappeared while the run was under way. Put it back, or do without it, and run again; "
            "nothing was changed."
        ) from error
    if hash_file(path) != copy.sha256:
        raise NotWrittenError(
            f"{copy.source}: was changed while the run was under way. Run again; nothing was changed."
        )


def _keep_edited(staging: Staging, workbook: Path, written: str) -> None:
    """Keep the workbook that is about to be replaced, where a person has worked in it since it was ``written``."""
    if not workbook.is_file():
        return
    sha256 = hash_file(workbook)
    if sha256 != written:
        name = f"{EDITED_FOLDER}/{workbook.stem} {sha256[:SHORT_HASH]}{workbook.suffix}"
        staging.write(name, partial(shutil.copyfile, workbook))

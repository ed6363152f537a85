"""Files put in place all together or not at all: written under temporary names first, renamed last."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from lxml.etree import SerialisationError

from roundbook.errors import NotWrittenError
from roundbook.wholeness import check_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from types import TracebackType

STAGE_NAME = ".roundbook-writing"
NEW = "new"
BEFORE = "before"
WORK = "work"


class HalfDoneError(NotWrittenError):
    """Some files were put in place and could not be taken back; the next run puts them in order."""


class Staging:
    """Files for one folder, staged in it.

    A file is always either the old or the new one: the old is copied, never moved, before it is replaced.
    """

    def __init__(self, folder: Path) -> None:
        """Stage files for ``folder``, which is made if need be."""
        self._folder = folder
        self._stage = folder / STAGE_NAME
        self._staged: list[str] = []
        self._placed: list[str] = []
        self._folder_is_new = not folder.exists()
        self._temporary = tempfile.tempdir

    def __enter__(self) -> Self:
        with _said_plainly(self._folder):
            shutil.rmtree(self._stage, ignore_errors=True)  # left by a run that was killed
            (self._stage / NEW).mkdir(parents=True)
            (self._stage / WORK).mkdir()
        # Libraries write parts of a workbook to temporary files; those of a run that is killed must not stay there.
        self._temporary, tempfile.tempdir = tempfile.tempdir, str(self._stage / WORK)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        tempfile.tempdir = self._temporary
        shutil.rmtree(self._stage, ignore_errors=True)
        if error is not None and self._folder_is_new:
            shutil.rmtree(self._folder, ignore_errors=True)

    def write(self, name: str, write: Callable[[Path], object]) -> Path:
        """Have ``write`` make the file that will be called ``name``; returns where it is staged.

        Raises ``NotWrittenError``.
        """
        path = staged(self._folder, name)
        with _said_plainly(self._folder / name):
            path.parent.mkdir(parents=True, exist_ok=True)
            write(path)
            _flush(path)
        self._staged.append(name)
        return path

    def put_in_place(self) -> None:
        """Rename every staged file to its final name. Raises ``NotWrittenError``."""
        for name in self._staged:
            with _said_plainly(self._folder / name):
                self._keep_old(name)
                _rename(staged(self._folder, name), self._folder / name)
            self._placed.append(name)
        _flush_folder(self._folder)

    def _keep_old(self, name: str) -> None:
        final, kept = self._folder / name, self._stage / BEFORE / name
        if final.exists():
            kept.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(final, kept)

    @contextmanager
    def undone_on_error(self) -> Iterator[None]:
        """Have what was put in place within taken back when an exception leaves it.

        Raises ``HalfDoneError`` when that cannot be done.
        """
        try:
            yield
        except BaseException:
            self._undo()
            raise

    def _undo(self) -> None:
        try:
            for name in reversed(self._placed):
                self._put_back(name)
        except OSError as stuck:
            raise HalfDoneError(
                f"{self._folder}: some of its files are already those of this run, and cannot be put back "
                f"({stuck.strerror}). Mend the disk and run again: that puts everything in order."
            ) from stuck

    def _put_back(self, name: str) -> None:
        final, kept = self._folder / name, self._stage / BEFORE / name
        if kept.exists():
            kept.replace(final)
        else:
            final.unlink(missing_ok=True)


def staged(folder: Path, name: str) -> Path:
    """Return where the file that will be called ``name`` in ``folder`` is written first."""
    return folder / STAGE_NAME / NEW / name


@contextmanager
def _said_plainly(path: Path) -> Iterator[None]:
    try:
        yield
    except PermissionError as error:
        raise NotWrittenError(
            f"{path}: cannot be written; it is open in another program, or the folder is read-only. "
            "Close it and run again; nothing was changed."
        ) from error
    except (OSError, SerialisationError) as error:
        reason = error.strerror if isinstance(error, OSError) else _reason(error)
        raise NotWrittenError(
            f"{path}: cannot be written ({reason}). Mend that and run again; nothing was changed."
        ) from error


def _reason(error: SerialisationError) -> str:
    """Return in words what lxml calls by libxml2's name of the error, which has the system's in it ("IO_ENOSPC")."""
    number = getattr(errno, str(error).removeprefix("IO_"), None)
    return os.strerror(number) if isinstance(number, int) else str(error)


def _rename(staged: Path, final: Path) -> None:
    final.parent.mkdir(parents=True, exist_ok=True)
    staged.replace(final)


def _flush(path: Path) -> None:
    """Have the file on the disk before its name is, so that a power cut leaves no empty file."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open folders, and orders its renames by itself
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def replace_file(path: Path, write: Callable[[Path], object]) -> None:
    """Have ``write`` make the file at ``path``, by way of a temporary name beside it. Raises ``NotWrittenError``."""
    stage = path.with_name(f"{STAGE_NAME}-{path.name}")
    with _said_plainly(path):
        try:
            write(stage)
            check_whole(stage, path)
            _flush(stage)
            stage.replace(path)
        finally:
            stage.unlink(missing_ok=True)

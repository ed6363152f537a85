"""What a browser sends: the fields of a form, and its files written to the disk as they come, under safe names.

The bytes of a file are never held in memory, and never lie in the folder they are sent to under a name that a run
could take for a document before the last of them has come.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING

from python_multipart import MultipartParser
from python_multipart.exceptions import MultipartParseError
from python_multipart.multipart import parse_options_header

from ingest.hashing import LARGEST_BYTES
from roundbook.errors import NotWrittenError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from python_multipart.multipart import MultipartCallbacks
    from starlette.requests import Request

MOST_FILES = 500
"""More than any round has; whoever sends more has dropped the wrong folder."""
MOST_FIELD_BYTES = 100_000
MOST_HEADER_BYTES = 10_000
CUT_SHORT = "What the browser sent was cut short. Go back and try again."
STAGE_NAME = ".roundbook-arriving"
"""Begins with a dot, so that a run passes it over."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that came in full, under a temporary name."""

    name: str
    """What the sender calls it, without folders."""
    path: Path


@dataclass(frozen=True, slots=True)
class Form:
    """What a form held."""

    fields: dict[str, str]
    files: tuple[Arrived, ...]

    def discard(self) -> None:
        """Remove the files that were not kept."""
        _remove(each.path for each in self.files)


async def receive_form(request: Request, folder: Path) -> Form:
    """Return what the form of ``request`` holds; its files lie in ``folder`` under temporary names.

    Raises ``UsageError`` for what is no form or too large, ``NotWrittenError`` where a file cannot be written; nothing
    is left in ``folder`` then.
    """
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    if kind != b"multipart/form-data" or b"boundary" not in options:
        raise UsageError("What the browser sent is no form. Go back and try again.")
    intake = _Intake(folder)
    try:
        parser = MultipartParser(options[b"boundary"], intake.callbacks())
        async for chunk in request.stream():
            parser.write(chunk)
        parser.finalize()
        intake.check_complete()
    except MultipartParseError as error:
        intake.give_up()
        raise UsageError(CUT_SHORT) from error
    except OSError as error:
        intake.give_up()
        raise NotWrittenError(f"{folder}: cannot be written to ({error.strerror}). Nothing was taken over.") from error
    except BaseException:
        intake.give_up()
        raise
    return intake.form()


class _Intake:
    """Takes the parts of a form as the parser finds them (RFC 7578)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._fields: dict[str, str] = {}
        self._files: list[Arrived] = []
        self._header = (b"", b"")
        self._disposition: dict[bytes, bytes] = {}
        self._value = b""
        self._file: IO[bytes] | None = None
        self._size = 0
        self._is_complete = False

    def callbacks(self) -> MultipartCallbacks:
        return {
            "on_part_begin": self._begin,
            "on_header_field": self._add_to_name,
            "on_header_value": self._add_to_value,
            "on_header_end": self._end_header,
            "on_headers_finished": self._open,
            "on_part_data": self._add,
            "on_part_end": self._end,
            "on_end": self._complete,
        }

    def check_complete(self) -> None:
        """Raise ``UsageError`` where the last boundary has not come: the parser is content without it."""
        if not self._is_complete:
            raise UsageError(CUT_SHORT)

    def form(self) -> Form:
        return Form(self._fields, tuple(self._files))

    def give_up(self) -> None:
        if self._file is not None:
            self._file.close()
        _remove(each.path for each in self._files)

    def _complete(self) -> None:
        self._is_complete = True

    def _begin(self) -> None:
        self._disposition, self._header, self._value, self._size = {}, (b"", b""), b"", 0

    def _add_to_name(self, data: bytes, start: int, end: int) -> None:
        name, value = self._header
        self._header = (name + data[start:end], value)
        self._check_header()

    def _add_to_value(self, data: bytes, start: int, end: int) -> None:
        name, value = self._header
        self._header = (name, value + data[start:end])
        self._check_header()

    def _check_header(self) -> None:
        if sum(map(len, self._header)) > MOST_HEADER_BYTES:
            raise UsageError("A name the browser sent is too long.")

    def _end_header(self) -> None:
        name, value = self._header
        if name.lower() == b"content-disposition":
            _, self._disposition = parse_options_header(value)
        self._header = (b"", b"")

    def _open(self) -> None:
        if not self._disposition.get(b"filename"):
            return
        if len(self._files) >= MOST_FILES:
            raise UsageError(f"More than {MOST_FILES} files at once. Nothing was taken over; send fewer at a time.")
        name = self._disposition[b"filename"].decode("utf-8", "replace")
        self._folder.mkdir(parents=True, exist_ok=True)
        self._file, path = _open_stage(self._folder)
        self._files.append(Arrived(PurePosixPath(name.replace("\\", "/")).name, path))

    def _add(self, data: bytes, start: int, end: int) -> None:
        self._size += end - start
        if self._file is None:
            if self._size > MOST_FIELD_BYTES:
                raise UsageError("A field of the form is too long.")
            self._value += data[start:end]
            return
        if self._size > LARGEST_BYTES:
            name = self._files[-1].name
            raise UsageError(f"{name}: it has more than {LARGEST_BYTES // 1_000_000} MB, too much to be a return.")
        self._file.write(data[start:end])

    def _end(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
        elif b"filename" not in self._disposition:
            name = self._disposition.get(b"name", b"").decode("utf-8", "replace")
            self._fields[name] = self._value.decode("utf-8", "replace")


def _open_stage(folder: Path) -> tuple[IO[bytes], Path]:
    number = 1
    while True:
        path = folder / f"{STAGE_NAME}-{number}"
        try:
            return path.open("xb"), path
        except FileExistsError:
            number += 1


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            path.unlink(missing_ok=True)

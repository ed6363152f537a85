"""The folder returns are dropped into: which files lie there, and one reading of each that never raises."""

from __future__ import annotations

import os
import re
import stat
import traceback
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.advice import ASK_AGAIN, NO_READER, SAVE_AS_WORD
from ingest.conversion import CHANGED, Conversions, convert, find_converted, report_losses
from ingest.errors import UnreadableError
from ingest.guard import PACKAGES, check_package
from ingest.hashing import LARGEST_BYTES, hash_file
from ingest.identify import Format, identify
from ingest.litter import LITTER, is_litter
from ingest.model import Finding, Level, Place, UnreadDocument
from ingest.office import TARGETS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ingest.model import SourceDocument
    from ingest.readers import Reader


class Fate(StrEnum):
    """What is to be done with a file, judged without opening it."""

    READ = "read"
    IGNORE = "ignore"
    LATER = "later"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class FoundFile:
    """Something that lies in the inbox."""

    name: str
    """Its path below the inbox, with forward slashes; bytes that are no text are written as "\\xff"."""
    path: Path
    fate: Fate
    message: str = ""
    """Why it is not read, as a sentence; empty for a file to read."""


ARRIVING_SUFFIXES = (".part", ".partial", ".crdownload", ".download", ".opdownload", ".tmp")
"""What browsers and mail programs call a file they are still writing."""
NAME_ONLY = re.compile(r"\..+\.icloud", re.IGNORECASE)
"""What macOS puts in place of a file it keeps in the cloud."""
DOCUMENT_SUFFIXES = (".docx", ".docm", ".doc", ".pdf", ".odt", ".rtf", ".xlsx", ".xls", ".csv")

SHORTCUT_SUFFIXES = (".lnk", ".url", ".webloc", ".desktop", ".gdoc", ".gsheet")
"""What Windows, macOS, Linux and Google Drive call a file that only says where something lies."""
ARRIVING = "Still arriving: run again when it has arrived in full."
LINK = "This is a link to something elsewhere, which is never followed. Put the document itself in the inbox."
IN_THE_CLOUD = "Only its name is on this computer yet: open it once so that it is downloaded, and run again."
NOT_A_FILE = "This is not a file. Put the document itself in the inbox."
VANISHED = "It disappeared while the folder was being looked at: run again when it is back."
CLOSED_FILE = "Close it in other programs, or ask for the right to open it, and run again."
DOWNLOAD = "If it lies in a cloud folder, open it once so that it is downloaded; then run again."
TOO_DEEP = "Too many folders within folders. Put the documents nearer to the top of the inbox."
CLOSED_FOLDER = "This folder cannot be opened. Ask for the right to open it, or move its documents to the inbox."
NAMED_FOLDER = "Ignored: this is a folder, although it is named like a document; what is in it is looked at."
TOO_MUCH = "It is so large, or so deeply nested, that it cannot be read."
FOR_THE_EYE = {"scanned", "unreadable-text"}
"""Why a document is not read though a person can read it: OCR may."""
SCANNED_PAGES = "scanned-pages"
"""The finding on a document some of whose pages are pictures."""
DEEPEST = 20
"""Folders within folders; more are a loop made of joined folders."""


def find_files(inbox: Path) -> tuple[FoundFile, ...]:
    """Return everything in ``inbox`` and the folders below it, in an order that is always the same.

    Links are reported and never followed. Raises ``OSError`` when ``inbox`` itself cannot be listed.
    """
    found = sorted(_walk(inbox, ""), key=lambda each: (_sort_key(each.name), each.name, os.fsencode(each.path)))
    return tuple(_told_apart(found))


def _told_apart(found: Iterable[FoundFile]) -> Iterator[FoundFile]:
    """Yield the files, none of them called as another: a name written out can be that of another file."""
    taken: Counter[str] = Counter()
    for each in found:
        taken[each.name] += 1
        yield each if taken[each.name] == 1 else replace(each, name=f"{each.name} ({taken[each.name]})")


def _sort_key(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _walk(folder: Path, prefix: str) -> Iterator[FoundFile]:
    with os.scandir(folder) as entries:
        listed = list(entries)
    names = {entry.name for entry in listed}
    for entry in listed:
        name = prefix + printable_name(entry.name)
        path = folder / entry.name
        if NAME_ONLY.fullmatch(entry.name):
            yield FoundFile(name, path, Fate.LATER, IN_THE_CLOUD)
        elif is_litter(entry.name):
            yield FoundFile(name, path, Fate.IGNORE, LITTER)
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk_below(name, path)
        else:
            yield _judge(name, path, names)


def _walk_below(name: str, folder: Path) -> Iterator[FoundFile]:
    if folder.suffix.lower() in DOCUMENT_SUFFIXES:
        yield FoundFile(name, folder, Fate.IGNORE, NAMED_FOLDER)
    if name.count("/") >= DEEPEST:
        yield FoundFile(name, folder, Fate.REFUSE, TOO_DEEP)
        return
    try:
        yield from _walk(folder, f"{name}/")
    except OSError:
        yield FoundFile(name, folder, Fate.REFUSE, CLOSED_FOLDER)


def printable_name(name: str) -> str:
    r"""Return ``name`` with every byte that is no text written out as ``\xff``, so that it can be shown."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _judge(name: str, path: Path, names: set[str]) -> FoundFile:
    try:
        seen = path.lstat()
    except OSError:
        return FoundFile(name, path, Fate.LATER, VANISHED)
    if stat.S_ISLNK(seen.st_mode) or path.suffix.lower() in SHORTCUT_SUFFIXES:
        return FoundFile(name, path, Fate.REFUSE, LINK)
    if not stat.S_ISREG(seen.st_mode):
        return FoundFile(name, path, Fate.REFUSE, NOT_A_FILE)
    if seen.st_size > LARGEST_BYTES:
        return FoundFile(name, path, Fate.REFUSE, f"{_say_size(seen)} {ASK_AGAIN}")
    if path.suffix.lower() in ARRIVING_SUFFIXES or any(path.name + end in names for end in ARRIVING_SUFFIXES):
        return FoundFile(name, path, Fate.LATER, ARRIVING)
    return FoundFile(name, path, Fate.READ)


def read_document(path: Path, name: str, conversions: Conversions | None = None) -> SourceDocument | UnreadDocument:
    """Read the file at ``path``, called ``name`` in all that is said of it.

    ``conversions`` are those of a batch; without them a file that needs to be turned is turned alone. Whatever
    happens, one value comes back: the document, or why it could not be read and what to do.
    """
    if conversions is None:
        with convert([path]) as own:
            return read_document(path, name, own)
    sha256, found = "", Format.UNKNOWN
    try:
        before = path.stat()
        _check_size(before)
        sha256, found = hash_file(path), identify(path)
        document = _read_as(found, path, name, sha256, conversions)
        _check_unchanged(before, path.stat())
    except Exception as error:  # noqa: BLE001 - one bad document never stops the batch
        return _unread(name, sha256, found, _explain(error))
    return document


def _explain(error: Exception) -> UnreadableError:
    if isinstance(error, UnreadableError):
        return error
    if isinstance(error, FileNotFoundError):
        return UnreadableError("vanished", "It disappeared while it was read.", "Run again when it is back.")
    if isinstance(error, PermissionError):
        return UnreadableError("closed", "It cannot be opened.", CLOSED_FILE)
    if isinstance(error, OSError):
        return UnreadableError("closed", f"It cannot be read ({error.strerror}).", DOWNLOAD)
    if isinstance(error, MemoryError | RecursionError):
        return UnreadableError("too-much", TOO_MUCH, SAVE_AS_WORD)
    # Say where the defect shows, and nothing of what the document holds.
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__} in {Path(last.filename).name}, line {last.lineno}"
    return UnreadableError("defect", f"Its contents could not be made sense of ({where}).", SAVE_AS_WORD)


def _check_size(before: os.stat_result) -> None:
    if before.st_size > LARGEST_BYTES:
        raise UnreadableError("too-large", _say_size(before), ASK_AGAIN)


def _say_size(seen: os.stat_result) -> str:
    return f"It has {seen.st_size // 1_000_000:,} MB, too much to be a return."


def _check_unchanged(before: os.stat_result, after: os.stat_result) -> None:
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise UnreadableError(*CHANGED)


def _read_as(found: Format, path: Path, name: str, sha256: str, conversions: Conversions) -> SourceDocument:
    # Loaded here, because the libraries behind the readers take longer to load than to name a bad file.
    from ingest.readers import READERS  # noqa: PLC0415 - see above

    reader = READERS.get(TARGETS.get(found, found))
    if reader is None:
        raise UnreadableError(found.value.replace(" ", "-"), *NO_READER[found])
    if found in PACKAGES:
        check_package(path)
    if found not in TARGETS:
        return _read_itself(reader, found, path, name, sha256)
    turned = find_converted(conversions, found, sha256)
    check_package(turned)
    document = reader.read(turned, name, sha256)
    said = Finding(Level.NOTE, "converted", f"LibreOffice turned it from .{found} into .{TARGETS[found]}.", Place(name))
    lost = report_losses(path, found, turned, name)
    return replace(document, format=found.value, findings=(*document.findings, said, *lost))


def _read_itself(reader: Reader, found: Format, path: Path, name: str, sha256: str) -> SourceDocument:
    """Read a file that need not be turned, by OCR where its words are in pictures and OCR is there."""
    try:
        document = reader.read(path, name, sha256)
    except UnreadableError as error:
        if error.code not in FOR_THE_EYE:
            raise
        from ingest.readers import scan  # noqa: PLC0415 - as above

        if not scan.is_there():
            raise
        return scan.read(path, name, sha256)
    if found is not Format.PDF or all(finding.code != SCANNED_PAGES for finding in document.findings):
        return document
    from ingest.readers import pdf, scan  # noqa: PLC0415 - as above

    return pdf.read(path, name, sha256, scan.see_pages) if scan.is_there() else document


def _unread(name: str, sha256: str, found: Format, error: UnreadableError) -> UnreadDocument:
    return UnreadDocument(
        path=name,
        sha256=sha256,
        format=found.value,
        code=error.code,
        reason=f"{name}: {error.reason}",
        advice=error.advice,
    )

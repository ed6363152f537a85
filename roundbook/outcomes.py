"""What became of every file of the inbox, each with a sentence the administrator can act on."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from export.model import DocumentOutcome, DocumentRecord
from ingest.folder import Fate, FoundFile, printable_name
from ingest.hashing import hash_file
from ingest.model import Finding, Level, Place, UnreadDocument
from roundbook.board import RECEIVED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from ingest.model import SourceDocument
    from normalize.model import ReturnedDocument
    from roundbook.reading import Reading

FATES = {
    Fate.IGNORE: DocumentOutcome.IGNORED,
    Fate.LATER: DocumentOutcome.LATER,
    Fate.REFUSE: DocumentOutcome.UNREAD,
}
LATER_CODES = {"still-arriving"}
EMPTY_SHA256 = hashlib.sha256().hexdigest()
"""Two empty files are no copies of one another: both are asked for again."""
PASSING = frozenset(
    {"still-arriving", "vanished", "closed", "too-slow", "too-long", "too-much", "reader-died", "not-converted"}
)
"""Why a document could not be read that may be otherwise the next time, though the document is the same."""
NEEDS_A_PERSON = {DocumentOutcome.UNREAD, DocumentOutcome.PARTIAL, DocumentOutcome.LATER}


def sort_files(
    found: Iterable[FoundFile], counted: Mapping[tuple[str, str], str]
) -> tuple[tuple[FoundFile, ...], tuple[DocumentRecord, ...]]:
    """Return the files of an inbox that are to be read, and the records of those that are not.

    ``counted`` says by path and SHA-256 in which closed round a file was counted. Such a file was left lying in
    the inbox and is ignored. The same bytes under another name were sent again on purpose and are read; of files
    with the same bytes in one inbox, one is read.
    """
    to_read: list[FoundFile] = []
    settled: list[DocumentRecord] = []
    new: list[tuple[FoundFile, str]] = []
    for each in found:
        sha256 = _hash(each.path) if each.fate is Fate.READ else ""
        if each.fate is not Fate.READ:
            settled.append(_record(each.name, "", FATES[each.fate], each.message))
        elif (each.name, sha256) in counted:
            message = f"Ignored: already counted in round {counted[each.name, sha256]}, and still in the inbox."
            settled.append(_record(each.name, sha256, DocumentOutcome.IGNORED, message))
        else:
            new.append((each, sha256))
    originals = _find_originals(new)
    for each, sha256 in new:
        original = originals.get(sha256, each.name)
        if original == each.name:
            to_read.append(each)
        else:
            message = f"The same file as {original}, byte for byte; counted once."
            settled.append(_record(each.name, sha256, DocumentOutcome.DUPLICATE, message))
    return tuple(to_read), tuple(settled)


def _find_originals(files: Iterable[tuple[FoundFile, str]]) -> dict[str, str]:
    """Return by SHA-256 the name of the file that counts: the shortest, because copies have longer names."""
    originals: dict[str, str] = {}
    for each, sha256 in files:
        if sha256 and sha256 != EMPTY_SHA256:
            originals[sha256] = min(originals.get(sha256, each.name), each.name, key=lambda name: (len(name), name))
    return originals


def is_lasting(readings: Iterable[Reading]) -> bool:
    """Tell whether reading the same documents once more would give nothing else."""
    return not any(isinstance(each, UnreadDocument) and each.code in PASSING for each in readings)


def find_gone(counted: Iterable[str], found: Iterable[FoundFile]) -> tuple[Finding, ...]:
    """Return a finding for every file ``counted`` in the last run of the round that is no longer in the inbox."""
    present = {each.name for each in found}
    return tuple(
        Finding(
            Level.CHECK,
            "document-gone",
            f"{path} was in this round and is no longer in the inbox, so what it said is not counted. If that was not "
            "meant, put it back and run again; returns stay in the inbox until the round is closed.",
            Place(path),
        )
        for path in counted
        if path not in present
    )


def find_astray(beside: Iterable[Path]) -> tuple[Finding, ...]:
    """Return a finding for every file that lies ``beside`` the inbox and may have been meant for it."""
    return tuple(
        Finding(
            Level.CHECK,
            "beside-the-inbox",
            f"{name} lies beside the inbox, not in it, so it was not read. If it is a return, move it into the inbox "
            "and run again.",
            Place(name),
        )
        for name in (printable_name(path.name) for path in beside)
    )


def _hash(path: Path) -> str:
    try:
        return hash_file(path)
    except OSError:
        return ""  # reading it will say why


def _record(path: str, sha256: str, outcome: DocumentOutcome, message: str) -> DocumentRecord:
    return DocumentRecord(path, sha256, "", outcome, message)


def describe_reading(reading: ReturnedDocument | UnreadDocument, rows: int) -> DocumentRecord:
    """Return the record of a file that was read, or tried; ``rows`` is how many rows it gave."""
    if isinstance(reading, UnreadDocument):
        outcome = DocumentOutcome.LATER if reading.code in LATER_CODES else DocumentOutcome.UNREAD
        return DocumentRecord(
            path=reading.path,
            sha256=reading.sha256,
            format=reading.format,
            outcome=outcome,
            message=f"{reading.reason} {reading.advice}",
            findings=reading.findings,
        )
    source = reading.source
    return DocumentRecord(
        path=source.path,
        sha256=source.sha256,
        format=source.format,
        outcome=DocumentOutcome.PARTIAL if source.is_partial else DocumentOutcome.READ,
        message=_describe_rows(reading, rows),
        agencies=tuple(dict.fromkeys(each.agency for each in reading.returns if each.agency)),
        particulars=tuple(f"{name}: {value}" for sent in reading.returns for name, value in sent.particulars),
        rows=rows,
        words=reading.words,
        left_over=reading.left_over,
        findings=reading.findings,
        received=_place_of_copy(source),
    )


def _place_of_copy(source: SourceDocument) -> str:
    """Return where the copy is kept: a container's beside what was in it, in a folder of its name."""
    beside = f"/{PurePosixPath(source.path).name}" if source.contains else ""
    return f"{RECEIVED}/{source.path}{beside}"


def _describe_rows(reading: ReturnedDocument, rows: int) -> str:
    problems = [each.message for each in reading.findings if each.level is Level.PROBLEM]
    if problems:
        return " ".join(problems)
    if reading.source.contains and not rows:
        count = len(reading.source.contains)
        return "Read: one document in it." if count == 1 else f"Read: {count} documents in it."
    agencies = [each.agency or each.agency_as_written for each in reading.returns]
    named = ", ".join(dict.fromkeys(each for each in agencies if each))
    if not rows:
        return f"Read: {f'from {named}' if named else 'it names no agency'}, without a row about a recommendation."
    named = named or "an agency it does not name"
    how = " by OCR, so check each" if any(each.code == "ocr" for each in reading.findings) else ""
    return f"Read: {rows} {'row' if rows == 1 else 'rows'} from {named}{how}."

"""From a file in the inbox to a document understood: one pure step per file, so that any worker may carry it out."""

from __future__ import annotations

import traceback
from concurrent.futures import Executor, Future, as_completed
from contextlib import nullcontext, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.conversion import convert
from ingest.folder import read_document
from ingest.hashing import hash_file
from ingest.identify import Format, identify
from ingest.model import UnreadDocument
from normalize.model import LeftOver, ReturnedDocument, WordSum
from normalize.returns import understand
from roundbook.confinement import MEGABYTE
from roundbook.errors import NotWrittenError
from roundbook.workers import TooSlowError, Workers, count_children, warm_up

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ingest.conversion import Conversions
    from ingest.folder import FoundFile
    from ingest.model import SourceDocument
    from normalize.vocabulary import Vocabulary
    from roundbook.kept import KeptReadings

    Reading = ReturnedDocument | UnreadDocument
    Progress = Callable[[int, int, str], None]

MOST_SECONDS = 180.0
"""For a small file, on a slow computer; the most laborious of real returns take a few seconds."""
MOST_SECONDS_A_MEGABYTE = 60.0
"""A plan of 700 pages, or a scan of ten, has a megabyte or two."""
COPY_TABLE = "Copy its table into a new Word document, and put that in the inbox."


@dataclass(frozen=True, slots=True)
class Errand:
    """All that is needed to read one file; small, so that it can be sent to another process."""

    path: Path
    name: str
    vocabulary: Vocabulary
    conversions: Conversions
    """Where the files of the batch that needed to be turned into another kind lie turned."""
    with_blocks: bool = True
    """Whether the document's own paragraphs and tables are wanted beside what was made of them."""


def read_return(errand: Errand) -> Reading:
    """Read and understand one file. Whatever happens, one value comes back and nothing is raised."""
    source = read_document(errand.path, errand.name, errand.conversions)
    if isinstance(source, UnreadDocument):
        return source
    try:
        understood = understand(source, errand.vocabulary)
    except Exception as error:  # noqa: BLE001 - one bad document never stops the batch
        return _not_understood(source, error)
    is_cover = source.contains and not any(sent.updates for sent in understood.returns)
    reading = _as_cover(source) if is_cover else understood
    return reading if errand.with_blocks else replace(reading, source=replace(source, blocks=()))


def _as_cover(source: SourceDocument) -> ReturnedDocument:
    """Return a zip folder, or an e-mail that only brings documents, as words left over and no return."""
    left_over = tuple(LeftOver(each.place, each.text, each.words) for each in source.paragraphs)
    words = WordSum(source.words, rows=0, particulars=0, left_over=sum(each.words for each in left_over))
    return ReturnedDocument(source, returns=(), words=words, left_over=left_over, findings=source.findings)


def _not_understood(source: SourceDocument, error: Exception) -> UnreadDocument:
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__} in {Path(last.filename).name}, line {last.lineno}"
    return UnreadDocument(
        path=source.path,
        sha256=source.sha256,
        format=source.format,
        code="defect",
        reason=f"{source.path}: its contents could not be made sense of ({where}).",
        advice=COPY_TABLE,
    )


def read_returns(
    files: Iterable[FoundFile],
    vocabulary: Vocabulary,
    progress: Progress,
    executor: Executor | None = None,
    kept: KeptReadings | None = None,
) -> tuple[Reading, ...]:
    """Read ``files``, several at a time, and return what came of each in their order; ``progress`` hears of each.

    ``executor`` says who reads; without one, child processes on this computer. One that dies costs its document.
    What is among the readings ``kept`` is not read again, and what is not is kept; a document's own paragraphs and
    tables are then left out.
    """
    listed = tuple(files)
    known: dict[FoundFile, Reading] = {each: found for each in listed if (found := kept.load(each))} if kept else {}
    to_read = [each for each in listed if each not in known]
    count = _Count(len(listed), progress)
    for each in known:
        count.add(each.name)
    if to_read and executor is None:
        warm_up(each.name for each in to_read)
    with convert(each.path for each in to_read) as conversions:
        errands = [Errand(each.path, each.name, vocabulary, conversions, kept is None) for each in to_read]
        fresh = dict(zip(to_read, _read(errands, count, executor), strict=True))
    for reading in fresh.values():
        if kept and isinstance(reading, ReturnedDocument):
            kept.keep(reading)
    return tuple({**known, **fresh}[each] for each in listed)


class _Count:
    """How many of so many documents are done."""

    def __init__(self, total: int, progress: Progress) -> None:
        self._total, self._done, self._progress = total, 0, progress
        if total:
            progress(0, total, "")

    def add(self, name: str) -> None:
        self._done += 1
        self._progress(self._done, self._total, name)


def _read(errands: Sequence[Errand], count: _Count, executor: Executor | None) -> tuple[Reading, ...]:
    if not errands:
        return ()
    own = Workers(count_children(len(errands)), _allowed_seconds) if executor is None else nullcontext(executor)
    with own as readers:
        # The largest first: one that came last would keep a single child at work when all others have ended.
        by_size = sorted(range(len(errands)), key=lambda at: _find_size(errands[at].path), reverse=True)
        futures = {readers.submit(read_return, errands[at]): at for at in by_size}
        for future in as_completed(futures):
            count.add(errands[futures[future]].name)
        in_order = sorted(futures, key=futures.__getitem__)
        return tuple(_answer(future, errand) for future, errand in zip(in_order, errands, strict=True))


def _allowed_seconds(errand: Errand) -> float:
    return allowed_seconds(errand.path)


def allowed_seconds(path: Path) -> float:
    """Return how long the file at ``path`` may take: with its size grows the work an honest one can be."""
    return MOST_SECONDS + MOST_SECONDS_A_MEGABYTE * _find_size(path) / MEGABYTE


def _find_size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # reading it will say why


def _answer(future: Future[Reading], errand: Errand) -> Reading:
    try:
        return future.result()
    except NotWrittenError:  # the computer's fault, or the cluster's
        raise
    except TooSlowError:
        return _lost(errand, "too-slow", "it takes far longer to read than any return.")
    except Exception:  # noqa: BLE001 - one bad document never stops the batch, whatever became of its reader
        return _lost(errand, "reader-died", "its contents broke the program that reads it, or need too much memory.")


def _lost(errand: Errand, code: str, reason: str) -> UnreadDocument:
    sha256, found = "", Format.UNKNOWN
    with suppress(OSError):
        sha256, found = hash_file(errand.path), identify(errand.path)
    return UnreadDocument(errand.name, sha256, found.value, code, f"{errand.name}: {reason}", COPY_TABLE)

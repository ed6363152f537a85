"""From a file in the inbox to a document understood: one pure step per file, so that any worker may carry it out."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.conversion import convert
from ingest.folder import read_document
from ingest.model import UnreadDocument
from normalize.model import LeftOver, ReturnedDocument, WordSum
from normalize.returns import understand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ingest.conversion import Conversions
    from ingest.folder import FoundFile
    from ingest.model import SourceDocument
    from normalize.vocabulary import Vocabulary

    Reading = ReturnedDocument | UnreadDocument
    Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Errand:
    """All that is needed to read one file; small, so that it can be sent to another process."""

    path: Path
    name: str
    vocabulary: Vocabulary
    conversions: Conversions
    """Where the files of the batch that needed to be turned into another kind lie turned."""


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
    return _as_cover(source) if is_cover else understood


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
        advice="Copy its table into a new Word document, and put that in the inbox.",
    )


def read_returns(files: Iterable[FoundFile], vocabulary: Vocabulary, progress: Progress) -> tuple[Reading, ...]:
    """Read ``files`` in their order, telling ``progress`` how far it is before each one."""
    listed = tuple(files)
    readings = []
    with convert(each.path for each in listed) as conversions:
        for position, each in enumerate(listed):
            progress(position, len(listed), each.name)
            readings.append(read_return(Errand(each.path, each.name, vocabulary, conversions)))
    progress(len(listed), len(listed), "")
    return tuple(readings)

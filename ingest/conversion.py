"""Documents of other kinds turned into one that is read here: which of a batch need it, and what came of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from ingest import office
from ingest.advice import NO_READER
from ingest.errors import UnreadableError
from ingest.guard import PACKAGES, check_package
from ingest.hashing import hash_file
from ingest.identify import Format, identify
from ingest.model import Finding, Level, Place
from ingest.office.losses import find_lost_words

Conversions = Mapping[str, Path | None]
"""By the SHA-256 of a document, where it lies turned; None where nothing could be made of it."""

CANNOT_OPEN = (
    "not-converted",
    "LibreOffice cannot open it: it is damaged, needs a password, or takes too long.",
    "Open it in Word or Excel, save it as a new .docx or .xlsx, and put that in the inbox.",
)
MOST_NAMED = 5
"""More words than this are not named one by one."""
CHANGED = ("still-arriving", "It changed while it was read.", "Run again in a minute.")


@contextmanager
def convert(paths: Iterable[Path]) -> Iterator[Conversions]:
    """Turn those of the files at ``paths`` that need it, and give them for as long as the context is.

    Nothing is raised and nothing is turned where LibreOffice is missing.
    """
    jobs = dict(_find_jobs(paths)) if office.is_there() else {}
    if not jobs:
        yield {}
        return
    with office.converted(tuple(jobs.values())) as made:
        yield dict(zip(jobs, made, strict=True))


def _find_jobs(paths: Iterable[Path]) -> Iterator[tuple[str, office.Job]]:
    for path in paths:
        try:
            found = identify(path)
            if found not in office.TARGETS:
                continue
            if found in PACKAGES:
                check_package(path)
            yield hash_file(path), office.Job(path, found)
        except (OSError, UnreadableError):
            continue  # reading it will say why


def find_converted(conversions: Conversions, found: Format, sha256: str) -> Path:
    """Return where the document of the kind ``found`` with this hash lies turned.

    Raises ``UnreadableError`` where it does not.
    """
    if not office.is_there():
        raise UnreadableError(found.value, *NO_READER[found])
    if sha256 not in conversions:
        raise UnreadableError(*CHANGED)
    path = conversions[sha256]
    if path is None:
        raise UnreadableError(*CANNOT_OPEN)
    return path


def report_losses(original: Path, found: Format, turned: Path, name: str) -> tuple[Finding, ...]:
    """Return the finding that words of ``original``, of the kind ``found``, are gone from ``turned``, where any are."""
    lost = find_lost_words(original, found, turned)
    if not lost:
        return ()
    named = ", ".join(f'"{word}"' for word in lost[:MOST_NAMED])
    more = f" and {len(lost) - MOST_NAMED} more" if len(lost) > MOST_NAMED else ""
    message = (
        f"LibreOffice lost words when it turned the document: {named}{more}. Open it in Word, save it as a Word "
        "document (.docx), and put that in the inbox."
    )
    return (Finding(Level.CHECK, "words-lost", message, Place(name)),)

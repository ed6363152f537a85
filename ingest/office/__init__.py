"""LibreOffice as a translator: documents of other kinds turned into the one of their kind that is read here.

It is not a part of roundbook and need not be there. Where it is, it works on copies in a folder of its own, under
settings of its own that run nothing and fetch nothing, and leaves nothing behind.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ingest.identify import Format
from ingest.libreoffice import find_program
from ingest.office.doc_ends import CannotMendError, mend_end
from ingest.office.kept_results import keep_results
from ingest.office.profile import write_profile
from ingest.office.program import run_program
from ingest.office.rtf_rows import mend_rows
from ingest.scratch import scratch_folder

__all__ = ["PRINTED", "TARGETS", "Job", "converted", "is_there"]

TARGETS: Mapping[Format, Format] = {
    Format.DOC: Format.DOCX,
    Format.ODT: Format.DOCX,
    Format.RTF: Format.DOCX,
    Format.WORD_XML: Format.DOCX,
    Format.FODT: Format.DOCX,
    Format.XLS: Format.XLSX,
    Format.ODS: Format.XLSX,
    Format.FODS: Format.XLSX,
    Format.XLSB: Format.XLSX,
    Format.EXCEL_XML: Format.XLSX,
}
"""What is turned into what, to be read."""
PRINTED: Mapping[Format, Format] = dict.fromkeys(
    (Format.DOCX, Format.DOC, Format.ODT, Format.FODT, Format.RTF), Format.PDF
)
"""What is turned into pages, to be looked at."""
START_SECONDS = 60.0
"""A first start on a slow office computer takes up to half of this."""
SECONDS_A_FILE = 20.0
"""A plan of 30 pages takes less than two."""


@dataclass(frozen=True, slots=True)
class Job:
    """A file to turn, and the kind its content has."""

    path: Path
    format: Format


@contextmanager
def converted(jobs: Sequence[Job], targets: Mapping[Format, Format] = TARGETS) -> Iterator[tuple[Path | None, ...]]:
    """Give, for each of ``jobs``, where the turned document lies, or None where LibreOffice made nothing of it.

    ``targets`` says what each kind is turned into.

    The turned documents are there as long as the context is. All go in one start of the program, because starting
    it takes longer than turning a document; where that fails for some, each of those is tried once more alone.
    """
    with scratch_folder() as folder:
        workshop = _Workshop(folder, targets)
        sources = workshop.lay_out(jobs)
        able = tuple(source for source in sources if source.can_be_turned)
        workshop.turn(able)
        for source in able:
            if len(able) > 1 and not source.target.is_file():
                workshop.turn((source,))
        yield tuple(source.target if source.target.is_file() else None for source in sources)


def is_there() -> bool:
    """Tell whether LibreOffice is on this computer."""
    return find_program() is not None


@dataclass(frozen=True, slots=True)
class _Source:
    path: Path
    target: Path
    can_be_turned: bool


class _Workshop:
    """A folder with copies of documents, and LibreOffice at work in it."""

    def __init__(self, folder: Path, targets: Mapping[Format, Format]) -> None:
        self._folder = folder
        self._targets = targets
        self._profile = folder / "profile"
        write_profile(self._profile)

    def lay_out(self, jobs: Sequence[Job]) -> tuple[_Source, ...]:
        """Copy the documents, under names that no program can take for anything else."""
        sources = []
        for number, job in enumerate(jobs, start=1):
            target = self._targets[job.format]
            path = self._folder / f"{number}.{job.format}"
            shutil.copyfile(job.path, path)
            prepared = _prepare(path, job.format)
            sources.append(_Source(path, self._folder / target / f"{number}.{target}", can_be_turned=prepared))
        return tuple(sources)

    def turn(self, sources: Sequence[_Source]) -> None:
        """Turn what can be turned, one start of the program for each kind of result."""
        for target in sorted({source.target.parent for source in sources}):
            paths = [source.path for source in sources if source.target.parent == target]
            arguments = (
                f"-env:UserInstallation={self._profile.as_uri()}",
                *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"),
                *("--convert-to", target.name, "--outdir", str(target)),
                *map(str, paths),
            )
            run_program(arguments, self._folder, START_SECONDS + SECONDS_A_FILE * len(paths))


def _prepare(path: Path, found: Format) -> bool:
    """Mend what LibreOffice would stumble over; tell whether the document can be given to it."""
    keep_results(path, found)
    try:
        if found is Format.DOC:
            mend_end(path)
        elif found is Format.RTF:
            mend_rows(path)
    except CannotMendError:
        return False
    return True

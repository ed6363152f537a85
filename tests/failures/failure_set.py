"""The failure set: some 200 broken, odd and hostile files, and the board whose returns the good ones among them are.

``python -m tests.failures.failure_set FOLDER`` makes it, to look at.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from tests.failures.case import Case, Subject
from tests.failures.folder_files import FOLDER_FILES
from tests.failures.odd_files import ODD_FILES
from tests.failures.pdf_files import PDF_FILES
from tests.failures.pdf_pages import PDF_PAGES
from tests.failures.texts import TEXTS
from tests.failures.word_contents import WORD_CONTENTS
from tests.failures.word_files import WORD_FILES

CASES: tuple[Case, ...] = (*WORD_FILES, *WORD_CONTENTS, *PDF_FILES, *PDF_PAGES, *ODD_FILES, *TEXTS, *FOLDER_FILES)
ABOUT = list(dict.fromkeys(case.about or case.name for case in CASES))


def subject_of(case: Case) -> Subject:
    return Subject(ABOUT.index(case.about or case.name))


def make_case(case: Case, inbox: Path) -> Path:
    """Make the file of ``case`` in ``inbox`` and return its path."""
    path = inbox / case.name
    path.parent.mkdir(parents=True, exist_ok=True)
    case.make(path, subject_of(case))
    return path


def make_failing_board(folder: Path) -> Path:
    """Make a board in ``folder`` whose inbox holds the whole failure set, and return ``folder``."""
    (folder / "inbox").mkdir(parents=True)
    with (folder / "master.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(("ID", "Agency", "Kind", "Number", "Recommendation"))
        for subject in map(Subject, range(len(ABOUT))):
            table.writerow((subject.id, subject.agency, "IMR", "1", subject.recommendation))
    for case in CASES:
        make_case(case, folder / "inbox")
    return folder


if __name__ == "__main__":
    print(f"{len(CASES)} files in {make_failing_board(Path(sys.argv[1]))}")  # noqa: T201 - a script

"""A .csv file as a sheet."""

from __future__ import annotations

from pathlib import Path

from ingest.delimited import read_delimited
from ingest.readers.sheet.pieces import Sheet, Shown
from ingest.readers.sheet.wording import tidy
from ingest.words import count_words


def read_text(path: Path) -> tuple[Sheet, int]:
    """Return the sheet in the file at ``path``, which has no title, and the words of the file."""
    rows = read_delimited(path.read_bytes())
    cells = {
        (at, beside): Shown(tidy(text)) for at, row in enumerate(rows, start=1) for beside, text in enumerate(row, 1)
    }
    return Sheet("", cells), sum(count_words(text) for row in rows for text in row)

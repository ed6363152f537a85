"""What the program wrote into each row, as short digests on a hidden sheet, so that later edits can be told."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from export.rows import Column, Table, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from export.model import RoundPack
    from export.rows import Value

SHEET = "For the program"
NOTE = "Lets the next run tell which cells a person has changed. Please leave this sheet as it is."
"""Stands on that sheet alone, and so tells a workbook that roundbook wrote from any other."""
HEADINGS = ("Sheet", "Row key", "Cells")
ABOUT_ROUND = "(round)"
"""Stands for a sheet's name in the row that names the round."""
ABOUT_DIGESTS, SCHEME = "(digests)", "words without white space, BLAKE2b, 4 bytes"
"""Names how digests are made; another version of the program, which makes them otherwise, then compares none."""
ABOUT_HEADINGS = "(headings)"
"""Stands for a row key in the row that names a sheet's key and its headings."""
SEPARATOR = " | "

NOTHING_WRITTEN = "-"
"""The digest of an empty cell."""

NAIVE_UNESCAPE = "x005F_"
"""openpyxl drops this wherever it stands when reading, so a digest must not depend on it."""


def digest(value: str | int) -> str:
    """Return a few letters that differ where the words of two values differ.

    White space does not count: LibreOffice breaks very long lines when it saves.
    """
    words = "".join(str(value).replace(NAIVE_UNESCAPE, "").split())
    return blake2b(words.encode("utf-8", "replace"), digest_size=4).hexdigest() if words else NOTHING_WRITTEN


class Keeping:
    """Collects the digests of every row while the sheets are written."""

    def __init__(self, pack: RoundPack) -> None:
        """Take the round the workbook is about."""
        self._rows: list[tuple[str, str, str]] = [
            (ABOUT_ROUND, pack.round, pack.previous),
            (ABOUT_DIGESTS, SCHEME, ""),
        ]

    def start(self, table: Table[Any]) -> None:
        """Note the columns of a sheet, the heading of its key first."""
        self._rows.append((table.sheet, ABOUT_HEADINGS, SEPARATOR.join((table.key, *table.headings))))

    def note(self, sheet: str, key: str, values: Iterable[Value]) -> None:
        """Note the cells of a row."""
        self._rows.append((sheet, key, " ".join(digest(plain(value)) for value in values)))

    def table(self) -> Table[tuple[str, str, str]]:
        """Return what was collected as a table."""
        return Table(
            sheet=SHEET,
            title="For the program",
            note=NOTE,
            columns=(
                Column(HEADINGS[0], 20, lambda row: row[0]),
                Column(HEADINGS[1], 40, lambda row: row[1]),
                Column(HEADINGS[2], 100, lambda row: row[2]),
            ),
            items=self._rows,
            key="",
            is_hidden=True,
        )

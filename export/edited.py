"""An edited workbook as plain rows: each sheet known again by its columns, each row with what was written into it.

Sheets may be renamed, columns moved, rows sorted, filtered or taken out: a sheet is known by the headings it had when
it was written, which stand on the hidden sheet together with a digest of every cell.
"""

from __future__ import annotations

import warnings
import zlib
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TYPE_CHECKING, Self
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, is_zipfile

from openpyxl import load_workbook

from export import keeping
from export.cells import text_of
from export.errors import UnreadableWorkbookError
from export.rows import NOTHING
from ingest.model import Finding, Level, Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

DAMAGE = (BadZipFile, zlib.error, ParseError, EOFError)
"""What a damaged part of a workbook shows itself by, when it is read."""

OLE_SIGNATURE = bytes.fromhex("D0CF11E0A1B11AE1")
"""Begins a file of compound storage ([MS-CFB] 2.2), in which Excel wraps a workbook protected by a password."""

ROWS_SEARCHED = 20
"""Headings are looked for this far down, in case somebody put rows above them."""

LIKENESS_NEEDED = 0.5
"""A row is a sheet's heading row where at least this share of the headings stands in it."""


@dataclass(frozen=True, slots=True)
class EditedRow:
    """A row of an edited sheet."""

    number: int
    """As the spreadsheet counts it, from 1."""
    cells: dict[str, str]
    """The texts by their headings, white space and all; a heading that is gone is missing here."""

    def said(self, heading: str) -> str:
        """Return what a person wrote under a heading, without white space around it."""
        return self.cells.get(heading, "").strip()


@dataclass(slots=True)
class KeptSheet:
    """What the program wrote into a sheet."""

    name: str
    key: str = ""
    """The heading of the column that tells its rows apart."""
    headings: tuple[str, ...] = ()
    rows: dict[str, str] = field(default_factory=dict)
    """The digests of each row's cells, in the order of the headings, by the row's key."""

    def digests(self, key: str) -> dict[str, str]:
        """Return the digests of a row's cells by their headings; empty where nothing, or too little, was kept of it."""
        kept = self.rows.get(key, "").split()
        return dict(zip(self.headings, kept, strict=True)) if len(kept) == len(self.headings) else {}


@dataclass(frozen=True, slots=True)
class EditedSheet:
    """A sheet of the workbook that was found again."""

    kept: KeptSheet
    title: str
    """Its name as it is now."""
    headings: tuple[str, ...]
    """As they stand now, "" where a column has none."""
    heading_row: int
    _sheet: Worksheet

    def rows(self) -> Iterator[EditedRow]:
        """Give the rows below the headings that hold anything, without the one that says there is nothing."""
        first = self.heading_row + 1
        for number, values in enumerate(self._sheet.iter_rows(min_row=first, values_only=True), first):
            # A row may be shorter than its headings where a program leaves out empty cells; of two columns with the
            # same heading the first counts.
            pairs = list(zip_longest(self.headings, map(text_of, values), fillvalue=""))
            cells = dict(reversed(pairs))
            cells.pop("", None)
            is_filler = not self.kept.rows and NOTHING in cells.values()
            if any(map(str.strip, cells.values())) and not is_filler:
                yield EditedRow(number, cells)


class EditedWorkbook:
    """A consolidated workbook as people left it; use it in a ``with`` statement."""

    def __init__(self, path: Path) -> None:
        """Open the workbook. Raises ``UnreadableWorkbookError``."""
        self.name = path.name
        self._path = path
        self._book = _open(path)
        try:
            (self.round, self.previous), self.has_comparable_digests, self._kept = _read_kept(path, self._book)
        except BaseException:
            self._book.close()
            raise

    def __enter__(self) -> Self:
        """Return the workbook itself."""
        return self

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        """Let go of the file. Raises ``UnreadableWorkbookError`` where reading stopped at a damaged part of it."""
        self._book.close()
        if isinstance(error, DAMAGE):
            raise _damaged(self._path) from error

    @property
    def kept(self) -> dict[str, KeptSheet]:
        """What was written into each sheet, by the name the sheet had then."""
        return self._kept

    def kept_rows(self, name: str) -> tuple[str, ...]:
        """Return the keys of the rows a sheet was written with."""
        return tuple(self._kept[name].rows) if name in self._kept else ()

    def sheets(self) -> Iterator[EditedSheet]:
        """Give the sheets that are found again, each once."""
        missing = dict(self._kept)
        for sheet in sorted(self._book.worksheets, key=lambda each: each.title not in missing):
            if found := _recognise(sheet, missing):
                del missing[found.kept.name]
                yield found


def _open(path: Path) -> Workbook:
    if not path.is_file():
        raise UnreadableWorkbookError(
            f"{path.name} is not there.",
            "If it was moved or renamed, put it back; if it was deleted, run the round again to write it afresh.",
        )
    try:
        _refuse_what_is_no_workbook(path)
        with warnings.catch_warnings():
            # openpyxl warns of what it cannot keep (drop-downs of later versions); nothing is saved from here.
            warnings.simplefilter("ignore")
            return load_workbook(path, read_only=True, data_only=True)
    except UnreadableWorkbookError:
        raise
    except PermissionError as error:
        raise UnreadableWorkbookError(
            f"{path.name} may not be opened.", "Close it in every program that has it open, then run again."
        ) from error
    except Exception as error:
        raise _damaged(path) from error


def _refuse_what_is_no_workbook(path: Path) -> None:
    with path.open("rb") as file:
        start = file.read(len(OLE_SIGNATURE))
    if start == OLE_SIGNATURE:
        raise UnreadableWorkbookError(
            f"{path.name} is protected by a password, or saved in the format of Excel 97.",
            "Open it, take the password off, save it as an Excel workbook (.xlsx), and run again.",
        )
    if not is_zipfile(path):
        raise _damaged(path)


def _damaged(path: Path) -> UnreadableWorkbookError:
    return UnreadableWorkbookError(
        f"{path.name} is damaged or is not an Excel workbook.",
        "Open it in Excel and save it again as .xlsx; if that fails, restore an earlier copy or delete it.",
    )


def _read_kept(path: Path, book: Workbook) -> tuple[tuple[str, str], bool, dict[str, KeptSheet]]:
    """Return from the hidden sheet the round and the one before, whether its digests compare, and what was written."""
    try:
        rows = next((rows for sheet in book.worksheets if (rows := _kept_rows(sheet)) is not None), None)
    except Exception as error:
        raise _damaged(path) from error
    if not rows or [row[0] for row in rows[:2]] != [keeping.ABOUT_ROUND, keeping.ABOUT_DIGESTS]:
        raise UnreadableWorkbookError(
            f"{path.name} was not written by roundbook, or its hidden sheet was removed.",
            "Put the workbook roundbook wrote back in its place, or delete this one and run again.",
        )
    kept: dict[str, KeptSheet] = {}
    is_comparable = rows[1][:2] == (keeping.ABOUT_DIGESTS, keeping.SCHEME)
    for name, key, cells in rows[2:]:
        sheet = kept.setdefault(name, KeptSheet(name))
        if key == keeping.ABOUT_HEADINGS:
            sheet.key, *headings = cells.split(keeping.SEPARATOR)
            sheet.headings = tuple(headings)
        else:
            sheet.rows[key] = cells
    return rows[0][1:], is_comparable, kept


def _kept_rows(sheet: Worksheet) -> list[tuple[str, str, str]] | None:
    """Return the rows of the hidden sheet; None where the sheet is another."""
    rows = sheet.iter_rows(values_only=True)
    for _, values in zip(range(ROWS_SEARCHED), rows, strict=False):
        if tuple(map(text_of, values[: len(keeping.HEADINGS)])) == keeping.HEADINGS:
            return [(text_of(name), text_of(key), text_of(cells)) for name, key, cells, *_ in rows if name]
    return None


def _recognise(sheet: Worksheet, missing: dict[str, KeptSheet]) -> EditedSheet | None:
    """Return the sheet as the one it was written as: by its name, or else by its columns."""
    wanted = [missing[sheet.title]] if sheet.title in missing else list(missing.values())
    best, best_likeness = None, LIKENESS_NEEDED
    for number, values in enumerate(sheet.iter_rows(max_row=ROWS_SEARCHED, values_only=True), 1):
        headings = tuple(text_of(value).strip() for value in values)
        for kept in wanted:
            likeness = len(set(kept.headings) & set(headings)) / len(set(kept.headings) | set(headings) - {""})
            if likeness > best_likeness:
                best, best_likeness = EditedSheet(kept, sheet.title, headings, number, sheet), likeness
    return best


def finding(
    code: str, message: str, book: EditedWorkbook, sheet: EditedSheet | None = None, row: EditedRow | None = None
) -> Finding:
    """Return something to check about an edited workbook, with its place as its reader sees it."""
    document = f"{book.name}, sheet {sheet.title}" if sheet else book.name
    return Finding(Level.CHECK, code, message, Place(document, row=row.number if row else None))

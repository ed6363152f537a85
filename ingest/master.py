"""The board's master list as a table of text, from an Excel workbook or a .csv file, as a person sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from ingest.delimited import read_delimited
from ingest.errors import UnreadableError
from ingest.guard import check_package
from ingest.identify import Format, identify
from ingest.model import Place, SourceCell, SourceTable
from ingest.words import count_words
from ingest.workbook_file import open_workbook

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import pandas as pd
    from openpyxl.worksheet.cell_range import CellRange

FEWEST_FILLED_COLUMNS = 2
FEWEST_FILLED_ROWS = 2
"""A heading row and one recommendation; a sheet with less is a title page."""

SAVE_AS_EXCEL = "Open it in Excel, save it as an Excel workbook (.xlsx), and run again."

Rows = tuple[tuple[int, tuple[str, ...]], ...]
"""Each row with its number in the file."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    rows: Rows
    merged: tuple[CellRange, ...] = ()
    """Areas in which one cell stands for several, by their numbers in the file."""


def read_master_table(path: Path) -> SourceTable:
    """Return the table in the master list at ``path``: of a workbook, the first sheet that holds one.

    Raises ``UnreadableError`` where the file is neither a workbook nor a table of text, is damaged or holds
    no table, and ``OSError`` where it cannot be opened.
    """
    found = identify(path)
    if found == Format.XLSX:
        sheet = _read_workbook(path)
    elif found in {Format.CSV, Format.TEXT}:
        sheet = _Sheet(_trim(tuple(map(show_value, row)) for row in read_delimited(path.read_bytes())))
    else:
        reason = f'It is a file of the kind "{found.value}", not an Excel workbook or a .csv file.'
        raise UnreadableError("master-format", reason, SAVE_AS_EXCEL)
    if not _is_plausible(sheet.rows):
        reason = "It holds no recommendations: below a row of headings, a row for each of them is needed."
        raise UnreadableError("master-empty", reason, "Fill it in, and run again.")
    return _table(path.name, sheet)


def _read_workbook(path: Path) -> _Sheet:
    import pandas as pd  # noqa: PLC0415 - takes longer to load than every other part of the program

    check_package(path)
    try:
        # Merged cells are known only of a workbook that is read whole.
        with (
            open_workbook(path) as file,
            pd.ExcelFile(file, engine="openpyxl", engine_kwargs={"read_only": False}) as workbook,
        ):
            sheets = (_read_sheet(workbook, name) for name in workbook.sheet_names)
            return next((sheet for sheet in sheets if _is_plausible(sheet.rows)), _Sheet(()))
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, SyntaxError) as error:
        # openpyxl lets whatever a damaged part provokes come through; lxml calls its own errors those of syntax.
        reason = "It is a damaged Excel workbook."
        raise UnreadableError("master-damaged", reason, SAVE_AS_EXCEL) from error


def _read_sheet(workbook: pd.ExcelFile, name: int | str) -> _Sheet:
    import pandas as pd  # noqa: PLC0415 - as above

    # Kept as they are: with pandas' own rules "NA" and "None" would become empty, and "01" the number 1.
    frame = pd.read_excel(workbook, sheet_name=name, header=None, dtype=object, keep_default_na=False, na_filter=False)
    rows = _trim(tuple(show_value(value) for value in row) for row in frame.itertuples(index=False))
    return _Sheet(rows, tuple(workbook.book[str(name)].merged_cells.ranges))


def show_value(value: object) -> str:
    """Return ``value`` of a spreadsheet cell as a person sees it: 1.0 as "1", a date as "2014-02-13"."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value).replace("\r\n", "\n").replace("\xa0", " ").strip()


def _trim(rows: Iterable[tuple[str, ...]]) -> Rows:
    """Give rows their numbers, without empty rows and empty columns at the right, and all equally long."""
    filled = [(number, row) for number, row in enumerate(rows, start=1) if any(row)]
    width = max((_last_filled(row) for _, row in filled), default=0)
    return tuple((number, (row + ("",) * width)[:width]) for number, row in filled)


def _last_filled(row: tuple[str, ...]) -> int:
    return max(position for position, text in enumerate(row, start=1) if text)


def _is_plausible(rows: Rows) -> bool:
    wide = [row for _, row in rows if sum(1 for text in row if text) >= FEWEST_FILLED_COLUMNS]
    return len(wide) >= FEWEST_FILLED_ROWS


def _table(name: str, sheet: _Sheet) -> SourceTable:
    numbers = [number for number, _ in sheet.rows]
    spans = {(area.min_row, area.min_col): area for area in sheet.merged}
    covered = {place for area in sheet.merged for place in area.cells} - set(spans)
    cells = tuple(
        _cell(row, col, text, spans.get((number, col)), numbers)
        for row, (number, texts) in enumerate(sheet.rows, start=1)
        for col, text in enumerate(texts, start=1)
        if (number, col) not in covered
    )
    places = tuple(Place(name, table=1, row=number) for number in numbers)
    return SourceTable(Place(name, table=1), cells, len(places), len(sheet.rows[0][1]), places)


def _cell(row: int, col: int, text: str, area: CellRange | None, numbers: list[int]) -> SourceCell:
    rowspan = sum(area.min_row <= number <= area.max_row for number in numbers) if area else 1
    colspan = area.max_col - area.min_col + 1 if area else 1
    return SourceCell(row, col, text, rowspan, colspan, words=count_words(text))

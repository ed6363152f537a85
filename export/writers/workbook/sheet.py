"""Writes one table as one sheet: title, note, a real Excel table, and the page it prints on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table as ExcelTable
from openpyxl.worksheet.table import TableColumn, TableStyleInfo

from export import styles
from export.rows import NOTHING, FileLink, Marked, plain
from export.writers.workbook import palette as looks
from export.writers.workbook.heights import row_height
from export.writers.workbook.long_texts import fit_marked
from export.writers.workbook.palette import Palette
from export.writers.workbook.text import writable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from export.keeping import Keeping
    from export.rows import Column, Table, Value
    from export.writers.workbook.long_texts import LongTexts

Item = TypeVar("Item")

HEADING_ROW = 3
"""Title, note, headings: no blank row between them, so that a screen reader meets the table at once."""

A4 = "9"
"""As ECMA-376 Part 1, 18.3.1.63 numbers it."""

FILTER_BUTTON = 3
"""Digits the filter's button takes from a heading."""

MARGIN, FOOT_MARGIN = 0.4, 0.7
"""Inches."""


class SheetWriter:
    """Writes tables into a workbook, keeping account of what was written and what was too long."""

    def __init__(self, book: Workbook, keeping: Keeping, long_texts: LongTexts) -> None:
        """Take the workbook, and where rows are noted and long texts kept."""
        self._book = book
        self._keeping = keeping
        self._long_texts = long_texts

    def write(self, table: Table[Item]) -> Worksheet:
        """Write a table as a sheet of its own and return the sheet, still open."""
        sheet: Worksheet = self._book.create_sheet(table.sheet)
        items = tuple(table.items)
        _lay_out(sheet, table, last_row=HEADING_ROW + max(len(items), 1))
        palette = Palette(sheet)
        _write_top(sheet, palette, table)
        if table.key:
            self._keeping.start(table)
        for row, item in enumerate(items, HEADING_ROW + 1):
            _append(sheet, palette, row, table.columns, self._values(table, item))
        if not items:
            _append(sheet, palette, HEADING_ROW + 1, table.columns, _nothing(table))
        return sheet

    def _values(self, table: Table[Item], item: Item) -> tuple[Value, ...]:
        """Return what the row's cells hold, each short enough, and note it."""
        values = tuple(column.value(item) for column in table.columns)
        key = writable(str(plain(values[table.key_position]))) if table.key else ""
        fitted = tuple(
            self._fit(value, table.sheet, key, column.heading)
            for column, value in zip(table.columns, values, strict=True)
        )
        if table.key:
            self._keeping.note(table.sheet, key, fitted)
        return fitted

    def _fit(self, value: Value, sheet: str, key: str, heading: str) -> Value:
        match value:
            case str():
                return self._long_texts.fit(value, sheet, key, heading)
            case Marked():
                return fit_marked(value)
            case FileLink():
                return FileLink(writable(value.text), value.path)
            case int():
                return value


def _write_top(sheet: Worksheet, palette: Palette, table: Table[Item]) -> None:
    sheet.row_dimensions[1].height, sheet.row_dimensions[2].height = looks.TITLE_HEIGHT, looks.NOTE_HEIGHT
    sheet.append([palette.text(table.title, looks.TITLE)])
    sheet.append([palette.text(table.note, looks.NOTE)])
    sheet.row_dimensions[HEADING_ROW].height = row_height(
        (column.heading, column.width - FILTER_BUTTON) for column in table.columns
    )
    _stream(sheet, (_heading(palette, column) for column in table.columns))


def _heading(palette: Palette, column: Column[Item]) -> Cell:
    return palette.text(column.heading, looks.EDITABLE_HEADING if column.is_editable else looks.HEADING)


def _stream(sheet: Worksheet, cells: Iterator[Cell | None]) -> None:
    """Write a row cell by cell, each made only when the one before it is written; None leaves a cell out."""
    sheet.append(cells)  # type: ignore[arg-type] # the stubs ask for types.GeneratorType, which no annotation gives


def _nothing(table: Table[Item]) -> tuple[Value, ...]:
    return (NOTHING, *("" for _ in table.columns[1:]))


def _append(
    sheet: Worksheet,
    palette: Palette,
    row: int,
    columns: tuple[Column[Item], ...],
    values: tuple[Value, ...],
) -> None:
    pairs = tuple(zip(columns, values, strict=True))
    sheet.row_dimensions[row].height = row_height((str(plain(value)), column.width) for column, value in pairs)
    _stream(sheet, (_cell(palette, column, value) for column, value in pairs))
    del sheet.row_dimensions[row]


def _cell(palette: Palette, column: Column[Item], value: Value) -> Cell | None:
    if value == "" and not (column.is_printed or column.is_editable):
        # An empty cell is written for its frame alone, and off the page the grid shows instead.
        return None
    look = looks.EDITABLE if column.is_editable else looks.PLAIN
    match value:
        case int():
            return palette.number(value)
        case Marked():
            return palette.marked(value.pieces)
        case FileLink():
            return palette.file_link(value.text, value.target)
        case str():
            fill = styles.FILLS.get(value) if column.is_coloured else None
            return palette.text(value, replace(look, fill=fill) if fill else look)


def _validation(column: Column[Item], cells: str) -> DataValidation:
    """Return what may be written into an editable column (ECMA-376 Part 1, 18.3.1.32)."""
    return DataValidation(
        sqref=cells,
        type="list" if column.choices else None,
        formula1=f'"{",".join(column.choices)}"' if column.choices else None,
        allow_blank=True,
        showErrorMessage=bool(column.choices),
        errorTitle="Not one of the choices" if column.choices else None,
        error="Please choose from the list, or leave the cell empty." if column.choices else None,
        showInputMessage=bool(column.prompt),
        promptTitle=column.heading if column.prompt else None,
        prompt=column.prompt or None,
    )


def _lay_out(sheet: Worksheet, table: Table[Item], last_row: int) -> None:
    """Set all that is known before the first row: widths, what stays in view, the table, and the page."""
    cells = f"A{HEADING_ROW}:{get_column_letter(len(table.columns))}{last_row}"
    # Without it a reader goes through all the rows to learn how many there are (ECMA-376 Part 1, 18.3.1.35).
    sheet.calculate_dimension = lambda: cells.replace(f"A{HEADING_ROW}", "A1")  # type: ignore[method-assign]
    for position, column in enumerate(table.columns, 1):
        sheet.column_dimensions[get_column_letter(position)].width = column.width
    sheet.freeze_panes = f"{get_column_letter(table.frozen_columns + 1)}{HEADING_ROW + 1}"
    sheet.sheet_state = "hidden" if table.is_hidden else "visible"
    _add_table(sheet, table, cells)
    _add_validations(sheet, table, last_row)
    set_page(sheet)
    sheet.print_title_rows = f"{HEADING_ROW}:{HEADING_ROW}"
    printed = sum(column.is_printed for column in table.columns)
    if printed < len(table.columns):
        sheet.print_area = f"A1:{get_column_letter(printed)}{last_row}"


def _add_table(sheet: Worksheet, table: Table[Item], cells: str) -> None:
    """Make the rows an Excel table, which names its columns and gives each a filter."""
    sheet.tables.add(
        ExcelTable(
            displayName=table.sheet.title().replace(" ", ""),
            ref=cells,
            tableColumns=[TableColumn(id=each, name=name) for each, name in enumerate(table.headings, 1)],
            autoFilter=AutoFilter(ref=cells),
            tableStyleInfo=TableStyleInfo(name="TableStyleLight1", showRowStripes=False),
        )
    )


def _add_validations(sheet: Worksheet, table: Table[Item], last_row: int) -> None:
    for position, each in enumerate(table.columns, 1):
        if each.is_editable:
            letter = get_column_letter(position)
            sheet.data_validations.append(_validation(each, f"{letter}{HEADING_ROW + 1}:{letter}{last_row}"))


def set_page(sheet: Worksheet) -> None:
    """Make a sheet print on A4 landscape, one page wide, its name and the page's number at the foot."""
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.paperSize = A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    margins = sheet.page_margins
    margins.left = margins.right = margins.top = MARGIN
    margins.bottom = FOOT_MARGIN
    foot = HeaderFooterItem()
    foot.left.text = "&A"
    foot.right.text = "Page &P of &N"
    sheet.HeaderFooter.oddFooter = foot

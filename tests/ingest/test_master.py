from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from ingest.errors import UnreadableError
from ingest.master import read_master_table
from ingest.model import SourceTable

HEADINGS = ("ID", "Agency", "Number", "Recommendation")


def _rows(table: SourceTable) -> list[tuple[str, ...]]:
    rows = [[""] * table.n_cols for _ in range(table.n_rows)]
    for cell in table.cells:
        rows[cell.row - 1][cell.col - 1] = cell.text
    return [tuple(row) for row in rows]


def _read_text(tmp_path: Path, data: bytes) -> list[tuple[str, ...]]:
    path = tmp_path / "master.csv"
    path.write_bytes(data)
    return _rows(read_master_table(path))


def _read_book(tmp_path: Path, *sheets: Sequence[tuple[object, ...]]) -> list[tuple[str, ...]]:
    book = Workbook()
    book.remove(book.worksheets[0])
    for number, rows in enumerate(sheets, start=1):
        sheet = book.create_sheet(f"Sheet {number}")
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "master.xlsx")
    return _rows(read_master_table(tmp_path / "master.xlsx"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_text_is_read_in_the_encodings_excel_writes(tmp_path: Path, encoding: str) -> None:
    text = "ID,Agency\nH-1,Children\u2019s Services \u2013 Caf\u00e9\n"
    assert _read_text(tmp_path, text.encode(encoding))[1] == ("H-1", "Children\u2019s Services \u2013 Caf\u00e9")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_in_the_headings(tmp_path: Path, delimiter: str) -> None:
    text = f'ID{delimiter}Recommendation\nH-1{delimiter}"Staff, managers; and\nothers"\n'
    assert _read_text(tmp_path, text.encode()) == [("ID", "Recommendation"), ("H-1", "Staff, managers; and\nothers")]


def test_empty_rows_and_columns_at_the_edge_are_left_out(tmp_path: Path) -> None:
    assert _read_text(tmp_path, b"ID,Agency,,\n,,,\nH-1,Housing,,\n") == [("ID", "Agency"), ("H-1", "Housing")]


def test_rows_keep_the_place_they_have_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "master.csv"
    path.write_bytes(b"ID,Agency\n,\nH-1,Housing\n")
    assert [place.row for place in read_master_table(path).row_places] == [1, 3]


def test_numbers_and_dates_of_a_workbook_read_as_a_person_sees_them(tmp_path: Path) -> None:
    rows = _read_book(tmp_path, [HEADINGS, ("H-1", 1.0, 2, 1.5), ("H-2", True, datetime(2014, 2, 13), None)])  # noqa: DTZ001
    assert rows[1:] == [("H-1", "1", "2", "1.5"), ("H-2", "TRUE", "2014-02-13", "")]


@pytest.mark.parametrize("text", ["NA", "None", "null", "01", "1.10", "=1+1"])
def test_text_of_a_workbook_stays_text(tmp_path: Path, text: str) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(HEADINGS)
    sheet.append(("H-1", "Housing", "", "Words"))
    sheet["C2"].value = text
    sheet["C2"].data_type = "s"
    book.save(tmp_path / "master.xlsx")
    assert _rows(read_master_table(tmp_path / "master.xlsx"))[1][2] == text


def test_merged_cells_are_one_cell_with_its_spans(tmp_path: Path) -> None:
    _read_book(
        tmp_path, [HEADINGS, ("H-1", "Housing", 1, "One"), ("H-2", None, 2, "Two"), (), ("P-1", "Police", 1, "Three")]
    )
    book = load_workbook(tmp_path / "master.xlsx")
    book.worksheets[0].merge_cells("B2:B4")
    book.save(tmp_path / "master.xlsx")
    cells = read_master_table(tmp_path / "master.xlsx").cells
    assert [(cell.row, cell.rowspan) for cell in cells if cell.text == "Housing"] == [(2, 2)]
    assert [cell.col for cell in cells if cell.row == 3] == [1, 3, 4]


def test_a_title_page_before_the_table_is_passed_over(tmp_path: Path) -> None:
    table = [HEADINGS, ("H-1", "Housing", 1, "Words")]
    assert _read_book(tmp_path, [("Master list",)], table)[0] == HEADINGS


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("master.xlsx", b"%PDF-1.7", "master-format"),
        ("master.csv", b"Master list\n", "master-empty"),
        ("master.csv", b"", "master-format"),
    ],
)
def test_what_is_no_table_says_so(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadableError) as caught:
        read_master_table(tmp_path / name)
    assert caught.value.code == code


def test_a_damaged_workbook_says_so(tmp_path: Path) -> None:
    _read_book(tmp_path, [HEADINGS, ("H-1", "Housing", 1, "Words")])
    path = tmp_path / "master.xlsx"
    path.write_bytes(path.read_bytes().replace(b"xl/workbook.xml", b"xl/worXbook.xml"))
    with pytest.raises(UnreadableError) as caught:
        read_master_table(path)
    assert caught.value.code in {"master-damaged", "damaged"}

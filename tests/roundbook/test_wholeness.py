"""A workbook that was not written in full is noticed, however silently it happened."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from roundbook.errors import NotWrittenError
from roundbook.wholeness import check_whole

SHEET = b"<worksheet><sheetData><row r='1'/></sheetData></worksheet>"


def _book(path: Path, sheet: bytes) -> Path:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("xl/worksheets/sheet1.xml", sheet)
        package.writestr("xl/media/image1.png", b"no XML")
    return path


def test_a_whole_file_is_whole(tmp_path: Path) -> None:
    path = _book(tmp_path / "book.xlsx", SHEET)
    check_whole(path, path)


@pytest.mark.parametrize("length", [0, 12, len(SHEET) - 1])
def test_a_sheet_without_its_end_is_noticed(tmp_path: Path, length: int) -> None:
    path = _book(tmp_path / "book.xlsx", SHEET[:length])
    with pytest.raises(NotWrittenError, match=r"book.xlsx: could not be written in full.*nothing was changed"):
        check_whole(path, path)


def test_a_file_cut_off_is_noticed(tmp_path: Path) -> None:
    path = _book(tmp_path / "stage", SHEET)
    path.write_bytes(path.read_bytes()[:-10])
    with pytest.raises(NotWrittenError, match=r"book\.xlsx"):
        check_whole(path, tmp_path / "book.xlsx")


def test_what_is_no_office_file_is_not_looked_into(tmp_path: Path) -> None:
    path = tmp_path / "changes.html"
    path.write_bytes(b"<p>")
    check_whole(path, path)

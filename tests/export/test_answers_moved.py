from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from export.answers import read_answers
from export.decided import RowAnswer
from export.edits import changed_cells
from export.errors import UnreadableWorkbookError
from export.model import BoardNote
from export.rows import DECISION, TO_CHECK, TRACKER
from match.model import Choice
from tests.export.answering import FIRST, answered, codes, fill
from tests.export.packs import (
    a_hostile_round,
    a_round,
    doubtful,
    put_workbook,
    row,
)

if TYPE_CHECKING:
    from pathlib import Path


def turn_about(book: Workbook) -> None:
    """Move columns, sort rows and rename the sheet, as people do."""
    sheet = book[TO_CHECK]
    rows = [[cell.value for cell in line][::-1] for line in sheet.iter_rows(min_row=3)]
    for number, values in enumerate((rows[0], *rows[:0:-1]), 3):
        for column, value in enumerate(values, 1):
            sheet.cell(number, column).value = value
    sheet.title = "Old list"
    sheet.insert_rows(1, 2)


def test_moved_columns_sorted_rows_and_a_renamed_sheet_do_no_harm(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        fill(book[TO_CHECK], 5, decision="link", link_to="HT-3", who="A. Reader")
        turn_about(book)

    answers = answered(tmp_path, edit, a_round(row(1, doubtful(1)), row(2, doubtful(2))))

    assert answers.rows == (RowAnswer("row 2", Choice.LINK, ("HT-3",), "A. Reader", is_new=True),)
    assert answers.problems == ()


def test_a_row_copied_and_decided_differently_is_a_contradiction(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        sheet = book[TO_CHECK]
        fill(sheet, decision="link", link_to="HT-1", who="A. Reader")
        for column, cell in enumerate(sheet[FIRST], 1):
            sheet.cell(FIRST + 1, column).value = cell.value
        fill(sheet, FIRST + 1, link_to="HT-2")

    answers = answered(tmp_path, edit)

    assert answers.rows == ()
    assert codes(answers) == ["contradiction"]


def test_a_column_that_is_gone_is_said_with_those_found(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        fill(book[TO_CHECK], decision="link", link_to="HT-1")
        book[TO_CHECK].cell(3, [cell.value for cell in book[TO_CHECK][3]].index(DECISION) + 1).value = "Verdict"

    answers = answered(tmp_path, edit)
    (problem,) = answers.problems

    assert problem.code == "column-missing"
    assert "Verdict" in problem.message


def test_columns_taken_out_at_the_right_do_no_harm(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        fill(book[TRACKER], note="Well done")
        book[TRACKER].delete_cols(len(book[TRACKER][3]) - 5, 6)

    assert answered(tmp_path, edit).board == (BoardNote("HT-1", "", "Well done"),)


def test_a_sheet_that_is_gone_is_said(tmp_path: Path) -> None:
    answers = answered(tmp_path, lambda book: book.remove(book[TO_CHECK]))

    assert codes(answers) == ["sheet-missing"]


def test_an_answer_in_a_row_the_program_did_not_write_is_said(tmp_path: Path) -> None:
    answers = answered(tmp_path, lambda book: fill(book[TO_CHECK], FIRST + 1, decision="link", link_to="HT-1"))

    assert answers.rows == ()
    assert codes(answers) == ["unknown-row"]


@pytest.mark.parametrize(
    ("content", "part_of_reason"),
    [
        (None, "is not there"),
        (b"", "is damaged"),
        (b"PK\x03\x04 cut", "is damaged"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + bytes(512), "is protected by a password"),
    ],
)
def test_a_workbook_that_cannot_be_read_says_why_and_what_to_do(
    tmp_path: Path, content: bytes | None, part_of_reason: str
) -> None:
    path = tmp_path / "consolidated.xlsx"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(UnreadableWorkbookError) as raised:
        read_answers(path)

    assert raised.value.reason.startswith("consolidated.xlsx")
    assert part_of_reason in raised.value.reason
    assert raised.value.advice


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_workbook_cut_short_is_damaged(tmp_path: Path, share: float) -> None:
    path = tmp_path / "consolidated.xlsx"
    put_workbook(a_round(), path)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])

    with pytest.raises(UnreadableWorkbookError, match="damaged"):
        read_answers(path)


def test_a_workbook_with_one_damaged_byte_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "consolidated.xlsx"
    put_workbook(a_round(), path)
    with ZipFile(path) as package:
        start = package.getinfo("xl/worksheets/sheet5.xml").header_offset
    whole = bytearray(path.read_bytes())
    whole[start + 400] ^= 0xFF
    path.write_bytes(whole)

    with pytest.raises(UnreadableWorkbookError, match="damaged"):
        read_answers(path)


def test_some_other_workbook_is_not_taken_for_ours(tmp_path: Path) -> None:
    path = tmp_path / "consolidated.xlsx"
    book = Workbook()
    book.save(path)

    with pytest.raises(UnreadableWorkbookError, match="not written by roundbook"):
        read_answers(path)


def saved_in_libreoffice(path: Path) -> Path:
    """Open a workbook in LibreOffice and save it, and return the saved one."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    saved = path.parent / "saved"
    subprocess.run([office, profile, "--headless", "--convert-to", "xlsx", "--outdir", saved, path], check=True)
    return saved / path.name


def test_everything_outlives_saving_in_libreoffice(tmp_path: Path) -> None:
    answers = answered(
        tmp_path,
        lambda book: fill(book[TO_CHECK], decision="link", link_to="HT-3", who="A. Reader"),
        a_hostile_round(),
    )
    saved = saved_in_libreoffice(tmp_path / "consolidated.xlsx")

    assert answers.rows == (RowAnswer("row 1", Choice.LINK, ("HT-3",), "A. Reader", is_new=True),)
    assert read_answers(saved) == answers
    assert changed_cells(saved) == ()

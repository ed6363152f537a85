from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from export.edits import MOST_PER_SHEET, QUOTED, changed_cells
from export.errors import UnreadableWorkbookError
from export.rows import TRACKER
from tests.export.packs import a_hostile_round, a_round, an_empty_round, put_workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl import Workbook

    from export.model import RoundPack
    from ingest.model import Finding


def edited(folder: Path, edit: Callable[[Workbook], None], pack: RoundPack | None = None) -> tuple[Finding, ...]:
    path = folder / "consolidated.xlsx"
    put_workbook(pack or a_round(), path)
    book = load_workbook(path)
    edit(book)
    book.save(path)
    return changed_cells(path)


@pytest.mark.parametrize("pack", [a_round(), an_empty_round(), a_hostile_round()], ids=["ordinary", "empty", "hostile"])
def test_a_workbook_saved_again_has_no_changes(tmp_path: Path, pack: RoundPack) -> None:
    assert edited(tmp_path, lambda _: None, pack) == ()


def set_cell(sheet: str, heading: str, value: str, row: int = 4) -> Callable[[Workbook], None]:
    def edit(book: Workbook) -> None:
        column = [cell.value for cell in book[sheet][3]].index(heading) + 1
        book[sheet].cell(row, column).value = value

    return edit


@pytest.mark.parametrize(
    ("sheet", "heading"),
    [(TRACKER, "Latest update"), ("Updates", "Update"), ("Changes", "Current update"), ("Sources", "Rows")],
)
def test_a_changed_cell_is_named_with_its_place_and_its_new_words(tmp_path: Path, sheet: str, heading: str) -> None:
    (found,) = edited(tmp_path, set_cell(sheet, heading, "Corrected words"))

    assert found.code == "cell-changed"
    assert str(found.place) == f"consolidated.xlsx, sheet {sheet}, row 4"
    assert f'"{heading}" was changed to "Corrected words"' in found.message


def test_of_a_long_text_put_in_a_cell_only_the_beginning_is_quoted(tmp_path: Path) -> None:
    (told,) = edited(tmp_path, set_cell(TRACKER, "Agency", "x" * (QUOTED + 1)))
    assert f'"{"x" * QUOTED} ..."' in told.message


def test_a_cleared_cell_is_a_change(tmp_path: Path) -> None:
    (found,) = edited(tmp_path, set_cell("Updates", "Row as written", ""))

    assert found.code == "cell-changed"


def test_the_columns_for_writing_are_no_changes(tmp_path: Path) -> None:
    assert edited(tmp_path, set_cell(TRACKER, "Board note", "Well done")) == ()


def test_sorting_rows_is_no_change(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        sheet = book[TRACKER]
        rows = [[cell.value for cell in line] for line in sheet.iter_rows(min_row=4)]
        for number, values in enumerate(reversed(rows), 4):
            for column, value in enumerate(values, 1):
                sheet.cell(number, column).value = value

    assert edited(tmp_path, edit) == ()


def test_a_row_taken_out_and_one_put_in_are_both_said(tmp_path: Path) -> None:
    found = edited(tmp_path, set_cell(TRACKER, "ID", "HT-9"))

    assert [each.code for each in found] == ["row-added", "row-removed"]


def test_a_sheet_taken_out_is_said(tmp_path: Path) -> None:
    (found,) = edited(tmp_path, lambda book: book.remove(book["Findings"]))

    assert (found.code, "Findings" in found.message) == ("sheet-removed", True)


def test_a_workbook_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableWorkbookError, match="is not there"):
        changed_cells(tmp_path / "consolidated.xlsx")


def test_many_changes_on_a_sheet_are_counted_and_not_all_listed(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        for line in book["Summary"].iter_rows(min_row=4, min_col=2):
            for cell in line:
                cell.value = "changed"

    *listed, last = edited(tmp_path, edit)

    assert len(listed) == MOST_PER_SHEET
    assert last.message == "13 more changes on this sheet are not listed one by one."


def test_a_workbook_of_another_version_is_not_taken_for_changed(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        book["For the program"]["B5"].value = "some other digest"

    (found,) = edited(tmp_path, edit)

    assert found.code == "other-version"

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from tests.roundbook.boards import TEXTS, TestBoard, tree


def test_a_new_board_has_an_inbox_a_configuration_and_a_master_list_to_fill_in(
    board: TestBoard, tmp_path: Path
) -> None:
    folder = tmp_path / "new" / "child-k"
    said = board.command("init", folder)
    assert said.code == 0
    assert "Fill in the master list" in said.err
    assert {path.name for path in folder.iterdir()} == {"inbox", "master.xlsx", "roundbook.toml"}
    headings = [cell.value for cell in load_workbook(folder / "master.xlsx").worksheets[0][1]]
    assert headings[:5] == ["ID", "Agency", "Kind", "Number", "Recommendation"]


def test_a_master_list_that_is_there_already_is_taken_over(board: TestBoard, tmp_path: Path) -> None:
    folder = tmp_path / "new"
    assert board.command("init", folder, "--from", board.folder / "master.csv").code == 0
    assert (folder / "master.csv").read_bytes() == (board.folder / "master.csv").read_bytes()


def test_a_master_list_is_drafted_from_a_plan_in_word(board: TestBoard, tmp_path: Path) -> None:
    plan = board.send("Plan.docx", "Housing", ("HOU-1", ""), ("=1+1 homes should be visited by officers.", ""))
    said = board.command("init", tmp_path / "new", "--from", plan)
    assert said.code == 0
    assert "2 recommendations of 1 agency." in said.err
    (_, first, second) = load_workbook(tmp_path / "new" / "master.xlsx").worksheets[0].iter_rows(values_only=True)
    assert (first[1], first[4]) == ("Housing", TEXTS["HOU-1"])
    assert second[4] == "=1+1 homes should be visited by officers."
    assert board.command("run", tmp_path / "new").code == 2  # the inbox is empty, and the list can be used


def test_a_tracker_in_excel_is_drafted_from_all_its_sheets(board: TestBoard, tmp_path: Path) -> None:
    book = Workbook()
    headings = ("Ref", "Agency", "Recommendation", "Progress")
    sheets = {
        "Open": [(1, "Police", "Review the policy", "Begun"), (2, "Police", "Train", "")],
        "Closed": [(1, "Housing", "Log visits", "Done")],
    }
    for title, answered in sheets.items():
        sheet = book.create_sheet(title)
        for row in (headings, *answered):
            sheet.append(row)
    del book["Sheet"]
    book.save(tmp_path / "tracker.xlsx")
    assert board.command("init", tmp_path / "new", "--from", tmp_path / "tracker.xlsx").code == 0
    (_, *drafted) = load_workbook(tmp_path / "new" / "master.xlsx").worksheets[0].iter_rows(values_only=True)
    assert [(row[1], row[3], row[4]) for row in drafted] == [
        ("Police", "1", "Review the policy"),
        ("Police", "2", "Train"),
        ("Housing", "1", "Log visits"),
    ]


def test_a_board_that_is_there_is_never_changed(board: TestBoard) -> None:
    before = tree(board.folder)
    said = board.command("init", board.folder)
    assert said.code == 1
    assert "is a board already" in said.err
    assert tree(board.folder) == before


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"Only,words\nno,list\n"])
def test_a_plan_that_cannot_be_used_leaves_no_board_behind(board: TestBoard, tmp_path: Path, data: bytes) -> None:
    plan = tmp_path / "plan.csv"
    plan.write_bytes(data)
    said = board.command("init", tmp_path / "new", "--from", plan)
    assert said.code in {1, 2}
    assert "plan.csv" in said.err
    assert not (tmp_path / "new").exists()

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.roundbook.boards import TEXTS, Said, TestBoard

HEADINGS = "query_id,document,agency,kind,number,recommendation"


def _link(board: TestBoard, *lines: str, more: tuple[str, ...] = ()) -> tuple[Said, list[dict[str, str]]]:
    rows, links = board.folder / "rows.csv", board.folder / "links.csv"
    rows.write_text("\n".join(lines) + "\n", "utf-8")
    said = board.command("link", rows, "--master", board.folder / "master.csv", "-o", links, *more)
    if not links.exists():
        return said, []
    with links.open(encoding="utf-8", newline="") as file:
        return said, list(csv.DictReader(file))


def test_rows_are_linked_in_their_order(board: TestBoard) -> None:
    said, links = _link(board, HEADINGS, f"q2,d,Police,,1,{TEXTS['POL-1']}", f"q1,d,Housing,IMR,,{TEXTS['HOU-2']}")
    assert said.code == 0
    assert [(each["query_id"], each["decision"], each["ids"]) for each in links] == [
        ("q2", "linked", "POL-1"),
        ("q1", "linked", "HOU-2"),
    ]
    assert list(links[0]) == ["query_id", "decision", "ids", "score", "candidates", "reasons"]
    assert links[0]["candidates"].split(";")[0] == "POL-1"


def test_all_columns_but_the_first_may_be_missing(board: TestBoard) -> None:
    said, links = _link(board, "query_id,recommendation", f"q1,{TEXTS['HOU-1']}", "q2,Feed the cat.")
    assert said.code == 3
    assert [each["decision"] for each in links] == ["linked", "not on the list"]


def test_a_row_may_leave_everything_out_and_a_table_may_have_no_rows(board: TestBoard) -> None:
    assert [each["decision"] for each in _link(board, HEADINGS, "q1", "q2,,,,,")[1]] != ["linked"] * 2
    said, links = _link(board, HEADINGS)
    assert (said.code, links) == (0, [])


@pytest.mark.parametrize("data", [b"%PDF-1.7", b""])
def test_what_is_no_table_says_so(board: TestBoard, data: bytes) -> None:
    rows = board.folder / "rows.csv"
    rows.write_bytes(data)
    said = board.command("link", rows, "--master", board.folder / "master.csv", "-o", board.folder / "links.csv")
    assert said.code == 1
    assert "rows.csv" in said.err


def test_without_the_first_column_the_columns_found_are_named(board: TestBoard) -> None:
    said, links = _link(board, "Row,Words", "1,x")
    assert said.code == 1
    assert "query_id" in said.err
    assert "Row, Words" in said.err
    assert links == []


def test_the_boards_own_names_are_known_when_given(board: TestBoard) -> None:
    config = board.folder / "roundbook.toml"
    config.write_text('[agencies]\nHousing = ["The Landlord"]\n')
    row = f"q1,d,The Landlord,,,{TEXTS['HOU-1']}"
    _, links = _link(board, HEADINGS, row, more=("--config", str(config)))
    assert "the agency" in links[0]["reasons"]


def test_a_place_that_cannot_be_written_to_is_said(board: TestBoard, tmp_path: Path) -> None:
    rows = board.folder / "rows.csv"
    rows.write_text(f"{HEADINGS}\nq1,,,,,x\n")
    said = board.command("link", rows, "--master", board.folder / "master.csv", "-o", tmp_path / "none" / "links.csv")
    assert said.code == 4

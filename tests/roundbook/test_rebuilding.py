"""A ledger that is lost or damaged is made anew from the rounds' folders, and says what the old one said."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.failures.results import Result, read_result
from tests.roundbook.boards import TestBoard, copy_board, tree, write_return


@pytest.mark.parametrize("damage", [b"not a database at all " * 100, None])
def test_a_ledger_made_anew_holds_the_same_rounds(
    two_rounds: TestBoard, tmp_path_factory: pytest.TempPathFactory, damage: bytes | None
) -> None:
    board = copy_board(two_rounds, tmp_path_factory.mktemp("lost") / "board")
    before, ledger = read_result(board.folder), board.folder / "roundbook.db"
    ledger.unlink()
    if damage:
        ledger.write_bytes(damage)
    said = board.command("rebuild", board.folder)
    assert said.code == 0, said.err
    found = read_result(board.folder)
    for table in ("recommendations", "updates", "links", "entries", "decisions", "board_fields"):
        assert found.parts[f"ledger: {table}"] == before.parts[f"ledger: {table}"], table
    assert (board.folder / "roundbook.db.damaged-1").exists() == bool(damage)
    assert {name for name in before.differences(found) if "rounds/" in name} == set()


def _lose(board: TestBoard) -> Result:
    """Delete the ledger, and return what the board was before."""
    before = read_result(board.folder)
    (board.folder / "roundbook.db").unlink()
    return before


def test_a_ledger_made_anew_knows_the_master_list_of_each_round(two_rounds: TestBoard, tmp_path: Path) -> None:
    board = copy_board(two_rounds, tmp_path / "board")
    before = _lose(board)
    master = board.folder / "master.csv"
    master.write_text(master.read_text("utf-8").replace("HOU-2", "HOU-9"), "utf-8")
    assert board.command("rebuild", board.folder).code == 0
    found = read_result(board.folder)
    assert found.parts["ledger: recommendations"] == before.parts["ledger: recommendations"]


def test_a_round_that_was_closed_last_is_closed_again(two_rounds: TestBoard, tmp_path: Path) -> None:
    board = copy_board(two_rounds, tmp_path / "board")
    board.command("close", board.folder)
    before = _lose(board)
    said = board.command("rebuild", board.folder)
    assert "Round r2 is closed, as it was." in said.err
    assert read_result(board.folder).parts["ledger: rounds"] == before.parts["ledger: rounds"]


def test_what_came_in_a_zip_folder_is_known_again(closed: TestBoard, tmp_path: Path) -> None:
    police = write_return(tmp_path / "Police.docx", "Police", ("POL-1", "Sent."))
    closed.empty_inbox()
    with zipfile.ZipFile(closed.inbox / "Returns.zip", "w") as package:
        package.write(police, "Police.docx")
    assert closed.run("r2").code == 0
    before = _lose(closed)
    assert closed.command("rebuild", closed.folder).code == 0
    assert before.differences(read_result(closed.folder)) == []


def test_a_ledger_with_a_damaged_page_is_noticed_at_the_start(run_once: TestBoard) -> None:
    ledger = run_once.folder / "roundbook.db"
    data = bytearray(ledger.read_bytes())
    data[4096:8192] = bytes(range(256)) * 16
    ledger.write_bytes(data)
    before = tree(run_once.folder)
    said = run_once.run()
    assert said.code == 4
    assert "roundbook rebuild" in said.err
    assert tree(run_once.folder) == before
    assert run_once.command("rebuild", run_once.folder).code == 0
    assert run_once.entries()["POL-1"]["update"] == "Sent."


def test_a_sound_ledger_is_never_replaced(run_once: TestBoard) -> None:
    before = tree(run_once.folder)
    said = run_once.command("rebuild", run_once.folder)
    assert said.code == 1
    assert "is sound" in said.err
    assert tree(run_once.folder) == before


def test_without_rounds_there_is_nothing_to_make_it_from(board: TestBoard) -> None:
    said = board.command("rebuild", board.folder)
    assert said.code == 1
    assert "no rounds" in said.err

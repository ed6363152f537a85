"""A ledger that is lost or damaged is made anew from the rounds' folders, and says what the old one said."""

from __future__ import annotations

import pytest

from tests.failures.results import read_result
from tests.roundbook.boards import TestBoard, copy_board, tree


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

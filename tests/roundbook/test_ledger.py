from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from roundbook.errors import NotWrittenError
from roundbook.ledger import VERSION, Ledger
from tests.roundbook.boards import TestBoard, tree


def test_a_ledger_that_is_not_there_is_empty_and_is_not_made_by_looking(tmp_path: Path) -> None:
    with Ledger(tmp_path / "roundbook.db") as ledger:
        assert ledger.select("SELECT * FROM rounds") == []
    assert not (tmp_path / "roundbook.db").exists()


def test_a_ledger_nothing_was_kept_in_leaves_no_file(tmp_path: Path) -> None:
    with Ledger(tmp_path / "roundbook.db", may_make=True):
        pass
    assert not (tmp_path / "roundbook.db").exists()


def test_a_transaction_is_kept_whole_or_not_at_all(tmp_path: Path) -> None:
    insert = "INSERT INTO board_fields (round, id, field, value, noted) VALUES ('r', 'i', 'note', 'v', 'now')"
    with Ledger(tmp_path / "roundbook.db", may_make=True) as ledger:
        with pytest.raises(RuntimeError), ledger.transaction():  # noqa: PT012 - a step, then the error
            ledger.execute(insert)
            raise RuntimeError
        assert ledger.select("SELECT * FROM board_fields") == []
        with ledger.transaction():
            ledger.execute(insert)
        assert len(ledger.select("SELECT * FROM board_fields")) == 1


def test_a_ledger_from_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "roundbook.db"
    base = sqlite3.connect(path)
    base.execute(f"PRAGMA user_version = {VERSION + 1}")
    base.close()
    with pytest.raises(NotWrittenError, match="newer version of roundbook"):
        Ledger(path)


def test_a_damaged_ledger_stops_a_run_and_is_left_alone(board: TestBoard) -> None:
    board.send("Housing.docx", "Housing", ("HOU-1", "Held."))
    (board.folder / "roundbook.db").write_bytes(b"not a database at all " * 100)
    before = tree(board.folder)
    said = board.run("r1")
    assert said.code == 4
    assert "roundbook.db: is damaged" in said.err
    assert tree(board.folder) == before


def test_closed_rounds_can_be_neither_changed_nor_deleted(closed: TestBoard) -> None:
    with Ledger(closed.folder / "roundbook.db") as ledger:
        for statement in (
            "DELETE FROM rounds",
            "UPDATE rounds SET state = 'open'",
            "UPDATE entries SET change = 'updated'",
            "DELETE FROM documents",
        ):
            with pytest.raises(NotWrittenError, match="closed"), ledger.transaction():
                ledger.execute(statement)

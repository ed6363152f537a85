"""A ledger of an older version is brought to the tables of this one, and kept beside it as it was."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from roundbook import ledger
from roundbook.errors import NotWrittenError
from roundbook.ledger import Ledger

OLDER, NEWER = ledger.VERSION, ledger.VERSION + 2
STEPS = {
    OLDER: ("ALTER TABLE rounds ADD COLUMN remark TEXT NOT NULL DEFAULT ''",),
    OLDER + 1: ("CREATE TABLE remarks (round TEXT NOT NULL)", "INSERT INTO remarks SELECT name FROM rounds"),
}
BROKEN = {**STEPS, OLDER + 1: ("CREATE TABLE remarks (round TEXT NOT NULL)", "INSERT INTO nowhere VALUES (1)")}
ORPHANS = {**STEPS, OLDER + 1: ("INSERT INTO recommendations VALUES ('no such round', 1, 'x', '{}')",)}


@pytest.fixture
def older(tmp_path: Path) -> Path:
    path = tmp_path / "roundbook.db"
    with Ledger(path, may_make=True) as made, made.transaction():
        made.execute("INSERT INTO rounds VALUES ('r1', 1, NULL, 'closed', '[]', '{}')")
    return path


def _newer(monkeypatch: pytest.MonkeyPatch, steps: dict[int, tuple[str, ...]]) -> None:
    monkeypatch.setattr(ledger, "VERSION", NEWER)
    monkeypatch.setattr(ledger, "STEPS", steps)


def _rounds(path: Path) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(path)) as base:
        return base.execute("SELECT * FROM rounds").fetchall()


def test_an_older_ledger_is_brought_up_step_by_step_and_kept_as_it_was(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _rounds(older)
    _newer(monkeypatch, STEPS)
    with Ledger(older, may_make=True) as brought_up:
        assert brought_up.select("SELECT round FROM remarks") == [("r1",)]
    assert _rounds(older) == [(*before[0], "")]
    assert _rounds(older.with_name(f"roundbook.db.version-{OLDER}")) == before


@pytest.mark.parametrize("steps", [BROKEN, ORPHANS])
def test_an_older_ledger_that_cannot_be_brought_up_stays_as_it_was(
    older: Path, monkeypatch: pytest.MonkeyPatch, steps: dict[int, tuple[str, ...]]
) -> None:
    before = older.read_bytes()
    _newer(monkeypatch, steps)
    with pytest.raises(NotWrittenError):
        Ledger(older, may_make=True)
    assert older.read_bytes() == before


def test_looking_at_an_older_ledger_writes_nothing(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = older.read_bytes()
    _newer(monkeypatch, STEPS)
    with Ledger(older) as looked_at:
        assert looked_at.select("SELECT round FROM remarks") == [("r1",)]
    assert older.read_bytes() == before
    assert [path.name for path in older.parent.iterdir()] == ["roundbook.db"]

"""What is kept between runs is a convenience: it comes back as it was, or counts as not there."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from roundbook import shelf as shelf_module
from roundbook.shelf import Shelf


def keep(path: Path, **texts: str) -> None:
    with Shelf(path, may_write=True) as shelf:
        for key, text in texts.items():
            shelf.put(key, text)


def look(path: Path, *keys: str, may_write: bool = False) -> tuple[str | None, ...]:
    with Shelf(path, may_write=may_write) as shelf:
        return tuple(shelf.take(key) for key in keys)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept.db"


def test_what_is_kept_is_there_the_next_time(path: Path) -> None:
    keep(path, one="Überprüft 1½", two="")
    assert look(path, "one", "two", "three") == ("Überprüft 1½", "", None)


def test_what_nobody_asked_for_is_dropped(path: Path) -> None:
    keep(path, one="1", two="2")
    look(path, "one", may_write=True)
    assert look(path, "one", "two") == ("1", None)


def test_looking_alone_makes_and_changes_nothing(path: Path) -> None:
    assert look(path, "one") == (None,)
    assert not path.exists()
    keep(path, one="1")
    before = path.read_bytes()
    with Shelf(path, may_write=False) as shelf:
        shelf.put("two", "2")
    assert path.read_bytes() == before


def test_a_run_that_fails_keeps_nothing(path: Path) -> None:
    def fail() -> None:
        with Shelf(path, may_write=True) as shelf:
            shelf.put("one", "1")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert not path.exists()


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\0" + bytes(5000)])
def test_a_damaged_file_counts_as_empty_and_is_made_anew(path: Path, damage: bytes) -> None:
    path.write_bytes(damage)
    assert look(path, "one") == (None,)
    keep(path, one="1")
    assert look(path, "one") == ("1",)


@pytest.mark.parametrize(
    "damage", [b"", b"words", zlib.compress(b"words")[:-3], zlib.compress(b"\xff\xfe"), "words", 7]
)
def test_a_damaged_piece_counts_as_not_there(path: Path, damage: object) -> None:
    keep(path, one="1", two="2")
    with closing(sqlite3.connect(path)) as base, base:
        base.execute("UPDATE kept SET body = ? WHERE key = 'one'", (damage,))
    assert look(path, "one", "two") == (None, "2")


def test_a_piece_that_claims_to_be_huge_is_not_unpacked(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf_module, "LARGEST_PIECE", 1000)
    keep(path, one="a" * 999, two="a" * 1001)
    assert look(path, "one", "two") == ("a" * 999, None)


def test_lines_come_back_one_by_one(path: Path) -> None:
    lines = ["", "Überprüft", *(f"{number} " * 30_000 for number in range(3))]
    with Shelf(path, may_write=True) as shelf:
        shelf.put_lines("one", iter(lines))
    with Shelf(path, may_write=False) as shelf:
        assert list(shelf.take_lines("one")) == lines
        assert list(shelf.take_lines("two")) == []


def test_of_damaged_lines_only_the_sound_come_back(path: Path) -> None:
    with Shelf(path, may_write=True) as shelf:
        shelf.put_lines("one", (str(number) for number in range(100_000)))
    with closing(sqlite3.connect(path)) as base, base:
        base.execute("UPDATE kept SET body = substr(body, 1, length(body) / 2)")
    with Shelf(path, may_write=False) as shelf:
        assert 0 < len(list(shelf.take_lines("one"))) < 100_000


def test_no_more_is_kept_than_there_is_room_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf_module, "MOST_BYTES", 20)
    keep(path, one="a", two="b", three="c")
    with Shelf(path, may_write=True) as shelf:
        assert shelf.take("one") == "a"
        shelf.put("four", "d")
        shelf.put("five", "e")
    assert look(path, "one", "four", "five") == ("a", "d", None)


def test_a_folder_that_cannot_be_written_to_is_no_error(tmp_path: Path) -> None:
    keep(tmp_path / "no such folder" / "kept.db", one="1")
    (tmp_path / "kept.db").mkdir()
    keep(tmp_path / "kept.db", one="1")
    assert look(tmp_path / "kept.db", "one") == (None,)

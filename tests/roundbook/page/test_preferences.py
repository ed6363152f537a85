from __future__ import annotations

import sys
from pathlib import Path

import pytest

from roundbook.page.preferences import MOST_BOARDS, Memory, Preferences, account_name, preferences_folder


def test_the_board_opened_last_comes_first(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "kept")
    for name in ("a", "b", "a"):
        memory.remember_board(Path("/boards") / name)
    memory.remember_who("Ann Okoro")
    boards = tuple(str(Path("/boards") / name) for name in ("a", "b"))
    assert Memory(tmp_path / "kept").preferences == Preferences(boards, "Ann Okoro")


def test_old_boards_are_forgotten(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    for number in range(MOST_BOARDS + 3):
        memory.remember_board(Path(f"/boards/{number}"))
    assert len(memory.preferences.boards) == MOST_BOARDS
    assert memory.preferences.boards[0].endswith(str(MOST_BOARDS + 2))


@pytest.mark.parametrize("text", ["", "[]", '{"boards": 3}', "{", '{"boards": []}'])
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "page.json").write_text(text)
    assert Memory(tmp_path).preferences == Preferences(who=account_name())


def test_where_nothing_can_be_kept_the_page_works_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    memory = Memory(tmp_path / "file" / "folder")
    memory.remember_who("Ann")
    assert memory.preferences.who == "Ann"


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="another system keeps such things elsewhere")
def test_the_folder_is_the_one_the_system_names(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert preferences_folder() == tmp_path / "roundbook"
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")
    assert preferences_folder() == Path.home() / ".config" / "roundbook"

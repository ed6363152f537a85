from __future__ import annotations

from pathlib import Path

import pytest

from roundbook.demo import set_up_demo
from tests.roundbook.boards import TestBoard


def test_the_demo_runs_every_round_and_leaves_the_last_open(board: TestBoard, tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    said = board.command("demo", folder)
    assert said.code == 0
    shown = [Path(line) for line in said.out.splitlines()]
    assert [path.name for path in shown] == ["consolidated.xlsx", "changes.html"] * 2
    assert all(path.is_file() for path in shown)
    listed = board.command("rounds", folder).out
    assert listed.count("closed") == 1
    assert listed.count("open") == 1


def test_a_demo_is_made_afresh(tmp_path: Path) -> None:
    set_up_demo(tmp_path / "demo")
    (tmp_path / "demo" / "left over.txt").touch()
    board = set_up_demo(tmp_path / "demo")
    assert not (board.folder / "left over.txt").exists()
    assert board.find_master().is_file()


@pytest.mark.parametrize("is_file", [True, False])
def test_a_folder_the_demo_did_not_make_is_never_touched(board: TestBoard, tmp_path: Path, is_file: bool) -> None:  # noqa: FBT001 - a case
    folder = tmp_path / "mine"
    if is_file:
        folder.write_text("mine")
    else:
        folder.mkdir()
        (folder / "mine.txt").touch()
    said = board.command("demo", folder)
    assert said.code == 1
    assert "was not made by a demo" in said.err
    assert folder.is_file() or [path.name for path in folder.iterdir()] == ["mine.txt"]

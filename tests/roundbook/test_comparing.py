from __future__ import annotations

from pathlib import Path

import pytest

from tests.roundbook.boards import TestBoard
from tests.roundbook.conftest import LONG


def test_two_rounds_are_compared_alike_from_the_ledger_and_from_their_workbooks(two_rounds: TestBoard) -> None:
    old, new = two_rounds.round("r1"), two_rounds.round("r2")
    said = two_rounds.command("diff", old, new, "--json")
    assert said.code == 0
    name = "consolidated.xlsx"
    assert two_rounds.command("diff", old / name, new / name, "--json").json == said.json
    assert {each["id"]: (each["change"], each["fields"]) for each in said.json["changes"]} == {
        "HOU-1": ("updated", ["update", "status"]),
        "HOU-2": ("no new update", []),
        "POL-1": ("first update", ["update"]),
        "POL-2": ("no new update", []),
    }
    assert said.json["changes"][0]["update"] == LONG.strip()
    assert said.json["changes"][0]["before"]["update"] == "Planned."


def test_a_page_of_the_changes_is_written_where_asked(two_rounds: TestBoard, tmp_path: Path) -> None:
    page = tmp_path / "since.html"
    said = two_rounds.command("diff", two_rounds.round("r1"), two_rounds.round("r2"), "-o", page)
    assert said.code == 0
    assert "From round r1 to round r2: 1 first update, 1 updated, 2 no new update" in said.out
    assert "POL-1" in page.read_text("utf-8")


def test_rounds_may_be_named_in_the_boards_own_folder(two_rounds: TestBoard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(two_rounds.folder)
    assert "From round r1 to round r2" in two_rounds.command("diff", "r1", "r2").out


def test_what_is_no_round_says_so(two_rounds: TestBoard) -> None:
    for bad in (two_rounds.round("r3"), two_rounds.folder / "master.csv", two_rounds.inbox):
        said = two_rounds.command("diff", two_rounds.round("r1"), bad)
        assert said.code == 1
        assert str(bad) in said.err or "roundbook.db" in said.err

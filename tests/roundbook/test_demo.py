from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from match.model import Entry
from roundbook.demo import set_up_demo
from roundbook.history import load_round
from roundbook.ledger import Ledger
from samples import board_folder
from tests.roundbook.boards import Said, TestBoard

PLAIN = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-"})
EXPECTED = sorted((board_folder() / "expected").glob("*.json"))


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[TestBoard, Said]:
    """The sample board after a demo, and what the demo printed."""
    board = TestBoard(tmp_path_factory.mktemp("demo") / "demo")
    return board, board.command("demo", board.folder)


def test_the_demo_runs_every_round_and_leaves_the_last_open(demo: tuple[TestBoard, Said]) -> None:
    board, said = demo
    assert said.code == 0
    shown = [Path(line) for line in said.out.splitlines()]
    assert [path.name for path in shown] == ["consolidated.xlsx", "changes.html"] * len(EXPECTED)
    assert all(path.is_file() for path in shown)
    listed = board.command("rounds", board.folder).out
    assert (listed.count("closed"), listed.count("open")) == (len(EXPECTED) - 1, 1)


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_the_sample_rounds_come_out_as_done_by_hand(demo: tuple[TestBoard, Said], path: Path) -> None:
    with Ledger(demo[0].folder / "roundbook.db") as ledger:
        record = load_round(ledger, path.stem)
    by_hand = json.loads(path.read_text("utf-8"))
    entries = record.round.by_id
    for expected in by_hand["entries"]:
        entry = entries.pop(expected["id"])
        assert _standing(entry) == {key: _fold(expected[key]) for key in _standing(entry)}
        assert entry.status in {expected["status"], *expected["status_also"]}
    assert entries == {}
    outcomes = {each.path: each.outcome.value for each in record.documents}
    assert outcomes == {each["file"]: each["outcome"] for each in by_hand["documents"]}


def _standing(entry: Entry) -> dict[str, Any]:
    return {
        "change": entry.received.value,
        "update": _fold(entry.update),
        "evidence": _fold(entry.evidence),
        "rating": entry.rating.value if entry.rating else None,
        "from_round": entry.from_round,
    }


def _fold(text: str | None) -> str | None:
    """Without what a re-sent document may change: line breaks and the style of quotes."""
    return re.sub(r"\s+", " ", text.translate(PLAIN)).strip() if text else text


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

from __future__ import annotations

from pathlib import Path

import pytest

from tests.roundbook.boards import TestBoard, copy_board, make_board

DOUBTFUL = "Officers and others should somehow be better trained."
LONG = "Training was held for the team in the district office. " * 900


@pytest.fixture
def board(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TestBoard:
    """A board without returns; whatever a command writes where it stands lands among the temporary files."""
    monkeypatch.chdir(tmp_path)
    return make_board(tmp_path / "board")


@pytest.fixture(scope="session")
def doubtful_once(tmp_path_factory: pytest.TempPathFactory) -> TestBoard:
    board = make_board(tmp_path_factory.mktemp("doubtful") / "board")
    board.send("Housing.docx", "Housing", ("HOU-1", "Held."), (DOUBTFUL, "Under way."))
    assert board.run("r1").code == 3
    return board


@pytest.fixture
def doubtful(doubtful_once: TestBoard, tmp_path: Path) -> TestBoard:
    """A board whose open round has one row in doubt."""
    return copy_board(doubtful_once, tmp_path / "board")


@pytest.fixture(scope="session")
def run_once_before(tmp_path_factory: pytest.TempPathFactory) -> TestBoard:
    board = make_board(tmp_path_factory.mktemp("run") / "board")
    board.send("Housing.docx", "Housing", ("HOU-1", "Held."))
    assert board.run("r1").code == 0
    board.send("Police.docx", "Police", ("POL-1", "Sent."))
    return board


@pytest.fixture
def run_once(run_once_before: TestBoard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TestBoard:
    """A board with an open round, and a new return waiting."""
    monkeypatch.chdir(tmp_path)
    return copy_board(run_once_before, tmp_path / "board")


@pytest.fixture(scope="session")
def closed_before(tmp_path_factory: pytest.TempPathFactory) -> TestBoard:
    board = make_board(tmp_path_factory.mktemp("closed") / "board")
    board.send("Housing.docx", "Housing", ("HOU-1", "Planned."), ("HOU-2", "Done."))
    assert board.run("r1").code == 0
    assert board.command("close", board.folder).code == 0
    return board


@pytest.fixture
def closed(closed_before: TestBoard, tmp_path: Path) -> TestBoard:
    """A board with a closed round, whose return still lies in the inbox."""
    return copy_board(closed_before, tmp_path / "board")


@pytest.fixture(scope="session")
def two_rounds(closed_before: TestBoard, tmp_path_factory: pytest.TempPathFactory) -> TestBoard:
    """A board with a closed round and an open one, in which one update is longer than a cell can hold."""
    board = copy_board(closed_before, tmp_path_factory.mktemp("two") / "board")
    board.empty_inbox()
    board.send("Housing 2.docx", "Housing", ("HOU-1", LONG))
    board.send("Police.docx", "Police", ("POL-1", "Sent."))
    assert board.run("r2").code == 0
    return board

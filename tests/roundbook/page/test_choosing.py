from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from tests.roundbook.boards import TestBoard
from tests.roundbook.page.served import Served, words_of


def test_a_board_is_opened_by_its_path_and_remembered(site: Served, client: httpx.Client, board: TestBoard) -> None:
    answer = client.post("/open", data={"folder": f' "{board.folder}" '})
    assert client.get(answer.headers["location"]).status_code == 200
    assert str(board.folder) in client.get("/").text


@pytest.mark.parametrize(("folder", "problem"), [("", "No folder was given"), ("/nowhere/at/all", "no such folder")])
def test_a_folder_that_is_no_board_is_not_opened(client: httpx.Client, folder: str, problem: str) -> None:
    answer = client.post("/open", data={"folder": folder})
    assert (answer.status_code, problem in words_of(answer)) == (409, True)


def test_boards_are_marked_among_folders(client: httpx.Client, board: TestBoard, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    text = words_of(client.get("/folders", params={"at": str(tmp_path)}))
    assert "Open the board board" in text
    assert "Open the board other" not in text


@pytest.mark.parametrize("at", ["relative", "/nowhere/at/all"])
def test_only_folders_that_are_there_are_listed(client: httpx.Client, at: str) -> None:
    assert client.get("/folders", params={"at": at}).status_code == 409


def test_a_board_that_is_not_open_has_no_address(client: httpx.Client) -> None:
    assert "not open any more" in words_of(client.get("/boards/0123456789ab/rows"))


def test_a_board_is_made_with_its_names(site: Served, client: httpx.Client, tmp_path: Path) -> None:
    asked = {"within": str(tmp_path), "folder": "child-q", "name": 'The "North" Board', "review": "Child Q"}
    answer = client.post("/new", data=asked, files={"plan": ("", b"")})
    view = words_of(client.get(answer.headers["location"]))
    assert "Child Q" in view
    assert 'The "North" Board' in view
    assert (tmp_path / "child-q" / "master.xlsx").is_file()


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        ({"folder": ""}, "a name"),
        ({"folder": "a/b"}, "cannot be called"),
        ({"folder": "con"}, "cannot be called"),
        ({"folder": "board"}, "is a board already"),
        ({"folder": "new", "within": "/nowhere/at/all"}, "no such folder"),
    ],
)
def test_a_board_that_cannot_be_made_keeps_what_was_typed(
    client: httpx.Client, board: TestBoard, tmp_path: Path, asked: dict[str, str], problem: str
) -> None:
    answer = client.post(
        "/new", data={"within": str(tmp_path), "review": "Child Q", **asked}, files={"plan": ("", b"")}
    )
    assert answer.status_code == 422
    assert problem in words_of(answer)
    assert 'value="Child Q"' in answer.text

"""A run with nothing to do is answered before anything is loaded that it does not need, in the words of any other."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from roundbook.commands import application
from tests.roundbook.boards import TestBoard, make_board

HEAVY = {"typer", "rich", "pydantic", "pandas", "numpy", "lxml", "openpyxl", "pdfplumber", "docx", "rapidfuzz"}
RUN = "import sys; from roundbook.cli import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory) -> TestBoard:
    board = make_board(tmp_path_factory.mktemp("settled") / "board")
    board.send("Housing.docx", "Housing", ("HOU-1", "Held in May."), ("Something else altogether", "Words."))
    board.run("r1")
    board.run()
    return board


def test_nothing_heavy_is_loaded(settled: TestBoard) -> None:
    command = [sys.executable, "-c", RUN, "run", str(settled.folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    *said, loaded = done.stderr.splitlines()
    assert said[:2] == ["Round r1", "Documents: 1 read"]
    assert said[-1].startswith("1 row waits for a decision")
    assert not HEAVY & set(loaded.split())


def test_nothing_is_said_to_a_program_that_no_longer_reads(settled: TestBoard) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows says it in another way")
    command = [sys.executable, "-m", "roundbook", "run", str(settled.folder), "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
        assert run.stdout
        run.stdout.close()
        _, said = run.communicate()
    assert run.returncode == 1
    assert said.splitlines()[-1].startswith("1 row waits for a decision")


@pytest.fixture
def taken_apart(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What is handed on to be looked into, instead of carried out."""
    handed: list[list[str]] = []

    def hand_on(given: list[str]) -> int:
        handed.append(given)
        return 0

    monkeypatch.setattr(application, "carry_out", hand_on)
    return handed


@pytest.mark.parametrize(
    "more",
    [
        (),
        ("--json",),
        ("--dry-run", "--json"),
        ("--round", "r1"),
        ("--scheduler", "tcp://10.0.0.1:8786"),
    ],
)
def test_options_in_full_are_understood(
    settled: TestBoard, taken_apart: list[list[str]], more: tuple[str, ...]
) -> None:
    assert settled.run("", *more).code == 3
    assert settled.command("run", *more, settled.folder).code == 3
    assert taken_apart == []


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--help",),
        ("{board}", "--round"),
        ("{board}", "--round", "--json"),
        ("{board}", "--round", "r2"),
        ("{board}", "--round=r1"),
        ("{board}", "--nosuch"),
        ("{board}", "{board}"),
        ("--", "{board}"),
    ],
)
def test_all_else_is_looked_into(settled: TestBoard, taken_apart: list[list[str]], words: tuple[str, ...]) -> None:
    given = ["run", *(word.format(board=settled.folder) for word in words)]
    said = settled.command(*given)
    assert taken_apart == [given]
    assert (said.out, said.err) == ("", "")


def test_a_folder_that_is_no_board_is_said_at_once(settled: TestBoard, taken_apart: list[list[str]]) -> None:
    said = settled.command("run", Path("nowhere"))
    assert (said.code, taken_apart) == (1, [])
    assert "there is no such folder" in said.err

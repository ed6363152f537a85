from __future__ import annotations

import io
import subprocess
import sys
import time
from pathlib import Path

import pytest

from roundbook import cli, report
from roundbook.page import server
from tests.roundbook.boards import TestBoard

COMMANDS = ("demo", "open", "init", "run", "close", "forms", "rebuild", "rounds", "diff", "extract", "link")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(board: TestBoard, command: str) -> None:
    said = board.command(command, "--help")
    assert said.code == 0
    assert f"roundbook {command}" in said.out


@pytest.mark.parametrize("command", COMMANDS)
def test_no_help_speaks_of_a_programs_types(board: TestBoard, command: str) -> None:
    said = board.command(command, "--help").out
    assert not set("<>{}") & set(said)
    assert "[[" not in said


def test_the_help_of_a_command_names_what_it_asks_for(board: TestBoard) -> None:
    lines = [line.rstrip() for line in board.command("close", "--help").out.splitlines()]
    assert lines[0] == "Usage: roundbook close [OPTIONS] FOLDER"
    assert "  FOLDER  The board's folder.  [required]" in lines


def test_help_lists_every_command(board: TestBoard) -> None:
    said = board.command("--help")
    assert said.code == 0
    assert all(f" {command} " in said.out for command in COMMANDS)


def test_no_command_is_described_in_half_a_sentence(board: TestBoard) -> None:
    lines = [line.strip() for line in board.command("--help").out.splitlines() if line.startswith("  ")]
    described = [line for line in lines if line.split(" ")[0] in COMMANDS]
    assert len(described) == len(COMMANDS)
    assert all(line.endswith(".") and not line.endswith("...") for line in described)


@pytest.mark.parametrize(
    "arguments", [("nosuch",), ("run",), ("run", "x", "--nosuch"), ("link", "rows.csv"), ("diff", "only-one")]
)
def test_wrong_use_is_said_on_the_side_of_talk(board: TestBoard, arguments: tuple[str, ...]) -> None:
    said = board.command(*arguments)
    assert said.code == 1
    assert said.out == ""
    assert said.err


def test_without_a_command_a_program_is_shown_the_help(board: TestBoard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    said = board.command()
    assert said.code == 1
    assert "Usage: roundbook" in said.err


def test_without_a_command_a_person_is_shown_the_page(board: TestBoard, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[server.Opening] = []
    monkeypatch.setattr(cli, "is_somebody_there", lambda: True)
    monkeypatch.setattr(server, "serve", lambda opening, tell: opened.append(opening))
    assert board.command().code == 0
    assert opened == [server.Opening(None, 0, has_browser=True)]


def test_help_answers_before_the_heavy_parts_are_loaded() -> None:
    script = "import sys; from roundbook.cli import main; main(['--help']); print(*sys.modules, file=sys.stderr)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stderr.split()
    assert not {"pandas", "pdfplumber", "docx", "openpyxl", "rapidfuzz", "lxml", "pydantic", "rich"} & set(loaded)


def test_nothing_is_asked_and_nothing_moves_without_a_terminal(board: TestBoard) -> None:
    board.send("Housing.docx", "Housing", ("HOU-1", "Held."))
    command = [sys.executable, "-m", "roundbook.cli", "run", str(board.folder), "--round", "r1"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0
    assert "\x1b" not in done.stdout + done.stderr
    assert "\r" not in done.stderr


def test_names_of_files_cannot_move_the_cursor(board: TestBoard) -> None:
    board.send("Housing.docx", "Housing", ("HOU-1", "Held."))
    if sys.platform == "win32":
        pytest.skip("Windows has no such names")
    (board.inbox / "\x1b[2J[red]evil.docx").write_bytes(b"")
    said = board.run("r1")
    assert "\x1b[2J" not in said.err
    assert "[red]evil.docx" in said.err


def test_rounds_are_listed_with_their_state(board: TestBoard, two_rounds: TestBoard) -> None:
    said = board.command("rounds", board.folder)
    assert (said.code, said.out) == (0, "")
    assert "There is no round yet" in said.err
    first, second = (line for line in board.command("rounds", two_rounds.folder).out.splitlines() if "read" in line)
    assert "closed" in first
    assert "2 first update, 2 no new update" in first
    assert "open" in second


def test_closing_says_what_is_left_unlinked(doubtful: TestBoard) -> None:
    said = doubtful.command("close", doubtful.folder)
    assert said.code == 0
    assert said.err.startswith("Round r1 is closed. 1 of its rows is linked to nothing.")


def test_there_must_be_a_round_to_close(board: TestBoard) -> None:
    said = board.command("close", board.folder)
    assert said.code == 1
    assert "no round is open" in said.err


def test_looking_makes_no_files(board: TestBoard) -> None:
    before = sorted(board.folder.rglob("*"))
    board.command("rounds", board.folder)
    board.command("close", board.folder)
    assert [path for path in sorted(board.folder.rglob("*")) if path.name != "roundbook.lock"] == before


@pytest.fixture
def in_another_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    if not hasattr(time, "tzset"):
        pytest.skip("the time zone cannot be set here")
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("LC_ALL", "C")
    time.tzset()


@pytest.mark.usefixtures("in_another_zone")
def test_an_odd_zone_and_locale_change_nothing_but_the_month_in_a_name(board: TestBoard) -> None:
    board.send("Housing.docx", "Housing", ("HOU-1", "Held in the caf\u00e9."))
    assert board.entries()["HOU-1"]["update"] == "Held in the caf\u00e9."


def test_extract_prints_every_key(board: TestBoard) -> None:
    path = board.send("Housing.docx", "Housing", ("HOU-1", "Held."))
    said = board.command("extract", path, "--json")
    assert said.code == 0
    (document,) = said.json["documents"]
    assert list(document) == [
        "path", "sha256", "format", "outcome", "findings", "words", "left_over", "tables", "returns",
    ]  # fmt: skip
    assert list(document["words"]) == ["document", "rows", "particulars", "left_over"]
    cell = document["tables"][0]["cells"][0]
    assert list(cell) == [
        "row", "col", "rowspan", "colspan", "text", "struck", "fill", "links", "comments", "pictures", "note",
    ]  # fmt: skip
    (sent,) = document["returns"]
    assert list(sent) == [
        "agency", "agency_as_written", "provided_by", "reviewed_by", "evidence", "summary", "updates",
    ]  # fmt: skip
    (update,) = sent["updates"]
    assert list(update) == [
        "kind", "number", "number_as_written", "recommendation", "update", "evidence", "action", "lead", "by_when",
        "status", "rating", "struck", "comments", "links", "place",
    ]  # fmt: skip
    assert update["place"] == {"page": None, "table": 1, "row": 2}
    assert update["rating"] is None


def test_extract_shows_rows_to_a_person(board: TestBoard) -> None:
    said = board.command("extract", board.send("Housing.docx", "Housing", ("HOU-1", "Held.")))
    assert said.code == 0
    assert "Agency: Housing" in said.out
    assert "Held." in said.out


def test_extract_says_why_a_file_cannot_be_read(board: TestBoard) -> None:
    good, bad = board.send("Housing.docx", "Housing", ("HOU-1", "Held.")), board.inbox / "bad.docx"
    bad.write_bytes(b"")
    said = board.command("extract", bad, "--json")
    assert said.code == 2
    (document,) = said.json["documents"]
    assert (document["outcome"], document["tables"], document["returns"]) == ("unread", [], [])
    assert "It is empty" in document["findings"][0]["message"]
    assert board.command("extract", good, bad).code == 3
    assert board.command("extract", Path("nowhere.docx")).code == 1


def test_extract_shows_the_first_rows_of_very_many(board: TestBoard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "MOST_ROWS_SHOWN", 2)
    sent = board.send("Housing.docx", "Housing", *((f"Train the staff of team {n}.", f"Held {n}.") for n in range(5)))
    said = board.command("extract", sent)
    assert "Held 1." in said.out
    assert "Held 2." not in said.out
    assert "... and 3 more rows; with --json all of them are printed." in said.out

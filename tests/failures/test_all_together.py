"""The whole failure set in one inbox: every file ends in its outcome, and nothing leaves the board's folder."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.escape import unescape

from ingest.folder import printable_name
from ingest.hashing import LARGEST_BYTES, hash_file
from tests.failures.case import Case
from tests.failures.failure_set import CASES, make_failing_board, subject_of
from tests.failures.system_calls import why_not

STARTED = re.compile(r'execve\("([^"]+)".* = 0$')
MADE = re.compile(
    r'^\d+ +(?:openat\(AT_FDCWD, "(?=[^"]+", [A-Z_|]*O_(?:WRONLY|RDWR|CREAT))|(?:mkdir|rename|link|symlink)\(")([^"]+)'
)
NO_NETWORK = ("unshare", "--map-root-user", "--net")
LONGEST_CELL = 32_767
"""What a cell of a workbook can hold."""
EXPECTED = {
    **{printable_name(case.name): case.outcome for case in CASES if case.outcome != "none"},
    **{name: outcome for case in CASES for name, outcome in case.others},
}
WITH_ROW = [case for case in CASES if case.is_read_whole]


@dataclass(frozen=True)
class Ran:
    """A run over the failure set, cut off from the network where the system allows it."""

    board: Path
    code: int
    err: str
    answer: dict[str, Any]
    left_outside: list[str]
    """The files in its home and temporary folders afterwards."""
    calls: list[str]
    """What it asked of the system, as strace writes it; empty where there is no strace."""

    @property
    def workbook(self) -> Path:
        return self.board / "rounds" / "r1" / "consolidated.xlsx"


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    folder = tmp_path_factory.mktemp("all")
    board = make_failing_board(folder / "board")
    outside = folder / "outside"
    outside.mkdir()
    before = _contents(board / "inbox")
    homes = dict.fromkeys(("HOME", "TMPDIR", "XDG_CACHE_HOME"), str(outside))
    record = folder / "record"
    said = subprocess.run(
        [
            *_cut_off(),
            *_watched(record),
            sys.executable,
            "-B",
            "-m",
            "roundbook",
            "run",
            str(board),
            "--round",
            "r1",
            "--json",
        ],
        capture_output=True,
        check=False,
        cwd=outside,
        env={**os.environ, **homes, "PYTHONPATH": str(Path.cwd())},
    )
    assert _contents(board / "inbox") == before
    answer = json.loads(said.stdout) if said.stdout else {}
    left = [path.name for path in outside.rglob("*")]
    calls = record.read_text("utf-8", "replace").splitlines() if record.exists() else []
    return Ran(board, said.returncode, said.stderr.decode("utf-8"), answer, left, calls)


def _cut_off() -> tuple[str, ...]:
    can = shutil.which("unshare") and subprocess.run([*NO_NETWORK, "true"], check=False, capture_output=True)
    return NO_NETWORK if can and can.returncode == 0 else ()


def _watched(record: Path) -> tuple[str, ...]:
    """Return what has strace write down the files a run makes, and the programs and connections it starts."""
    calls = "execve,connect,openat,open,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat"
    traced = ",".join(f"?{name}" for name in calls.split(","))
    return () if why_not() else ("strace", "-f", "--seccomp-bpf", "-qq", "-o", str(record), "-e", f"trace={traced}")


def _contents(inbox: Path) -> dict[str, str]:
    files = [path for path in inbox.rglob("*") if path.is_file() and not path.is_symlink()]
    return {str(path): hash_file(path) for path in files if path.stat().st_size < LARGEST_BYTES}


def test_every_file_ends_in_exactly_its_outcome(ran: Ran) -> None:
    assert {each["path"]: each["outcome"] for each in ran.answer["documents"]} == EXPECTED
    assert ran.code == 3


@pytest.mark.parametrize("case", [case for case in CASES if case.says], ids=lambda case: ascii(case.name)[:60])
def test_every_message_says_what_matters(ran: Ran, case: Case) -> None:
    (message,) = (each["message"] for each in ran.answer["documents"] if each["path"] == printable_name(case.name))
    for words in case.says:
        assert words in message


def test_every_good_return_comes_through_word_for_word(ran: Ran) -> None:
    entries = {each["id"]: each["update"] for each in ran.answer["entries"]}
    for case in WITH_ROW:
        assert case.expected_update(subject_of(case)) in entries[subject_of(case).id], case.name


def test_what_the_agencies_wrote_stands_in_the_workbook_as_text(ran: Ran) -> None:
    book = openpyxl.load_workbook(ran.workbook)
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line if isinstance(cell.value, str)]
    held = {unescape(str(cell.value)) for cell in cells}  # as Excel shows them (ECMA-376 part 1, 22.4.2.4)
    for case in WITH_ROW:
        update = case.expected_update(subject_of(case))
        if len(update) <= LONGEST_CELL and case.about != "same day":
            assert update in held, case.name
    formulas = [str(cell.value) for cell in cells if cell.data_type == "f"]
    assert not [value for value in formulas if "127.0.0.1" in value or "cmd" in value or "SUM(1+1)" in value]


def test_nothing_in_a_document_or_its_name_becomes_part_of_the_page(ran: Ran) -> None:
    page = (ran.workbook.parent / "changes.html").read_text("utf-8")
    for harm in ("<script>fetch", "<img src=x", "<b>bold", "\x1b", "\N{RIGHT-TO-LEFT OVERRIDE}xcod"):
        assert harm not in page
    assert "default-src 'none'" in page


def test_nothing_in_a_name_reaches_the_terminal_as_a_command(ran: Ran) -> None:
    for sign in ("\x1b", "\x07", "\N{RIGHT-TO-LEFT OVERRIDE}"):
        assert sign not in ran.err
    assert "[bold red]" not in ran.err


def test_nothing_is_left_outside_the_board_and_nothing_ran(ran: Ran) -> None:
    assert ran.left_outside == []
    assert {path.name for path in ran.board.iterdir()} == {
        "inbox",
        "master.csv",
        "readings.db",
        "roundbook.db",
        "roundbook.lock",
        "rounds",
    }
    assert not list(ran.board.rglob("pwned"))


@pytest.mark.skipif(bool(why_not()), reason=why_not())
def test_no_program_but_itself_is_started_and_nobody_is_called(ran: Ran) -> None:
    started = [found[1] for each in ran.calls if (found := STARTED.search(each))]
    assert started
    assert {Path(each).name for each in started} <= {Path(sys.executable).name}
    assert not [each for each in ran.calls if "AF_INET" in each]


@pytest.mark.skipif(bool(why_not()), reason=why_not())
def test_no_file_is_made_outside_the_board_and_its_own_temporary_folder(ran: Ran) -> None:
    made = [found[1] for each in ran.calls if (found := MADE.search(each))]
    assert any("consolidated.xlsx" in each for each in made)
    allowed = (str(ran.board), str(ran.board.parent / "outside"), "/dev/")
    assert [each for each in made if not each.startswith(allowed)] == []


def test_copies_are_kept_of_what_was_read_and_of_nothing_else(ran: Ran) -> None:
    received = ran.workbook.parent / "received"
    kept = {path.relative_to(received).as_posix() for path in received.rglob("*") if path.is_file()}
    counted = {path for path, outcome in EXPECTED.items() if outcome in {"read", "partial", "duplicate", "superseded"}}
    counted.remove("first, sent twice.docx")  # the same bytes as another
    holding = {path for path in counted if any(other.startswith(f"{path}/") for other in EXPECTED)}
    beside = {f"{path}/{path.rpartition('/')[2]}" for path in holding}  # with what was in them
    assert kept == (counted - holding) | beside

"""Two runs at once, a lock nobody holds any more, and a workbook that is open in another program."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.roundbook.boards import TestBoard, tree

HOLD = """
import sys, time
from pathlib import Path
from roundbook.locking import hold
with hold(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@contextmanager
def _held_by_another(board: TestBoard) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", HOLD, str(board.folder / "roundbook.lock")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        yield other
        other.kill()


def test_a_second_run_in_another_process_is_told_to_wait(run_once: TestBoard) -> None:
    before = tree(run_once.folder)
    with _held_by_another(run_once):
        said = run_once.run()
    assert said.code == 5
    assert "another run is under way" in said.err
    assert tree(run_once.folder) == before


def test_a_lock_left_by_a_run_that_was_killed_holds_nobody_up(run_once: TestBoard) -> None:
    with _held_by_another(run_once) as other:
        other.kill()
        other.wait()
    assert (run_once.folder / "roundbook.lock").exists()
    assert run_once.run().code == 0


def test_of_two_runs_started_at_once_one_does_the_work(run_once: TestBoard) -> None:
    command = [sys.executable, "-m", "roundbook", "run", str(run_once.folder)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    runs = [
        subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL, env=environment) for _ in "ab"
    ]
    codes = sorted(each.wait() for each in runs)
    # Where one has ended before the other began, both have done it.
    assert codes in ([0, 5], [0, 0])
    assert run_once.entries()["POL-1"]["update"] == "Sent."


def test_a_workbook_held_by_another_program_changes_nothing(
    run_once: TestBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target.name == "consolidated.xlsx":
            raise PermissionError(13, "The process cannot access the file because it is being used by another process")
        return replace(self, target)

    before = tree(run_once.folder)
    monkeypatch.setattr(Path, "replace", refuse)
    said = run_once.run()
    assert said.code == 4
    assert "open in another program" in said.err
    assert "nothing was changed" in said.err
    assert tree(run_once.folder) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
@pytest.mark.parametrize("size", [0, 5_000, 12_000])
def test_a_disk_that_fills_up_in_the_middle_of_a_file_changes_nothing(run_once: TestBoard, size: int) -> None:
    script = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}));"
        "from roundbook.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    before = tree(run_once.folder)
    said = subprocess.run(
        [sys.executable, "-B", "-c", script, "run", str(run_once.folder)], check=False, capture_output=True, text=True
    )
    if said.returncode == 0:
        assert size > 10_000
        return
    assert said.returncode == 4, said.stderr
    assert "nothing was changed" in said.stderr
    assert tree(run_once.folder) == before
    assert run_once.entries()["POL-1"]["update"] == "Sent."


def _is_gone(group: int) -> bool:
    """Tell whether the last process of a group ends within some seconds."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_a_run_stopped_by_the_keyboard_says_so_and_leaves_no_child(run_once: TestBoard) -> None:
    command = [sys.executable, "-m", "roundbook", "run", str(run_once.folder)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=environment, start_new_session=True) as started:
        time.sleep(1.0)
        os.killpg(started.pid, signal.SIGINT)
        started.wait(60)
    assert started.returncode in {130, 0, -signal.SIGINT, 1}
    assert _is_gone(started.pid)
    assert run_once.entries()["POL-1"]["update"] == "Sent."

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.roundbook.boards import TestBoard

SECONDS_TO_END = 30


@contextmanager
def _opened(memory: Path, *arguments: str | Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Give the program with its page open, and the first address it printed."""
    command = [sys.executable, "-m", "roundbook", "open", "--no-browser", *map(str, arguments)]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "XDG_CONFIG_HOME": str(memory)},
        # Where the tests themselves run in the background of a shell, Ctrl-C is switched off for all they start.
        preexec_fn=None if os.name == "nt" else _hear_ctrl_c,  # noqa: PLW1509 - no thread is running yet
    ) as program:
        assert program.stdout is not None
        try:
            yield program, program.stdout.readline().strip()
        finally:
            program.kill()


def _hear_ctrl_c() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_the_page_is_open_until_it_is_closed(board: TestBoard, tmp_path: Path) -> None:
    with _opened(tmp_path, board.folder) as (program, address):
        origin = address.partition("/begin")[0]
        _check_alone(int(origin.rpartition(":")[2]))
        with httpx.Client(base_url=origin, headers={"origin": origin}, follow_redirects=True) as browser:
            shown = browser.get(address)
            assert shown.url.path.startswith("/boards/")
            assert "Drop returns here" in shown.text
            assert browser.post("/stop", data={"x": ""}).status_code == 200
        assert program.wait(SECONDS_TO_END) == 0


def _check_alone(port: int) -> None:
    """See that another address of this computer does not answer: then no other computer reaches it either."""
    with socket.socket() as other, pytest.raises(OSError, match="refused"):
        other.connect(("127.0.0.2", port))


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signal to one program alone")
def test_ctrl_c_closes_it_as_well(tmp_path: Path) -> None:
    with _opened(tmp_path) as (program, address):
        assert address.startswith("http://127.0.0.1:")
        program.send_signal(signal.SIGINT)
        assert program.wait(SECONDS_TO_END) == 0
        assert program.stderr is not None
        assert "Interrupted" not in program.stderr.read()


def test_a_port_that_is_taken_is_named(board: TestBoard, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        said = board.command("open", "--no-browser", "--port", port)
    assert said.code == 1
    assert f"Port {port} cannot be used" in said.err


def test_a_folder_that_is_no_board_is_named(board: TestBoard, tmp_path: Path) -> None:
    said = board.command("open", "--no-browser", tmp_path / "nowhere")
    assert said.code == 1
    assert "there is no such folder" in said.err

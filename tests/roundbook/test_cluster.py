"""A cluster reads what this computer reads, cell for cell, even if it loses a worker on the way."""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ingest.folder import Fate, FoundFile, find_files
from ingest.model import UnreadDocument
from normalize.vocabulary import Vocabulary
from roundbook import cluster
from roundbook.cluster import OtherEditionError, Parcel, connect, read_parcel
from roundbook.errors import UsageError
from roundbook.reading import Errand, read_return, read_returns
from roundbook.workers import CannotStartError
from tests.roundbook.boards import TestBoard

if TYPE_CHECKING:
    from distributed import LocalCluster

distributed = pytest.importorskip("distributed", reason="Dask is not installed")
pytestmark = pytest.mark.filterwarnings("ignore")  # Dask's own, about this computer


@pytest.fixture(scope="module")
def two_workers() -> Iterator[LocalCluster]:
    """A cluster of two worker processes on this computer."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=True
    ) as made:
        yield made


@pytest.fixture
def files(board: TestBoard) -> tuple[FoundFile, ...]:
    for number in range(6):
        board.send(f"Housing {number}.docx", "Housing", ("HOU-1", f"Held {number} times."), ("HOU-2", "Under way."))
    (board.inbox / "Police.docx").write_bytes(b"PK\x03\x04 and no more")
    (board.inbox / "Notes.csv").write_text("Recommendation,Update\nTrain the staff.,Done.\n")
    return find_files(board.inbox)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such signals")
def test_it_reads_the_same_though_a_worker_is_lost(two_workers: LocalCluster, files: tuple[FoundFile, ...]) -> None:
    here = read_returns(files, Vocabulary(), lambda *_: None)
    pids = [worker.process.pid for worker in two_workers.workers.values()]
    killed: list[int] = []

    def kill_one(done: int, *_: object) -> None:
        if done and not killed:
            killed.append(pids[0])
            os.kill(pids[0], signal.SIGKILL)

    with connect(two_workers.scheduler_address) as executor:
        assert read_returns(files, Vocabulary(), kill_one, executor) == here
    assert killed


def test_a_run_on_a_cluster_says_what_a_run_here_says(
    two_workers: LocalCluster, board: TestBoard, files: tuple[FoundFile, ...]
) -> None:
    assert files
    said = board.run("r1", "--json", "--scheduler", two_workers.scheduler_address)
    (board.folder / "readings.db").unlink()
    assert board.run("r1", "--json").json == said.json


def test_a_file_that_vanished_is_unread(two_workers: LocalCluster, tmp_path: Path) -> None:
    gone = FoundFile("Gone.docx", tmp_path / "Gone.docx", Fate.READ)
    with connect(two_workers.scheduler_address) as executor:
        (reading,) = read_returns([gone], Vocabulary(), lambda *_: None, executor)
    assert isinstance(reading, UnreadDocument)
    assert reading.code == "vanished"


def test_where_no_scheduler_answers_it_says_so(board: TestBoard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "ANSWER_SECONDS", "1 s")
    said = board.run("r1", "--scheduler", "tcp://127.0.0.1:9")
    assert said.code == 1
    assert "no Dask scheduler answers there" in said.err


def test_without_dask_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r"needs the extra .dask."), connect("tcp://127.0.0.1:9"):
        pass


def test_a_worker_of_another_edition_reads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_worker_name", lambda: "tcp://10.0.0.7:1234")
    parcel = Parcel(Errand(Path("a.docx"), "a.docx", Vocabulary(), {}), b"", {}, "another")
    with pytest.raises(OtherEditionError, match=r"^tcp://10.0.0.7:1234: has another edition"):
        read_parcel(parcel, read_return)


@pytest.mark.parametrize("error", [OtherEditionError("tcp://10.0.0.7:1234"), CannotStartError()])
def test_its_errors_come_over_the_line_as_they_are(error: Exception) -> None:
    assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301 - our own

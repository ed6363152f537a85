"""A child process that dies, hangs or fills the memory costs what it was doing, and nothing else."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from ingest.folder import Fate, FoundFile
from ingest.model import UnreadDocument
from normalize.vocabulary import Vocabulary
from roundbook import reading
from roundbook.confinement import MEGABYTE, Limits
from roundbook.reading import read_returns
from roundbook.workers import ChildDiedError, TooSlowError, Workers, count_children
from tests.roundbook.boards import write_return

LIMITS = Limits(memory=700 * MEGABYTE)


def double(number: int) -> int:
    return 2 * number


def whose(_: int) -> int:
    return os.getpid()


def sleep(seconds: float) -> None:
    time.sleep(seconds)


def die(number: int) -> None:
    os.kill(os.getpid(), number)


def fill_memory(_: int) -> int:
    return len(bytearray(1 << 32))


def fail(_: int) -> None:
    raise ValueError("told")


def speak(_: int) -> None:
    print("a word of a document")  # noqa: T201 - it must not be heard
    sys.stderr.write("another")
    os.write(1, b"a third")


class Listening(ThreadPoolExecutor):
    """Remembers in which order documents are begun."""

    def __init__(self) -> None:
        super().__init__(1)
        self.asked: list[str] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401 - as Executor
        self.asked.append(args[0].name)
        return super().submit(fn, *args, **kwargs)


@pytest.fixture
def workers() -> Workers:
    return Workers(1, lambda _: 20.0, LIMITS)


def test_a_child_is_kept_from_task_to_task(workers: Workers) -> None:
    with workers:
        first, second = (workers.submit(whose, 0).result() for _ in range(2))
    assert first == second != os.getpid()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such signals")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV, signal.SIGXCPU])
def test_a_child_that_dies_is_replaced(workers: Workers, number: int) -> None:
    with workers:
        with pytest.raises(ChildDiedError):
            workers.submit(die, number).result()
        assert workers.submit(double, 4).result() == 8


def test_a_child_that_takes_too_long_is_ended_and_replaced() -> None:
    started = time.monotonic()
    with Workers(1, lambda seconds: min(seconds, 1.0) or 20.0, LIMITS) as workers:
        with pytest.raises(TooSlowError):
            workers.submit(sleep, 600).result()
        workers.submit(sleep, 0).result()
    assert time.monotonic() - started < 60


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps to a limit on memory")
def test_a_child_may_use_so_much_memory_and_no_more(workers: Workers) -> None:
    with workers, pytest.raises(MemoryError):
        workers.submit(fill_memory, 0).result()


def test_what_a_task_raises_is_raised_here_and_the_child_goes_on(workers: Workers) -> None:
    with workers:
        with pytest.raises(ValueError, match="told"):
            workers.submit(fail, 0).result()
        assert workers.submit(double, 1).result() == 2


def test_nothing_a_child_prints_is_heard(workers: Workers, capfd: pytest.CaptureFixture[str]) -> None:
    with workers:
        workers.submit(speak, 0).result()
    assert capfd.readouterr() == ("", "")


def test_leaving_early_ends_children_at_work() -> None:
    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt), Workers(1, lambda _: 600.0) as workers:  # noqa: PT012 - a task, then the error
        workers.submit(sleep, 600)
        raise KeyboardInterrupt
    assert time.monotonic() - started < 60


def test_there_are_no_more_children_than_tasks() -> None:
    assert count_children(1) == 1
    assert 1 <= count_children(1_000) <= 8


def _files(folder: Path) -> list[FoundFile]:
    names = ("Housing.docx", "Police.docx", "Schools.docx")
    paths = [write_return(folder / name, name.removesuffix(".docx"), ("HOU-1", f"By {name}.")) for name in names]
    return [FoundFile(path.name, path, Fate.READ) for path in paths]


def test_the_result_does_not_hang_on_who_reads_or_how_many(tmp_path: Path) -> None:
    files = _files(tmp_path)
    alone = read_returns(files, Vocabulary(), lambda *_: None)
    with ThreadPoolExecutor(3) as threads:
        assert read_returns(files, Vocabulary(), lambda *_: None, threads) == alone
    assert read_returns(files[::-1], Vocabulary(), lambda *_: None) == alone[::-1]


def test_the_largest_document_is_begun_first(tmp_path: Path) -> None:
    files = tuple(FoundFile(name, tmp_path / name, Fate.READ) for name in ("a.docx", "b.docx", "c.docx", "gone.docx"))
    for file, size in zip(files, (10, 30, 20), strict=False):
        file.path.write_bytes(b"-" * size)
    with Listening() as thread:
        found = read_returns(files, Vocabulary(), lambda *_: None, thread)
    assert thread.asked == ["b.docx", "c.docx", "a.docx", "gone.docx"]
    assert [each.path for each in found if isinstance(each, UnreadDocument)] == [file.name for file in files]


def test_a_reader_that_dies_costs_its_document_alone(tmp_path: Path) -> None:
    files = _files(tmp_path)
    with Workers(1, _too_short_for_police) as workers:
        first, lost, last = read_returns(files, Vocabulary(), lambda *_: None, workers)
    assert isinstance(lost, UnreadDocument)
    assert lost.code == "too-slow"
    assert lost.reason.startswith("Police.docx: ")
    assert lost.format == "docx"
    assert not isinstance(first, UnreadDocument)
    assert not isinstance(last, UnreadDocument)


def _too_short_for_police(errand: reading.Errand) -> float:
    return 0.0 if errand.name == "Police.docx" else 20.0

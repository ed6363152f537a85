"""A run of which nothing has changed since the last one says the same without doing anything."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from roundbook import batch, finished, outcomes
from roundbook.board import Board
from roundbook.finished import Finished, find_finished
from roundbook.locking import hold
from roundbook.runs import RunOptions
from roundbook.telling import list_details, tell
from tests.roundbook.boards import TEXTS, Said, TestBoard, copy_board, make_board, tree


@pytest.fixture(scope="module")
def settled_once(tmp_path_factory: pytest.TempPathFactory) -> TestBoard:
    board = make_board(tmp_path_factory.mktemp("settled") / "board")
    board.send("Housing.docx", "Housing", ("HOU-1", "Held in May."), ("Something else altogether", "Words."))
    (board.inbox / "Police.pdf").write_bytes(b"%PDF-1.4 and no more")
    (board.folder / "roundbook.toml").write_text('[board]\nname = "Northmere"\n')
    board.run("r1")
    return board


@pytest.fixture
def settled(settled_once: TestBoard, tmp_path: Path) -> TestBoard:
    """A board that was run, and nothing has happened since."""
    return copy_board(settled_once, tmp_path / "board")


def said(answer: Said) -> tuple[int, str, str]:
    return answer.code, answer.out, answer.err


def test_it_says_the_same_and_touches_no_file(settled: TestBoard, monkeypatch: pytest.MonkeyPatch) -> None:
    (settled.folder / "readings.db").unlink()
    worked_out = [said(settled.run("", *more)) for more in ((), ("--json",))]
    before = tree(settled.folder)
    monkeypatch.setattr(batch, "run", None)
    assert [said(settled.run("", *more)) for more in ((), ("--json",))] == worked_out
    assert said(settled.run("r1")) == worked_out[0]
    assert tree(settled.folder) == before


def test_what_is_kept_is_all_the_run_tells(settled: TestBoard) -> None:
    options = RunOptions(datetime.now(UTC))
    (settled.folder / "readings.db").unlink()
    result = batch.run(Board(settled.folder), options, lambda *_: None)
    assert find_finished(Board(settled.folder), options) == Finished(tell(result), tuple(list_details(result)))


def test_a_dry_run_says_that_nothing_was_written(settled: TestBoard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "run", None)
    assert "this was a dry run" in settled.run("", "--dry-run").err


def send_another(board: TestBoard) -> None:
    board.send("Police.docx", "Police", ("POL-1", "Sent."))


def send_other_words(board: TestBoard) -> None:
    board.send("Housing.docx", "Housing", ("HOU-1", "Held in June."))


def rename_a_return(board: TestBoard) -> None:
    (board.inbox / "Housing.docx").rename(board.inbox / "Homes.docx")


def put_a_link_in_the_inbox(board: TestBoard) -> None:
    (board.inbox / "link.docx").symlink_to(board.inbox / "Housing.docx")


def change_the_master_list(board: TestBoard) -> None:
    path = board.folder / "master.csv"
    path.write_text(path.read_text("utf-8").replace(TEXTS["HOU-2"], "Other words."), "utf-8")


def change_the_configuration(board: TestBoard) -> None:
    (board.folder / "roundbook.toml").write_text('[board]\nname = "Southmere"\n')


def delete_the_change_log(board: TestBoard) -> None:
    (board.round("r1") / "changes.html").unlink()


def change_the_workbook(board: TestBoard) -> None:
    path = board.round("r1") / "consolidated.xlsx"
    path.write_bytes(path.read_bytes() + b" ")


def delete_a_copy(board: TestBoard) -> None:
    (board.round("r1") / "received" / "Housing.docx").unlink()


def open_the_workbook(board: TestBoard) -> None:
    (board.round("r1") / "~$consolidated.xlsx").write_bytes(b"somebody")


def close_the_round(board: TestBoard) -> None:
    assert board.command("close", board.folder).code == 0


@pytest.mark.parametrize(
    "change",
    [
        send_another,
        send_other_words,
        rename_a_return,
        put_a_link_in_the_inbox,
        change_the_master_list,
        change_the_configuration,
        delete_the_change_log,
        change_the_workbook,
        delete_a_copy,
        open_the_workbook,
        close_the_round,
    ],
)
def test_after_any_change_it_is_run(settled: TestBoard, change: Callable[[TestBoard], None]) -> None:
    board = Board(settled.folder)
    options = RunOptions(datetime.now(UTC))
    assert find_finished(board, options)
    change(settled)
    assert find_finished(board, options) is None


def test_another_round_another_edition_or_a_damaged_file_is_run(
    settled: TestBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    board = Board(settled.folder)
    assert find_finished(board, RunOptions(datetime.now(UTC), "r2")) is None
    with monkeypatch.context() as changed:
        changed.setattr(finished, "find_edition", lambda: "another")
        assert find_finished(board, RunOptions(datetime.now(UTC))) is None
    board.shelf.write_bytes(b"damaged")
    assert find_finished(board, RunOptions(datetime.now(UTC))) is None


def test_what_may_be_read_the_next_time_is_tried_again(settled: TestBoard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outcomes, "PASSING", {"damaged"})
    (settled.folder / "readings.db").unlink()
    settled.run()
    assert find_finished(Board(settled.folder), RunOptions(datetime.now(UTC))) is None


def test_what_a_run_says_but_once_is_not_said_again(settled: TestBoard) -> None:
    (settled.inbox / "Police.pdf").unlink()
    (settled.inbox / "Housing.docx").rename(settled.inbox / "Homes.docx")
    first, second, third = (settled.run().err for _ in range(3))
    assert "Housing.docx was in this round and is no longer in the inbox" in first
    assert "no longer in the inbox" not in second
    assert third == second


def test_another_run_under_way_is_found_out(settled: TestBoard) -> None:
    with hold(Board(settled.folder).lock):
        assert settled.run().code == 5

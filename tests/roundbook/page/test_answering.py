from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from openpyxl import load_workbook

from match.model import Choice
from roundbook.board import Board
from roundbook.decided import load_decisions
from roundbook.errors import RunUnderWayError, UsageError
from roundbook.ledger import Ledger
from roundbook.locking import hold
from roundbook.page.answering import Said, answer_row, undo
from roundbook.page.sheet import Row, Sheet, load_sheet
from tests.roundbook.boards import TestBoard
from tests.roundbook.conftest import DOUBTFUL

NOON, ONE = "2026-05-01T12:00:00+00:00", "2026-05-01T13:00:00+00:00"
TO_HOU_2 = Said(Choice.LINK, "hou-2", "Ann")
NO_ROW = Said(Choice.NOT_A_RECOMMENDATION, "", "Bob")
SECOND = "Someone should perhaps be told about it."


def _sheet(board: TestBoard) -> Sheet:
    with Ledger(board.folder / "roundbook.db") as ledger:
        sheet = load_sheet(ledger)
    assert sheet is not None
    return sheet


def _row(board: TestBoard) -> Row:
    (row,) = _sheet(board).rows
    return row


def _who_said_what(board: TestBoard) -> list[tuple[str, str]]:
    with Ledger(board.folder / "roundbook.db") as ledger:
        return [(each.who, each.choice.value) for each in load_decisions(ledger)]


def _write(board: TestBoard, words: str, *cells: str, saved: float = 0) -> None:
    """Write an answer in the workbook beside the row with these ``words``, saved so many seconds after now."""
    path = board.round("r1") / "consolidated.xlsx"
    book = load_workbook(path)
    rows = [list(row) for row in book["To check"].iter_rows()]
    headings = next(row for row in rows if any(cell.value == "Decision" for cell in row))
    start = [cell.value for cell in headings].index("Decision")
    (row,) = (row for row in rows if words in [cell.value for cell in row])
    for cell, value in zip(row[start:], cells, strict=False):
        cell.value = value
    book.save(path)
    os.utime(path, (time.time() + saved,) * 2)


def test_an_answer_is_in_the_next_run(doubtful: TestBoard) -> None:
    answer_row(Board(doubtful.folder), _row(doubtful).key, TO_HOU_2, NOON)
    assert (_row(doubtful).waits, _row(doubtful).is_news) == (False, True)
    assert doubtful.entries()["HOU-2"]["update"] == "Under way."
    assert (_row(doubtful).waits, _row(doubtful).is_news) == (False, False)


def test_an_answer_is_kept_with_who_gave_it_and_when(doubtful: TestBoard) -> None:
    answer_row(Board(doubtful.folder), _row(doubtful).key, TO_HOU_2, NOON)
    decision = _row(doubtful).decision
    assert decision is not None
    assert (decision.who, decision.when, decision.ids) == ("Ann", NOON, ("HOU-2",))


def test_a_row_put_off_waits_all_the_same(doubtful: TestBoard) -> None:
    answer_row(Board(doubtful.folder), _row(doubtful).key, Said(Choice.LATER, "", "Ann"), NOON)
    sheet = _sheet(doubtful)
    assert (len(sheet.left), len(sheet.put_off), sheet.rows[0].waits) == (0, 1, True)
    assert doubtful.run().code == 3


@pytest.mark.parametrize(
    ("link_to", "problem"), [("XXX-1", "not an ID"), ("HOU-1; XXX-1", "not an ID"), (" ; ", "No ID")]
)
def test_an_id_that_is_not_on_the_list_is_refused(doubtful: TestBoard, link_to: str, problem: str) -> None:
    with pytest.raises(UsageError, match=problem):
        answer_row(Board(doubtful.folder), _row(doubtful).key, Said(Choice.LINK, link_to, "Ann"), NOON)
    assert _row(doubtful).decision is None


def test_a_row_may_be_linked_to_several(doubtful: TestBoard) -> None:
    answer_row(Board(doubtful.folder), _row(doubtful).key, Said(Choice.LINK, "HOU-2; pol-1", "Ann"), NOON)
    assert doubtful.run_json()["links"][1]["ids"] == ["HOU-2", "POL-1"]


def test_undoing_brings_back_what_held_before(doubtful: TestBoard) -> None:
    board, key = Board(doubtful.folder), _row(doubtful).key
    first = answer_row(board, key, TO_HOU_2, NOON)
    second = answer_row(board, key, NO_ROW, ONE)
    undo(board, second, ONE)
    assert _who_said_what(doubtful) == [("Ann", "link")]
    undo(board, first, ONE)
    assert _row(doubtful).decision is None


def test_an_answer_changed_since_is_not_undone(doubtful: TestBoard) -> None:
    board, key = Board(doubtful.folder), _row(doubtful).key
    first = answer_row(board, key, TO_HOU_2, NOON)
    answer_row(board, key, NO_ROW, ONE)
    with pytest.raises(UsageError, match="changed since"):
        undo(board, first, ONE)
    assert _who_said_what(doubtful) == [("Bob", "not a recommendation")]


def test_an_answer_that_was_run_can_be_taken_back(doubtful: TestBoard) -> None:
    board, key = Board(doubtful.folder), _row(doubtful).key
    answer_row(board, key, TO_HOU_2, NOON)
    doubtful.run()
    answer_row(board, key, Said(None, "", "Ann"), ONE)
    assert (_row(doubtful).waits, _row(doubtful).is_news) == (True, True)
    assert doubtful.run().code == 3


def test_nothing_is_answered_while_a_run_is_under_way(doubtful: TestBoard) -> None:
    board = Board(doubtful.folder)
    key = _row(doubtful).key
    with hold(board.lock), pytest.raises(RunUnderWayError):
        answer_row(board, key, TO_HOU_2, NOON)
    assert _who_said_what(doubtful) == []


def test_the_page_and_the_workbook_each_keep_their_answers(doubtful: TestBoard) -> None:
    doubtful.send("Police.docx", "Police", (SECOND, "Done."))
    doubtful.run()
    on_page = next(row for row in _sheet(doubtful).rows if row.linked.update.recommendation == SECOND)
    _write(doubtful, DOUBTFUL, "link", "HOU-2", "Ann")
    answer_row(Board(doubtful.folder), on_page.key, NO_ROW, NOON)
    assert doubtful.run().code == 0
    assert sorted(_who_said_what(doubtful)) == [("Ann", "link"), ("Bob", "not a recommendation")]


def test_of_two_answers_the_workbooks_holds_if_it_was_saved_later(doubtful: TestBoard) -> None:
    answer_row(Board(doubtful.folder), _row(doubtful).key, NO_ROW, NOON)
    _write(doubtful, DOUBTFUL, "link", "HOU-2", "Ann")
    assert doubtful.run().code == 0
    assert _who_said_what(doubtful) == [("Ann", "link")]


def test_of_two_answers_the_pages_holds_if_it_was_given_later_and_the_other_is_named(doubtful: TestBoard) -> None:
    _write(doubtful, DOUBTFUL, "link", "HOU-2", "Ann", saved=-3600)
    now = time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime())
    answer_row(Board(doubtful.folder), _row(doubtful).key, NO_ROW, now)
    said = doubtful.run()
    assert _who_said_what(doubtful) == [("Bob", "not a recommendation")]
    assert 'answered in the workbook ("link; HOU-2") and, after the workbook was saved, otherwise' in said.err
    assert said.code == 3


def test_a_row_of_another_reviews_return_is_known_again(doubtful: TestBoard) -> None:
    (doubtful.folder / "roundbook.toml").write_text('[board]\nreview = "Child K"\n')
    path = doubtful.send("Police.docx", "Police", ("9. " + SECOND, "Done."))
    _name_review(path, "Child Q")
    doubtful.run()
    row = next(row for row in _sheet(doubtful).rows if SECOND in row.linked.update.recommendation)
    assert row.linked.is_for_other_review
    answer_row(Board(doubtful.folder), row.key, NO_ROW, NOON)
    doubtful.run()
    again = next(row for row in _sheet(doubtful).rows if SECOND in row.linked.update.recommendation)
    assert again.linked.link.decision is not None


def _name_review(path: Path, review: str) -> None:
    from docx import Document

    document = Document(str(path))
    document.paragraphs[0].insert_paragraph_before(f"Serious case review: {review}")
    document.save(str(path))


def test_a_link_made_by_words_is_corrected_and_the_correction_undone(doubtful: TestBoard) -> None:
    (made,) = _sheet(doubtful).linked
    turn = answer_row(Board(doubtful.folder), made.key, TO_HOU_2, NOON)
    assert _sheet(doubtful).linked == ()
    undo(Board(doubtful.folder), turn, ONE)
    assert _sheet(doubtful).linked == (made,)
    answer_row(Board(doubtful.folder), made.key, TO_HOU_2, ONE)
    entries = doubtful.entries()
    assert (entries["HOU-1"]["update"], entries["HOU-2"]["update"]) == ("", "Held.")

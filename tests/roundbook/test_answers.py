from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from openpyxl import load_workbook

from roundbook import answers, staging
from roundbook.decided import load_board_notes, load_decisions
from roundbook.errors import NotWrittenError
from roundbook.ledger import Ledger
from tests.failures.results import read_result
from tests.roundbook.boards import TestBoard
from tests.roundbook.conftest import DOUBTFUL

DECISION, LINK_TO, DECIDED_BY = "Decision", "Link to ID(s)", "Decided by"


def _workbook(board: TestBoard) -> Path:
    return board.round("r1") / "consolidated.xlsx"


def _write(board: TestBoard, sheet_name: str, key: str, **values: str) -> None:
    """Write ``values`` by heading into the row that holds ``key``, as a person would."""
    book = load_workbook(_workbook(board))
    sheet = book[sheet_name]
    headings = next(row for row in sheet.iter_rows() if any(cell.value in values for cell in row))
    names = [cell.value for cell in headings]
    (row,) = (row for row in sheet.iter_rows() if key in [cell.value for cell in row])
    for heading, value in values.items():
        row[names.index(heading)].value = value
    book.save(_workbook(board))


def _decide(board: TestBoard, sheet: str = "To check", **values: str) -> None:
    _write(board, sheet, DOUBTFUL, **values)


def _links(board: TestBoard, name: str = "") -> list[tuple[str, list[str]]]:
    return [(each["decision"], each["ids"]) for each in board.run_json(name)["links"]]


def test_a_decision_links_the_row_and_is_remembered(doubtful: TestBoard) -> None:
    _decide(doubtful, **{DECISION: "link", LINK_TO: "HOU-2", DECIDED_BY: "Ann"})
    said = doubtful.run("", "--json")
    assert said.code == 0
    assert said.json["links"][1]["ids"] == ["HOU-2"]
    assert said.json["entries"][1]["update"] == "Under way."
    assert _links(doubtful) == [("linked", ["HOU-1"]), ("linked", ["HOU-2"])]


def test_a_decision_is_remembered_in_the_next_round(doubtful: TestBoard) -> None:
    _decide(doubtful, **{DECISION: "link", LINK_TO: "HOU-2", DECIDED_BY: "Ann"})
    doubtful.run()
    doubtful.command("close", doubtful.folder)
    doubtful.empty_inbox()
    doubtful.send("Housing August.docx", "Housing", (DOUBTFUL, "Finished."))
    assert doubtful.entries("r2")["HOU-2"]["update"] == "Finished."


def test_a_link_the_program_made_can_be_changed_and_taken_back(doubtful: TestBoard) -> None:
    (key,) = (each["place"] for each in doubtful.run_json()["links"] if each["ids"] == ["HOU-1"])
    book = load_workbook(_workbook(doubtful))
    row_key = next(
        cell.value for row in book["Links made"].iter_rows() for cell in row if str(cell.value).startswith(key)
    )
    _write(doubtful, "Links made", str(row_key), **{DECISION: "link", LINK_TO: "HOU-2", DECIDED_BY: "Ann"})
    assert _links(doubtful)[0] == ("linked", ["HOU-2"])
    _write(doubtful, "Decisions", str(row_key), **{DECISION: "take back", LINK_TO: "", DECIDED_BY: "Ann"})
    assert _links(doubtful)[0] == ("linked", ["HOU-1"])


def test_who_decided_and_when_is_kept(doubtful: TestBoard) -> None:
    _decide(doubtful, **{DECISION: "not a recommendation", DECIDED_BY: "Ann"})
    doubtful.run()
    with Ledger(doubtful.folder / "roundbook.db") as ledger:
        (decision,) = load_decisions(ledger)
    assert (decision.who, decision.choice.value, decision.recommendation) == ("Ann", "not a recommendation", DOUBTFUL)
    assert decision.when[:2] == "20"
    assert decision.when[10] == "T"


def test_a_decision_taken_back_is_kept_as_taken_back(doubtful: TestBoard) -> None:
    _decide(doubtful, **{DECISION: "link", LINK_TO: "HOU-2", DECIDED_BY: "Ann"})
    doubtful.run()
    _decide(doubtful, "Decisions", **{DECISION: "take back", LINK_TO: "", DECIDED_BY: "Bob"})
    assert doubtful.run().code == 3
    with sqlite3.connect(doubtful.folder / "roundbook.db") as base:
        assert base.execute("SELECT count(*), count(taken_back) FROM decisions").fetchone() == (1, 1)
    base.close()


def test_a_decision_changed_replaces_the_first(doubtful: TestBoard) -> None:
    _decide(doubtful, **{DECISION: "link", LINK_TO: "HOU-2", DECIDED_BY: "Ann"})
    doubtful.run()
    _decide(doubtful, "Decisions", **{LINK_TO: "HOU-1", DECIDED_BY: "Bob"})
    assert _links(doubtful)[1] == ("linked", ["HOU-1"])
    with Ledger(doubtful.folder / "roundbook.db") as ledger:
        assert [(each.who, each.ids) for each in load_decisions(ledger)] == [("Bob", ("HOU-1",))]


def test_an_answer_never_comes_to_a_row_that_has_taken_the_others_place(doubtful: TestBoard) -> None:
    _decide(doubtful, **{DECISION: "link", LINK_TO: "HOU-2", DECIDED_BY: "Ann"})
    doubtful.send("Housing.docx", "Housing", ("HOU-1", "Held."), ("Quite another sentence.", "Not this one."))
    answer = doubtful.run_json()
    assert answer["links"][1]["ids"] == []
    assert answer["entries"][1]["update"] == ""


def test_what_the_board_writes_is_kept_and_shown_again(doubtful: TestBoard) -> None:
    _write(doubtful, "Tracker", "HOU-2", **{"Board status": "blocked", "Board note": "Ask again in May."})
    doubtful.run()
    doubtful.command("close", doubtful.folder)
    doubtful.send("Police.docx", "Police", ("POL-1", "Sent."))
    doubtful.run("r2")
    book = load_workbook(doubtful.round("r2") / "consolidated.xlsx")
    texts = [cell.value for row in book["Tracker"].iter_rows() for cell in row]
    assert {"blocked", "Ask again in May."} <= set(texts)


def test_a_note_that_is_cleared_is_gone_and_its_history_kept(doubtful: TestBoard) -> None:
    _write(doubtful, "Tracker", "HOU-2", **{"Board note": "Ask again in May."})
    doubtful.run()
    _write(doubtful, "Tracker", "HOU-2", **{"Board note": ""})
    doubtful.run()
    with Ledger(doubtful.folder / "roundbook.db") as ledger:
        assert load_board_notes(ledger) == ()
        ((value, taken_back),) = ledger.select("SELECT value, taken_back FROM board_fields")
    assert value == "Ask again in May."
    assert taken_back


def test_a_workbook_somebody_worked_in_is_kept_beside_the_new_one(doubtful: TestBoard) -> None:
    _decide(doubtful, **{DECISION: "link", LINK_TO: "HOU-2", DECIDED_BY: "Ann"})
    edited = _workbook(doubtful).read_bytes()
    doubtful.run()
    (kept,) = (doubtful.round("r1") / "as edited").iterdir()
    assert kept.read_bytes() == edited
    doubtful.run()
    assert len(list((doubtful.round("r1") / "as edited").iterdir())) == 1


def test_an_answer_that_cannot_be_taken_over_is_said(doubtful: TestBoard) -> None:
    _decide(doubtful, **{DECISION: "link", LINK_TO: "HOU-99", DECIDED_BY: "Ann"})
    said = doubtful.run()
    assert said.code == 3
    assert "HOU-99" in said.err


def test_a_damaged_workbook_is_kept_aside_and_written_afresh(doubtful: TestBoard) -> None:
    _workbook(doubtful).write_bytes(b"PK\x03\x04 damaged")
    said = doubtful.run()
    assert said.code == 3
    assert "consolidated.xlsx is damaged" in said.err
    (kept,) = (doubtful.round("r1") / "as edited").iterdir()
    assert kept.read_bytes() == b"PK\x03\x04 damaged"
    load_workbook(_workbook(doubtful))


def test_a_workbook_that_is_gone_is_written_afresh_with_every_decision(doubtful: TestBoard) -> None:
    _decide(doubtful, **{DECISION: "link", LINK_TO: "HOU-2", DECIDED_BY: "Ann"})
    doubtful.run()
    _workbook(doubtful).unlink()
    assert doubtful.run().code == 0
    assert _workbook(doubtful).is_file()


def test_a_ledger_that_is_lost_takes_its_decisions_from_the_workbook(doubtful: TestBoard) -> None:
    _decide(doubtful, **{DECISION: "link", LINK_TO: "HOU-2", DECIDED_BY: "Ann"})
    doubtful.run()
    (doubtful.folder / "roundbook.db").unlink()
    assert _links(doubtful, "r1")[1] == ("linked", ["HOU-2"])


@pytest.mark.parametrize("beside", ["~$consolidated.xlsx", ".~lock.consolidated.xlsx#"])
def test_a_workbook_that_is_open_is_not_replaced(doubtful: TestBoard, beside: str) -> None:
    before = _workbook(doubtful).read_bytes()
    (doubtful.round("r1") / beside).touch()
    said = doubtful.run()
    assert said.code == 4
    assert "is open in another program" in said.err
    assert _workbook(doubtful).read_bytes() == before


def _fail(*_: object) -> None:
    raise OSError(28, "No space left on device")


def _refuse(*_: object) -> None:
    raise NotWrittenError("The disk is full.")


def test_an_answer_is_as_if_unsaid_after_a_run_that_failed(
    doubtful: TestBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    _decide(doubtful, **{DECISION: "link", LINK_TO: "HOU-2", DECIDED_BY: "Ann"})
    before = read_result(doubtful.folder, every=True)
    with monkeypatch.context() as broken:
        broken.setattr(staging, "_rename", _fail)
        said = doubtful.run()
    assert said.code == 4
    assert "nothing was changed" in said.err
    assert before.differences(read_result(doubtful.folder, every=True)) == []
    assert _links(doubtful)[1] == ("linked", ["HOU-2"])


def test_an_answer_that_cannot_be_taken_out_again_is_said_to_hold(
    doubtful: TestBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    _decide(doubtful, **{DECISION: "link", LINK_TO: "HOU-2", DECIDED_BY: "Ann"})
    with monkeypatch.context() as broken:
        broken.setattr(staging, "_rename", _fail)
        broken.setattr(answers, "return_to", _refuse)
        said = doubtful.run()
    assert said.code == 4
    assert "had been taken over before that, and holds" in said.err
    assert _links(doubtful)[1] == ("linked", ["HOU-2"])


def test_files_that_cannot_be_put_back_are_said_to_be_new_and_the_answers_hold(
    doubtful: TestBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    _decide(doubtful, **{DECISION: "link", LINK_TO: "HOU-2", DECIDED_BY: "Ann"})
    with monkeypatch.context() as broken:
        broken.setattr(staging, "_flush_folder", _fail)
        broken.setattr(staging.Staging, "_put_back", _fail)
        said = doubtful.run()
    assert said.code == 4
    assert "already those of this run" in said.err
    assert _links(doubtful)[1] == ("linked", ["HOU-2"])


def test_an_answer_heard_by_a_run_that_was_killed_is_not_said_twice(
    doubtful: TestBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    _decide(doubtful, **{DECISION: "link", LINK_TO: "HOU-2", DECIDED_BY: "Ann"})
    with monkeypatch.context() as broken:
        broken.setattr(staging, "_rename", _fail)
        broken.setattr(answers, "_unsay", lambda *_: None)
        doubtful.run()
    with Ledger(doubtful.folder / "roundbook.db") as ledger:
        heard = ledger.select("SELECT * FROM decisions")
    doubtful.run()
    with Ledger(doubtful.folder / "roundbook.db") as ledger:
        assert ledger.select("SELECT * FROM decisions") == heard

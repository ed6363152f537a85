from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.roundbook.boards import TEXTS, TestBoard, tree

FILES = {"consolidated.xlsx", "changes.html", "changes.docx"}


def test_a_run_writes_the_workbook_the_change_log_and_the_copies_as_read(board: TestBoard) -> None:
    sent = board.send("Housing.docx", "Housing", ("HOU-1", "Training held in May."), ("HOU-2", "Form changed."))
    said = board.run("2014-02")
    assert said.code == 0
    assert said.out.splitlines() == [
        str(board.round("2014-02") / name) for name in ("consolidated.xlsx", "changes.html")
    ]
    assert {path.name for path in board.round("2014-02").iterdir()} == {*FILES, "received", "settings"}
    assert (board.round("2014-02") / "received" / "Housing.docx").read_bytes() == sent.read_bytes()


def test_json_gives_documents_links_and_entries(board: TestBoard) -> None:
    board.send("Housing.docx", "Housing", ("HOU-1", "Training held in May."))
    (board.inbox / "Thumbs.db").write_bytes(b"x")
    answer = board.run_json("2014-02")
    assert list(answer) == ["round", "previous", "workbook", "change_log", "documents", "links", "entries"]
    assert [(each["path"], each["outcome"]) for each in answer["documents"]] == [
        ("Housing.docx", "read"),
        ("Thumbs.db", "ignored"),
    ]
    (link,) = answer["links"]
    assert list(link) == ["document", "place", "decision", "ids", "candidates", "reasons"]
    assert (link["document"], link["decision"], link["ids"]) == ("Housing.docx", "linked", ["HOU-1"])
    assert link["candidates"][0] == "HOU-1"
    assert [each["id"] for each in answer["entries"]] == list(TEXTS)
    assert answer["entries"][0] == {
        "id": "HOU-1",
        "agency": "Housing",
        "change": "first update",
        "status": answer["entries"][0]["status"],
        "rating": None,
        "update": "Training held in May.",
        "evidence": "",
        "from_round": "2014-02",
    }


def test_what_a_return_says_of_itself_is_in_the_workbook(board: TestBoard) -> None:
    document = Document(str(board.send("Housing.docx", "Housing", ("HOU-1", "Training held in May."))))
    document.add_paragraph("Review provided by: Ann Ivey")
    document.add_paragraph("Overall summary: Two of three are done.")
    document.save(str(board.inbox / "Housing.docx"))
    board.run("2014-02")
    sheet = load_workbook(board.round("2014-02") / "consolidated.xlsx")["Sources"]
    said = [cell.value for cells in sheet.iter_rows() for cell in cells if "Ann Ivey" in str(cell.value)]
    assert said == ["Agency: Housing\nReviewed by: Ann Ivey\nSummary: Two of three are done."]


def test_rounds_follow_one_another(closed: TestBoard) -> None:
    closed.empty_inbox()
    closed.send("Housing 2.docx", "Housing", ("HOU-1", "Planned."))
    closed.send("Police.docx", "Police", ("POL-1", "Notices sent."))
    entries = closed.entries("r2")
    assert {key: (each["change"], each["update"], each["from_round"]) for key, each in entries.items()} == {
        "HOU-1": ("unchanged", "Planned.", "r2"),
        "HOU-2": ("no new update", "Done.", "r1"),
        "POL-1": ("first update", "Notices sent.", "r2"),
        "POL-2": ("no new update", "", ""),
    }


def test_the_open_round_is_run_again_as_often_as_liked(run_once: TestBoard) -> None:
    (run_once.inbox / "Housing.docx").unlink()
    said = run_once.run("", "--json")
    assert said.code == 3
    assert "Housing.docx was in this round and is no longer in the inbox" in said.err
    assert run_once.run().code == 0
    entries = {each["id"]: each for each in said.json["entries"]}
    assert (entries["HOU-1"]["change"], entries["POL-1"]["change"]) == ("no new update", "first update")
    assert [path.name for path in (run_once.folder / "rounds").iterdir()] == ["r1"]


def test_a_return_lying_beside_the_inbox_is_named(run_once: TestBoard) -> None:
    for name in ("Police return.PDF", "~$Police return.docx", "links.csv"):
        (run_once.folder / name).write_bytes(b"words")
    (run_once.folder / "forms.docx").mkdir()
    said = run_once.run()
    told = [line for line in said.err.splitlines() if "beside the inbox" in line]
    assert len(told) == 1
    assert told[0].startswith("- Police return.PDF lies beside the inbox")
    assert said.code == 0


def test_a_return_moved_into_the_inbox_is_no_longer_named(run_once: TestBoard) -> None:
    (run_once.folder / "Police.docx").write_bytes((run_once.inbox / "Housing.docx").read_bytes())
    assert "beside the inbox" in run_once.run().err
    (run_once.folder / "Police.docx").rename(run_once.inbox / "Police.docx")
    assert "beside the inbox" not in run_once.run().err


def test_the_same_inbox_gives_the_same_cells(board: TestBoard) -> None:
    board.send("Housing.docx", "Housing", ("HOU-1", "Training held in May."), ("Something else", "Words."))
    answer = board.run_json("r1")
    before = tree(board.folder)
    assert board.run_json("r1") == answer
    after = tree(board.folder)
    assert before["rounds/r1/changes.html"] == after["rounds/r1/changes.html"]
    assert set(before) == set(after)


def test_a_row_in_doubt_asks_for_a_person(board: TestBoard) -> None:
    board.send("Housing.docx", "Housing", ("HOU-1", "Held."), ("Officers should be trained somehow.", "Held."))
    said = board.run("r1")
    assert said.code == 3
    assert "1 row waits for a decision" in said.err


def test_an_unread_file_asks_for_a_person_and_the_others_go_on(board: TestBoard) -> None:
    board.send("Housing.docx", "Housing", ("HOU-1", "Held."))
    (board.inbox / "Police.docx").write_bytes(b"")
    said = board.run("r1")
    assert said.code == 3
    assert "Police.docx: It is empty" in said.err
    assert not (board.round("r1") / "received" / "Police.docx").exists()


@pytest.mark.parametrize("names", [(), ("Police.docx",), ("Thumbs.db",)])
def test_where_nothing_can_be_read_nothing_is_written(board: TestBoard, names: tuple[str, ...]) -> None:
    for name in names:
        (board.inbox / name).write_bytes(b"")
    before = tree(board.folder)
    said = board.run("r1")
    assert said.code == 2
    assert "Nothing was written" in said.err
    assert tree(board.folder) == before


def test_a_dry_run_looks_and_writes_nothing_at_all(board: TestBoard) -> None:
    board.send("Housing.docx", "Housing", ("HOU-1", "Held."))
    before = {path.relative_to(board.folder) for path in board.folder.rglob("*")}
    said = board.run("r1", "--dry-run", "--json")
    assert said.code == 0
    assert said.json["workbook"] == said.json["change_log"] == ""
    assert {path.relative_to(board.folder) for path in board.folder.rglob("*")} == before


def test_inputs_are_never_changed(board: TestBoard) -> None:
    board.send("Housing.docx", "Housing", ("HOU-1", "Held."))
    before = tree(board.inbox)
    board.run("r1")
    assert tree(board.inbox) == before


def test_a_document_left_in_the_inbox_is_not_counted_twice(closed: TestBoard) -> None:
    closed.send("Police.docx", "Police", ("POL-1", "Sent."))
    answer = closed.run_json("r2")
    assert [(each["path"], each["outcome"]) for each in answer["documents"]] == [
        ("Housing.docx", "ignored"),
        ("Police.docx", "read"),
    ]
    assert "already counted in round r1" in answer["documents"][0]["message"]
    assert answer["entries"][0]["change"] == "no new update"


def test_the_same_document_under_a_new_name_was_sent_again(closed: TestBoard) -> None:
    (closed.inbox / "Housing.docx").rename(closed.inbox / "Housing August.docx")
    assert closed.entries("r2")["HOU-1"]["change"] == "unchanged"


def test_copies_are_counted_once(board: TestBoard) -> None:
    sent = board.send("Housing.docx", "Housing", ("HOU-1", "Held."))
    shutil.copyfile(sent, board.inbox / "Copy of Housing.docx")
    board.send("Housing re-saved.docx", "Housing", ("HOU-1", "Held."))
    answer = board.run_json("r1")
    outcomes = {each["path"]: (each["outcome"], each["message"]) for each in answer["documents"]}
    assert outcomes["Housing.docx"][0] == "read"
    assert outcomes["Copy of Housing.docx"] == (
        "duplicate",
        "The same file as Housing.docx, byte for byte; counted once.",
    )
    assert outcomes["Housing re-saved.docx"][0] == "duplicate"
    assert len(answer["links"]) == 1


def test_a_later_version_supersedes_an_earlier_one(board: TestBoard) -> None:
    board.send("Housing v1.docx", "Housing", ("HOU-1", "Planned."))
    board.send("Housing v2 FINAL.docx", "Housing", ("HOU-1", "Held."), ("HOU-2", "Done."))
    answer = board.run_json("r1")
    assert [each["outcome"] for each in answer["documents"]] == ["superseded", "read"]
    assert answer["entries"][0]["update"] == "Held."


def test_two_different_returns_of_one_agency_are_both_kept_and_said(board: TestBoard) -> None:
    board.send("Housing A.docx", "Housing", ("HOU-1", "Planned for May."))
    board.send("Housing B.docx", "Housing", ("HOU-1", "Held in April."))
    said = board.run("r1", "--json")
    assert "Housing answers HOU-1 in Housing A.docx and in Housing B.docx" in said.err
    update = said.json["entries"][0]["update"]
    assert "Planned for May." in update
    assert "Held in April." in update


@pytest.mark.parametrize(("name", "is_a"), [("consolidated.xlsx", "workbook"), ("changes.docx", "paper of changes")])
def test_what_a_round_wrote_is_no_return(closed: TestBoard, name: str, is_a: str) -> None:
    (before,) = closed.folder.glob(f"rounds/*/{name}")
    shutil.copy(before, closed.inbox)
    closed.send("Housing again.docx", "Housing", ("HOU-1", "All trained."))
    assert f"- {name}: This is a {is_a} that roundbook wrote" in closed.run("2014-08").err
    assert {each["document"] for each in closed.run_json()["links"]} == {"Housing again.docx"}


def test_an_agency_that_is_not_on_the_list_is_told_of(board: TestBoard) -> None:
    board.send("Harbour.docx", "Harbour Trust", ("HOU-1", "Training held in May."))
    assert '"Harbour Trust", which is no agency of the master list' in board.run("2014-02").err


def test_a_board_without_an_inbox_says_so(board: TestBoard) -> None:
    board.inbox.rmdir()
    said = board.run("r1")
    assert said.code == 1
    assert "inbox" in said.err


@pytest.mark.parametrize(
    ("text", "words"),
    [("Name,Words\nx,y\n", "Name"), ("ID,Agency,Recommendation\n", "no recommendations")],
)
def test_an_unusable_master_list_stops_the_run(board: TestBoard, text: str, words: str) -> None:
    (board.folder / "master.csv").write_text(text)
    said = board.run("r1")
    assert said.code == 2
    assert "master.csv" in said.err
    assert words in said.err


def test_a_missing_master_list_stops_the_run(board: TestBoard) -> None:
    (board.folder / "master.csv").unlink()
    said = board.run("r1")
    assert said.code == 2
    assert "no master list" in said.err


def test_two_master_lists_are_one_too_many(board: TestBoard) -> None:
    shutil.copyfile(board.folder / "master.csv", board.folder / "master.xlsx")
    assert board.run("r1").code == 2


@pytest.mark.parametrize("name", ["..", "a/b", "CON", "", "x" * 61, "a\\b", "-rf", "nul.txt", "2014 "])
def test_a_name_no_folder_can_have_is_refused(board: TestBoard, name: str) -> None:
    said = board.command("run", board.folder, f"--round={name or '/'}")
    assert said.code == 1
    assert "name of a round" in said.err


def test_an_open_round_is_not_left_by_a_slip_of_the_pen(run_once: TestBoard) -> None:
    said = run_once.run("r2")
    assert said.code == 1
    assert 'Round "r1" is still open' in said.err


def test_a_closed_round_stays_as_it_is(closed: TestBoard) -> None:
    before = tree(closed.folder)
    said = closed.run("R1")
    assert said.code == 1
    assert "closed" in said.err
    assert tree(closed.folder) == before


def test_a_folder_that_is_no_board_says_so(board: TestBoard, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    assert board.command("run", tmp_path / "other").code == 1
    assert board.command("run", tmp_path / "nowhere").code == 1

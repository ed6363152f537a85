from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from tests.roundbook.boards import TEXTS, TestBoard
from tests.roundbook.filled_forms import add_row, fill_in

NAMES = ("Return form - Housing.docx", "Return form - Police.docx")


def lines(path: Path) -> list[str]:
    return [each.text for each in Document(str(path)).paragraphs]


def test_forms_are_written_for_every_agency_and_their_paths_printed(board: TestBoard) -> None:
    said = board.command("forms", board.folder)

    assert said.code == 0
    assert said.out.split("\n")[:-1] == [str(board.folder / "forms" / name) for name in NAMES]
    assert "Forms written: 2; recommendations in them: 4." in said.err


def test_a_form_shows_what_was_last_said(closed: TestBoard, tmp_path: Path) -> None:
    assert closed.command("forms", closed.folder, "-o", tmp_path / "out").code == 0

    table = Document(str(tmp_path / "out" / NAMES[0])).tables[1]
    assert "Planned." in table.cell(1, 2).text


def test_a_form_names_the_open_round(run_once: TestBoard) -> None:
    run_once.command("forms", run_once.folder)

    assert "Round r1" in lines(run_once.folder / "forms" / NAMES[0])


@pytest.mark.parametrize("typed", ["30 June 2025", "30/06/2025", "2025-06-30"])
def test_the_day_wanted_is_named_in_full(board: TestBoard, typed: str) -> None:
    board.command("forms", board.folder, "--by", typed)

    assert "Please return this form by Monday 30 June 2025." in lines(board.folder / "forms" / NAMES[0])


@pytest.mark.parametrize("typed", ["soon", "June 2025", "31 June 2025"])
def test_what_is_no_day_is_refused(board: TestBoard, typed: str) -> None:
    said = board.command("forms", board.folder, "--by", typed)

    assert said.code == 1
    assert f'"{typed}" is not a day' in said.err
    assert not (board.folder / "forms").exists()


def test_empty_forms_are_kept_out_of_the_inbox(board: TestBoard) -> None:
    said = board.command("forms", board.folder, "-o", board.inbox)

    assert said.code == 1
    assert "is the inbox" in said.err


def test_names_that_no_file_can_have_are_made_ones_that_can(board: TestBoard) -> None:
    (board.folder / "master.csv").write_text(
        'ID,Agency,Recommendation\n1,"A/B: ""C""",One should be done.\n2,"A\\B: ""C""",Two should be done.\n', "utf-8"
    )

    said = board.command("forms", board.folder)

    assert [Path(line).name for line in said.out.splitlines()] == [
        "Return form - A B C.docx",
        "Return form - A B C (2).docx",
    ]


def test_a_form_sent_back_is_a_return_like_any_other(board: TestBoard) -> None:
    board.command("forms", board.folder)
    answers = {"HOU-1": ("Complete", "Training was held.", "Register"), "HOU-2": ("Delayed", "Not yet.", "")}
    fill_in(board.folder / "forms" / NAMES[0], board.inbox / "Housing.docx", answers, add_row)

    said = board.run_json("r1")

    *known, added = said["links"]
    assert [(each["decision"], each["ids"]) for each in known] == [("linked", ["HOU-1"]), ("linked", ["HOU-2"])]
    assert added["decision"] != "linked"
    entries = {each["id"]: each for each in said["entries"]}
    assert (entries["HOU-1"]["status"], entries["HOU-1"]["update"]) == ("complete", "Training was held.")
    assert entries["HOU-2"]["status"] == "delayed"


def test_the_forms_of_a_round_start_from_what_the_last_ones_said(board: TestBoard) -> None:
    board.command("forms", board.folder)
    answers = {id_: ("In progress", f"Begun on {id_}.", "") for id_ in TEXTS}
    for name in NAMES:
        fill_in(board.folder / "forms" / name, board.inbox / name, answers)
    assert board.run("r1").code == 0
    board.command("close", board.folder)

    board.command("forms", board.folder)

    for name in NAMES:
        rows = Document(str(board.folder / "forms" / name)).tables[1].rows[1:]
        assert [row.cells[2].text for row in rows] == [
            f"Round r1: in progress\nBegun on {row.cells[0].text}." for row in rows
        ]

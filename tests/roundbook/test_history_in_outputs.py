from __future__ import annotations

from openpyxl import load_workbook

from export.rows import EXTENSION
from tests.roundbook.boards import TestBoard


def column(board: TestBoard, name: str, sheet: str, heading: str) -> list[object]:
    headings, *rows = load_workbook(board.round(name) / "consolidated.xlsx")[sheet].iter_rows(min_row=3)
    at = [cell.value for cell in headings].index(heading)
    return [row[at].value for row in rows]


def send_second_round(board: TestBoard) -> None:
    board.empty_inbox()
    board.send("Housing 2.docx", "Housing", ("HOU-1", "Training repeated."))
    board.run("r2")


def test_a_workbook_holds_what_was_sent_in_every_round(closed: TestBoard) -> None:
    send_second_round(closed)

    rounds = column(closed, "r2", "Updates", "Round")
    assert rounds[0] == "r2"
    assert set(rounds[1:]) == {"r1"}
    assert column(closed, "r2", "Progress", "Round") == ["r1", "r2"]


def test_an_extension_is_news_in_the_round_it_is_written_in(closed: TestBoard) -> None:
    send_second_round(closed)
    path = closed.round("r2") / "consolidated.xlsx"
    book = load_workbook(path)
    headings = [cell.value for cell in book["Tracker"][3]]
    book["Tracker"].cell(4, headings.index(EXTENSION) + 1).value = "March 2015"
    book.save(path)
    closed.run("r2")
    assert "Extension" in column(closed, "r2", "Changes", "Group")

    closed.command("close", closed.folder)
    closed.empty_inbox()
    closed.send("Housing 3.docx", "Housing", ("HOU-1", "Training repeated."))
    closed.run("r3")
    assert "Extension" not in column(closed, "r3", "Changes", "Group")
    assert "March 2015" in column(closed, "r3", "Tracker", EXTENSION)

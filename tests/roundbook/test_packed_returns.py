from __future__ import annotations

import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.roundbook.boards import TestBoard, write_return

NAMES = ["RE return.eml", "RE return.eml/Police.docx", "Returns.zip", "Returns.zip/Housing.docx"]


def _send_packed(board: TestBoard, folder: Path) -> None:
    """Put a zip folder with one return in the inbox, and an e-mail with another."""
    housing = write_return(folder / "Housing.docx", "Housing", ("HOU-1", "Held."))
    police = write_return(folder / "Police.docx", "Police", ("POL-1", "Sent."))
    with zipfile.ZipFile(board.inbox / "Returns.zip", "w") as package:
        package.write(housing, "Housing.docx")
    message = EmailMessage()
    message["From"], message["Subject"] = "police@wenshire.example", "Our return"
    message.set_content("Attached.")
    message.add_attachment(police.read_bytes(), maintype="application", subtype="octet-stream", filename="Police.docx")
    (board.inbox / "RE return.eml").write_bytes(message.as_bytes())


def test_packed_returns_are_counted_as_if_they_lay_in_the_inbox(board: TestBoard, tmp_path: Path) -> None:
    _send_packed(board, tmp_path)
    said = board.run("r1", "--json")
    assert said.code == 0
    assert [(each["path"], each["outcome"]) for each in said.json["documents"]] == [(name, "read") for name in NAMES]
    assert said.json["documents"][2]["message"] == "Read: one document in it."
    updates = {each["id"]: each["update"] for each in said.json["entries"] if each["update"]}
    assert updates == {"HOU-1": "Held.", "POL-1": "Sent."}


def test_what_was_packed_and_what_it_was_packed_in_are_both_kept(board: TestBoard, tmp_path: Path) -> None:
    _send_packed(board, tmp_path)
    board.run("r1")
    received = board.round("r1") / "received" / "Returns.zip"
    assert (received / "Housing.docx").read_bytes() == (tmp_path / "Housing.docx").read_bytes()
    assert (received / "Returns.zip").read_bytes() == (board.inbox / "Returns.zip").read_bytes()


def test_packed_returns_left_in_the_inbox_are_not_counted_again(board: TestBoard, tmp_path: Path) -> None:
    _send_packed(board, tmp_path)
    board.run("r1")
    board.command("close", board.folder)
    assert [each["outcome"] for each in board.run_json("r2")["documents"]] == ["ignored"] * len(NAMES)


def test_a_return_that_is_sent_both_packed_and_by_itself_counts_once(board: TestBoard, tmp_path: Path) -> None:
    _send_packed(board, tmp_path)
    board.send("Housing.docx", "Housing", ("HOU-1", "Held."))
    (board.inbox / "Housing.docx").write_bytes((tmp_path / "Housing.docx").read_bytes())
    outcomes = {each["path"]: each["outcome"] for each in board.run_json("r1")["documents"]}
    assert outcomes["Housing.docx"] == "read"
    assert outcomes["Returns.zip/Housing.docx"] == "duplicate"


def test_a_zip_folder_that_brings_nothing_to_read_opens_no_round(board: TestBoard) -> None:
    with zipfile.ZipFile(board.inbox / "Returns.zip", "w") as package:
        package.writestr("notes.txt", "no table")
    assert board.run("r1").code == 2
    assert not board.round("r1").exists()


def test_extract_shows_what_is_packed(board: TestBoard, tmp_path: Path) -> None:
    _send_packed(board, tmp_path)
    said = board.command("extract", board.inbox / "Returns.zip", "--json")
    outer, inner = said.json["documents"]
    assert (outer["format"], outer["returns"], inner["format"]) == ("zip", [], "docx")
    assert inner["returns"][0]["updates"][0]["update"] == "Held."


def test_a_packed_return_that_cannot_be_unpacked_waits_for_a_person(board: TestBoard, tmp_path: Path) -> None:
    _send_packed(board, tmp_path)
    packed = board.inbox / "Returns.zip"
    data = packed.read_bytes()
    packed.write_bytes(data.replace((tmp_path / "Housing.docx").read_bytes()[:40], b"\0" * 40))
    said = board.run("r1", "--json")
    assert said.code == 3
    assert said.json["documents"][3]["outcome"] == "unread"
    assert "damaged" in said.json["documents"][3]["message"]
    extracted = board.command("extract", packed, "--json")
    assert extracted.code == 3
    assert "damaged" in extracted.json["documents"][1]["findings"][0]["message"]


@pytest.mark.parametrize("name", ["../../Police.docx", "./Police.docx", ".\\Police.docx"])
def test_a_name_that_leads_elsewhere_is_a_name_like_others(board: TestBoard, tmp_path: Path, name: str) -> None:
    police = write_return(tmp_path / "Police.docx", "Police", ("POL-1", "Sent."))
    with zipfile.ZipFile(board.inbox / "Returns.zip", "w") as package:
        package.write(police, name)
    assert board.run("r1").code == 0
    received = board.round("r1") / "received" / "Returns.zip"
    assert {path.name for path in received.iterdir()} == {"Returns.zip", "Police.docx"}

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from roundbook.page import uploads
from tests.roundbook.boards import TestBoard
from tests.roundbook.page.served import Served

Sent = tuple[str, bytes]


def _drop(client: httpx.Client, address: str, *files: Sent) -> str:
    """Send ``files`` as the form does, and return the view that follows."""
    answer = client.post(f"{address}/inbox", files=[("returns", each) for each in files])
    return client.get(answer.headers["location"]).text if answer.status_code == 303 else answer.text


def _inbox(board: TestBoard) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in board.inbox.iterdir()}


def test_files_land_in_the_inbox_byte_for_byte(site: Served, client: httpx.Client, board: TestBoard) -> None:
    big = bytes(range(256)) * 4096
    view = _drop(client, site.open(board.folder), ("Housing é.docx", big), ("b.pdf", b""))
    assert _inbox(board) == {"Housing é.docx": big, "b.pdf": b""}
    assert "Housing é.docx is in the inbox." in view.replace("</bdi>", "").replace("<bdi>", "")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("../../outside.docx", "outside.docx"),
        ("C:\\Users\\ann\\a.docx", "a.docx"),
        ("/etc/passwd", "passwd"),
        ("con.docx", "_con.docx"),
        ("a\u202excod.exe", "a_xcod.exe"),
        ("a?b.docx", "a_b.docx"),
        ("..", "document"),
    ],
)
def test_names_are_made_safe(site: Served, client: httpx.Client, board: TestBoard, written: str, kept: str) -> None:
    _drop(client, site.open(board.folder), (written, b"x"))
    assert list(_inbox(board)) == [kept]
    assert {each.name for each in board.folder.iterdir()} <= {"inbox", "master.csv", "roundbook.lock"}


def test_nothing_in_the_inbox_is_replaced(site: Served, client: httpx.Client, board: TestBoard) -> None:
    address = site.open(board.folder)
    _drop(client, address, ("a.docx", b"one"))
    assert "already, byte for byte" in _drop(client, address, ("a.docx", b"one"))
    assert "called <" not in _drop(client, address, ("a.docx", b"two"))
    assert _inbox(board) == {"a.docx": b"one", "a (2).docx": b"two"}


def test_a_file_too_large_to_be_a_return_leaves_nothing(
    site: Served, client: httpx.Client, board: TestBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "LARGEST_BYTES", 1000)
    view = _drop(client, site.open(board.folder), ("small.docx", b"x"), ("large.docx", b"x" * 1001))
    assert "large.docx: it has more than" in view
    assert _inbox(board) == {}


def test_too_many_files_leave_nothing(
    site: Served, client: httpx.Client, board: TestBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "MOST_FILES", 2)
    assert "More than 2 files" in _drop(client, site.open(board.folder), *[(f"{n}.docx", b"x") for n in range(3)])
    assert _inbox(board) == {}


@pytest.mark.parametrize(
    "body", [b"", b"--x\r\n", b'--x\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\nab']
)
def test_what_was_cut_short_leaves_nothing(site: Served, client: httpx.Client, board: TestBoard, body: bytes) -> None:
    kind = {"content-type": "multipart/form-data; boundary=x"}
    client.post(f"{site.open(board.folder)}/inbox", content=body, headers=kind)
    assert _inbox(board) == {}


def test_an_inbox_that_is_gone_is_made_again(site: Served, client: httpx.Client, board: TestBoard) -> None:
    board.inbox.rmdir()
    _drop(client, site.open(board.folder), ("a.docx", b"one"))
    assert _inbox(board) == {"a.docx": b"one"}


def test_what_is_still_arriving_is_no_document(tmp_path: Path) -> None:
    from ingest.folder import Fate, find_files

    (tmp_path / f"{uploads.STAGE_NAME}-1").write_bytes(b"half")
    assert [each.fate for each in find_files(tmp_path)] == [Fate.IGNORE]

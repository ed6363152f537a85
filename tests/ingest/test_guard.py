from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from ingest import guard
from ingest.errors import UnreadableError
from ingest.guard import check_package
from tests.ingest.archives import write_package

BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
PLAIN = b"<w:document><w:t>Complete.</w:t></w:document>"


def _code(path: Path) -> str:
    with pytest.raises(UnreadableError) as caught:
        check_package(path)
    return caught.value.code


def test_an_ordinary_document_passes(tmp_path: Path) -> None:
    check_package(write_package(tmp_path / "a.docx", {"word/document.xml": PLAIN}))


@pytest.mark.parametrize(
    "part", [BOMB, BOMB.decode().encode("utf-16-le"), BOMB.decode().encode("utf-16-be"), b" " * (1 << 20) + BOMB]
)
def test_a_document_type_is_refused_in_every_encoding_and_place(tmp_path: Path, part: bytes) -> None:
    assert _code(write_package(tmp_path / "a.docx", {"word/header1.xml": part})) == "doctype"


def test_a_document_type_that_two_pieces_share_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "CHUNK_BYTES", 7)
    assert _code(write_package(tmp_path / "a.docx", {"word/document.xml": BOMB})) == "doctype"


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/evil.xml", "C:/evil.xml", "word/../../evil.xml", "..\\evil.xml"])
def test_parts_named_to_land_outside_are_refused(tmp_path: Path, name: str) -> None:
    assert _code(write_package(tmp_path / "a.docx", {name: PLAIN})) == "hostile-names"


def test_dots_within_a_name_are_no_harm(tmp_path: Path) -> None:
    check_package(write_package(tmp_path / "a.docx", {"word/media/photo..1.png": b"x"}))


def test_thousands_of_parts_are_refused(tmp_path: Path) -> None:
    parts = {f"word/media/{number}.png": b"" for number in range(guard.MOST_MEMBERS)}
    assert _code(write_package(tmp_path / "a.docx", parts)) == "too-many-parts"


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused(tmp_path: Path) -> None:
    path = write_package(tmp_path / "a.docx", {"word/document.xml": b" " * (guard.BOMB_BYTES + 1)})
    assert path.stat().st_size < 100_000
    assert _code(path) == "unpacks-too-large"


def test_a_huge_picture_is_no_matter_because_it_is_never_unpacked(tmp_path: Path) -> None:
    check_package(write_package(tmp_path / "a.docx", {"word/media/photo.bmp": bytes(guard.BOMB_BYTES + 1)}))


def test_a_part_damaged_on_its_way_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = write_package(tmp_path / "a.docx")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_STORED) as package:
        package.writestr("word/document.xml", PLAIN)
    path.write_bytes(path.read_bytes().replace(b"Complete.", b"Compleat."))
    assert _code(path) == "damaged"


def test_a_file_cut_short_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = write_package(tmp_path / "a.docx", {"word/document.xml": PLAIN})
    path.write_bytes(path.read_bytes()[:-30])
    assert _code(path) == "damaged"

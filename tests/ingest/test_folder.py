from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest

import ingest.folder
import ingest.readers
from ingest.errors import UnreadableError
from ingest.folder import Fate, find_files, printable_name, read_document
from ingest.model import SourceDocument, UnreadDocument
from tests.ingest.archives import EXCEL, write_compound, write_package

on_unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def _fates(inbox: Path) -> dict[str, Fate]:
    return {each.name: each.fate for each in find_files(inbox)}


def _put(inbox: Path, *names: str) -> None:
    for name in names:
        path = inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def test_documents_are_found_in_all_folders_in_an_order_that_is_always_the_same(tmp_path: Path) -> None:
    _put(tmp_path, "b.docx", "A.pdf", "c/late.docx", "a.docx")
    assert [each.name for each in find_files(tmp_path)] == ["a.docx", "A.pdf", "b.docx", "c/late.docx"]


@pytest.mark.parametrize(
    "name",
    [
        "~$using.docx",
        "~WRL0003.tmp",
        ".DS_Store",
        "Thumbs.db",
        "THUMBS.DB",
        "._Housing.docx",
        "desktop.ini",
        ".~lock.a.odt#",
    ],
)
def test_litter_is_ignored_with_a_word(tmp_path: Path, name: str) -> None:
    _put(tmp_path, name)
    (found,) = find_files(tmp_path)
    assert found.fate is Fate.IGNORE
    assert found.message.startswith("Ignored")


def test_what_lies_in_a_litter_folder_is_ignored_as_one(tmp_path: Path) -> None:
    _put(tmp_path, "__MACOSX/Housing.docx")
    assert _fates(tmp_path) == {"__MACOSX": Fate.IGNORE}


@pytest.mark.parametrize("name", ["Return.url", "Return.docx.lnk", "Return.GDOC"])
def test_a_shortcut_is_a_link_and_not_followed(tmp_path: Path, name: str) -> None:
    _put(tmp_path, name)
    (found,) = find_files(tmp_path)
    assert found.fate is Fate.REFUSE
    assert "never followed" in found.message


def test_a_file_that_only_the_cloud_has_waits(tmp_path: Path) -> None:
    _put(tmp_path, ".Housing.docx.icloud")
    (found,) = find_files(tmp_path)
    assert found.fate is Fate.LATER
    assert "downloaded" in found.message


@on_unix
def test_a_file_too_large_to_be_a_return_is_not_even_opened(tmp_path: Path) -> None:
    with (tmp_path / "Film.docx").open("wb") as file:
        file.truncate(1 << 40)
    (found,) = find_files(tmp_path)
    assert found.fate is Fate.REFUSE
    assert "1,099,511 MB" in found.message


@pytest.mark.parametrize("suffix", [".part", ".crdownload", ".tmp", ".PARTIAL"])
def test_a_download_under_way_waits(tmp_path: Path, suffix: str) -> None:
    _put(tmp_path, f"Housing.docx{suffix}")
    assert _fates(tmp_path) == {f"Housing.docx{suffix}": Fate.LATER}


def test_the_empty_file_beside_a_download_waits_too(tmp_path: Path) -> None:
    _put(tmp_path, "Housing.docx", "Housing.docx.part")
    assert set(_fates(tmp_path).values()) == {Fate.LATER}


@on_unix
@pytest.mark.parametrize("target", ["/etc/hostname", "nowhere.docx", "."])
def test_links_are_reported_and_never_followed(tmp_path: Path, target: str) -> None:
    (tmp_path / "Housing.docx").symlink_to(target)
    (found,) = find_files(tmp_path)
    assert found.fate is Fate.REFUSE
    assert "link" in found.message


@on_unix
def test_a_pipe_named_like_a_document_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "Housing.docx")
    assert _fates(tmp_path) == {"Housing.docx": Fate.REFUSE}


def test_a_folder_named_like_a_document_is_mentioned_and_looked_into(tmp_path: Path) -> None:
    _put(tmp_path, "Housing.docx/inner.docx")
    assert _fates(tmp_path) == {"Housing.docx": Fate.IGNORE, "Housing.docx/inner.docx": Fate.READ}


def test_folders_without_end_are_given_up(tmp_path: Path) -> None:
    _put(tmp_path, "/".join(["d"] * 25) + "/Housing.docx")
    (found,) = find_files(tmp_path)
    assert found.fate is Fate.REFUSE
    assert "Too many folders" in found.message


@pytest.mark.parametrize(
    "name", ["-rf.docx", "=cmd.docx", "a%20b#1.docx", "<b>x</b>.docx", "a\nb.docx", "\u202eftp.docx"]
)
@on_unix
def test_strange_names_are_kept_as_they_are(tmp_path: Path, name: str) -> None:
    _put(tmp_path, name)
    assert _fates(tmp_path) == {name: Fate.READ}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has such names")
def test_no_two_files_have_one_name_however_it_is_written_out(tmp_path: Path) -> None:
    _put(tmp_path, "a\udcff.docx", "a\\xff.docx")
    assert {each.name for each in find_files(tmp_path)} == {"a\\xff.docx", "a\\xff.docx (2)"}


def test_bytes_that_are_no_text_are_written_out_in_names() -> None:
    assert printable_name(os.fsdecode(b"caf\xe9.docx")) == "caf\\xe9.docx"


class _Readers:
    """Stands in for the readers: what each format's reader does is given by the test."""

    def __init__(self, **readers: object) -> None:
        self.table: Mapping[str, object] = {name: SimpleNamespace(read=read) for name, read in readers.items()}


def _read(path: Path, name: str, sha256: str) -> SourceDocument:
    return SourceDocument(name, sha256, "docx", (), words=0)


def _use(monkeypatch: pytest.MonkeyPatch, **readers: object) -> None:
    monkeypatch.setattr(ingest.readers, "READERS", _Readers(**readers).table)


def test_a_document_goes_to_the_reader_of_its_content_whatever_its_name_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _use(monkeypatch, docx=_read)
    document = read_document(write_package(tmp_path / "Housing.PDF"), "Housing.PDF")
    assert isinstance(document, SourceDocument)
    assert document.path == "Housing.PDF"
    assert len(document.sha256) == 64


def _unread(path: Path) -> UnreadDocument:
    document = read_document(path, path.name)
    assert isinstance(document, UnreadDocument)
    assert document.reason.startswith(path.name)
    assert document.advice
    return document


def test_a_format_without_a_reader_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _use(monkeypatch)
    document = _unread(write_package(tmp_path / "Housing.docx", main=EXCEL))
    assert (document.format, document.code) == ("xlsx", "xlsx")
    assert "Excel" in document.reason


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "empty"), (b"\0" * 100, "zeros"), (b"PK\x03\x04", "damaged-zip"), (b"\x01\x02", "unknown")]
)
def test_files_that_hold_nothing_say_so(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "Housing.docx"
    path.write_bytes(data)
    assert _unread(path).code == code


def test_a_password_is_said_to_be_one(tmp_path: Path) -> None:
    document = _unread(write_compound(tmp_path / "Housing.docx", "Root Entry", "EncryptedPackage"))
    assert document.code == "password"
    assert "password" in document.advice


def test_a_package_is_checked_before_it_is_parsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _use(monkeypatch, docx=_read)
    assert _unread(write_package(tmp_path / "a.docx", {"../a.xml": b""})).code == "hostile-names"


def test_a_reader_may_say_why_it_cannot_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, name: str, sha256: str) -> SourceDocument:
        raise UnreadableError("pictures-only", "It holds pictures only.", "Ask for the text.")

    _use(monkeypatch, docx=refuse)
    document = _unread(write_package(tmp_path / "a.docx"))
    assert (document.code, document.reason) == ("pictures-only", "a.docx: It holds pictures only.")


def test_a_defect_in_a_reader_costs_one_document_and_quotes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(path: Path, name: str, sha256: str) -> SourceDocument:
        raise ValueError("the mother was seen on Tuesday")

    _use(monkeypatch, docx=stumble)
    document = _unread(write_package(tmp_path / "a.docx"))
    assert document.code == "defect"
    assert "mother" not in document.reason
    assert "ValueError in test_folder.py" in document.reason


def test_a_file_that_grows_while_it_is_read_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def grow(path: Path, name: str, sha256: str) -> SourceDocument:
        path.write_bytes(path.read_bytes() + b"more")
        return _read(path, name, sha256)

    _use(monkeypatch, docx=grow)
    assert _unread(write_package(tmp_path / "a.docx")).code == "still-arriving"


def test_a_file_that_is_gone_says_so(tmp_path: Path) -> None:
    assert _unread(tmp_path / "a.docx").code == "vanished"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(13, "Permission denied"), "ask for the right to open it"),
        (OSError(22, "The cloud file provider is not running"), "The cloud file provider is not running"),
    ],
)
def test_a_file_that_cannot_be_opened_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, words: str
) -> None:
    def refuse(_: Path) -> str:
        raise error

    _put(tmp_path, "Housing.docx")
    monkeypatch.setattr(ingest.folder, "hash_file", refuse)
    unread = read_document(tmp_path / "Housing.docx", "Housing.docx")
    assert isinstance(unread, UnreadDocument)
    assert words in f"{unread.reason} {unread.advice}"

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from ingest.folder import Fate, FoundFile, read_document
from ingest.model import SourceDocument, UnreadDocument
from ingest.unpacking import unpacked
from tests.ingest.outlook_file import EMBEDDED, as_it_is, attached_mail, attachment, write_mail

PDF = b"%PDF-1.7\n" + b"x" * 5000


def _inside(path: Path) -> dict[str, tuple[Fate, bytes]]:
    with unpacked([FoundFile(path.name, path, Fate.READ)]) as files:
        return {each.name: (each.fate, each.path.read_bytes() if each.fate is Fate.READ else b"") for each in files[1:]}


def test_the_documents_in_an_e_mail_from_outlook_are_returns_and_its_text_is_kept(tmp_path: Path) -> None:
    pytest.importorskip("oxmsg")
    path = write_mail(
        tmp_path / "RE return.msg",
        attachment("Housing \u2013 update.pdf", PDF),
        attachment("short.csv", b"No,Update\n"),
        attachment("image001.png", b"\x89PNG", mime_type="image/png", content_id="logo@1"),
        attachment("Forwarded", b"", method=EMBEDDED),
    )
    assert _inside(path) == {
        "RE return.msg/Housing \u2013 update.pdf": (Fate.READ, PDF),
        "RE return.msg/short.csv": (Fate.READ, b"No,Update\n"),
        "RE return.msg/image001.png": (Fate.IGNORE, b""),
        "RE return.msg/Forwarded": (Fate.REFUSE, b""),
    }
    document = read_document(path, path.name)
    assert isinstance(document, SourceDocument), document
    assert [each.text for each in document.paragraphs] == ["Our return", "Attached."]
    assert document.contains == ("Housing \u2013 update.pdf", "short.csv", "Forwarded")


def test_a_damaged_e_mail_says_so(tmp_path: Path) -> None:
    pytest.importorskip("oxmsg")
    path = write_mail(tmp_path / "a.msg", attachment("a.pdf", PDF))
    path.write_bytes(path.read_bytes()[:1024] + b"\0" * 4000)
    document = read_document(path, path.name)
    assert isinstance(document, UnreadDocument)


def test_without_the_extra_an_e_mail_from_outlook_is_listed_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "oxmsg", None)
    document = read_document(write_mail(tmp_path / "a.msg"), "a.msg")
    assert isinstance(document, UnreadDocument)
    assert document.code == "msg"
    assert "Save the document attached" in document.advice


def test_the_text_of_an_e_mail_that_has_it_only_as_rich_text_is_kept(tmp_path: Path) -> None:
    pytest.importorskip("oxmsg")
    document = _read(
        write_mail(tmp_path / "a.msg", body="", rich_text=as_it_is(rb"{\rtf1 All \b done\b0 .\par Thanks}"))
    )
    assert [each.text for each in document.paragraphs] == ["Our return", "All done.", "Thanks"]
    assert not document.findings


def test_a_table_in_the_rich_text_of_an_e_mail_is_a_table(tmp_path: Path) -> None:
    pytest.importorskip("oxmsg")
    row = rb"{\*\htmltag64 <tr><td>}%s{\*\htmltag64 </td><td>}%s{\*\htmltag64 </td></tr>}"
    rows = row % (b"Recommendation", b"Update") + row % (b"Train staff", b"Done")
    page = rb"{\rtf1\fromhtml1 {\*\htmltag64 <table>}" + rows + rb"{\*\htmltag64 </table>}}"
    path = write_mail(tmp_path / "a.msg", body="Recommendation Update Train staff Done", rich_text=as_it_is(page))
    (table,) = _read(path).tables
    assert [cell.text for cell in table.cells] == ["Recommendation", "Update", "Train staff", "Done"]


def test_an_e_mail_attached_to_an_e_mail_is_opened_as_well(tmp_path: Path) -> None:
    pytest.importorskip("oxmsg")
    innermost = attached_mail("Older", attachment("old.pdf", PDF), subject="Last round", body="Old")
    forwarded = attached_mail(
        "RE return",
        attachment("Housing.pdf", PDF),
        innermost,
        subject="Our\r\nreturn",
        body="Caf\u00e9 \u2013 attached",
    )
    path = write_mail(tmp_path / "a.msg", forwarded)
    with unpacked([FoundFile(path.name, path, Fate.READ)]) as files:
        inner = read_document(files[1].path, files[1].name)
        found = {each.name: each.fate for each in files}
    assert found == dict.fromkeys(
        [
            "a.msg",
            "a.msg/RE return.eml",
            "a.msg/RE return.eml/Housing.pdf",
            "a.msg/RE return.eml/Older.eml",
            "a.msg/RE return.eml/Older.eml/old.pdf",
        ],
        Fate.READ,
    )
    assert isinstance(inner, SourceDocument), inner
    assert [each.text for each in inner.paragraphs] == ["Our return", "Caf\u00e9 \u2013 attached"]


def _read(path: Path) -> SourceDocument:
    document = read_document(path, path.name)
    assert isinstance(document, SourceDocument), document
    return document

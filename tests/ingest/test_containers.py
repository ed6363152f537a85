from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage
from pathlib import Path

import pytest

from ingest.containers import archive
from ingest.containers.names import Names
from ingest.folder import Fate, FoundFile, read_document
from ingest.identify import Format, identify
from ingest.model import SourceDocument, UnreadDocument
from ingest.unpacking import unpacked

PDF = b"%PDF-1.7\n"


def _zip(path: Path, members: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return path


def _zipped(members: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, data in members.items():
            package.writestr(name, data)
    return buffer.getvalue()


def _mail(path: Path, message: EmailMessage | None = None) -> Path:
    path.write_bytes((message or _message()).as_bytes())
    return path


def _message(text: str = "Dear all,\n\nour return is attached.") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "J. Smith <j.smith@fernlight.example>"
    message["Subject"] = "Fernlight Housing \u2013 Child M"
    message.set_content(text)
    return message


def _attach(message: EmailMessage, name: str, data: bytes = PDF) -> None:
    message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)


def _inside(path: Path) -> dict[str, Fate]:
    with unpacked([FoundFile(path.name, path, Fate.READ)]) as files:
        return {each.name: each.fate for each in files[1:]}


def _read(path: Path) -> SourceDocument:
    document = read_document(path, path.name)
    assert isinstance(document, SourceDocument), document
    assert document.words == sum(each.words for each in document.paragraphs)
    return document


def _unread(path: Path) -> str:
    document = read_document(path, path.name)
    assert isinstance(document, UnreadDocument)
    assert _inside(path) == {}
    return document.code


def test_the_documents_in_a_zip_folder_are_listed_after_it_under_its_name(tmp_path: Path) -> None:
    path = _zip(tmp_path / "Returns.zip", {"Housing.pdf": PDF, "Police/Wenshire.pdf": PDF, "__MACOSX/._a.pdf": b"x"})
    assert _inside(path) == {
        "Returns.zip/Housing.pdf": Fate.READ,
        "Returns.zip/Police/Wenshire.pdf": Fate.READ,
        "Returns.zip/__MACOSX/._a.pdf": Fate.IGNORE,
    }
    assert _read(path).contains == ("Housing.pdf", "Police/Wenshire.pdf")


def test_what_is_unpacked_has_the_bytes_that_were_packed_and_is_gone_afterwards(tmp_path: Path) -> None:
    path = _zip(tmp_path / "Returns.zip", {"Housing.csv": b"No,Update\n"})
    with unpacked([FoundFile(path.name, path, Fate.READ)]) as files:
        inner = files[1].path
        assert inner.read_bytes() == b"No,Update\n"
        assert identify(inner) is Format.CSV
    assert not inner.exists()


@pytest.mark.parametrize(
    ("written", "safe"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("C:\\Users\\me\\Housing.docx", "C_/Users/me/Housing.docx"),
        ("..\\Housing.docx", "Housing.docx"),
        ("Housing\n<b>.docx", "Housing__b_.docx"),
        ("con.docx", "_con.docx"),
        ("Housing.docx. ", "Housing.docx"),
        ("xcod\u202e.exe", "xcod_.exe"),
        ("", "document"),
        ("..", "document"),
        ("a" * 300 + ".docx", "a" * 95 + ".docx"),
        ("\u00e9te\u0301.docx", "\u00e9t\u00e9.docx"),
    ],
)
def test_a_name_is_made_safe_on_every_computer(written: str, safe: str) -> None:
    assert Names().give(written) == safe


def test_every_document_has_a_name_of_its_own(tmp_path: Path) -> None:
    names = Names("Returns.zip")
    given = [names.give(name) for name in ("a.docx", "A.docx", "b/../a.docx", "returns.zip", "README", "readme")]
    assert given == ["a.docx", "A (2).docx", "b/a.docx", "returns (2).zip", "README", "readme (2)"]


def test_changed_names_are_said(tmp_path: Path) -> None:
    (finding,) = _read(_zip(tmp_path / "Returns.zip", {"../Housing.pdf": PDF, "Police.pdf": PDF})).findings
    assert finding.code == "odd-names"


def test_containers_in_containers_are_opened_up_to_a_limit(tmp_path: Path) -> None:
    data = _zipped({"Housing.pdf": PDF})
    for name in ("c.zip", "b.zip"):
        data = _zipped({name: data})
    inside = _inside(_zip(tmp_path / "a.zip", {"a.zip": data}))
    assert inside == {
        "a.zip/a (2).zip": Fate.READ,
        "a.zip/a (2).zip/b.zip": Fate.READ,
        "a.zip/a (2).zip/b.zip/c.zip": Fate.REFUSE,
    }


@pytest.mark.parametrize(
    ("members", "code"), [({}, "empty-container"), ({"a.txt": b"0" * 60_000_000}, "unpacks-too-large")]
)
def test_a_zip_folder_that_gives_nothing_says_why(tmp_path: Path, members: Mapping[str, bytes], code: str) -> None:
    assert _unread(_zip(tmp_path / "a.zip", members)) == code


def test_a_zip_folder_with_too_many_files_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_MEMBERS", 1)
    assert _unread(_zip(tmp_path / "a.zip", {"a.pdf": PDF, "b.pdf": PDF})) == "unpacks-too-large"


def _lock(path: Path, *names: bytes) -> Path:
    """Set the mark for a password on the members called ``names`` (APPNOTE 4.4.4, bit 0)."""
    data = bytearray(path.read_bytes())
    for signature, flags_at, name_at in ((b"PK\x03\x04", 6, 30), (b"PK\x01\x02", 8, 46)):
        at = data.find(signature)
        while at >= 0:
            if data.startswith(names, at + name_at):
                struct.pack_into("<H", data, at + flags_at, 1)
            at = data.find(signature, at + 4)
    path.write_bytes(data)
    return path


def test_a_password_is_said_to_be_one(tmp_path: Path) -> None:
    assert _unread(_lock(_zip(tmp_path / "a.zip", {"a.pdf": PDF}), b"a.pdf")) == "password"


def test_one_locked_or_linked_or_damaged_document_costs_no_other(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.pdf")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(link, "/etc/passwd")
        for name in ("good.pdf", "locked.pdf"):
            package.writestr(name, PDF)
        package.writestr("damaged.pdf", b"%PDF-damage-me")
    path.write_bytes(path.read_bytes().replace(b"%PDF-damage-me", b"%PDF-damaged!!"))
    fates = _inside(_lock(path, b"locked.pdf"))
    assert {name: fate for name, fate in fates.items() if fate is Fate.READ} == {"a.zip/good.pdf": Fate.READ}
    assert len(fates) == 4


def test_a_name_in_utf_8_is_read_though_the_zip_folder_does_not_say_so(tmp_path: Path) -> None:
    path = _zip(tmp_path / "a.zip", {"X\u00e9.pdf": PDF})
    path.write_bytes(path.read_bytes().replace(struct.pack("<H", 0x800), b"\0\0"))
    assert list(_inside(path)) == ["a.zip/X\u00e9.pdf"]


def test_the_documents_attached_to_an_e_mail_are_returns_and_its_text_is_kept(tmp_path: Path) -> None:
    message = _message()
    _attach(message, "Housing \u2013 update.pdf")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", disposition="inline", cid="<logo>")
    path = _mail(tmp_path / "RE return.eml", message)
    assert _inside(path) == {
        "RE return.eml/Housing \u2013 update.pdf": Fate.READ,
        "RE return.eml/attachment 2": Fate.IGNORE,
    }
    document = _read(path)
    assert [each.text for each in document.paragraphs] == [
        "From: J. Smith <j.smith@fernlight.example>",
        "Fernlight Housing \u2013 Child M",
        "Dear all,",
        "our return is attached.",
    ]
    assert document.contains == ("Housing \u2013 update.pdf",)


def test_a_text_sent_in_two_forms_is_read_once_and_what_hangs_on_the_richer_is_kept(tmp_path: Path) -> None:
    message = _message("Attached.")
    message.add_alternative("<p>Attached.</p>", subtype="html")
    html = message.get_payload()
    assert isinstance(html, list)
    rich = html[1]
    assert isinstance(rich, EmailMessage)
    rich.add_related(PDF, maintype="application", subtype="pdf", filename="Housing.pdf")
    path = _mail(tmp_path / "a.eml", message)
    assert [each.text for each in _read(path).paragraphs][2:] == ["Attached."]
    assert _inside(path) == {"a.eml/Housing.pdf": Fate.READ}


def test_an_e_mail_attached_to_an_e_mail_is_opened_as_well(tmp_path: Path) -> None:
    inner, outer = _message(), _message("Forwarded.")
    _attach(inner, "Housing.pdf")
    outer.add_attachment(inner)
    assert list(_inside(_mail(tmp_path / "FW.eml", outer))) == [
        "FW.eml/Fernlight Housing \u2013 Child M.eml",
        "FW.eml/Fernlight Housing \u2013 Child M.eml/Housing.pdf",
    ]


def test_an_encrypted_e_mail_says_so(tmp_path: Path) -> None:
    message = _message()
    message.replace_header("Content-Type", "application/pkcs7-mime; smime-type=enveloped-data")
    assert _unread(_mail(tmp_path / "a.eml", message)) == "password"


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (b"From: a@b.example\r\nSubject: =?unknown?q?x?=\r\n", b"hello"),
        (b"\xef\xbb\xbfFrom: a\r\nSubject: x\r\nContent-Transfer-Encoding: base64\r\n", b"aGVsbG8="),
        (b"From: a@b.example\r\nSubject: x\r\nContent-Transfer-Encoding: BASE64 \r\n", b"aGVsbG8="),
        (b"From: a@b.example\r\nSubject: x\r\nContent-Type: text/plain; charset=nonsense\r\n", b"hello"),
        (b"From: \xff\xfe\r\nSubject: \xe9\r\n", b"hello"),
        (b"From: a\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=z\r\n", b"--z\r\n\r\nhello"),
    ],
)
def test_a_careless_e_mail_is_read_all_the_same(tmp_path: Path, headers: bytes, body: bytes) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(headers + b"\r\n" + body)
    assert _read(path).paragraphs[-1].text == "hello"

from __future__ import annotations

import binascii
from email.message import EmailMessage
from pathlib import Path

import pytest

from ingest.containers.mail import look_into
from ingest.containers.mail_file import messages_in
from ingest.containers.uuencoded import take_out
from ingest.errors import UnreadableError
from ingest.folder import read_document
from ingest.identify import Format, identify
from ingest.model import UnreadDocument
from tests.ingest.test_packet import attribute, packet
from tests.ingest.test_signed import ENVELOPED, wrap_signed

MAIL = b"From: J. Smith <j@fernlight.example>\r\nSubject: Return\r\n\r\nOur return\r\n"
PDF = b"%PDF-1.7\n" + bytes(range(100))
PAGE = b"<table border=1><tr><td>No.<td>Update<tr><td>1<td>Begun.</table>"


def _written_in(data: bytes) -> str:
    return "".join(binascii.b2a_uu(data[at : at + 45]).decode() for at in range(0, len(data), 45))


def test_the_notes_of_apple_mail_are_no_part_of_the_message() -> None:
    assert messages_in(b"%d   \n%b<plist></plist>" % (len(MAIL), MAIL)) == (MAIL,)


def test_every_message_of_a_mailbox_is_a_document(tmp_path: Path) -> None:
    path = tmp_path / "all.mbox"
    path.write_bytes(b"From a Mon\r\n" + MAIL + b"\r\nFrom b Tue\r\n" + MAIL)
    assert identify(path) is Format.EML
    assert [each.name for each in look_into(path).members] == ["message 1.eml", "message 2.eml"]
    assert look_into(path).members[0].load().strip() == MAIL.strip()


def test_a_line_that_begins_with_from_is_no_postmark() -> None:
    text = b"From a Mon\r\n" + MAIL + b"\r\nFrom here on we meet monthly.\r\n"
    assert len(messages_in(text)) == 1


def test_a_document_written_into_the_text_is_taken_out_of_it(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(MAIL + f"begin 644 our return.pdf\r\n{_written_in(PDF)}`\r\nend\r\nBest wishes\r\n".encode())
    found = look_into(path)
    assert [(each.name, each.load()) for each in found.members] == [("our return.pdf", PDF)]
    assert found.lines[-2:] == ("Our return", "Best wishes")


def test_a_damaged_one_stays_in_the_text() -> None:
    text = "begin 644 a.pdf\n\u00e9\u00e9\u00e9\nend\n"
    assert take_out(text) == (text, ())


def test_a_signature_saved_by_itself_holds_the_message(tmp_path: Path) -> None:
    path = tmp_path / "smime.p7m"
    path.write_bytes(wrap_signed(MAIL))
    assert identify(path) is Format.EML
    assert look_into(path).lines[-1] == "Our return"


def test_a_signed_document_is_found_in_its_signature(tmp_path: Path) -> None:
    path = tmp_path / "return.pdf.p7m"
    path.write_bytes(wrap_signed(PDF))
    assert [(each.name, each.load()) for each in look_into(path).members] == [("return.pdf", PDF)]


def test_what_is_encrypted_says_so(tmp_path: Path) -> None:
    path = tmp_path / "smime.p7m"
    path.write_bytes(wrap_signed(MAIL, kind=ENVELOPED))
    with pytest.raises(UnreadableError, match="encrypted"):
        look_into(path)


def test_the_text_outlook_packed_is_read_where_it_holds_a_table(tmp_path: Path) -> None:
    value = len(PAGE).to_bytes(4, "little") + PAGE + bytes(-len(PAGE) % 4)
    properties = b"\x01\0\0\0\x02\x01\x13\x10\x01\0\0\0" + value
    message = EmailMessage()
    message["From"], message["Subject"] = "j@fernlight.example", "Return"
    message.set_content("See our return.")
    packed = packet(attribute(0x00069003, properties, level=1))
    message.add_attachment(packed, maintype="application", subtype="ms-tnef", filename="winmail.dat")
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    assert look_into(tmp_path / "a.eml").pages == (PAGE.decode(),)


@pytest.mark.parametrize("start", [b"\x1f\x8b\x08", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07"])
def test_packed_folders_that_are_not_opened_are_to_be_unpacked(tmp_path: Path, start: bytes) -> None:
    (tmp_path / "a.docx").write_bytes(start + bytes(100))
    document = read_document(tmp_path / "a.docx", "a.docx")
    assert isinstance(document, UnreadDocument)
    assert document.advice.startswith("Unpack it")


def _lines(tmp_path: Path, text: str) -> tuple[str, ...]:
    (tmp_path / "a.eml").write_bytes(b"Subject: RE: Return\r\n\r\n" + text.encode())
    return look_into(tmp_path / "a.eml").lines[1:]


def test_answers_between_the_lines_of_the_mail_are_one_text_with_them(tmp_path: Path) -> None:
    text = "Answers below.\n\n> 1. Train all staff\n> Update:\nForty trained.\n>\n> > 2. Audit\n> Update:\nBegun.\n"
    asked = ("Answers below.", "1. Train all staff", "Update:", "Forty trained.", "2. Audit", "Update:", "Begun.")
    assert _lines(tmp_path, text) == asked


@pytest.mark.parametrize("text", ["See attached.\n> Update:\n> Begun.\n", "> Update:\n> Begun.\nSee attached.\n"])
def test_a_mail_quoted_whole_keeps_its_marks(tmp_path: Path, text: str) -> None:
    assert _lines(tmp_path, text) == tuple(text.split("\n")[:-1])

from __future__ import annotations

import struct
from email.message import EmailMessage
from pathlib import Path

import pytest

from ingest.containers.packet import unpack
from ingest.errors import UnreadableError
from ingest.folder import Fate, FoundFile
from ingest.unpacking import unpacked

BEGIN, TITLE, DATA, PROPERTIES = 0x00069002, 0x00018010, 0x0006800F, 0x00069005


def attribute(which: int, value: bytes, level: int = 2) -> bytes:
    return struct.pack("<BII", level, which, len(value)) + value + struct.pack("<H", sum(value) & 0xFFFF)


def properties(name: str) -> bytes:
    """The size of an attachment and its long name."""
    written = name.encode("utf-16-le") + b"\0\0"
    size = struct.pack("<HHI", 0x0003, 0x0E20, 5)
    long_name = struct.pack("<HHII", 0x001F, 0x3707, 1, len(written)) + written + bytes(-len(written) % 4)
    return struct.pack("<I", 2) + size + long_name


def packet(*attachments: bytes) -> bytes:
    subject = attribute(0x00018004, b"Our return\0", level=1)
    return struct.pack("<IH", 0x223E9F78, 1) + subject + b"".join(attachments)


def attachment(title: bytes, data: bytes, name: str = "") -> bytes:
    more = attribute(PROPERTIES, properties(name)) if name else b""
    return attribute(BEGIN, bytes(14)) + attribute(TITLE, title + b"\0") + attribute(DATA, data) + more


def test_the_attachments_in_a_packet_are_found_by_their_long_names() -> None:
    found = unpack(packet(attachment(b"HOUSIN~1.DOC", b"one", "Housing \u2013 May.docx"), attachment(b"a.pdf", b"two")))

    assert [(each.name, each.data) for each in found] == [("Housing \u2013 May.docx", b"one"), ("a.pdf", b"two")]


@pytest.mark.parametrize("damaged", [b"", b"junk", packet(attachment(b"a.pdf", b"two"))[:-6]])
def test_a_damaged_packet_says_so(damaged: bytes) -> None:
    with pytest.raises(UnreadableError) as raised:
        unpack(damaged)

    assert raised.value.code == "damaged"


@pytest.mark.parametrize("kind", ["ms-tnef", "octet-stream"])
def test_the_documents_outlook_packed_are_listed_with_the_e_mail(tmp_path: Path, kind: str) -> None:
    message = EmailMessage()
    message["From"] = "J. Smith <j.smith@fernlight.example>"
    message["Subject"] = "Fernlight Housing"
    message.set_content("Attached.")
    data = packet(attachment(b"Return.pdf", b"%PDF-1.7\n"))
    message.add_attachment(data, maintype="application", subtype=kind, filename="winmail.dat")
    path = tmp_path / "a.eml"
    path.write_bytes(message.as_bytes())

    with unpacked([FoundFile("a.eml", path, Fate.READ)]) as files:
        assert [(each.name, each.fate) for each in files[1:]] == [("a.eml/Return.pdf", Fate.READ)]

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from ingest.containers.mail import look_into
from ingest.containers.signed import DEEPEST, SIGNED_DATA, find_signed

MESSAGE = b"Content-Type: text/plain\r\n\r\nOur return"
ENVELOPED = SIGNED_DATA[:-1] + b"\x03"


def _value(tag: int, *parts: bytes) -> bytes:
    data = b"".join(parts)
    assert len(data) < 128
    return bytes([tag, len(data)]) + data


def _open_ended(tag: int, *parts: bytes) -> bytes:
    return bytes([tag, 0x80]) + b"".join(parts) + b"\0\0"


def _long(tag: int, *parts: bytes) -> bytes:
    data = b"".join(parts)
    return bytes([tag, 0x82]) + len(data).to_bytes(2, "big") + data


def wrap_signed(data: bytes, kind: bytes = SIGNED_DATA) -> bytes:
    return _wrap(_long(0x04, data), kind)


def _wrap(octets: bytes, kind: bytes = SIGNED_DATA) -> bytes:
    content = _long(0x30, _value(0x06, b"\x2a"), _long(0xA0, octets))
    signed = _long(0x30, _value(0x02, b"\x01"), _value(0x31), content)
    return _long(0x30, _value(0x06, kind), _long(0xA0, signed))


@pytest.mark.parametrize(
    "octets",
    [
        _value(0x04, MESSAGE),
        _value(0x24, _value(0x04, MESSAGE[:9]), _value(0x04, MESSAGE[9:])),
        _open_ended(0x24, _value(0x04, MESSAGE[:20]), _open_ended(0x24, _value(0x04, MESSAGE[20:]))),
    ],
)
def test_the_message_within_a_signature_is_found(octets: bytes) -> None:
    assert find_signed(_wrap(octets)) == MESSAGE


@pytest.mark.parametrize(
    "wrapped",
    [
        b"",
        b"MIME",
        _wrap(_value(0x04, MESSAGE), ENVELOPED),
        _wrap(_value(0x04, MESSAGE))[:-4],
        _wrap(b""),
        b"\x30\x80" * (DEEPEST + 9),
        b"\x30\xff" + bytes(9),
    ],
    ids=["empty", "text", "encrypted", "cut off", "signature alone", "bottomless", "length of nothing"],
)
def test_anything_else_holds_no_message(wrapped: bytes) -> None:
    assert find_signed(wrapped) is None


def test_what_is_attached_to_a_message_within_its_signature_is_found(tmp_path: Path) -> None:
    inner, outer = EmailMessage(), EmailMessage()
    inner.set_content("Our return is attached.")
    inner.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="Housing.pdf")
    outer["From"] = "J. Smith <j.smith@fernlight.example>"
    wrapped = _wrap(_long(0x04, inner.as_bytes()))
    outer.set_content(wrapped, maintype="application", subtype="pkcs7-mime", params={"smime-type": "signed-data"})
    (tmp_path / "a.eml").write_bytes(outer.as_bytes())
    contents = look_into(tmp_path / "a.eml")
    assert [each.name for each in contents.members] == ["Housing.pdf"]
    assert contents.lines[-1] == "Our return is attached."

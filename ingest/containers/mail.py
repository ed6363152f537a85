"""E-mails saved as files (.eml; RFC 5322 and MIME, RFC 2045 to 2049): the documents attached, and the message."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.header import decode_header, make_header
from email.message import Message
from functools import partial
from pathlib import Path

from ingest.containers.mail_file import is_message, is_wrapped, messages_in
from ingest.containers.message_text import plain_lines
from ingest.containers.model import Contents, Member
from ingest.containers.packet import read_page, unpack
from ingest.containers.signed import find_signed
from ingest.containers.uuencoded import take_out
from ingest.errors import UnreadableError
from ingest.typed_tables import page_with_tables
from ingest.web import decode_page, has_answers

DEEPEST = 30
"""Parts within parts; mail programs go five deep."""
OF_THE_MESSAGE = {
    "application/pkcs7-signature": "signature",
    "application/x-pkcs7-signature": "signature",
    "application/pgp-signature": "signature",
    "text/calendar": "invitation",
    "text/vcard": "visiting card",
    "text/x-vcard": "visiting card",
}
"""Parts that are no documents, and what they are called."""
ATTACHED_MAIL = "message/rfc822"
WEB_PAGE = "text/html"
WRAPPED = {"application/pkcs7-mime", "application/x-pkcs7-mime"}
"""An e-mail within its signature, or encrypted."""
OUTLOOK_PACKET, PACKET_NAME = {"application/ms-tnef", "application/vnd.ms-tnef"}, "winmail.dat"

LOCKED = (
    "password",
    "It is an encrypted e-mail.",
    "Open it in the mail program, save the document attached to it, and put that in the inbox.",
)
PICTURE = "Ignored: a picture within the text of the e-mail."


def look_into(path: Path) -> Contents:
    """Return the e-mail at ``path``: its attachments and its own text; of several in one file, each as a document.

    Raises ``UnreadableError`` when it is encrypted; one that is within its signature is not.
    """
    data = path.read_bytes()
    if is_wrapped(data):
        data = find_signed(data) or b""
        if not data:
            raise UnreadableError(*LOCKED)
        if not is_message(data):
            return Contents((_packed(path.stem if "." in path.stem else "signed document", data),))
    messages = messages_in(data)
    if len(messages) > 1:
        return Contents(tuple(_packed(f"message {number}.eml", each) for number, each in enumerate(messages, start=1)))
    return _look_into(b"".join(messages))


def _look_into(data: bytes) -> Contents:
    # The older of the library's two policies: it takes headers of any shape, and the newer stumbles over some.
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    members: list[Member] = []
    lines: list[str] = []
    pages: list[str] = []
    for part in _parts(message, 0):
        kind, name = part.get_content_type(), _file_name(part)
        if kind.startswith("text/") and not name and part.get_content_disposition() != "attachment":
            text, written_in = take_out(_text(part)) if kind != WEB_PAGE else ("", ())
            members += [_packed(*each) for each in written_in]
            page = _page(part) if kind == WEB_PAGE else page_with_tables(text)
            pages.extend([page] if page else [])
            lines.extend(plain_lines(text) if not page else [])
        else:
            pages.extend(_packed_page(part, kind, name))
            members += _members(part, kind, name or f"attachment {len(members) + 1}")
    return Contents(tuple(members), (*_headers(message), *lines), tuple(pages))


def _parts(part: Message, depth: int) -> Iterator[Message]:
    """Give the parts of a message that hold anything; of several forms of one text, one."""
    kind = part.get_content_type()
    if depth <= DEEPEST and kind in WRAPPED and (signed := find_signed(_data(part))):
        yield from _parts(email.message_from_bytes(signed, policy=email.policy.compat32), depth + 1)
        return
    if depth > DEEPEST or not part.is_multipart() or kind == ATTACHED_MAIL:
        yield part
        return
    inner = _inner(part)
    if kind == "multipart/alternative":
        inner = _choose(inner)
    for each in inner:
        yield from _parts(each, depth + 1)


def _inner(part: Message) -> list[Message]:
    listed = part.get_payload()
    return [each for each in listed if isinstance(each, Message)] if isinstance(listed, list) else []


def _choose(forms: list[Message]) -> list[Message]:
    """Choose among the forms of one text (RFC 2046, 5.1.4), and keep what only comes with the richer ones.

    The plainest has all the words; but where there is a table in them, only a web page still says what stood where.
    """
    plain = [each for each in forms if each.get_content_type() == "text/plain" and _text(each).strip()]
    pages = (each for form in forms for each in form.walk() if each.get_content_type() == WEB_PAGE)
    if not plain or any(has_answers(_page(each)) for each in pages):
        return forms[-1:]
    within = (each for form in forms for each in form.walk() if not each.is_multipart())
    return [plain[0], *(each for each in within if each.get_content_maintype() != "text")]


def _packed(name: str, data: bytes) -> Member:
    return Member(name, len(data), partial(bytes, data))


def _is_packet(kind: str, name: str) -> bool:
    return kind in OUTLOOK_PACKET or name.lower() == PACKET_NAME


def _packed_page(part: Message, kind: str, name: str) -> tuple[str, ...]:
    """Return the text of the e-mail that Outlook packed with the attachments, where there is a table in it."""
    page = read_page(_data(part)) if _is_packet(kind, name) else ""
    return (page,) if page and has_answers(page) else ()


def _members(part: Message, kind: str, name: str) -> tuple[Member, ...]:
    """Return the document a part is, or those Outlook packed into it."""
    if not _is_packet(kind, name):
        return (_member(part, kind, name),)
    try:
        packed = unpack(_data(part))
    except UnreadableError as error:
        return (Member(name, refused=f"{error.reason} {error.advice}"),)
    return tuple(_packed(each.name or f"{name} {number}", each.data) for number, each in enumerate(packed, start=1))


def _member(part: Message, kind: str, name: str) -> Member:
    if kind in WRAPPED:
        raise UnreadableError(*LOCKED)
    if kind in OF_THE_MESSAGE:
        return Member(name, ignored=f"Ignored: the {OF_THE_MESSAGE[kind]} of the e-mail.")
    if kind.startswith("image/") and (part.get("Content-ID") or part.get_content_disposition() == "inline"):
        return Member(name, ignored=PICTURE)
    if kind == ATTACHED_MAIL:
        return Member(name if "." in name else f"{name}.eml", load=partial(_inner_message, part))
    return _packed(name, _data(part))


def _file_name(part: Message) -> str:
    if name := part.get_filename():
        return _decoded(name)
    if part.get_content_type() == ATTACHED_MAIL and (inner := _inner(part)):
        return f"{_decoded(str(inner[0].get('Subject', ''))) or 'forwarded message'}.eml"
    return ""


def _inner_message(part: Message) -> bytes:
    return b"".join(each.as_bytes() for each in _inner(part)[:1])


def _headers(message: Message) -> Iterator[str]:
    for name in ("From", "Date"):
        if written := _decoded(str(message.get(name, ""))):
            yield f"{name}: {written}"
    if subject := _decoded(str(message.get("Subject", ""))):
        yield subject  # bare, as the title it is


def _decoded(header: str) -> str:
    """Return a header's words, which are written in ASCII alone (RFC 2047)."""
    try:
        words = str(make_header(decode_header(header)))
    except (LookupError, ValueError):
        words = header
    return " ".join(words.split())


def _data(part: Message) -> bytes:
    written = part.get("Content-Transfer-Encoding")
    if written:  # the library knows the encodings only without white space around their names
        part.replace_header("Content-Transfer-Encoding", str(written).strip())
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _page(part: Message) -> str:
    return decode_page(_data(part), part.get_content_charset() or "")


def _text(part: Message) -> str:
    try:
        return _data(part).decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return _data(part).decode("cp1252", "replace")

"""E-mails saved from Outlook (.msg; MS-OXMSG), by way of python-oxmsg where it is installed."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.containers.inner_mail import find_mail, texts_of, write_mail
from ingest.containers.message_text import plain_lines
from ingest.containers.model import Contents, Member
from ingest.errors import UnreadableError
from ingest.typed_tables import page_with_tables
from ingest.web import has_answers

if TYPE_CHECKING:
    from oxmsg import Message
    from oxmsg.attachment import Attachment

NOT_INSTALLED = (
    "msg",
    "It is an e-mail saved from Outlook.",
    'Save the document attached to it, and put that in the inbox; or install roundbook with its extra "msg".',
)
DAMAGED = ("damaged", "It is an e-mail saved from Outlook that is damaged.", "Save it from Outlook again.")
ATTACHED_MAIL = "It is an e-mail attached to an e-mail. Save the documents attached to it, and put them in the inbox."
PICTURE = "Ignored: a picture within the text of the e-mail."
NO_TEXT = ("no-message-text", "The text of the e-mail is in a form that is not read; open it in Outlook to read it.")
ELSEWHERE = "It is not in the e-mail, which only says where it lies. Ask the sender for the document itself."
ATTACH_METHOD = 0x3705
EMBEDDED_MESSAGE = 5
"""PidTagAttachMethod and its value for an e-mail within an e-mail (MS-OXCMSG 2.2.2.9)."""
CONTENT_ID = 0x3712
"""PidTagAttachContentId (MS-OXPROPS 2.599): what a picture within the text is called by it."""


def look_into(path: Path) -> Contents:
    """Return the e-mail at ``path``: its attachments and its own text.

    Raises ``UnreadableError`` where it is damaged, or the library that reads it is not installed.
    """
    try:
        from oxmsg import Message  # noqa: PLC0415 - an optional extra
    except ImportError as error:
        raise UnreadableError(*NOT_INSTALLED) from error
    try:
        message = Message.load(str(path))
        members = tuple(_member(each, number) for number, each in enumerate(message.attachments, start=1))
        text, page = texts_of(message)
        is_page = bool(page) and (not message.body or has_answers(page))
        page = page if is_page else page_with_tables(text)
        lines = () if page else plain_lines(text)
        pages, problems = ((page,), ()) if page else ((), () if lines else (NO_TEXT,))
        return Contents(members, (*_headers(message), *lines), pages, problems)
    except Exception as error:  # a compound file can be broken in any way, and the library checks nothing
        raise UnreadableError(*DAMAGED) from error


def _headers(message: Message) -> list[str]:
    sent = message.sent_date
    said = (("From: ", message.sender), ("Date: ", f"{sent:%d %B %Y}" if sent else ""), ("", message.subject))
    return [f"{name}{' '.join(words.split())}" for name, words in said if words]


def _member(attachment: Attachment, number: int) -> Member:
    name = attachment.file_name or f"attachment {number}"
    mail = find_mail(attachment)
    if mail is not None:
        return Member(f"{name}.eml", load=partial(write_mail, mail))
    data = attachment.file_bytes
    if data is None:
        is_mail = attachment.properties.int_prop_value(ATTACH_METHOD) == EMBEDDED_MESSAGE
        return Member(name, refused=ATTACHED_MAIL if is_mail else ELSEWHERE)
    is_within_text = bool(attachment.properties.str_prop_value(CONTENT_ID))
    if is_within_text and str(attachment.mime_type).startswith("image/"):
        return Member(name, ignored=PICTURE)
    return Member(name, len(data), partial(bytes, data))

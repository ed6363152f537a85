"""An e-mail attached to an e-mail from Outlook, written out as any other mail program would (MS-OXMSG 2.2.2.1)."""

from __future__ import annotations

import email.policy
from dataclasses import replace
from email.message import EmailMessage
from email.utils import format_datetime
from typing import TYPE_CHECKING, cast

from ingest.containers.compressed_rtf import unpack_rtf
from ingest.containers.rtf_page import read_page
from ingest.rtf_text import read_rtf_text

if TYPE_CHECKING:
    from oxmsg import Message
    from oxmsg.attachment import Attachment
    from oxmsg.storage import Storage

WITHIN = "__substg1.0_3701000D"
PROPERTIES = "__properties_version1.0"
MISSING_BYTES = 8
"""The list of properties of an inner e-mail begins with so many bytes less than that of an outer one (2.4.1.2)."""
NAME = "<attached@localhost>"
"""By such a name a file is known for an e-mail, whatever else the message lacks."""
RICH_TEXT = 0x1009
"""PidTagRtfCompressed (MS-OXCMSG 2.2.1.56.4): older Outlooks keep the text of an e-mail in it, web pages too."""


def texts_of(message: Message) -> tuple[str, str]:
    """Return the text of ``message`` as plain text and as a web page, each empty where it has none."""
    rich = unpack_rtf(message.properties.binary_prop_value(RICH_TEXT) or b"")
    return message.body or read_rtf_text(rich), message.html_body or read_page(rich)


def find_mail(attachment: Attachment) -> Storage | None:
    """Return where the e-mail lies that ``attachment`` is; None where it is none."""
    storage = cast("Storage", attachment._storage)  # noqa: SLF001 - the library does not look into attached e-mails
    return next((inner for inner in storage.storages if inner.name == WITHIN), None)


def write_mail(storage: Storage) -> bytes:
    """Return the e-mail in ``storage`` as a file of its own (RFC 5322), with all that is attached to it."""
    from oxmsg import Message  # noqa: PLC0415 - an optional extra; there, or nothing had been found

    streams = tuple(
        replace(stream, bytes_=bytes(MISSING_BYTES) + stream.bytes_) if stream.name == PROPERTIES else stream
        for stream in storage.streams
    )
    message = Message(replace(storage, streams=streams))
    mail = EmailMessage(policy=email.policy.SMTP)
    sent = message.sent_date
    mail["Message-ID"] = NAME
    for name, words in (
        ("From", message.sender),
        ("Date", format_datetime(sent) if sent else ""),
        ("Subject", message.subject),
    ):
        if words:
            mail[name] = " ".join(words.split())
    text, page = texts_of(message)
    mail.set_content(text)
    if page:
        mail.add_alternative(page, subtype="html")
    for number, attachment in enumerate(message.attachments, start=1):
        _attach(mail, attachment, number)
    return mail.as_bytes()


def _attach(mail: EmailMessage, attachment: Attachment, number: int) -> None:
    name = attachment.file_name or f"attachment {number}"
    inner = find_mail(attachment)
    data = attachment.file_bytes if inner is None else write_mail(inner)
    if data is not None:
        ending = "" if inner is None or name.lower().endswith(".eml") else ".eml"
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name + ending)

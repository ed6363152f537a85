"""A web page with all that belongs to it in one file (MHTML, RFC 2557)."""

from __future__ import annotations

import email
import email.policy

from ingest.errors import UnreadableError
from ingest.web.parsing import decode_page

NO_PAGE = (
    "no-page",
    "It is a web page in one file, and the page itself is missing from it.",
    "Open it in Word, save it as a Word document (.docx), and put that in the inbox.",
)


def decode_archive(data: bytes) -> list[str]:
    """Return the pages in one file, the one that is shown first (RFC 2557, 5).

    Raises ``UnreadableError`` where there is none.
    """
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    pages = [
        decode_page(written, part.get_content_charset() or "")
        for part in message.walk()
        if part.get_content_type() == "text/html" and isinstance(written := part.get_payload(decode=True), bytes)
    ]
    if not pages:
        raise UnreadableError(*NO_PAGE)
    return pages

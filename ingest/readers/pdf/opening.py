"""Opens a PDF and hands out its pages one at a time, or says in plain words why it cannot be read."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from ingest.errors import UnreadableError
from ingest.readers.pdf.drawing import draw_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pdfplumber.pdf import PDF

    from ingest.readers.pdf.page import Page

DAMAGED = (
    "damaged",
    "is damaged: it says it is a PDF, but its content cannot be read.",
    "Open it in a PDF program to see whether it shows anything, and ask the sender to send it again.",
)
PASSWORD = (
    "password",
    "is protected with a password.",
    "Ask the sender for a copy without a password, or open it with the password and print it to a new PDF.",
)


def read_pages(path: Path) -> tuple[Page, ...]:
    """Return the pages of the PDF at ``path``.

    Raises ``UnreadableError`` when it needs a password or is damaged.
    """
    with _open(path) as pdf:
        pages = []
        for source in pdf.pages:
            pages.append(draw_page(source))
            source.close()
    if not pages:
        raise UnreadableError(*DAMAGED)
    return tuple(pages)


@contextmanager
def _open(path: Path) -> Iterator[PDF]:
    try:
        with pdfplumber.open(path, raise_unicode_errors=False) as pdf:
            yield pdf
    except PdfminerException as error:
        cause = error.args[0] if error.args else None
        is_locked = isinstance(cause, PDFPasswordIncorrect | PDFEncryptionError)
        raise UnreadableError(*(PASSWORD if is_locked else DAMAGED)) from error

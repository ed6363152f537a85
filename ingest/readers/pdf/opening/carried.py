"""What a PDF carries beside its pages: files attached within it, and a form that only one program can show."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pypdfium2
from pypdfium2 import raw

from ingest.errors import UnreadableError
from ingest.model import Level
from ingest.readers.pdf.marks.checks import say

if TYPE_CHECKING:
    from pathlib import Path

    from ingest.model import Finding

DYNAMIC_FORM = (
    "dynamic-form",
    "It is a form of a kind that only Adobe's own programs can show.",
    "Open it in Adobe Reader, print it to a new PDF, and put that in the inbox.",
)
"""Its pages hold a word to wait, and what was filled in is drawn by the program (ISO 32000-2, annex K: XFA)."""
MOST_NAMED = 10


def about_carried(path: Path, name: str) -> tuple[Finding, ...]:
    """Return a problem where other files lie within the PDF at ``path`` (ISO 32000-1, 7.11.4), as in a portfolio.

    Raises ``UnreadableError`` for a form whose contents are not on its pages.
    """
    try:
        with closing(pypdfium2.PdfDocument(path)) as document:
            if document.get_formtype() == raw.FORMTYPE_XFA_FULL:
                raise UnreadableError(*DYNAMIC_FORM)
            names = [document.get_attachment(number).get_name() for number in range(document.count_attachments())]
    except pypdfium2.PdfiumError:  # a file this engine cannot open is read by the other
        return ()
    if not names:
        return ()
    listed = ", ".join(f'"{each}"' for each in names[:MOST_NAMED])
    message = (
        f"Other files are attached within it, which were not read: {listed}. "
        "Open it in a PDF program, save them, and put the returns among them in the inbox."
    )
    return (say(Level.PROBLEM, "files-within", message, name),)

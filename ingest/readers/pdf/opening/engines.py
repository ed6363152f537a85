"""Holds what two engines find on a page against each other: noticeably more in one is the sign of silent loss.

PDFium draws a page first. Where it does not know a letter or where one stands, pdfplumber draws it, and is checked
here; where PDFium is sure, it is checked by what the page shows (``doubts``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ingest.readers.pdf.page import Page

NOTICEABLY = 0.02
"""The engines differ in soft hyphens, doubled letters and ligatures by less than this part of a page's letters."""
A_WORD = 8
"""So many letters more on a page are worth a look, however many there are in all."""


def pages_with_more(path: Path, pages: Sequence[Page]) -> tuple[int, ...]:
    """Return the numbers of ``pages`` on which the second engine finds noticeably more letters."""
    if not pages:
        return ()
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError:
        return ()
    try:
        return tuple(page.number for page in pages if _has_more(document, page))
    finally:
        document.close()


def _has_more(document: pypdfium2.PdfDocument, page: Page) -> bool:
    if page.number > len(document):
        return False
    try:
        text = document[page.number - 1].get_textpage().get_text_range()
    except pypdfium2.PdfiumError:
        return False
    return is_noticeably_more(sum(letter.isalnum() for letter in text), count_letters(page))


def count_letters(page: Page) -> int:
    """Return how many letters and digits were found on ``page``, those that do not show among them."""
    return sum(letter.isalnum() for glyph in (*page.glyphs, *page.hidden) for letter in glyph.text)


def is_noticeably_more(theirs: int, ours: int) -> bool:
    """Whether one count of characters is so much above another that words may be missing."""
    return theirs - ours > max(A_WORD, NOTICEABLY * ours)

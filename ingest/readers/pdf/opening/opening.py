"""Opens a PDF and hands out its pages, or says in plain words why it cannot be read."""

from __future__ import annotations

from contextlib import closing, nullcontext, suppress
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect

from ingest.errors import UnreadableError
from ingest.readers.pdf.engine.contents import State, look_at_content
from ingest.readers.pdf.engine.cropping import crop
from ingest.readers.pdf.engine.drawing import draw_page
from ingest.readers.pdf.engine.layers import hidden_layers
from ingest.readers.pdf.engine.printing import print_page
from ingest.readers.pdf.engine.shading import color_shades
from ingest.readers.pdf.engine.source import BrokenError, open_source
from ingest.readers.pdf.engine.text_style import OddTextError
from ingest.readers.pdf.opening.doubts import Doubts
from ingest.readers.pdf.opening.measuring import measure_as_shown
from ingest.readers.pdf.opening.scanned import tell_scan
from ingest.readers.pdf.opening.tracing import trace

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from ingest.readers.pdf.engine.layers import Hidden
    from ingest.readers.pdf.engine.source import SourcePage
    from ingest.readers.pdf.page import Page

MOST_PAGES = 1500
"""The longest action plan seen has some 700 pages; beyond this it is a book, or made to do harm."""
MOST_GLYPHS = 60_000
"""A page set in 4 points holds some 40,000 characters; a page with more is not for reading."""
PRINT_AGAIN = (
    "Open it in a PDF program; if it looks right there, print it to a new PDF, else ask the sender for it again."
)
DAMAGED = ("damaged", "It is damaged or was cut short.", PRINT_AGAIN)
PASSWORD = (
    "password",
    "It is protected with a password.",
    "Ask the sender for a copy without one, or open it with the password and print it to a new PDF.",
)
TOO_MUCH = (
    "too-much",
    "More is drawn on its pages than on any page made for reading.",
    "Open it in a PDF program; if it looks right there, copy its table into a Word document.",
)
TOO_LONG = ("too-long", f"It has more than {MOST_PAGES} pages.", "Put only the pages with the return in the inbox.")


@dataclass(frozen=True, slots=True)
class Opened:
    """The pages that could be drawn, and what was amiss with the file."""

    pages: tuple[Page, ...]
    failed: tuple[int, ...]
    """The numbers of the pages that could not be drawn."""
    damaged: tuple[int, ...]
    """The numbers of the pages that could be drawn in part only."""
    thorough: tuple[int, ...]
    """The numbers of the pages drawn by the thorough engine, the fast one not being sure of their text."""
    differing: tuple[int, ...]
    """The numbers of the pages on which the thorough engine found noticeably more than the fast one."""
    is_mended: bool


def open_pages(path: Path) -> Opened:
    """Return the pages of the PDF at ``path``.

    A file whose parts cannot be found, or that shows nothing, is written afresh in memory by the second engine and
    tried once more.
    Raises ``UnreadableError`` when it needs a password, is damaged, or is far too long.
    """
    try:
        opened = _draw_all(path, is_mended=False)
    except BrokenError as error:
        if _needs_password(error):
            raise UnreadableError(*PASSWORD) from error
    else:
        if any(page.glyphs or page.pictures for page in opened.pages):
            return opened
    mended = _mend(path)
    try:
        return _draw_all(mended, is_mended=True)
    except BrokenError as error:
        raise UnreadableError(*DAMAGED) from error


def _draw_all(source: Path | BytesIO, *, is_mended: bool) -> Opened:
    """Draw every page of ``source``; raises ``BrokenError`` where not one can be."""
    pages: list[Page] = []
    failed: list[int] = []
    damaged: list[int] = []
    thorough: list[int] = []
    doubts = Doubts()
    too_much = False
    try:
        with open_source(source) as opened, _open_printed(source) as printed:
            off = hidden_layers(opened.catalog)
            for source_page in _count_pages(opened.pages):
                number = source_page.page_number
                state = look_at_content(source_page.page_obj)
                too_much = too_much or state is State.TOO_MUCH
                page = None if state is State.TOO_MUCH else _draw_one(source_page, printed, off, thorough, doubts)
                if page is None or (state is State.DAMAGED and not page.glyphs):
                    failed.append(number)
                    continue
                pages.append(page)
                if state is State.DAMAGED:
                    damaged.append(number)
    except (BrokenError, UnreadableError):
        raise
    except Exception as error:  # a file's structure can be broken in any way
        raise BrokenError(error) from error
    if not pages and too_much:
        raise UnreadableError(*TOO_MUCH)
    if not pages:
        raise BrokenError("no page could be drawn")
    return Opened(tuple(pages), tuple(failed), tuple(damaged), tuple(thorough), tuple(doubts.founded), is_mended)


def _count_pages(pages: Sequence[SourcePage]) -> Sequence[SourcePage]:
    """Return ``pages``, unless they are far too many."""
    if len(pages) > MOST_PAGES:
        raise UnreadableError(*TOO_LONG)
    return pages


def _open_printed(source: Path | BytesIO) -> AbstractContextManager[pypdfium2.PdfDocument | None]:
    """Open ``source`` with the fast engine; None comes of it where that cannot."""
    try:
        return closing(pypdfium2.PdfDocument(source))
    except pypdfium2.PdfiumError:
        return nullcontext()


def _draw_one(
    source: SourcePage, printed: pypdfium2.PdfDocument | None, off: Hidden, thorough: list[int], doubts: Doubts
) -> Page | None:
    """Draw a page with the fast engine, or with the thorough one, noting that, where it is not sure of the text."""
    try:
        if printed is not None:
            with suppress(OddTextError):
                page = doubts.settle(print_page(printed, source, MOST_GLYPHS, off), source)
                page = page if page.drawn else doubts.names.name(printed, page, source)
                return _look(printed, crop(page, source), source)
        thorough.append(source.page_number)
        page = measure_as_shown(crop(doubts.names.name(printed, draw_page(source), source), source), source)
    except Exception:  # noqa: BLE001 - a page's content can be broken in any way; it is reported as missing
        return None
    return page if len(page.glyphs) <= MOST_GLYPHS else None


def _look(document: pypdfium2.PdfDocument, page: Page, source: SourcePage) -> Page:
    """Return ``page``, measured as it is shown, with what only drawing it tells."""
    told = tell_scan(document, trace(document, color_shades(document, page, source), source), source)
    return measure_as_shown(told, source)


def _needs_password(error: BrokenError) -> bool:
    cause = error.args[0] if error.args else None
    return isinstance(cause, PDFPasswordIncorrect | PDFEncryptionError)


def _mend(path: Path) -> BytesIO:
    """Return the document at ``path`` as the second engine understands it, written afresh, each page with its size."""
    mended = BytesIO()
    try:
        document = pypdfium2.PdfDocument(path)
        for page in document:
            page.set_mediabox(*page.get_mediabox())
        document.save(mended)
        document.close()
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(*DAMAGED) from error
    mended.seek(0)
    return mended

"""Reads PDF documents: characters and rules on pages to tables and paragraphs as their author meant them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.errors import UnreadableError
from ingest.model import SourceDocument, SourceTable
from ingest.readers.pdf.accounts import count_page_words
from ingest.readers.pdf.blocks import make_blocks
from ingest.readers.pdf.marks import checks
from ingest.readers.pdf.marks.legible import mark_unreadable
from ingest.readers.pdf.opening.carried import about_carried
from ingest.readers.pdf.opening.engines import pages_with_more
from ingest.readers.pdf.opening.halving import divide_sheets
from ingest.readers.pdf.opening.opening import open_pages
from ingest.readers.pdf.opening.seeing import about_seen, put_in
from ingest.readers.pdf.opening.turning import turn_upright
from ingest.readers.pdf.sheets import take_apart
from ingest.readers.pdf.surroundings.pale_marks import set_apart_pale_marks
from ingest.readers.pdf.text.runs import Writing
from ingest.uncollected import uncollected

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from ingest.model import SourceParagraph
    from ingest.readers.pdf.opening.opening import Opened
    from ingest.readers.pdf.page import Page
    from ingest.seen import See


@uncollected()
def read(path: Path, name: str, sha256: str, see: See | None = None) -> SourceDocument:
    """Return what the PDF at ``path`` says, calling it ``name`` in every place; ``see`` reads pages that are pictures.

    Raises ``UnreadableError`` when it needs a password, is damaged, or holds no readable text.
    """
    opened = open_pages(path)
    carried = about_carried(path, name)
    checks.check_has_text(opened.pages)
    pictured = checks.pages_of_pictures(opened.pages)
    seen = see(path, pictured) if see and pictured else {}
    legible = mark_unreadable(opened.pages)
    if legible.is_all_unreadable:
        raise UnreadableError(*checks.UNREADABLE_TEXT)
    upright = put_in((turn_upright(page) for page in legible.pages), seen)
    pages = [_as_writing(set_apart_pale_marks(page)) for page in upright]
    blocks = make_blocks(take_apart(divide_sheets(pages)), name)
    words = sum(count_page_words(page) for page in pages)
    missing = checks.about_missing(
        name,
        failed=opened.failed,
        damaged=opened.damaged,
        pictured=checks.pages_of_pictures(pages),
        unreadable=legible.unreadable_pages,
        lettered=legible.lettered_pages,
    )
    doubt = checks.about_doubt(
        name,
        more=sorted({*opened.differing, *_seen_elsewhere(path, opened)}),
        hidden=[page.number for page in opened.pages if page.hidden],
        is_mended=opened.is_mended,
        words=words,
        in_blocks=_count_blocks(blocks),
    )
    return SourceDocument(
        path=name,
        sha256=sha256,
        format="pdf",
        blocks=blocks,
        words=words,
        findings=(*missing, *carried, *about_seen(name, seen, blocks), *doubt),
        is_partial=bool(missing or carried),
    )


def _as_writing(page: Page) -> Page:
    """Return ``page`` with its characters as writing: both its words and their count ask how they follow each other."""
    return replace(page, glyphs=Writing(page.glyphs))


def _seen_elsewhere(path: Path, opened: Opened) -> tuple[int, ...]:
    """Return the numbers of the pages drawn by the thorough engine on which the fast one finds more."""
    return pages_with_more(path, [page for page in opened.pages if page.number in opened.thorough])


def _count_blocks(blocks: Iterable[SourceParagraph | SourceTable]) -> int:
    return sum(
        sum(cell.words for cell in block.cells) if isinstance(block, SourceTable) else block.words for block in blocks
    )

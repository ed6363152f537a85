"""Reads PDF documents: characters and rules on pages to tables and paragraphs as their author meant them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.model import SourceDocument
from ingest.readers.pdf.accounts import count_page_words
from ingest.readers.pdf.blocks import make_blocks
from ingest.readers.pdf.opening import read_pages
from ingest.readers.pdf.sheets import take_apart

if TYPE_CHECKING:
    from pathlib import Path


def read(path: Path, name: str, sha256: str) -> SourceDocument:
    """Return what the PDF at ``path`` says, calling it ``name`` in every place.

    Raises ``UnreadableError`` when it needs a password, is damaged, or holds nothing but pictures.
    """
    pages = read_pages(path)
    blocks = make_blocks(take_apart(pages), name)
    return SourceDocument(
        path=name,
        sha256=sha256,
        format="pdf",
        blocks=blocks,
        words=sum(count_page_words(page) for page in pages),
    )

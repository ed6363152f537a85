"""Reads web pages: saved ones (HTML), all in one file (MHTML, RFC 2557), and plain text with a table typed in it.

Word writes both when it is asked for a web page, and calls either .doc where it was asked to.
"""

from __future__ import annotations

from pathlib import Path

from ingest.advice import NO_READER
from ingest.errors import UnreadableError
from ingest.identify import Format, identify
from ingest.model import Finding, Level, Place, SourceDocument, SourceTable, Where
from ingest.text_encoding import decode_text
from ingest.typed_tables import page_with_tables
from ingest.web import Layout, Page, decode_archive, decode_page


def read(path: Path, name: str, sha256: str) -> SourceDocument:
    """Return the web page at ``path``, called ``name`` in all that is said of it.

    Raises ``UnreadableError`` where one file should hold a page and does not.
    """
    found = identify(path)
    layout = Layout(name)
    if found is Format.MHTML:
        main, *others = decode_archive(path.read_bytes())
        # Word keeps page headers and footers in a page of their own.
        pages = [layout.lay_out(main), *(layout.lay_out(other, Where.HEADER) for other in others)]
    elif found is Format.TEXT:
        pages = [layout.lay_out(_typed_page(path))]
    else:
        pages = [layout.lay_out(decode_page(path.read_bytes()))]
    return _document(pages, name, sha256, found)


def _typed_page(path: Path) -> str:
    if page := page_with_tables(decode_text(path.read_bytes())):
        return page
    raise UnreadableError(Format.TEXT.value, *NO_READER[Format.TEXT])


def _document(pages: list[Page], name: str, sha256: str, found: Format) -> SourceDocument:
    blocks = tuple(block for page in pages for block in page.blocks)
    words = sum(page.words for page in pages)
    given = sum(
        sum(cell.words for cell in block.cells) if isinstance(block, SourceTable) else block.words for block in blocks
    )
    findings = []
    if given != words:
        message = (
            f"The page holds {words:,} words and {given:,} were taken from it: some may be missing or there twice. "
            "Compare the rows with the page."
        )
        findings.append(Finding(Level.PROBLEM, "words-differ", message, Place(name)))
    if words == 0:
        message = "The page holds no words. Ask the sender for it as a Word document."
        findings.append(Finding(Level.PROBLEM, "no-words", message, Place(name)))
    return SourceDocument(name, sha256, found.value, blocks, words, tuple(findings))

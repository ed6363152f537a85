"""Documents placed inside a document, which Word takes in when it opens it (``w:altChunk``; part 1, 17.17.2)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from contextlib import closing, suppress

from ingest.errors import UnreadableError
from ingest.guard import check_package
from ingest.model import SourceCell, SourceParagraph, SourceTable, Where
from ingest.readers.word.count import count_body
from ingest.readers.word.flat import PACKAGE as FLAT
from ingest.readers.word.flat import pack
from ingest.readers.word.markup import R, w
from ingest.readers.word.package import Package
from ingest.readers.word.pieces import Block, Cell, Hanging, Kind, Paragraph, Piece, Table
from ingest.readers.word.sources import Chunk, Part, Sources, open_sources
from ingest.readers.word.story import StoryReader
from ingest.rtf_text import read_rtf_text
from ingest.text_encoding import decode_text
from ingest.web import Layout, decode_archive, decode_page
from ingest.words import count_words

ALT_CHUNK, ID = w("altChunk"), f"{{{R}}}id"
MOST_BYTES = 50_000_000
"""A larger one is no return."""
DEEPEST = 3
"""Documents in documents in documents; more is an oversight, or made to do harm."""
PAGE = re.compile(r"<(!doctype\s+html|html|head|body|table|div|p)\b", re.IGNORECASE)
PAGE_SUFFIXES = (".htm", ".html", ".xhtml")
ARCHIVE = re.compile(r"^(mime-version|content-type):", re.IGNORECASE | re.MULTILINE)
START = 1024
"""What a chunk is shows in its first bytes, whatever its part is called."""


def take_in_chunks(sources: Sources, part: Part, depth: int = 0) -> None:
    """Read the documents placed inside ``part`` of ``sources``; that one cannot be read shows when the part is."""
    for place in part.root.iter(ALT_CHUNK):
        found = part.relationships.get(place.get(ID, ""))
        if found is None or found.is_external or depth >= DEEPEST:
            continue
        data = sources.package.load(found.target, MOST_BYTES)
        is_page = found.target.lower().endswith(PAGE_SUFFIXES)
        with suppress(UnreadableError):
            chunk = _read(data, sources, depth, is_page=is_page)
            if chunk is not None:
                part.chunks[place] = chunk


def _read(data: bytes, sources: Sources, depth: int, *, is_page: bool) -> Chunk | None:
    """Return what is in ``data``; None where it is of no kind that is read. Raises ``UnreadableError``."""
    start = decode_text(data[:START])
    if start.startswith("PK"):
        return _read_document(io.BytesIO(data), sources, depth)
    if FLAT in start:
        return _read_document(pack(data), sources, depth)
    if start.startswith("{\\rtf"):
        return _read_lines(read_rtf_text(data))
    if ARCHIVE.search(start):
        return _read_pages(decode_archive(data))
    if is_page or PAGE.search(start):
        return _read_pages([decode_page(data)])
    return None if not data or start.lstrip().startswith("<?xml") else _read_lines(decode_text(data))


def _read_document(packed: io.BytesIO, sources: Sources, depth: int) -> Chunk:
    check_package(packed)
    with closing(Package(packed)) as package:
        inner = open_sources(package, sources.name)
        for part in inner.text_parts():
            take_in_chunks(inner, part, depth + 1)
        reader = StoryReader(inner, inner.main)
        blocks = [*reader.read(inner.body), _loose_comments(inner, reader)]
        words = count_body(inner)
    for finding in inner.findings.values():
        sources.findings.setdefault(finding.code, finding)
    sources.is_partial = sources.is_partial or inner.is_partial
    return Chunk(blocks, words)


def _loose_comments(sources: Sources, reader: StoryReader) -> Paragraph:
    """Return a paragraph on which the comments hang that no visible text calls."""
    remarks = (sources.take_comment(key, reader.read_aside) for key in sources.comments)
    return Paragraph(hanging=Hanging(remarks=[remark for remark in remarks if remark is not None]))


def _read_lines(text: str) -> Chunk:
    return _chunk([_paragraph(line) for line in text.splitlines() if line.strip()])


def _read_pages(pages: Iterable[str]) -> Chunk:
    layout = Layout("")
    return _chunk([_block(block) for page in pages for block in layout.lay_out(page).blocks])


def _chunk(blocks: list[Block]) -> Chunk:
    return Chunk(blocks, sum(_count(block) for block in blocks))


def _count(block: Block) -> int:
    if isinstance(block, Paragraph):
        return count_words("".join(piece.text for piece in block.pieces))
    return sum(_count(inner) for cell in block.cells for inner in cell.blocks)


KINDS = {Where.STRUCK: Kind.STRUCK, Where.HIDDEN: Kind.HIDDEN}


def _block(block: SourceParagraph | SourceTable) -> Block:
    """Return a block of a web page as one of this document."""
    if isinstance(block, SourceParagraph):
        line = _paragraph(block.text, KINDS.get(block.where, Kind.SHOWN))
        line.level = block.level
        if block.links:
            line.hanging = Hanging(links=list(block.links))
        return line
    headings = [row < block.heading_rows for row in range(block.n_rows)]
    return Table([_cell(cell) for cell in block.cells], block.n_rows, (), block.n_cols, headings)


def _paragraph(text: str, kind: Kind = Kind.SHOWN) -> Paragraph:
    return Paragraph([Piece(text, kind)])


def _cell(cell: SourceCell) -> Cell:
    lines = [_paragraph(line) for line in cell.text.split("\n")]
    lines += [_paragraph(passage, Kind.STRUCK) for passage in cell.struck]
    if cell.links or cell.pictures:
        lines[0].hanging = Hanging(links=list(cell.links), pictures=list(cell.pictures))
    return Cell([*lines], span=cell.colspan, fill=cell.fill, row=cell.row - 1, col=cell.col - 1, rowspan=cell.rowspan)

"""A .doc that ends with a table, mended before LibreOffice opens it.

The text of a .doc ends with a paragraph mark (MS-DOC 2.4.1). LibreOffice itself writes none where the last thing is a
table, and when it opens such a file it runs the cells of that table together into one line. The mark is put where it
belongs, into the empty bytes behind the text; where there are none, an empty page is put in there.
"""

from __future__ import annotations

import struct
from contextlib import suppress
from pathlib import Path

from ingest.compound import replace_stream
from ingest.office.doc_file import TEXT_STREAM, DocFile

TEXT_END = 0x1C
"""Where the text ends in its stream (fcMac)."""
TEXT_LENGTH, OTHER_LENGTHS = 0x4C, range(0x50, 0x6C, 4)
"""How many characters the text has, and the notes, headers and boxes behind it (2.5.4)."""
CHARACTER_RUNS, PARAGRAPH_RUNS, SECTIONS = 0xFA, 0x102, 0xCA
"""Where the header says in which bytes of the other stream these tables lie (2.5.6)."""
RUN_PAGE_BYTES, SECTION_BYTES = 4, 12
PAGE = 512
"""A table of runs fills pages of this size; the last byte of each counts its runs (2.9.174)."""
LONGEST_PAGE_NUMBER = 0x3FFFFF
STREAM_END = 0x40
"""Where the header says how long its stream is (cbMac, 2.5.4)."""
SECTION_PLACE, NO_PLACE = 2, 0xFFFFFFFF
"""Where an entry of that table says where the looks of its section lie, if it has any (2.9.243)."""
CELL_END, PARAGRAPH_END = "\x07", "\r"


class CannotMendError(Exception):
    """The text ends with a table, and that cannot be put right."""


def mend_end(path: Path) -> None:
    """Give the text of the .doc at ``path`` the paragraph mark it must end with, where it ends with a table.

    Nothing is done to any other file, damaged ones included. Raises ``CannotMendError``.
    """
    data = bytearray(path.read_bytes())
    with suppress(ValueError, struct.error, IndexError):
        doc = DocFile(data)
        if _ends_with_table(doc):
            path.write_bytes(_mend(data, doc))


def _ends_with_table(doc: DocFile) -> bool:
    text = doc.text
    if any(text.number(at) for at in OTHER_LENGTHS):
        return False  # what follows the text ends with a mark of its own
    pieces, noted = doc.pieces()
    last = pieces[-1]
    is_table = text.read(last.end - last.width, last.width).decode(last.encoding) == CELL_END
    return is_table and doc.tables.number(noted) == text.number(TEXT_LENGTH)


def _mend(data: bytearray, doc: DocFile) -> bytearray:
    """Return ``data`` with the mark behind its text. Raises ``CannotMendError``."""
    last = doc.pieces()[0][-1]
    if doc.text.number(TEXT_END) != last.end:
        raise CannotMendError
    if last.end % PAGE == 0:
        data = _make_room(data, doc, last.end)
    _put_mark(DocFile(data))
    return data


def _put_mark(doc: DocFile) -> None:
    text = doc.text
    pieces, noted = doc.pieces()
    last, length = pieces[-1], text.number(TEXT_LENGTH)
    if any(text.read(last.end, last.width)):
        raise CannotMendError
    text.plan(last.end, PARAGRAPH_END.encode(last.encoding))
    text.plan_number(TEXT_END, last.end + last.width)
    text.plan_number(TEXT_LENGTH, length + 1)
    doc.tables.plan_number(noted, length + 1)
    _stretch(doc, length + 1, last.end + last.width)
    text.carry_out()
    doc.tables.carry_out()


def _make_room(data: bytearray, doc: DocFile, end: int) -> bytearray:
    """Return ``data`` with an empty page behind the text, which ends at ``end``; what refers to later pages follows."""
    for where in (CHARACTER_RUNS, PARAGRAPH_RUNS):
        for at in _entries(doc, where, RUN_PAGE_BYTES):
            page = doc.tables.number(at)
            if (page & LONGEST_PAGE_NUMBER) * PAGE >= end:
                doc.tables.plan_number(at, page + 1)
    for at in _entries(doc, SECTIONS, SECTION_BYTES):
        place = doc.tables.number(at + SECTION_PLACE)
        if end <= place < NO_PLACE:
            doc.tables.plan_number(at + SECTION_PLACE, place + PAGE)
    size = doc.text.size
    doc.text.plan_number(STREAM_END, doc.text.number(STREAM_END) + PAGE)
    doc.text.carry_out()
    doc.tables.carry_out()
    try:
        return replace_stream(
            bytes(data), TEXT_STREAM, doc.text.read(0, end) + bytes(PAGE) + doc.text.read(end, size - end)
        )
    except BufferError as error:
        raise CannotMendError from error


def _entries(doc: DocFile, where: int, entry_bytes: int) -> range:
    """Return where the entries of a table lie, which follow its edges (2.2.2)."""
    start, count = doc.text.number(where), (doc.text.number(where + 4) - 4) // (4 + entry_bytes)
    first = start + 4 * (count + 1)
    return range(first, first + entry_bytes * count, entry_bytes)


def _stretch(doc: DocFile, length: int, end: int) -> None:
    """Let the tables that say how the text looks reach to its new end; the mark's paragraph has no looks."""
    _stretch_table(doc, SECTIONS, SECTION_BYTES, length)
    _stretch_table(doc, PARAGRAPH_RUNS, RUN_PAGE_BYTES, end)
    last_entry = _stretch_table(doc, CHARACTER_RUNS, RUN_PAGE_BYTES, end)
    page = (doc.tables.number(last_entry) & LONGEST_PAGE_NUMBER) * PAGE
    runs = doc.text.read(page + PAGE - 1, 1)[0]
    doc.text.plan_number(page + 4 * runs, end)


def _stretch_table(doc: DocFile, where: int, entry_bytes: int, end: int) -> int:
    """Set the last of the edges a table begins with (2.2.2), and return where its last entry lies."""
    entries = _entries(doc, where, entry_bytes)
    doc.tables.plan_number(entries.start - 4, end)
    return entries[-1]

"""A .doc that ends with a table, mended before LibreOffice opens it.

The text of a .doc ends with a paragraph mark (MS-DOC 2.4.1). LibreOffice itself writes none where the last thing is a
table, and when it opens such a file it runs the cells of that table together into one line. The mark is put where it
belongs, into the empty bytes behind the text.
"""

from __future__ import annotations

import struct
from contextlib import suppress
from pathlib import Path

from ingest.office.doc_file import DocFile

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
CELL_END, PARAGRAPH_END = "\x07", "\r"


class CannotMendError(Exception):
    """The text ends with a table, and there is no room to put that right."""


def mend_end(path: Path) -> None:
    """Give the text of the .doc at ``path`` the paragraph mark it must end with, where it ends with a table.

    Nothing is done to any other file, damaged ones included. Raises ``CannotMendError``.
    """
    data = bytearray(path.read_bytes())
    with suppress(ValueError, struct.error, IndexError):
        if _mend(DocFile(data)):
            path.write_bytes(data)


def _mend(doc: DocFile) -> bool:
    """Put the mark behind the text; tell whether it was missing. Raises ``CannotMendError``."""
    text = doc.text
    if any(text.number(at) for at in OTHER_LENGTHS):
        return False  # what follows the text ends with a mark of its own
    pieces, noted = doc.pieces()
    last, length = pieces[-1], text.number(TEXT_LENGTH)
    is_table = text.read(last.end - last.width, last.width).decode(last.encoding) == CELL_END
    if not is_table or doc.tables.number(noted) != length:
        return False
    if last.end % PAGE == 0 or any(text.read(last.end, last.width)) or text.number(TEXT_END) != last.end:
        raise CannotMendError
    text.plan(last.end, PARAGRAPH_END.encode(last.encoding))
    text.plan_number(TEXT_END, last.end + last.width)
    text.plan_number(TEXT_LENGTH, length + 1)
    doc.tables.plan_number(noted, length + 1)
    _stretch(doc, length + 1, last.end + last.width)
    text.carry_out()
    doc.tables.carry_out()
    return True


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
    start, count = doc.text.number(where), (doc.text.number(where + 4) - 4) // (4 + entry_bytes)
    doc.tables.plan_number(start + 4 * count, end)
    return start + 4 * (count + 1) + entry_bytes * (count - 1)

r"""The results of fields kept as they were stored, before LibreOffice opens a document.

A field for the day, the hour, the name of the file or of whoever opens it is worked out anew by LibreOffice, and one
whose answer it does not know is emptied: the same document would read otherwise tomorrow, or under another name. What
the author last saw is what is stored (ECMA-376 part 1, 17.16.2; OpenDocument 1.2, 7.3), and that is read.
"""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from ingest.identify import Format
from ingest.office.doc_file import DocFile

WORKED_OUT = (
    "DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "EDITTIME", "FILENAME", "FILESIZE", "TEMPLATE", "AUTHOR",
    "LASTSAVEDBY", "REVNUM", "USERNAME", "USERINITIALS", "USERADDRESS",
)  # fmt: skip
"""The fields of Word whose results depend on when, where and by whom a document is opened (17.16.5)."""
NO_FIELD = "KEPT"
"""Put before the name of a field it makes one that LibreOffice does not know, and shows as stored."""
_NAMES = "|".join(WORKED_OUT)
_IN_RICH_TEXT = re.compile(
    rf"(\\fldinst(?:[\s{{}}]|\\\*|\\[a-z]++-?\d*+)*+)((?:{_NAMES})(?![a-z]))".encode(), re.IGNORECASE
)
r"""A field in Rich Text Format 1.9.1 ("Fields"): groups and looks may stand between ``\fldinst`` and the name."""
_IN_WORD_XML = re.compile(
    rf"""((?:<\w+:instrText\b[^<>]*>|\b\w+:instr=["'])\s*)((?:{_NAMES})(?![a-z]))""".encode(), re.IGNORECASE
)
_OPEN_TEXT = re.compile(rb"""xmlns:([\w.-]+)=["']urn:oasis:names:tc:opendocument:xmlns:text:1\.0["']""")
OPEN_FIELDS = (
    rb"date|time|author-name|author-initials|creator|printed-by|file-name|template-name|editing-cycles|"
    rb"editing-duration|(?:creation|modification|print)-(?:date|time)|sender-[a-z-]+"
)
"""The same fields in OpenDocument (7.3): each holds what it last showed."""
OPEN_PARTS = frozenset({"content.xml", "styles.xml"})
FIELD_TABLES = (0x11A, 0x122, 0x12A, 0x132, 0x21A, 0x262, 0x272)
"""Where the header of a .doc says where the fields of its text, headers, notes and boxes are listed (MS-DOC 2.5.6)."""
FIELD_BYTES, BEGINS, MARK = 2, 0x13, 0x1F
DOC_KINDS = frozenset({17, *range(20, 26), *range(29, 33), 60, 61, 62})
"""The same fields as numbers (2.9.90)."""
NO_DOC_KIND = b"\x05"
"""A kind that LibreOffice only shows."""


def keep_results(path: Path, found: Format) -> None:
    """Make the fields of the document at ``path``, of the kind ``found``, show what is stored as their results.

    Nothing is done to a document without such fields, nor to a damaged one.
    """
    with suppress(ValueError, IndexError, struct.error, zipfile.BadZipFile, RuntimeError, NotImplementedError):
        if way := _WAYS.get(found):
            way(path)


def _keep_in_text(pattern: re.Pattern[bytes]) -> Callable[[Path], None]:
    def keep(path: Path) -> None:
        data = path.read_bytes()
        _rewrite(path, data, pattern.sub(rb"\g<1>" + NO_FIELD.encode() + rb"\g<2>", data))

    return keep


def _keep_in_flat(path: Path) -> None:
    data = path.read_bytes()
    _rewrite(path, data, _as_text(data))


def _rewrite(path: Path, before: bytes, after: bytes) -> None:
    if after != before:
        path.write_bytes(after)


def _as_text(part: bytes) -> bytes:
    """Return an OpenDocument part with its fields replaced by what they hold."""
    prefix = _OPEN_TEXT.search(part)
    if prefix is None:
        return part
    tag = rb"</?" + re.escape(prefix[1]) + rb":(?:" + OPEN_FIELDS + rb")(?=[\s/>])(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+>"
    return re.sub(tag, b"", part)


def _keep_in_package(path: Path) -> None:
    with zipfile.ZipFile(path) as package:
        parts = {entry: package.read(entry) for entry in package.infolist()}
    changed = {entry: _as_text(data) for entry, data in parts.items() if entry.filename in OPEN_PARTS}
    if any(changed[entry] != parts[entry] for entry in changed):
        with zipfile.ZipFile(path, "w") as package:
            for entry, data in (parts | changed).items():
                package.writestr(entry, data)


def _keep_in_doc(path: Path) -> None:
    data = bytearray(path.read_bytes())
    doc = DocFile(data)
    for where in FIELD_TABLES:
        start, size = doc.text.number(where), doc.text.number(where + 4)
        count = (size - 4) // (4 + FIELD_BYTES) if size else 0
        for at in range(start + 4 * (count + 1), start + 4 * (count + 1) + FIELD_BYTES * count, FIELD_BYTES):
            mark, kind = doc.tables.read(at, FIELD_BYTES)
            if mark & MARK == BEGINS and kind in DOC_KINDS:
                doc.tables.plan(at + 1, NO_DOC_KIND)
    doc.tables.carry_out()
    path.write_bytes(data)


_WAYS: Mapping[Format, Callable[[Path], None]] = {
    Format.RTF: _keep_in_text(_IN_RICH_TEXT),
    Format.WORD_XML: _keep_in_text(_IN_WORD_XML),
    Format.DOC: _keep_in_doc,
    Format.ODT: _keep_in_package,
    Format.FODT: _keep_in_flat,
}

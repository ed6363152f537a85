"""What a file is, judged by its content alone; its name is only a hint for the words of a message."""

from __future__ import annotations

import re
import struct
import zipfile
from enum import StrEnum
from typing import TYPE_CHECKING

from ingest import compound
from ingest.text_encoding import find_wide_encoding

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Format(StrEnum):
    """What a file can turn out to be."""

    DOCX = "docx"
    XLSX = "xlsx"
    PPTX = "pptx"
    ODT = "odt"
    XLSB = "xlsb"
    ODS = "ods"
    EXCEL_XML = "excel xml"
    FODT = "fodt"
    FODS = "fods"
    FLAT_DOCX = "flat docx"
    WORD_XML = "xml"
    DOC = "doc"
    XLS = "xls"
    PPT = "ppt"
    PDF = "pdf"
    RTF = "rtf"
    HTML = "html"
    MHTML = "mht"
    EML = "eml"
    MSG = "msg"
    CSV = "csv"
    TEXT = "txt"
    IWORK = "iwork"
    IMAGE = "image"
    ARCHIVE = "archive"
    ZIP = "zip"
    DAMAGED_ZIP = "damaged zip"
    COMPOUND = "compound"
    PASSWORD = "password"  # noqa: S105 - the name of a kind of file, no password
    RIGHTS_MANAGED = "rights managed"
    EMPTY = "empty"
    ZEROS = "zeros"
    UNKNOWN = "unknown"


HEAD_BYTES = 4096
"""Enough for every signature below, a web page's first tags and an e-mail's first headers."""

PDF_HEADER_WITHIN = 1024
"""ISO 32000-1, annex H.3.4.1: readers accept the header anywhere in the first 1024 bytes."""

LAST_BYTES = 66_000
"""The end of a package's list of members lies within them (4.3.16: its comment has 65,535 bytes at most)."""
DIRECTORY_SIZES = ((b"PK\x05\x06", 12, "<I"), (b"PK\x06\x06", 40, "<Q"))
"""Where the size of that list is written, in small packages and in large ones (4.3.16 and 4.3.14)."""
MOST_DIRECTORY_BYTES = 8_000_000
"""The list of 5,000 members, the most that are read, takes a tenth; taking apart one of 500 MB takes all memory."""

SIGNATURES: tuple[tuple[bytes, Format], ...] = (
    (b"{\\rtf", Format.RTF),
    (b"\x89PNG\r\n\x1a\n", Format.IMAGE),
    (b"\xff\xd8\xff", Format.IMAGE),
    (b"GIF8", Format.IMAGE),
    (b"II*\x00", Format.IMAGE),
    (b"MM\x00*", Format.IMAGE),
    (b"BM", Format.IMAGE),
    (b"\x1f\x8b\x08", Format.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", Format.ARCHIVE),
    (b"Rar!\x1a\x07", Format.ARCHIVE),
    (b"\xfd7zXZ\x00", Format.ARCHIVE),
    (b"MSCF\x00\x00\x00\x00", Format.ARCHIVE),
)

MAIN_PARTS: tuple[tuple[bytes, Format], ...] = (
    (b"wordprocessingml.document.main+xml", Format.DOCX),
    (b"wordprocessingml.template.main+xml", Format.DOCX),
    (b"ms-word.document.macroEnabled.main+xml", Format.DOCX),
    (b"ms-word.template.macroEnabledTemplate.main+xml", Format.DOCX),
    (b"spreadsheetml.sheet.main+xml", Format.XLSX),
    (b"spreadsheetml.template.main+xml", Format.XLSX),
    (b"ms-excel.sheet.macroEnabled.main+xml", Format.XLSX),
    (b"ms-excel.template.macroEnabled.main+xml", Format.XLSX),
    (b"ms-excel.sheet.binary.macroEnabled.main", Format.XLSB),
    (b"presentationml.", Format.PPTX),
)
"""Content types of the main part (ECMA-376 part 1, clause 11 and its siblings; macro forms: MS-OFFMACRO2;
binary: MS-XLSB 2.1.7)."""

FOLDERS: tuple[tuple[str, Format], ...] = (
    ("word/", Format.DOCX),
    ("xl/", Format.XLSX),
    ("ppt/", Format.PPTX),
)
"""Where the parts are by habit: for packages whose list of content types is lost or written oddly."""

MAIN_NAMES: tuple[tuple[str, Format], ...] = (
    ("word/document.xml", Format.DOCX),
    ("xl/workbook.xml", Format.XLSX),
)
"""What the main part is called by habit, for packages whose list of content types is gone."""
IWORK_SUFFIX = ".iwa"
"""What every part of a document of Pages, Numbers or Keynote ends in."""

MIMETYPES: tuple[tuple[bytes, Format], ...] = (
    (b"application/vnd.oasis.opendocument.text", Format.ODT),
    (b"application/vnd.oasis.opendocument.spreadsheet", Format.ODS),
)
"""OpenDocument 1.3 part 2, clause 3.3: the member "mimetype" says what the package is."""

STREAMS: tuple[tuple[str, Format], ...] = (
    ("\x09DRMContent", Format.RIGHTS_MANAGED),
    ("DRMEncryptedDataSpace", Format.RIGHTS_MANAGED),
    ("DRMEncryptedTransform", Format.RIGHTS_MANAGED),
    ("EncryptedPackage", Format.PASSWORD),
    ("WordDocument", Format.DOC),
    ("Workbook", Format.XLS),
    ("Book", Format.XLS),
    ("PowerPoint Document", Format.PPT),
    ("__properties_version1.0", Format.MSG),
)
"""Names inside a compound file, most telling first (MS-OFFCRYPTO 2.2 and 2.3, MS-DOC 2.1, MS-XLS 2.1)."""

CONTENT_TYPES_LIMIT = 1_000_000
"""Real lists of content types have a few kilobytes."""

EMAIL_HEADERS = re.compile(
    rb"^(from|to|subject|date|received|mime-version|return-path|message-id): ", re.IGNORECASE | re.MULTILINE
)
ENOUGH_EMAIL_HEADERS = 2
HEADERS_END = re.compile(rb"\r?\n\r?\n")
RELATED = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
SENT = re.compile(rb"^(to|cc|bcc|received|message-id|return-path|delivered-to):", re.IGNORECASE | re.MULTILINE)
"""A web page with all that belongs to it in one file is written like an e-mail that was never sent (RFC 2557)."""
OFFICE_XML: tuple[tuple[bytes, Format], ...] = (
    (b"http://schemas.microsoft.com/office/2006/xmlPackage", Format.FLAT_DOCX),
    (b"http://schemas.microsoft.com/office/word/2003/wordml", Format.WORD_XML),
    (b"urn:schemas-microsoft-com:office:spreadsheet", Format.EXCEL_XML),
)
"""Documents in one XML file: a package laid flat (MS-DOCX 2.1), and the forms of Word 2003 and Excel 2003."""
OPEN_DOCUMENT = re.compile(rb"<office:document\s[^>]*office:mimetype=[\"']([^\"']+)", re.DOTALL)
"""An OpenDocument in one XML file (OpenDocument 1.3 part 3, 3.1.2)."""
FLAT_FORMS: Mapping[Format, Format] = {Format.ODT: Format.FODT, Format.ODS: Format.FODS}
TABLE_SUFFIXES = {".csv", ".tsv", ".tab"}
FEWEST_LINES = 2
"""Of a table without an ending that says so: headings and an answer."""
HTML_START = re.compile(
    rb"^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype html|html|head|body|table|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
WRAPPED_MAIL = re.compile(rb"\x30.{1,9}\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07[\x02\x03]", re.DOTALL)
"""Signed or enveloped data (RFC 5652, 5.1 and 6.1), as e-mails within a signature are saved (.p7m)."""
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")


def identify(path: Path) -> Format:
    """Return what the file at ``path`` is. Raises ``OSError`` when it cannot be opened."""
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    if not head.strip(b"\0"):
        return Format.ZEROS if head else Format.EMPTY
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _identify_zip(path)
    if head.startswith(compound.SIGNATURE):
        return _identify_compound(path)
    return _identify_flat(head, path.suffix.lower())


def _identify_flat(head: bytes, suffix: str) -> Format:
    if b"%PDF-" in head[:PDF_HEADER_WITHIN]:
        return Format.PDF
    if WRAPPED_MAIL.match(head):
        return Format.EML
    start = head.lstrip(b"\xef\xbb\xbf \r\n\t")
    signed = next((found for signature, found in SIGNATURES if start.startswith(signature)), None)
    return signed or _identify_text(head, suffix)


def _identify_zip(path: Path) -> Format:
    if not _has_short_directory(path):
        return Format.DAMAGED_ZIP
    try:
        with zipfile.ZipFile(path) as package:
            return _identify_package(package)
    except Exception:  # noqa: BLE001 - a package can be broken in any way, and this is asked outside the children
        return Format.DAMAGED_ZIP


def _has_short_directory(path: Path) -> bool:
    """Tell whether the list of a package's members is one that may be taken apart outside the children."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - LAST_BYTES))
        last = file.read()
    for signature, offset, layout in DIRECTORY_SIZES:
        start = last.rfind(signature)
        written = last[start + offset :][: struct.calcsize(layout)] if start >= 0 else b""
        is_whole = len(written) == struct.calcsize(layout)
        if is_whole and written.strip(b"\xff") and struct.unpack(layout, written)[0] > MOST_DIRECTORY_BYTES:
            return False
    return True


def _identify_package(package: zipfile.ZipFile) -> Format:
    names = package.namelist()
    if "mimetype" in names:
        written = _read_member(package, "mimetype")
        for mimetype, found in MIMETYPES:
            if written.startswith(mimetype):
                return found
    listed = next((name for name in names if name.lower() == "[content_types].xml"), None)
    if listed is None:
        return _identify_by_names(names)
    content_types = _read_member(package, listed).replace(b"\0", b"")
    for main, found in MAIN_PARTS:
        if main in content_types:
            return found
    paths = _as_paths(names)
    return next((found for folder, found in FOLDERS if any(path.startswith(folder) for path in paths)), Format.ZIP)


def _identify_by_names(names: list[str]) -> Format:
    if any(name.endswith(IWORK_SUFFIX) for name in names):
        return Format.IWORK
    paths = _as_paths(names)
    return next((found for name, found in MAIN_NAMES if name in paths), Format.ZIP)


def _as_paths(names: list[str]) -> list[str]:
    """Return the names of members as they are compared: some zip programs write them with backslashes."""
    return [name.replace("\\", "/").lower() for name in names]


def _read_member(package: zipfile.ZipFile, name: str) -> bytes:
    """Return the start of a member, which no office program packs in any of the ways that take much memory."""
    if package.getinfo(name).compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise zipfile.BadZipFile(name)
    with package.open(name) as member:
        return member.read(CONTENT_TYPES_LIMIT)


def _identify_compound(path: Path) -> Format:
    try:
        names = compound.list_names(path)
    except ValueError:
        return Format.COMPOUND
    return next((found for stream, found in STREAMS if stream in names), Format.COMPOUND)


def _identify_text(head: bytes, suffix: str) -> Format:
    wide = find_wide_encoding(head)
    text = (head.decode(wide, "ignore").encode() if wide else head).removeprefix(b"\xef\xbb\xbf")
    if HTML_START.match(text):
        return Format.HTML
    if CONTROL.search(text):
        return Format.UNKNOWN
    if text.lstrip().startswith(b"<?xml"):
        return _identify_xml(text)
    headers = HEADERS_END.split(text, maxsplit=1)[0]
    if RELATED.search(headers) and not SENT.search(headers):
        return Format.MHTML
    if len(EMAIL_HEADERS.findall(text)) >= ENOUGH_EMAIL_HEADERS:
        return Format.EML
    return Format.CSV if suffix in TABLE_SUFFIXES or _is_tabbed(text) else Format.TEXT


def _identify_xml(text: bytes) -> Format:
    flat = OPEN_DOCUMENT.search(text)
    if flat is None:
        return next((found for name, found in OFFICE_XML if name in text), Format.TEXT)
    kind = next((found for mimetype, found in MIMETYPES if flat[1].startswith(mimetype)), Format.TEXT)
    return FLAT_FORMS.get(kind, kind)


def _is_tabbed(text: bytes) -> bool:
    """Tell whether every line of the start of a text has as many tabs, as Excel writes a table saved as text."""
    lines = [line for line in text.splitlines()[: -1 if len(text) >= HEAD_BYTES else None] if line.strip()]
    return len(lines) >= FEWEST_LINES and b"\t" in lines[0] and len({line.count(b"\t") for line in lines}) == 1

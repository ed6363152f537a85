"""What is checked of a packed document before anything parses it, so that a hostile file costs nothing.

Sizes come from the package's own list of members; pictures are never unpacked; a part with a document type
declaration is refused, because that is where entity bombs and external entities live, and because no office
program writes one.
"""

from __future__ import annotations

import re
import zipfile
from typing import IO, TYPE_CHECKING

from ingest.errors import UnreadableError
from ingest.identify import Format

if TYPE_CHECKING:
    from pathlib import Path

PACKAGES = {Format.DOCX, Format.XLSX, Format.XLSB, Format.PPTX, Format.ODT, Format.ODS}
"""The kinds of file that are packed documents."""
MOST_MEMBERS = 5_000
"""The largest real returns have a few hundred parts, most of them pictures."""
MOST_XML_BYTES = 150_000_000
"""Above it the parts alone would fill the memory of an office computer; a 700-page plan has about 20 MB."""
BOMB_RATIO = 400
"""Deflate reaches 1030 to 1 on one repeated byte; the most repetitive real table stays below 150 to 1."""
BOMB_BYTES = 30_000_000
"""Below it even the highest ratio does no harm."""
CHUNK_BYTES = 1 << 20

DOCTYPES = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le")[:-1])
"""As UTF-8 and as UTF-16: without its last zero byte the second is found in either byte order."""
XML_SUFFIXES = (".xml", ".rels", ".vml")
OUTSIDE = re.compile(r"^(/|\\|[A-Za-z]:)|(^|[/\\])\.\.([/\\]|$)")

ASK_AGAIN = "Ask the sender for the document again, or open it in Word and save it as a new .docx."


def check_package(path: Path | IO[bytes]) -> None:
    """Check the zip package at ``path``, or opened, before it is parsed.

    Raises ``UnreadableError`` for a package that is damaged, hostile or too large to read.
    """
    try:
        with zipfile.ZipFile(path) as package:
            members = package.infolist()
            _check_members(members)
            _check_sizes(members)
            for member in members:
                if _is_xml(member):
                    _check_part(package, member)
    except UnreadableError:
        raise
    except Exception as error:  # a package can be broken in any way
        raise UnreadableError("damaged", "The file is damaged or was cut short.", ASK_AGAIN) from error


def _is_xml(member: zipfile.ZipInfo) -> bool:
    return member.filename.lower().endswith(XML_SUFFIXES)


def _check_members(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_MEMBERS:
        reason = f"The file holds {len(members):,} parts; no document written by hand has so many."
        raise UnreadableError("too-many-parts", reason, ASK_AGAIN)
    if any(OUTSIDE.search(member.filename) for member in members):
        reason = "The file holds parts named so as to land outside the document, as harmful files do."
        raise UnreadableError("hostile-names", reason, ASK_AGAIN)
    if any(member.flag_bits & 1 and _is_xml(member) for member in members):
        advice = "Open it with its password, save it without one, and put it in the inbox again."
        raise UnreadableError("password", "The file is protected with a password.", advice)
    _check_doubles(members)


def _check_doubles(members: list[zipfile.ZipInfo]) -> None:
    """Refuse two different parts of one name: which of them another program would show, nobody can say."""
    sums: dict[str, int] = {}
    for member in members:
        if _is_xml(member) and sums.setdefault(member.filename.lower(), member.CRC) != member.CRC:
            reason = f"The file holds the part {member.filename} twice, with different contents."
            raise UnreadableError("double-parts", reason, ASK_AGAIN)


def _check_sizes(members: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(member.file_size for member in members if _is_xml(member))
    packed = sum(member.compress_size for member in members if _is_xml(member))
    if unpacked > MOST_XML_BYTES or (unpacked > BOMB_BYTES and unpacked > BOMB_RATIO * packed):
        reason = f"The file would unpack to {unpacked // 1_000_000:,} MB of text, too much to be a return."
        raise UnreadableError("unpacks-too-large", reason, ASK_AGAIN)


def _check_part(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """Look for a document type declaration through the whole part, in pieces that overlap."""
    longest = max(len(pattern) for pattern in DOCTYPES)
    tail = b""
    with package.open(member) as part:
        while chunk := part.read(CHUNK_BYTES):
            if any(pattern in tail + chunk for pattern in DOCTYPES):
                reason = "The file holds a document type declaration, which only harmful documents do."
                raise UnreadableError("doctype", reason, ASK_AGAIN)
            tail = chunk[-longest:]

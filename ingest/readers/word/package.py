"""A Word package opened: its parts parsed on demand, and the relationships between them.

python-docx's own ``Document`` unpacks every picture, stops at one missing part and does not know Strict packages,
so only its vocabulary (part names and relationships, ECMA-376 part 2) is used here.
``ingest.guard.check_package`` has looked at the package before it comes here.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from docx.opc.packuri import PACKAGE_URI, PackURI
from lxml import etree

from ingest.errors import UnreadableError
from ingest.readers.word.markup import Element
from ingest.readers.word.strict import is_strict, to_transitional

ASK_AGAIN = "Ask the sender for the document again, or open it in Word and save it as a new .docx."
DAMAGE = {"damaged", "malformed"}
"""Reasons to do without a part the text can be read without; a hostile part stops the reading."""
CONTROL_CHARACTERS = re.compile(
    rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|&#(?:x0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]);|0*(?:[0-8]|1[1245-9]|2\d|3[01]);)"
)
"""Characters XML 1.0 forbids, raw or as references; careless programs write them, and nobody can see them."""
BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Relationship:
    """Where a part points: to another part, or to an address outside."""

    kind: str
    """The last word of its type, the same in Strict and Transitional packages ("footnotes")."""
    target: str
    """The part's name without its leading slash, or the address."""
    is_external: bool


class Package:
    """The parts of the document at ``path``."""

    def __init__(self, path: Path) -> None:
        """Open the zip. Raises ``UnreadableError`` when it is none."""
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, EOFError, NotImplementedError) as error:
            raise UnreadableError("damaged", "The file is damaged or is no Word document.", ASK_AGAIN) from error
        # Part names are compared without case (part 2, 6.2.2.3); some zip programs write backslashes.
        self._members = {info.filename.replace("\\", "/").lower(): info for info in self._zip.infolist()}
        self._relationships: dict[str, dict[str, Relationship]] = {}
        self.damaged: list[str] = []
        """The parts that could not be read and were done without."""

    def close(self) -> None:
        """Close the file."""
        self._zip.close()

    def has_part(self, name: str) -> bool:
        """Return whether the package holds a part called ``name``."""
        return name.lower() in self._members

    def main_part(self) -> str:
        """Return the name of the part that holds the text. Raises ``UnreadableError`` where there is none."""
        for relationship in self.relationships("").values():
            if relationship.kind == "officeDocument" and self.has_part(relationship.target):
                return relationship.target
        if self.has_part("word/document.xml"):
            return "word/document.xml"
        raise UnreadableError("missing-part", "The part of the file that holds its text is missing.", ASK_AGAIN)

    def target_of(self, source: str, kind: str) -> str | None:
        """Return the name of the part of ``kind`` that ``source`` points to, whether it is there or not."""
        for relationship in self.relationships(source).values():
            if relationship.kind == kind and not relationship.is_external:
                return relationship.target
        return None

    def relationships(self, source: str) -> dict[str, Relationship]:
        """Return the relationships of the part ``source`` by their id; of the package itself for ""."""
        if source not in self._relationships:
            self._relationships[source] = self._read_relationships(PackURI(f"/{source}") if source else PACKAGE_URI)
        return self._relationships[source]

    def _read_relationships(self, source: PackURI) -> dict[str, Relationship]:
        root = self.parse(source.rels_uri.membername)
        if root is None:
            return {}
        return {entry.get("Id", ""): _relationship(source, entry) for entry in root}

    def parse_if_sound(self, name: str) -> Element | None:
        """Return the root of the part ``name``; None where there is none, or where it is damaged, which is kept."""
        try:
            return self.parse(name)
        except UnreadableError as error:
            if error.code not in DAMAGE:
                raise
            self.damaged.append(name)
            return None

    def parse(self, name: str) -> Element | None:
        """Return the root of the part ``name``; None where there is no such part.

        Raises ``UnreadableError`` when the part is damaged.
        """
        info = self._members.get(name.lower())
        if info is None:
            return None
        try:
            data = self._zip.read(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
            raise UnreadableError("damaged", f"The part {name} inside the file is damaged.", ASK_AGAIN) from error
        return parse_xml(data, name)


def _relationship(source: PackURI, entry: Element) -> Relationship:
    kind = entry.get("Type", "").rpartition("/")[2]
    target = entry.get("Target", "")
    if entry.get("TargetMode") == "External":
        return Relationship(kind, target, is_external=True)
    part = PackURI.from_rel_ref(source.baseURI, unquote(target)).membername
    return Relationship(kind, part, is_external=False)


def parse_xml(data: bytes, name: str) -> Element:
    """Return the root of the XML in ``data``, the part ``name``, its names brought to Transitional.

    No entity is resolved and nothing is fetched. Raises ``UnreadableError``.
    """
    try:
        root = _parse_once(data)
    except etree.XMLSyntaxError as error:
        root = _parse_cleaned(data, name, error)
    if root.getroottree().docinfo.internalDTD is not None:
        reason = "The file holds a document type declaration, which only harmful documents do."
        raise UnreadableError("doctype", reason, ASK_AGAIN)
    if is_strict(root):
        root = _parse_once(to_transitional(etree.tostring(root, encoding="utf-8")))
    return root


def _parse_once(data: bytes) -> Element:
    # huge_tree stays off: it is libxml2's own guard against 256 elements one inside the other and worse.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(data, parser)


def _parse_cleaned(data: bytes, name: str, error: etree.XMLSyntaxError) -> Element:
    if "depth" in str(error).lower():
        reason = "Its tables or boxes lie one inside the other so often that they cannot be followed."
        advice = "Open it in Word, copy the table with the recommendations to a new document, and send that."
        raise UnreadableError("nesting", reason, advice) from error
    cleaned = data if data.startswith(BYTE_ORDER_MARKS) else CONTROL_CHARACTERS.sub(b"", data)
    if cleaned != data:
        return parse_xml(cleaned, name)
    raise UnreadableError("malformed", f"The part {name} inside the file is not well formed.", ASK_AGAIN) from error

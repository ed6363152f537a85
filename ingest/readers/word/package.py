"""A Word package opened: its parts parsed on demand, and the relationships between them.

python-docx's own ``Document`` unpacks every picture, stops at one missing part, does not know Strict packages, and
takes longer to load than a short return takes to read.
``ingest.guard.check_package`` has looked at the package before it comes here.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple
from urllib.parse import unquote

from ingest.errors import UnreadableError
from ingest.readers.word.markup import Element
from ingest.readers.word.parsing import ASK_AGAIN, Rows, parse_stream, parse_xml

DAMAGE = {"damaged", "malformed"}
"""Reasons to do without a part the text can be read without; a hostile part stops the reading."""


class Relationship(NamedTuple):
    """Where a part points: to another part, or to an address outside."""

    kind: str
    """The last word of its type, the same in Strict and Transitional packages ("footnotes")."""
    target: str
    """The part's name without its leading slash, or the address."""
    is_external: bool


class Package:
    """The parts of a document."""

    def __init__(self, source: Path | IO[bytes]) -> None:
        """Open the zip. Raises ``UnreadableError`` when it is none."""
        try:
            self._zip = zipfile.ZipFile(source)
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
            self._relationships[source] = self._read_relationships(source)
        return self._relationships[source]

    def _read_relationships(self, source: str) -> dict[str, Relationship]:
        folder, name = posixpath.split(source)
        root = self.parse(posixpath.join(folder, "_rels", f"{name}.rels"))
        if root is None:
            return {}
        return {entry.get("Id", ""): _relationship(folder, entry) for entry in root}

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
        with _naming(name):
            data = self._zip.read(info)
        return parse_xml(data, name)

    def load(self, name: str, most_bytes: int) -> bytes:
        """Return the bytes of the part ``name``; none where there is no such part, or it is larger or damaged."""
        info = self._members.get(name.lower())
        if info is None or info.file_size > most_bytes:
            return b""
        try:
            with _naming(name):
                return self._zip.read(info)
        except UnreadableError:
            return b""

    def parse_rows(self, name: str, tag: str, rows: Rows) -> Element | None:
        """Return the root of the part ``name``, its rows ``tag`` given to ``rows`` as soon as they are complete.

        None where there is no such part, or ``parse`` has to mend it first.
        Raises ``UnreadableError`` when the part is damaged.
        """
        info = self._members.get(name.lower())
        if info is None:
            return None
        with _naming(name), self._zip.open(info) as stream:
            return parse_stream(stream, tag, rows)


@contextmanager
def _naming(name: str) -> Iterator[None]:
    """Say of damage to the zip that it is in the part ``name``."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise UnreadableError("damaged", f"The part {name} inside the file is damaged.", ASK_AGAIN) from error


def _relationship(folder: str, entry: Element) -> Relationship:
    kind = entry.get("Type", "").rpartition("/")[2]
    target = entry.get("Target", "")
    if entry.get("TargetMode") == "External":
        return Relationship(kind, target, is_external=True)
    # A target is a reference relative to the folder of its source (part 2, 6.5.2 and 6.5.3).
    part = posixpath.normpath(posixpath.join("/", folder, unquote(target)))
    return Relationship(kind, part.lstrip("/"), is_external=False)

"""What LibreOffice lost of a document when it turned it: words of the original that are nowhere in the result.

It knows most of what Word, and what it writes itself, can put into a document, and lets go of the rest without a
word. The original is looked through here on its own, roughly: it is enough to know which words are gone.
"""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from lxml import etree

from ingest.identify import Format
from ingest.office.doc_file import DocFile
from ingest.rtf_text import read_rtf_text

WORD = re.compile(r"[^\W\d_]{3,}")
"""Letters only: numbers may be written anew, and shorter words are found in anything."""
TEXT_PART = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments|numbering)\.xml")
ODT_UNSEEN = (
    "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}tracked-changes",
    "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}binary-data",
)
"""What was deleted, and the bytes of pictures."""


def find_lost_words(original: Path, found: Format, turned: Path) -> tuple[str, ...]:
    """Return the words of ``original``, a document of the kind ``found``, that are not in ``turned``, each once.

    Nothing is lost, as far as this can tell, of a kind that is not looked through, or of a damaged original.
    """
    look_through = LOOKING.get(found)
    if look_through is None:
        return ()
    try:
        words = dict.fromkeys(word.casefold() for word in WORD.findall(look_through(original)))
    except (ValueError, LookupError, struct.error, zipfile.BadZipFile, etree.XMLSyntaxError):
        return ()
    kept = _docx_text(turned).casefold()
    there = set(WORD.findall(kept))
    # Two words are often one in the one document and two in the other, as where one of them was deleted.
    return tuple(word for word in words if word not in there and word not in kept)


def _docx_text(path: Path) -> str:
    """Return every text of a Word document: deleted ones, instructions and what is said in attributes too."""
    texts: list[str] = []
    said: list[str] = []
    with zipfile.ZipFile(path) as package:
        for name in filter(TEXT_PART.fullmatch, package.namelist()):
            root = _parse(package.read(name))
            texts += [*map(str, root.itertext()), " "]
            said += [str(value) for each in root.iter() for value in each.attrib.values()]
    return " ".join(["".join(texts), *said])


def _parse(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def _odt_text(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        return _open_text(package.read("content.xml"))


def _open_text(data: bytes) -> str:
    root = _parse(data)
    for unseen in list(root.iter(*ODT_UNSEEN)):
        unseen.clear()
    body = root.find("{*}body")
    return "" if body is None else " ".join(map(str, body.itertext()))


LOOKING: Mapping[Format, Callable[[Path], str]] = {
    Format.DOC: lambda path: DocFile(bytearray(path.read_bytes())).letters(),
    Format.ODT: _odt_text,
    Format.FODT: lambda path: _open_text(path.read_bytes()),
    Format.RTF: lambda path: read_rtf_text(path.read_bytes()),
}
"""How the words of a kind of document are found."""

"""A Word package laid flat in one XML file, packed again so that it can be read like any other (MS-DOCX 2.1)."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from ingest.readers.word.markup import Element
from ingest.readers.word.parsing import parse_xml

PACKAGE = "http://schemas.microsoft.com/office/2006/xmlPackage"
PART, NAME, CONTENT = f"{{{PACKAGE}}}part", f"{{{PACKAGE}}}name", f"{{{PACKAGE}}}xmlData"


def pack(data: bytes) -> io.BytesIO:
    """Return the package in the XML ``data``; pictures, which are never opened, are left out.

    Raises ``UnreadableError`` when it is damaged.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for part in parse_xml(data, "package").iter(PART):
            content = part.find(CONTENT)
            root = None if content is None else next(iter(content), None)
            if root is not None:
                package.writestr(part.get(NAME, "").lstrip("/"), _written(root))
    return packed


def _written(root: Element) -> bytes:
    return etree.tostring(root, encoding="utf-8", with_tail=False)

"""The .docx package itself: the same round gives the same bytes."""

from __future__ import annotations

from contextlib import contextmanager
from io import BytesIO, TextIOWrapper
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from export.packaging import WRITTEN, entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import TextIO

    from docx.document import Document

THUMBNAIL = "/thumbnail"
"""Ends the type of the relationship to a picture of the template, which is none of this document."""
BODY = "word/document.xml"
SECTION = b"<w:sectPr"
"""Stands last in a body (ECMA-376 Part 1, 17.2.2); the words of an empty one come before it."""


def save(document: Document, path: Path) -> None:
    """Write a document to ``path``. Raises ``OSError``."""
    with ZipFile(_packed(document)) as source, ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name in source.namelist():
            package.writestr(entry(name), source.read(name))


@contextmanager
def saved_as_written(document: Document, path: Path) -> Iterator[TextIO]:
    """Write a document that has no words yet to ``path``, and give what its body is written to, as WordprocessingML.

    Raises ``OSError``.
    """
    with ZipFile(_packed(document)) as source, ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name in source.namelist():
            if name != BODY:
                package.writestr(entry(name), source.read(name))
        before, mark, after = source.read(BODY).partition(SECTION)
        with TextIOWrapper(package.open(entry(BODY), "w"), "utf-8", newline="\n") as body:
            body.write(before.decode())
            yield body
            body.write((mark + after).decode())


def _packed(document: Document) -> BytesIO:
    properties = document.core_properties
    properties.created = properties.modified = WRITTEN
    relations = document.part.package.rels
    for name in [name for name, relation in relations.items() if relation.reltype.endswith(THUMBNAIL)]:
        del relations[name]
    made = BytesIO()
    document.save(made)
    return made

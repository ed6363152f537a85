"""The .docx package itself: the same round gives the same bytes."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from export.packaging import WRITTEN, entry

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document

THUMBNAIL = "/thumbnail"
"""Ends the type of the relationship to a picture of the template, which is none of this document."""


def save(document: Document, path: Path) -> None:
    """Write a document to ``path``. Raises ``OSError``."""
    properties = document.core_properties
    properties.created = properties.modified = WRITTEN
    relations = document.part.package.rels
    for name in [name for name, relation in relations.items() if relation.reltype.endswith(THUMBNAIL)]:
        del relations[name]
    made = BytesIO()
    document.save(made)
    with ZipFile(made) as source, ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name in source.namelist():
            package.writestr(entry(name), source.read(name))

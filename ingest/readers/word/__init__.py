"""Reads Word documents (.docx, .docm; ECMA-376 Transitional and Strict) in their final view."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from ingest.model import SourceDocument
from ingest.readers.word.document import build_document
from ingest.readers.word.package import Package
from ingest.readers.word.rare import pack_if_flat
from ingest.readers.word.sources import open_sources
from ingest.uncollected import uncollected


def read(path: Path, name: str, sha256: str) -> SourceDocument:
    """Return the document at ``path``, called ``name`` in all that is said of it.

    Raises ``ingest.errors.UnreadableError`` when it is damaged, or no Word document.
    """
    with uncollected(), closing(Package(pack_if_flat(path))) as package:
        return build_document(open_sources(package, name), sha256)

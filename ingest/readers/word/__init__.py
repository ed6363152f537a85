"""Reads Word documents (.docx, .docm; ECMA-376 Transitional and Strict) in their final view."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from ingest.model import SourceDocument
from ingest.readers.word.document import build_document
from ingest.readers.word.package import Package
from ingest.readers.word.rare import pack_if_flat
from ingest.readers.word.sources import open_sources

OBJECTS_BETWEEN_SEARCHES = 100_000
"""How many objects may be made before Python looks for rings among them; there are hardly any, and looking after
every 700, as it does by itself, takes a third of the time a long table needs."""


def read(path: Path, name: str, sha256: str) -> SourceDocument:
    """Return the document at ``path``, called ``name`` in all that is said of it.

    Raises ``ingest.errors.UnreadableError`` when it is damaged, or no Word document.
    """
    with _searching_seldom(), closing(Package(pack_if_flat(path))) as package:
        return build_document(open_sources(package, name), sha256)


@contextmanager
def _searching_seldom() -> Iterator[None]:
    usual = gc.get_threshold()
    gc.set_threshold(OBJECTS_BETWEEN_SEARCHES, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)

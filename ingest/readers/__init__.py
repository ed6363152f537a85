"""The formats roundbook reads, one module each; a new format is one file here and one line in ``READERS``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from ingest.readers import container, pdf, scan, sheet, word

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ingest.model import SourceDocument


class Reader(Protocol):
    """What a module in this package offers."""

    def read(self, path: Path, name: str, sha256: str) -> SourceDocument:
        """Read the file at ``path``, called ``name`` in every place it gives.

        Raises ``UnreadableError`` when nothing can be read, with words for the administrator.
        """
        ...


READERS: Mapping[str, Reader] = {
    "csv": sheet,
    "docx": word,
    "eml": container,
    "image": scan,
    "msg": container,
    "pdf": pdf,
    "xlsx": sheet,
    "zip": container,
}

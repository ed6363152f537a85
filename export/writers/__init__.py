"""The files a round is written as, one module each; a new one is one file here and one line in ``WRITERS``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from export.writers import change_document, change_log, workbook

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from export.model import RoundPack


class Writer(Protocol):
    """What a module in this package offers."""

    def write(self, pack: RoundPack, path: Path) -> None:
        """Write the round to ``path``, which the caller puts in place afterwards. Raises ``OSError``."""
        ...


WRITERS: Mapping[str, Writer] = {
    "consolidated.xlsx": workbook,
    "changes.html": change_log,
    "changes.docx": change_document,
}

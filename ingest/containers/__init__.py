"""Files that hold documents: zip folders and e-mails. A new kind is one file here and one line in ``CONTAINERS``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from ingest.containers import archive, mail, outlook
from ingest.containers.model import Contents
from ingest.identify import Format


class Container(Protocol):
    """What a module in this package offers."""

    def look_into(self, path: Path) -> Contents:
        """Return what the file at ``path`` holds; documents are unpacked only when they are asked for.

        Raises ``UnreadableError`` when it cannot be opened, with words for the administrator.
        """
        ...


CONTAINERS: Mapping[Format, Container] = {
    Format.ZIP: archive,
    Format.EML: mail,
    Format.MSG: outlook,
}

"""The formats roundbook reads, one module each; a new format is one file here and one line in ``READERS``."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ingest.model import SourceDocument


class Reader(Protocol):
    """What a module in this package offers."""

    def read(self, path: Path, name: str, sha256: str) -> SourceDocument:
        """Read the file at ``path``, called ``name`` in every place it gives.

        Raises ``UnreadableError`` when nothing can be read, with words for the administrator.
        """
        ...


class _OnDemand(Mapping[str, Reader]):
    """Readers by format, each loaded when it is first asked for: some take longer to load than a return to read."""

    def __init__(self, modules: dict[str, str]) -> None:
        self._modules = modules

    def __getitem__(self, name: str) -> Reader:
        return cast("Reader", import_module(f"{__name__}.{self._modules[name]}"))

    def __iter__(self) -> Iterator[str]:
        return iter(self._modules)

    def __len__(self) -> int:
        return len(self._modules)


READERS: Mapping[str, Reader] = _OnDemand(
    {
        "csv": "sheet",
        "docx": "word",
        "eml": "container",
        "flat docx": "word",
        "html": "web",
        "image": "scan",
        "mht": "web",
        "msg": "container",
        "pdf": "pdf",
        "txt": "web",
        "xlsx": "sheet",
        "zip": "container",
    }
)

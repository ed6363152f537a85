"""The log of an unexpected error: versions and where it happened, and never a word of a document."""

from __future__ import annotations

import platform
import tempfile
import traceback
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LOG_NAME = "roundbook.log"
PARTS = ("roundbook", "pdfplumber", "python-docx", "pandas", "rapidfuzz", "openpyxl")


def write_log(error: BaseException) -> Path:
    """Write what is known of ``error`` to a log file and return its path: here, or among the temporary files.

    An exception's own message may quote a document, so only its type is written.
    """
    text = "\n".join([*_versions(), "", *_where(error)]) + "\n"
    for find_folder in (Path.cwd, tempfile.gettempdir):
        try:
            path = Path(find_folder()) / LOG_NAME
            path.write_text(text, "utf-8")
        except OSError:
            continue
        return path
    return Path(LOG_NAME)


def _versions() -> Iterator[str]:
    yield f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    yield from (f"{part} {version(part)}" for part in PARTS)


def _where(error: BaseException | None) -> Iterator[str]:
    while error is not None:
        yield f"{type(error).__module__}.{type(error).__qualname__}"
        yield from (line.rstrip() for line in traceback.format_list(traceback.extract_tb(error.__traceback__)))
        error = error.__cause__ or error.__context__

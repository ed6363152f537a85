"""A folder for work under way: unpacked and turned documents, which are confidential and must not stay."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PREFIX = "roundbook-at-work-"
"""Nobody calls a folder of their own so."""
LONGEST_RUN_SECONDS = 24 * 60 * 60
"""A folder older than this belongs to a run that was killed, or to a computer that was switched off."""


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """Give a new folder that is removed with all in it at the end; what killed runs left goes as well."""
    _sweep(Path(tempfile.gettempdir()))
    with tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def _sweep(parent: Path) -> None:
    for left in parent.glob(f"{PREFIX}*"):
        try:
            if time.time() - left.lstat().st_mtime > LONGEST_RUN_SECONDS:
                shutil.rmtree(left, ignore_errors=True)
        except OSError:
            continue  # another run has just removed it

"""The hash by which files are told apart, and by which a copy is known to be one."""

from __future__ import annotations

import hashlib
from pathlib import Path

LARGEST_BYTES = 500_000_000
"""Above it a file is no document, and hashing it takes long; the largest returns, full of photographs, have a tenth."""


def hash_file(path: Path) -> str:
    """Return the SHA-256 of the file at ``path`` in hexadecimal. Raises ``OSError``."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

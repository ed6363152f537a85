"""Addresses of the files kept beside the change log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from export.rows import FileLink, received_copy

if TYPE_CHECKING:
    from export.model import DocumentRecord


def received_target(record: DocumentRecord | None) -> str:
    """Return the address of a file's copy as received, relative to the change log; empty where there is none."""
    copy = received_copy(record)
    return copy.target if isinstance(copy, FileLink) else ""

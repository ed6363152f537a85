"""What a file that holds documents is found to hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


def nothing() -> bytes:
    """Stand in for the bytes of a member that is not unpacked."""
    return b""


@dataclass(frozen=True, slots=True)
class Member:
    """A file within a file."""

    name: str
    """As its sender named it, which may be anything."""
    size: int = 0
    """Bytes when unpacked, as far as the container says."""
    load: Callable[[], bytes] = nothing
    """Unpacks it. Raises ``UnreadableError`` where it is damaged."""
    ignored: str = ""
    """Why it is passed over, as a sentence; empty for a document."""
    refused: str = ""
    """Why it cannot be unpacked, as a sentence; empty where it can."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a container holds."""

    members: tuple[Member, ...]
    lines: tuple[str, ...] = ()
    """The container's own words: of an e-mail its sender, date, subject and text, paragraph by paragraph."""
    pages: tuple[str, ...] = ()
    """Those of its words that are web pages, after the others."""
    problems: tuple[tuple[str, str], ...] = ()
    """What of its own words cannot be read: a code, and a sentence that says what to do."""

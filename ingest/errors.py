"""The one family of errors a reader may raise; each carries the words an administrator is shown."""

from __future__ import annotations


class UnreadableError(Exception):
    """A document cannot be read.

    Raised inside a reader and turned into an ``UnreadDocument`` by ``ingest.folder.read_document``.
    """

    def __init__(self, code: str, reason: str, advice: str) -> None:
        """Take a fixed ``code``, the ``reason`` without the file's name, and the ``advice``, a sentence each."""
        super().__init__(reason)
        self.code = code
        self.reason = reason
        self.advice = advice

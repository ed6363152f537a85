"""What may go wrong when a file written earlier is read back; each carries the words an administrator is shown."""

from __future__ import annotations


class UnreadableWorkbookError(Exception):
    """A consolidated workbook cannot be read back, so nothing written in it was taken over."""

    def __init__(self, reason: str, advice: str) -> None:
        """Take the ``reason``, which begins with the file's name, and the ``advice``, a sentence each."""
        super().__init__(f"{reason} {advice}")
        self.reason = reason
        self.advice = advice

"""The web page within the rich text of an e-mail, as Outlook keeps it there (MS-OXRTFEX)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ingest.rich_text import UNSEEN, Group, RichTextReader

FROM_PAGE = b"\\fromhtml"
"""Says that there is one; it stands among the first words (2.1.3.1.1)."""
FROM_PAGE_WITHIN = 1024
TAG, ONLY_RICH_TEXT = b"htmltag", b"htmlrtf"
"""A group with a piece of the page's own writing, and what begins and ends what is no part of it (2.1.3.1)."""
SPECIAL = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


def read_page(rtf: bytes) -> str:
    """Return the web page within ``rtf``; nothing where there is none."""
    return _Reader(_Group()).read(rtf) if FROM_PAGE in rtf[:FROM_PAGE_WITHIN] else ""


@dataclass(frozen=True, slots=True)
class _Group(Group):
    """How the text of a group belongs to the page."""

    is_tag: bool = False
    is_only_rich_text: bool = False


class _Reader(RichTextReader[_Group]):
    gaps = {b"par": "\n", b"line": "\n", b"tab": "\t"}  # noqa: RUF012 - typed where it is declared

    def _changed(self, group: _Group, word: bytes, number: int | None) -> _Group | None:
        if self._is_optional or word in UNSEEN:
            return replace(group, is_seen=word == TAG, is_tag=word == TAG)
        if word == ONLY_RICH_TEXT:
            return replace(group, is_only_rich_text=number != 0)
        return None

    def _add(self, text: str) -> None:
        group = self._groups[-1]
        if group.is_seen and not group.is_only_rich_text:
            self._pieces.append(text if group.is_tag else "".join(SPECIAL.get(letter, letter) for letter in text))

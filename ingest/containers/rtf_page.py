"""The web page within the rich text of an e-mail, as Outlook keeps it there (MS-OXRTFEX)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ingest.rtf_text import (
    CODE_PAGE,
    LETTER,
    SIGNS,
    STANDS_FOR,
    TOKEN,
    UNSEEN,
    USUAL_CODE_PAGE,
    WORDS_FOR_SIGNS,
    find_code_page,
)

FROM_PAGE = b"\\fromhtml"
"""Says that there is one; it stands among the first words (2.1.3.1.1)."""
FROM_PAGE_WITHIN = 1024
TAG, ONLY_RICH_TEXT = b"htmltag", b"htmlrtf"
"""A group with a piece of the page's own writing, and what begins and ends what is no part of it (2.1.3.1)."""
GAPS = {b"par": "\n", b"line": "\n", b"tab": "\t"}
SPECIAL = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


def read_page(rtf: bytes) -> str:
    """Return the web page within ``rtf``; nothing where there is none."""
    return _Reader().read(rtf) if FROM_PAGE in rtf[:FROM_PAGE_WITHIN] else ""


@dataclass(frozen=True, slots=True)
class _Group:
    """How the text of a group belongs to the page."""

    is_seen: bool = True
    is_tag: bool = False
    is_only_rich_text: bool = False
    stands_for: int = 1
    """How many letters stand for one in another form."""


class _Reader:
    """Reads from left to right, group within group."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._groups = [_Group()]
        self._is_optional = False
        self._to_skip = 0
        self._encoding = USUAL_CODE_PAGE

    def read(self, rtf: bytes) -> str:
        for found in TOKEN.finditer(rtf):
            word, number, code, star, sign, brace, text = found.groups()
            if brace:
                self._group(brace)
            elif star:
                self._is_optional = True
            elif word:
                self._word(word, int(number) if number else None)
            elif code or sign:
                self._letter(bytes.fromhex(code.decode()) if code else SIGNS.get(sign, sign))
            elif text:
                self._letter(text)
        return "".join(self._pieces)

    def _group(self, brace: bytes) -> None:
        self._is_optional, self._to_skip = False, 0
        if brace == b"{":
            self._groups.append(self._groups[-1])
        elif len(self._groups) > 1:
            self._groups.pop()

    def _word(self, word: bytes, number: int | None) -> None:
        group = self._groups[-1]
        if self._is_optional or word in UNSEEN:
            self._groups[-1] = replace(group, is_seen=word == TAG, is_tag=word == TAG)
        elif word == ONLY_RICH_TEXT:
            self._groups[-1] = replace(group, is_only_rich_text=number != 0)
        elif word == STANDS_FOR:
            self._groups[-1] = replace(group, stands_for=number or 0)
        elif word == CODE_PAGE:
            self._encoding = find_code_page(number or 0)
        elif word == LETTER:
            self._add(chr((number or 0) % 0x10000))
            self._to_skip = group.stands_for
        else:
            self._add(GAPS.get(word) or WORDS_FOR_SIGNS.get(word, ""))
        self._is_optional = False

    def _letter(self, written: bytes) -> None:
        left = written[self._to_skip :]
        self._to_skip = max(0, self._to_skip - len(written))
        self._add(left.decode(self._encoding, "replace"))

    def _add(self, text: str) -> None:
        group = self._groups[-1]
        if group.is_seen and not group.is_only_rich_text:
            self._pieces.append(text if group.is_tag else "".join(SPECIAL.get(letter, letter) for letter in text))

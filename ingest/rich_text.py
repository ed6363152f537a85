"""Rich text read word by word and group within group (Rich Text Format 1.9.1), whatever is made of it."""

from __future__ import annotations

import codecs
import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, Generic, TypeVar

TOKEN = re.compile(
    rb"\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\(\*)|\\([^a-z*'])|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.IGNORECASE
)
UNSEEN = frozenset({
    b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"listtable", b"listoverridetable", b"generator",
    b"fldinst", b"object", b"themedata", b"datastore", b"xmlnstbl", b"rsidtbl", b"revtbl", b"pgdsctbl", b"latentstyles",
    b"nonesttables", b"shprslt", b"bkmkstart", b"bkmkend", b"listtext", b"pntext", b"filetbl", b"sp",
    b"colorschememapping",
    b"nesttableprops", b"atnid", b"atnauthor", b"atndate", b"atnref", b"userprops", b"mmathPr", b"wgrffmtfilter",
})  # fmt: skip
"""Groups that hold no text a reader sees, or the same once more."""
SKIPPED_BYTES = b"bin"
"""So many bytes behind it are no text, whatever they look like."""
LETTER = b"u"
STANDS_FOR = b"uc"
WORDS_FOR_SIGNS: dict[bytes, str] = {
    b"lquote": "\u2018", b"rquote": "\u2019", b"ldblquote": "\u201c", b"rdblquote": "\u201d", b"bullet": "\u2022",
    b"endash": "\u2013", b"emdash": "\u2014", b"emspace": " ", b"enspace": " ", b"qmspace": " ",
}  # fmt: skip
CODE_PAGE, USUAL_CODE_PAGE = b"ansicpg", "cp1252"
SIGNS = {b"~": b" ", b"-": b"", b"_": b"-"}
"""A space and a hyphen that hold two words together, and a place where a word may be broken."""


@dataclass(frozen=True, slots=True)
class Group:
    """What holds within a group."""

    is_seen: bool = True
    stands_for: int = 1
    """How many bytes stand for one letter in another form."""


G = TypeVar("G", bound=Group)


class RichTextReader(ABC, Generic[G]):
    """Reads from left to right; what a group holds is for those who derive from it to say."""

    gaps: ClassVar[Mapping[bytes, str]]
    """What stands for the control words that part texts."""

    def __init__(self, outermost: G) -> None:
        """Begin within the group around everything."""
        self._pieces: list[str] = []
        self._groups = [outermost]
        self._is_optional = False
        self._to_skip = 0
        self._encoding = USUAL_CODE_PAGE

    def read(self, data: bytes) -> str:
        """Return what is written in the document ``data``."""
        at = 0
        while found := TOKEN.search(data, at):
            at = found.end()
            word, number, code, star, sign, brace, text = found.groups()
            if brace:
                self._group(brace)
            elif star:
                self._is_optional = True
            elif word:
                self._word(word, int(number) if number else None)
                at += max(0, int(number or 0)) if word == SKIPPED_BYTES else 0
            elif code or sign:
                self._letter(bytes.fromhex(code.decode()) if code else SIGNS.get(sign, sign))
            elif text:
                self._letter(text)
        return "".join(self._pieces)

    @abstractmethod
    def _changed(self, group: G, word: bytes, number: int | None) -> G | None:
        """Return what holds within ``group`` behind a control word; None where that changes nothing of it."""

    @abstractmethod
    def _add(self, text: str) -> None:
        """Take in ``text``, which stands in the innermost group."""

    def _group(self, brace: bytes) -> None:
        self._is_optional, self._to_skip = False, 0
        if brace == b"{":
            self._groups.append(self._groups[-1])
        elif len(self._groups) > 1:
            self._groups.pop()

    def _word(self, word: bytes, number: int | None) -> None:
        group = self._groups[-1]
        changed = self._changed(group, word, number)
        if changed is not None:
            self._groups[-1] = changed
        elif word == STANDS_FOR:
            self._groups[-1] = replace(group, stands_for=number or 0)
        elif word == CODE_PAGE:
            self._encoding = _find_code_page(number or 0)
        elif word == LETTER:
            self._add(chr((number or 0) % 0x10000))
            self._to_skip = group.stands_for
        else:
            self._add(self.gaps.get(word) or WORDS_FOR_SIGNS.get(word, ""))
        self._is_optional = False

    def _letter(self, written: bytes) -> None:
        left = written[self._to_skip :]
        self._to_skip = max(0, self._to_skip - len(written))
        self._add(left.decode(self._encoding, "replace"))


def _find_code_page(number: int) -> str:
    """Return the name by which Python knows a code page of Windows; that of Western Europe where it knows none."""
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return USUAL_CODE_PAGE

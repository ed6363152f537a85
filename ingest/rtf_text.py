"""The letters of a rich text document as they lie in it, without any of their looks (Rich Text Format 1.9.1)."""

from __future__ import annotations

import codecs
import re

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
SEEN = frozenset({b"shpinst", b"shptxt", b"annotation", b"nestcell"})
"""Groups a program need not know, and that hold text all the same."""
SKIPPED_BYTES = b"bin"
LETTER = b"u"
STANDS_FOR = b"uc"
GAPS: dict[bytes, str] = {
    **dict.fromkeys((b"par", b"line", b"row", b"nestrow", b"page", b"sect", b"annotation"), "\n"),
    **dict.fromkeys((b"cell", b"nestcell", b"tab"), "\t"),
}
WORDS_FOR_SIGNS: dict[bytes, str] = {
    b"lquote": "\u2018", b"rquote": "\u2019", b"ldblquote": "\u201c", b"rdblquote": "\u201d", b"bullet": "\u2022",
    b"endash": "\u2013", b"emdash": "\u2014", b"emspace": " ", b"enspace": " ", b"qmspace": " ",
}  # fmt: skip
CODE_PAGE, USUAL_CODE_PAGE = b"ansicpg", "cp1252"
SIGNS = {b"~": b" ", b"-": b"", b"_": b"-"}
"""A space and a hyphen that hold two words together, and a place where a word may be broken."""


def read_rtf_text(data: bytes) -> str:
    """Return the letters of the document ``data``: a line for each paragraph, a tab between the cells of a row."""
    return _Reader().read(data)


def find_code_page(number: int) -> str:
    """Return the name by which Python knows a code page of Windows; that of Western Europe where it knows none."""
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return USUAL_CODE_PAGE


class _Reader:
    """Reads from left to right, group within group."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._groups: list[tuple[bool, int]] = [(True, 1)]
        """For each group around this point, whether it is seen, and how many bytes stand for a letter elsewhere."""
        self._is_optional = False
        self._to_skip = 0
        self._encoding = USUAL_CODE_PAGE

    def read(self, data: bytes) -> str:
        at = 0
        while found := TOKEN.search(data, at):
            at = found.end()
            word, number, code, star, sign, brace, text = found.groups()
            if brace:
                self._group(brace)
            elif star:
                self._is_optional = True
            elif word:
                at += self._word(word, int(number or 0))
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

    def _word(self, word: bytes, number: int) -> int:
        """Follow a control word, and return how many bytes after it are no text."""
        is_seen, length = self._groups[-1]
        if word in UNSEEN or (self._is_optional and word not in SEEN):
            self._groups[-1] = (False, length)
        elif word == STANDS_FOR:
            self._groups[-1] = (is_seen, number)
        elif word == LETTER:
            self._add(chr(number % 0x10000))
            self._to_skip = length
        elif word == CODE_PAGE:
            self._encoding = find_code_page(number)
        else:
            self._add(GAPS.get(word) or WORDS_FOR_SIGNS.get(word, ""))
        self._is_optional = False
        return max(0, number) if word == SKIPPED_BYTES else 0

    def _letter(self, written: bytes) -> None:
        left = written[self._to_skip :]
        self._to_skip = max(0, self._to_skip - len(written))
        self._add(left.decode(self._encoding, "replace"))

    def _add(self, text: str) -> None:
        if self._groups[-1][0]:
            self._pieces.append(text)

"""Fonts that TeX makes of dots, in Type 3 (ISO 32000-1, 9.6.5): their characters are named by their codes alone.

Those of letters are as in ASCII; those of ligatures and of some signs stand at places that TeX's two encodings for
text, OT1 and T1, give them, where no other text has letters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pdfminer.pdfpage import PDFPage

LIGATURES = ("ff", "fi", "fl", "ffi", "ffl")
OT1, T1 = 11, 27
"""The codes of the first ligature."""
SIGNS = {16: "\u201c", 17: "\u201d", 21: "\u2013", 22: "\u2014"}
"""Quotes and dashes in T1; in OT1 these are accents and letters that English lacks."""
CODES: Mapping[int, str] = {
    **{first + at: letters for first in (OT1, T1) for at, letters in enumerate(LIGATURES)},
    **SIGNS,
}
UNNAMED = "(cid:{})"
"""How pdfminer writes a character whose letter it does not know."""


def letters_of_bitmap_fonts(page: PDFPage) -> Mapping[str, str]:
    """Return what the unknown characters of ``page`` stand for, where all its Type 3 fonts are such of TeX."""
    fonts = [font for font in _fonts(page) if _name(font.get("Subtype")) == "Type3"]
    if not fonts or not all(map(_is_named_by_codes, fonts)):
        return {}
    return {UNNAMED.format(code): letters for code, letters in CODES.items()}


def _fonts(page: PDFPage) -> Iterator[Mapping[str, object]]:
    listed = resolve1(page.resources.get("Font"))
    for font in listed.values() if isinstance(listed, dict) else ():
        found = resolve1(font)
        if isinstance(found, dict):
            yield found


def _is_named_by_codes(font: Mapping[str, object]) -> bool:
    """Whether each character of ``font`` is named "a" and its code, or stands for nothing (9.6.6.1, Differences)."""
    encoding = resolve1(font.get("Encoding"))
    listed = resolve1(encoding.get("Differences")) if isinstance(encoding, dict) else None
    code, names = 0, 0
    for each in listed if isinstance(listed, list) else ():
        if isinstance(each, int):
            code = each
            continue
        name = _name(each)
        if name not in {f"a{code}", ".notdef"}:
            return False
        names += name != ".notdef"
        code += 1
    return names > 0


def _name(value: object) -> str:
    found = resolve1(value)
    return str(found.name) if isinstance(found, PSLiteral) else ""

"""What a drawn character stands for: plain letters for ligatures, signs for symbol fonts, or not known."""

from __future__ import annotations

import re
import unicodedata

UNKNOWN = "\ufffd"
"""Stands for a character whose font does not say which letter it is; it is never a letter of a word."""
SOFT_HYPHEN = "\u00ad"
"""Says where a word may be broken; shown or not, as the document has it."""
BY_CODE = 0x100000
"""A character that its font does not name, from here on by its code, until its shape is looked at."""
UNMAPPED = re.compile(r"\(cid:\d+\)")
"""How the PDF engine writes a glyph it has no letter for."""
LEADER = re.compile(r"\.{4,}|\u2026{2,}")
"""Dots that lead the eye from a label to its figures: no part of either, though nothing may stand between."""
LIGATURES = range(0xFB00, 0xFB07)
PRIVATE_USE = range(0xE000, 0xF900)
SYMBOLS = {
    0xB7: "•",
    0xA7: "▪",
    0xA8: "☐",
    0x6F: "☐",
    0x71: "☐",
    0x6E: "▪",
    0x75: "◆",
    0x76: "❖",
    0xD8: "➢",
    0xE0: "→",
    0xF0: "→",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
"""Symbol and Wingdings put their signs at U+F000 plus the old byte; these are the ones people put in tables."""


SWAPPED = {0x6600: "f", 0x6900: "i", 0x6C00: "l", 0xCF00: "fi", 0xD200: "fl"}
"""Ghostscript may write the letters of a ligature with their bytes swapped (ff as U+6600 twice), and add up the last
two of three. As characters of their own these do not follow each other in any language."""
SWAPPED_LIGATURE = re.compile("\u6600[\u6600\u6900\u6c00\ucf00\ud200]")


def letters_of_swapped(text: str) -> dict[int, str]:
    """Return the letters that swapped ones in ``text`` stand for; none where it has no ligature written so."""
    return SWAPPED if SWAPPED_LIGATURE.search(text) else {}


def plain_letters(text: str) -> str:
    """Return what a reader sees in ``text``, one drawn character; ``UNKNOWN`` where nothing says what it is."""
    if SWAPPED_LIGATURE.fullmatch(text):
        return text.translate(SWAPPED)
    if UNMAPPED.fullmatch(text):
        return UNKNOWN
    return "".join(_plain_letter(letter) for letter in text)


def _plain_letter(letter: str) -> str:
    code = ord(letter)
    if code in LIGATURES:
        return unicodedata.normalize("NFKC", letter)
    if code in PRIVATE_USE:
        return SYMBOLS.get(code & 0xFF, UNKNOWN) if code >> 8 == PRIVATE_USE.start >> 8 | 0x10 else UNKNOWN
    if letter.isspace():
        return " "
    return UNKNOWN if unicodedata.category(letter) in {"Cc", "Cs", "Cn"} else letter

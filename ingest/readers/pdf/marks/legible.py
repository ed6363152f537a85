"""Finds text whose font does not say which letters it shows, so that it is never passed on as if it were words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from ingest.readers.pdf.marks.letters import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ingest.readers.pdf.page import Glyph, Page

MOST_UNKNOWN = 0.2
"""A font with a larger part of unknown characters says nothing."""
ENOUGH_WORDS = 12
"""Fewer words than this in one font may all be initials or numbers."""
LONG_ENOUGH = 3
MOST_VOWELLESS = 0.6
"""English, Welsh and every neighbour have a vowel in nearly every word of three letters."""
VOWELS = frozenset("aeiouywàâäèéêëìîïòôöùûüŵŷ")
COMMON = ("the", "and", "for", "with", "that", "this", "of", "to", "in", "is", "are", "was", "should", "yn", "mae")
SHIFT = 29
SHIFTED = frozenset("".join(chr(ord(letter) - SHIFT) for letter in word) for word in COMMON)
"""Fonts cut down without saying how leave each letter this much below its code: "the" comes out as "WKH"."""
NEAR = 0.17
"""In font sizes; letters further apart are not of one word."""
_GAP_IN_WORD = re.compile(rf"[^\W\d_]{UNKNOWN}|{UNKNOWN}[^\W\d_]")
NOT_WORDS = re.compile(r"[\W\d_]+")


@dataclass(frozen=True, slots=True)
class Legible:
    """The pages with unreadable characters replaced by ``UNKNOWN``, and the pages that had many."""

    pages: tuple[Page, ...]
    unreadable_pages: tuple[int, ...]
    is_all_unreadable: bool
    lettered_pages: tuple[int, ...]
    """Those on which single letters within words are not known."""


def mark_unreadable(pages: Sequence[Page]) -> Legible:
    """Return ``pages`` with all characters of unreadable fonts marked as such."""
    fonts = _unreadable_fonts(pages)
    marked = tuple(
        replace(page, glyphs=tuple(_mark(glyph) if glyph.font in fonts else glyph for glyph in page.glyphs))
        if fonts
        else page
        for page in pages
    )
    touched = tuple(page.number for page in pages if fonts and any(glyph.font in fonts for glyph in page.glyphs))
    lacking = (page.number for page in pages if page.number not in touched and _lacks_letters(page))
    return Legible(marked, touched, _is_all_unknown(marked), tuple(lacking))


def _lacks_letters(page: Page) -> bool:
    """Whether some letter within a word is not known; the fast engine never passes on a page that has one."""
    if page.drawn or not any(UNKNOWN in glyph.text for glyph in page.glyphs):
        return False
    return any(_GAP_IN_WORD.search("".join(letters)) for letters in _letters_by_font([page]).values())


def _is_all_unknown(pages: Iterable[Page]) -> bool:
    """Whether there are characters on ``pages`` and not one of them is known."""
    shown = (glyph.text for page in pages for glyph in page.glyphs if not glyph.text.isspace())
    is_any = False
    for text in shown:
        if not text or text.strip(UNKNOWN):
            return False
        is_any = True
    return is_any


def _mark(glyph: Glyph) -> Glyph:
    return glyph if glyph.text.isspace() else replace(glyph, text=UNKNOWN * len(glyph.text))


def _unreadable_fonts(pages: Iterable[Page]) -> frozenset[str]:
    return frozenset(font for font, letters in _letters_by_font(pages).items() if _is_unreadable("".join(letters)))


def _letters_by_font(pages: Iterable[Page]) -> dict[str, list[str]]:
    """Return what is written in each font, letters apart from each other by a space."""
    texts: dict[str, list[str]] = {}
    for page in pages:
        end, baseline = 0.0, 0.0
        for glyph in page.glyphs:
            box, near = glyph.box, NEAR * glyph.size
            letters = texts.setdefault(glyph.font, [])
            if not (-near < box.x0 - end < near and -near < glyph.baseline - baseline < near):
                letters.append(" ")
            letters.append(glyph.text)
            end, baseline = box.x1, glyph.baseline
    return texts


def _is_unreadable(text: str) -> bool:
    """Whether what is written in one font says that nobody knows its letters; each of its words is looked at once."""
    shown = Counter(text.split())
    length = sum(len(run) * count for run, count in shown.items())
    unknown = sum(run.count(UNKNOWN) * count for run, count in shown.items())
    if unknown > MOST_UNKNOWN * length and unknown > 1:
        return True
    tokens: Counter[str] = Counter()
    for run, count in shown.items():
        for token in NOT_WORDS.split(run):
            tokens[token] += count
    common = sum(count for word, count in tokens.items() if word.casefold() in COMMON)
    if sum(tokens[word] for word in SHIFTED) > max(1, common):
        return True
    words = {word: count for word, count in tokens.items() if len(word.casefold()) >= LONG_ENOUGH and _is_latin(word)}
    vowelless = sum(count for word, count in words.items() if not VOWELS.intersection(word.casefold()))
    enough = sum(words.values())
    return enough >= ENOUGH_WORDS and vowelless > MOST_VOWELLESS * enough


def _is_latin(word: str) -> bool:
    return all(map(_is_latin_letter, word.casefold()))


@cache
def _is_latin_letter(letter: str) -> bool:
    return "LATIN" in unicodedata.name(letter, "")

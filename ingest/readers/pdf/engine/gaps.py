"""Characters that the map of a font to letters leaves out (ISO 32000-1, 9.10.3), and what else says which they are.

Engines then take the code of a character for its letter, which it is only in fonts that keep to some encoding: a font
cut down to what a document uses numbers its characters as it likes.
"""

from __future__ import annotations

import re
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pdfminer.pdffont import TrueTypeFont, get_widths
from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1

from ingest.readers.pdf.marks.letters import BY_CODE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from pdfminer.pdfinterp import PDFResourceManager
    from pdfminer.pdfpage import PDFPage

    from ingest.readers.pdf.engine.source import SourcePage
    from ingest.readers.pdf.page import Glyph

_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_CHAR = re.compile(rb"<\s*([0-9A-Fa-f]+)\s*>\s*<\s*([0-9A-Fa-f]+)\s*>")
_RANGE = re.compile(rb"<\s*([0-9A-Fa-f]+)\s*>\s*<\s*([0-9A-Fa-f]+)\s*>\s*(?:<\s*([0-9A-Fa-f]+)\s*>|\[[^\]]*\])")
_TAG = re.compile(r"^[A-Z]{6}\+")
"""What the name of a font begins with that was cut down (9.6.4)."""
MOST_CODES = 256
SPACE = 32
"""Programs leave the space out of their maps, and mean it by its code."""
ENCODINGS = ("latin-1", "mac_roman", "cp1252")
"""By these the fast engine takes a code for a letter."""


def has_made_up(source: SourcePage, glyphs: Sequence[Glyph]) -> bool:
    """Return whether some of ``glyphs`` may be letters that the fast engine made of the codes of page ``source``."""
    doubtful: dict[str, frozenset[str]] = {}
    for number, font in _fonts(source.page_obj):
        if number is None or "ToUnicode" not in font:
            continue
        if number not in source.gaps:
            source.gaps[number] = _letters_of_gaps(font)
        if letters := source.gaps[number]:
            name = _TAG.sub("", _name(font.get("BaseFont")))
            doubtful[name] = doubtful.get(name, frozenset()) | letters
    if not doubtful:
        return False
    of_font = {name: doubtful.get(_TAG.sub("", name), frozenset()) for name in {glyph.font for glyph in glyphs}}
    return any(not of_font[glyph.font].isdisjoint(glyph.text) for glyph in glyphs)


def _letters_of_gaps(font: Mapping[str, object]) -> frozenset[str]:
    """Return what the codes that a font shows and its map lacks would be as letters; none where it has an encoding."""
    stream = resolve1(font.get("ToUnicode"))
    shown = _shown_codes(font) if isinstance(stream, PDFStream) else ()
    mapped = _read_map(stream.get_data()) if shown else {}
    if not mapped or _keeps_to_codes(mapped):
        return frozenset()
    return frozenset(letter for code in shown if code > SPACE and code not in mapped for letter in _decode(code))


def _shown_codes(font: Mapping[str, object]) -> Collection[int]:
    """Return the codes for which a font without an encoding has widths (9.6.6.4, 9.7.4.3)."""
    if _name(font.get("Subtype")) == "Type0":
        widths = resolve1(_inner(font).get("W"))
        is_plain = _name(font.get("Encoding")) == "Identity-H" and isinstance(widths, list)
        return [code for code in get_widths(widths) if isinstance(code, int)] if is_plain else ()
    widths, first = resolve1(font.get("Widths")), resolve1(font.get("FirstChar"))
    if "Encoding" in font or not isinstance(widths, list) or not isinstance(first, int):
        return ()
    return [code for code, width in enumerate(widths[:MOST_CODES], first) if resolve1(width)]


def _decode(code: int) -> set[str]:
    """Return the letters that the fast engine may take ``code`` for."""
    if code < MOST_CODES:
        return {bytes([code]).decode(encoding, "ignore") for encoding in ENCODINGS} - {""}
    return {chr(code)}


@lru_cache(maxsize=64)
def _read_map(written: bytes) -> Mapping[int, int]:
    """Return the codes that a map names, each with the code of its letter; 0 where that is in a list."""
    mapped: dict[int, int] = {}
    for kind, body in _SECTION.findall(written):
        if kind == b"bfchar":
            mapped.update((int(code, 16), int(letter, 16)) for code, letter in _CHAR.findall(body))
            continue
        for low, high, letter in _RANGE.findall(body):
            start, stop = int(low, 16), min(int(high, 16), int(low, 16) + MOST_CODES)
            mapped.update((code, int(letter, 16) + code - start if letter else 0) for code in range(start, stop + 1))
    return mapped


def _keeps_to_codes(mapped: Mapping[int, int]) -> bool:
    """Whether the codes of a font mostly are those of its letters, so that those not mapped are as well."""
    return 2 * sum(code == letter for code, letter in mapped.items()) > len(mapped)


def is_unnamed(glyph: Glyph) -> bool:
    """Return whether ``glyph`` is a character that nothing in the document names."""
    return len(glyph.text) == 1 and ord(glyph.text) >= BY_CODE


def fill_gaps(page: PDFPage, fonts: PDFResourceManager) -> None:
    """Give the ``fonts`` of ``page``, as the thorough engine knows them, letters for what their maps leave out.

    These are the letters that the font program has for them, or else ``BY_CODE`` and their code.
    """
    for number, spec in _fonts(page):
        stream = resolve1(spec.get("ToUnicode"))
        if number is None or not isinstance(stream, PDFStream):
            continue
        known: Any = fonts.get_font(number, spec)
        letters = known.unicode_map.cid2unichr if known.unicode_map else {}
        is_composite = _name(spec.get("Subtype")) == "Type0"
        if not letters or not (is_composite or _letters_of_gaps(spec)):
            continue
        known.unicode_map.cid2unichr = _Filled(letters, _read_program(spec) if is_composite else {SPACE: " "})


class _Filled(dict[int, str]):
    """A map from codes to letters without gaps."""

    def __init__(self, mapped: Mapping[int, str], otherwise: Mapping[int, str]) -> None:
        super().__init__(mapped)
        self._otherwise = otherwise

    def __missing__(self, code: int) -> str:
        return self._otherwise.get(code) or chr(BY_CODE + code)


def _read_program(font: Mapping[str, object]) -> Mapping[int, str]:
    """Return the letters that the program of a composite font has for its characters, where it says so (9.7.4.2)."""
    inner = _inner(font)
    descriptor = resolve1(inner.get("FontDescriptor"))
    program = resolve1(descriptor.get("FontFile2")) if isinstance(descriptor, dict) else None
    if not isinstance(program, PDFStream) or isinstance(resolve1(inner.get("CIDToGIDMap")), PDFStream):
        return {}
    try:
        return TrueTypeFont("", BytesIO(program.get_data())).create_unicode_map().cid2unichr
    except Exception:  # noqa: BLE001 - a font program can be broken in any way; its map is only one more source
        return {}


def _fonts(page: PDFPage) -> Iterator[tuple[int | None, Mapping[str, object]]]:
    """Yield the fonts of ``page``, and of the forms on it, with the numbers of their objects."""
    own: Mapping[Any, object] = page.resources
    for resources in (own, *_resources_of_forms(page)):
        listed = resolve1(resources.get("Font"))
        for font in listed.values() if isinstance(listed, dict) else ():
            found = resolve1(font)
            if isinstance(found, dict):
                yield font.objid if isinstance(font, PDFObjRef) else None, found


def _resources_of_forms(page: PDFPage) -> Iterator[Mapping[str, object]]:
    forms = resolve1(page.resources.get("XObject"))
    for form in forms.values() if isinstance(forms, dict) else ():
        found = resolve1(form)
        resources = resolve1(found.get("Resources")) if isinstance(found, PDFStream) else None
        if isinstance(resources, dict):
            yield resources


def _inner(font: Mapping[str, object]) -> Mapping[str, object]:
    """Return the one font that a composite font is made of (9.7.6.1)."""
    listed = resolve1(font.get("DescendantFonts"))
    found = resolve1(listed[0]) if isinstance(listed, list) and listed else None
    return found if isinstance(found, dict) else {}


def _name(value: object) -> str:
    return str(getattr(resolve1(value), "name", ""))

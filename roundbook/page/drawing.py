"""Draws the place of a row in its document: the pages it stands on, cut to where it stands, the row outlined.

It runs in a child process, because what draws a page reads a file that somebody sent.
"""

from __future__ import annotations

import ctypes
import io
import math
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as engine
from PIL import ImageDraw

from roundbook.page.spotting import Band, PlacedWord, find_band, fold_words, is_enough

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from PIL import Image

WIDTH = 1100
"""Pixels; a page's small print is readable so, and a picture stays small."""
TALLEST = 4_000
"""Of a page, in pixels; one that is taller for its width is drawn smaller."""
AROUND = 70
"""Pixels of the page shown above and below the row, so that its neighbours can be told."""
OUTLINE, OUTLINE_WIDTH, OUTLINE_GAP = (11, 61, 145), 4, 9
COLOURS = 48
"""Enough for a page of print with coloured cells; photographs suffer, and are not what is looked for."""
MOST_PAGES = 150
"""Looked through where the page is not known."""
LEAST_REST = 0.1
"""Of a row's words; where fewer are missing on its page, it does not go on on the next."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture of a page, or of a part of one."""

    page: int
    """Counted from 1."""
    png: bytes
    width: int
    height: int
    is_outlined: bool
    """False where the row was not found on the page."""


def draw_place(path: Path, page: int | None, texts: tuple[str, ...]) -> tuple[Drawn, ...]:
    """Return pictures, in order, of where the row of ``texts`` stands in the PDF at ``path``; none where it does not.

    A row on a known ``page`` is looked for there and on the next one; where it cannot be seen there, because the page
    is itself a picture, the whole page is drawn. Raises whatever the engine does for a file it cannot open.
    """
    wanted = Counter(word for text in texts for word in fold_words(text))
    with closing(pypdfium2.PdfDocument(path)) as document:
        count = len(document)
        numbers = range(page - 1, min(page + 1, count)) if page else range(min(count, MOST_PAGES))
        found = _find({number: _words(document[number]) for number in numbers}, wanted)
        if found:
            return tuple(_draw(document, number, band) for number, band in sorted(found.items()))
        return (_draw(document, page - 1, None),) if page and page <= count else ()


def _find(pages: Mapping[int, Sequence[PlacedWord]], wanted: Counter[str]) -> dict[int, Band]:
    """Return by page the bands that hold the row: on the page that has most of it, and on one beside it, if need be."""
    bands = {number: band for number, words in pages.items() if (band := find_band(words, wanted))}
    if not bands:
        return {}
    best = max(bands, key=lambda number: bands[number].found.total())
    rest = wanted - bands[best].found
    found = {best: bands[best]}
    if rest.total() >= LEAST_REST * wanted.total():
        for beside in (best + 1, best - 1):
            more = find_band(pages.get(beside, ()), rest)
            if more and is_enough(more.found, rest):
                found[beside] = more
                break
    held = sum((band.found for band in found.values()), Counter[str]())
    return found if is_enough(held, wanted) else {}


def _words(page: pypdfium2.PdfPage) -> list[PlacedWord]:
    """Return the words of a page with their places on the picture of it."""
    with closing(page.get_textpage()) as text:
        letters = [_letter(page, text, at) for at in range(text.count_chars())]
    words: list[PlacedWord] = []
    for is_word, run in groupby(letters, key=lambda each: each.key.isalnum()):
        if is_word:
            words.append(_join(list(run)))
    return words


def _letter(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, at: int) -> PlacedWord:
    key = "".join(fold_words(chr(engine.FPDFText_GetUnicode(text, at)))) or " "
    left, bottom, right, top = text.get_charbox(at)
    (one_x, one_y), (other_x, other_y) = _on_picture(page, left, top), _on_picture(page, right, bottom)
    return PlacedWord(key, min(one_x, other_x), min(one_y, other_y), max(one_x, other_x), max(one_y, other_y))


def _on_picture(page: pypdfium2.PdfPage, x: float, y: float) -> tuple[int, int]:
    """Return where a point of the page lies on its picture, however the page is turned and cropped."""
    width, height = _size(page)
    across, down = ctypes.c_int(), ctypes.c_int()
    engine.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, across, down)
    return across.value, down.value


def _scale(page: pypdfium2.PdfPage) -> float:
    scale: float = min(WIDTH / page.get_width(), TALLEST / page.get_height())
    return scale


def _size(page: pypdfium2.PdfPage) -> tuple[int, int]:
    scale = _scale(page)
    return math.ceil(page.get_width() * scale), math.ceil(page.get_height() * scale)


def _join(letters: Sequence[PlacedWord]) -> PlacedWord:
    return PlacedWord(
        "".join(each.key for each in letters),
        min(each.left for each in letters),
        min(each.top for each in letters),
        max(each.right for each in letters),
        max(each.bottom for each in letters),
    )


def _draw(document: pypdfium2.PdfDocument, number: int, band: Band | None) -> Drawn:
    page = document[number]
    picture = page.render(scale=_scale(page)).to_pil().convert("RGB")
    if band:
        _outline(picture, band)
        top, bottom = max(0, round(band.top) - AROUND), min(picture.height, round(band.bottom) + AROUND)
        picture = picture.crop((0, top, picture.width, bottom))
    png = io.BytesIO()
    picture.quantize(COLOURS).save(png, "PNG", optimize=True)
    return Drawn(number + 1, png.getvalue(), picture.width, picture.height, band is not None)


def _outline(picture: Image.Image, band: Band) -> None:
    """Outline the row over the whole width: its last cells may be empty, or hold a colour alone."""
    top, bottom = max(0, band.top - OUTLINE_GAP), min(picture.height - 1, band.bottom + OUTLINE_GAP)
    box = (OUTLINE_GAP, top, picture.width - OUTLINE_GAP, bottom)
    ImageDraw.Draw(picture).rectangle(box, outline=OUTLINE, width=OUTLINE_WIDTH)

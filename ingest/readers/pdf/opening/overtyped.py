"""Words that stand on a page besides its picture, held against what an eye sees there: stamps, typed answers."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from ingest.readers.pdf.page import surround

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.readers.pdf.page import Glyph
    from ingest.seen import SeenLine

ALIKE = 80.0
"""Of a hundred; an eye takes some letters for others."""
WHOLE = 0.7
"""A line of which this part of the letters was typed is that: the typed words are kept, and not what was seen."""
SET_OFF = 25.0
"""Points by which words may be seen elsewhere, on a sheet that lay askew and was straightened."""
APART = 1.5
"""Words further apart than this many font sizes are of two lines."""


@dataclass(frozen=True, slots=True)
class Overtyped:
    """What there is to read on a page that is a picture with some words on it."""

    glyphs: tuple[Glyph, ...]
    """Of the page's own characters those that show, and that nothing seen says better."""
    hidden: tuple[Glyph, ...]
    """Those that nobody sees."""
    lines: tuple[SeenLine, ...]
    """What was seen but for the words in ``glyphs``."""


def tell_overtyped(glyphs: Sequence[Glyph], lines: Sequence[SeenLine]) -> Overtyped:
    """Return which of the ``glyphs`` on a page show in its picture, and which ``lines`` seen there are not of them."""
    kept: list[Glyph] = []
    hidden: list[Glyph] = []
    typed: set[int] = set()
    for group in _groups(glyphs):
        seen = _seen_as(group, lines)
        if seen is None:
            hidden.extend(group)
        elif len(_letters(_text(group))) >= WHOLE * len(_letters(seen.text)):
            kept.extend(group)
            typed.add(id(seen))
    return Overtyped(tuple(kept), tuple(hidden), tuple(line for line in lines if id(line) not in typed))


def _groups(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Return ``glyphs`` as they follow each other on lines."""
    ordered = sorted(glyphs, key=lambda glyph: (round(glyph.baseline), glyph.box.x0))
    groups = [ordered[:1]]
    for left, right in pairwise(ordered):
        is_next = round(left.baseline) == round(right.baseline) and right.box.x0 - left.box.x1 < APART * right.size
        if not is_next:
            groups.append([])
        groups[-1].append(right)
    return groups if ordered else []


def _seen_as(group: Sequence[Glyph], lines: Sequence[SeenLine]) -> SeenLine | None:
    """Return the line in which the words of ``group`` were seen, None where they were not."""
    letters = _letters(_text(group))
    _x, middle = surround([glyph.box for glyph in group]).centre
    near = [line for line in lines if abs((line.area.top + line.area.bottom) / 2 - middle) <= SET_OFF]
    alike = {id(line): _likeness(letters, _letters(line.text)) for line in near}
    best = max(near, key=lambda line: alike[id(line)], default=None)
    return best if best is not None and alike[id(best)] >= ALIKE else None


def _likeness(typed: str, seen: str) -> float:
    """Return how much of ``typed`` is in ``seen``, of a hundred; a short line is part of many words."""
    return fuzz.partial_ratio(typed, seen) if len(typed) <= len(seen) else fuzz.ratio(typed, seen)


def _text(group: Sequence[Glyph]) -> str:
    return "".join(glyph.text for glyph in group)


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())

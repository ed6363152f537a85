"""Tells what stands on every page (headers, footers, page numbers, watermarks) from what the page says."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.model import Where
from ingest.readers.pdf.colors import is_light
from ingest.readers.pdf.page import ASKEW

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.readers.pdf.lines import Line
    from ingest.readers.pdf.page import Page
    from ingest.readers.pdf.words import Word

MARGIN = 0.12
MARGIN_AT_LEAST = 60.0
MARGIN_AT_MOST = 0.25
"""Headers and footers stand in this part of the page at its top and bottom, or within so many points."""
PAGE_NUMBER = re.compile(
    r"^\W*(?:page|p\.?|tudalen)?\s*\d{1,4}(?:\s*(?:of|/|o)\s*\d{1,4})?\W*$|\bpage\s+\d{1,4}\s+of\s+\d{1,4}\b",
    re.IGNORECASE,
)
SAME_HEIGHT = 6.0
"""Repeated lines stand at the same height, rounded to this."""
HUGE = 2.0
"""A watermark's letters are at least this many times the usual size when they are not turned."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """A line that belongs to the page and not to the text."""

    line: Line
    where: Where


def set_apart_watermarks(page: Page, words: Sequence[Word]) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Return ``words`` without those of a watermark, and those."""
    usual = Counter(round(word.size) for word in words if word.turn == 0).most_common(1)
    size = usual[0][0] if usual else 10
    marks = tuple(word for word in words if _is_watermark(word, size, page))
    marked = {id(word) for word in marks}
    return tuple(word for word in words if id(word) not in marked), marks


def _is_watermark(word: Word, usual: float, page: Page) -> bool:
    if word.turn == ASKEW:
        return word.box.height > 0.15 * page.height or is_light(word.color) or word.size > HUGE * usual
    return is_light(word.color) and word.size > HUGE * usual and word.size > 0.05 * page.height


def find_furniture(pages: Sequence[tuple[Page, Sequence[Line]]]) -> tuple[tuple[Furniture, ...], ...]:
    """Return for each page the lines, of those outside its tables, that are its header and footer."""
    seen: Counter[tuple[str, Where, int]] = Counter()
    for page, lines in pages:
        seen.update({_key(line, where, page) for line in lines if (where := _zone(line, page))})
    return tuple(
        tuple(
            Furniture(line, where)
            for line in lines
            if (where := _zone(line, page)) and _is_furniture(line, seen[_key(line, where, page)])
        )
        for page, lines in pages
    )


def _is_furniture(line: Line, times: int) -> bool:
    return times > 1 or PAGE_NUMBER.search(line.text) is not None


def _key(line: Line, where: Where, page: Page) -> tuple[str, Where, int]:
    height = line.baseline if where is Where.HEADER else page.height - line.baseline
    text = re.sub(r"\d+", lambda found: "#" if int(found[0]) == page.number else found[0], line.text)
    return text, where, round(height / SAME_HEIGHT)


def _zone(line: Line, page: Page) -> Where | None:
    middle = line.box.centre[1]
    margin = min(max(MARGIN * page.height, MARGIN_AT_LEAST), MARGIN_AT_MOST * page.height)
    if middle < margin:
        return Where.HEADER
    return Where.FOOTER if middle > page.height - margin else None

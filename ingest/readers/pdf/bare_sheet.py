"""One page taken apart, before it is compared with the others: the tables its rules and tags show, and its lines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ingest.readers.pdf.figures.hidden import hides_figures
from ingest.readers.pdf.half_ruled.strips import edges_of_strips
from ingest.readers.pdf.ruled.rules import set_apart_decorations
from ingest.readers.pdf.ruled.tables import Found, find_tables
from ingest.readers.pdf.surroundings.furniture import set_apart_watermarks
from ingest.readers.pdf.surroundings.sheet import Sheet
from ingest.readers.pdf.tagged.tagged import find_tagged
from ingest.readers.pdf.text.dots import write_dots
from ingest.readers.pdf.text.lines import find_lines
from ingest.readers.pdf.text.words import Word, drawn_words, find_words
from ingest.readers.pdf.unruled.titled import holds_titled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ingest.readers.pdf.page import Box, Page, Rule, Way
    from ingest.readers.pdf.tagged.tagged import Frame

FRAME = 0.5
"""A box that takes up this part of the page frames the page; a smaller one sets its text apart."""


@dataclass(frozen=True, slots=True)
class Written:
    """The words of a page, told from its watermark, and the rules that border cells, told from those of words."""

    words: tuple[Word, ...]
    watermark: tuple[Word, ...]
    borders: tuple[Rule, ...]


def read_words(page: Page) -> Written:
    """Return the words and borders of ``page``."""
    written, watermark = set_apart_watermarks(page, write_dots(page, find_words(page)))
    told = set_apart_decorations(page.lying, written)
    struck = set(told.struck)
    for box in page.struck:
        struck.update(number for number, word in enumerate(written) if box.holds(word.box.centre))
    words = list(written)
    for number in struck:
        words[number] = replace(words[number], is_struck=True)
    return Written(
        words=tuple(words),
        watermark=(*watermark, *drawn_words(page.stamped, page)),
        borders=(*told.borders, *edges_of_strips(page, told.borders)),
    )


def make_sheet(page: Page, written: Written, frames: Mapping[Way, Frame]) -> Sheet:
    """Return ``page``, of which ``written`` was read, sorted by what it is; ``frames`` are those its tags stand in."""
    found = _find_tables(page, written, frames)
    loose = [word for word in found.words if not word.is_struck]
    boxed: list[tuple[Box, list[Word]]] = []
    for box in found.boxes:
        inside = [word for word in loose if box.holds(word.box.centre)]
        if box.area < FRAME * page.width * page.height and not holds_titled(find_lines(inside)):
            boxed.append((box, inside))
            loose = [word for word in loose if not box.holds(word.box.centre)]
    return Sheet(
        page=page,
        tables=found.tables,
        lines=find_lines(loose),
        boxes=tuple(find_lines(words) for _box, words in boxed if words),
        outlines=tuple(box for box, words in boxed if words),
        furniture=(),
        borders=written.borders,
        watermark=written.watermark,
        struck=tuple(word for word in found.words if word.is_struck),
    )


def _find_tables(page: Page, written: Written, frames: Mapping[Way, Frame]) -> Found:
    """Return the tables shown by rules, and by tags where these show more."""
    found = find_tables(page, written.borders, written.words, hides_figures)
    tagged = find_tagged(page, written.words, found.tables, frames)
    if not tagged:
        return found
    replaced = frozenset().union(*(each.replaced for each in tagged))
    kept = [table for number, table in enumerate(found.tables) if number not in replaced]
    placed = frozenset().union(*(each.words for each in tagged))
    # What stood in a table that was replaced and has no tag of the new ones stands beside these.
    held = frozenset(id(word) for word in found.words)
    kept_boxes = [table.box for table in kept]
    left = tuple(
        word
        for word in written.words
        if id(word) not in placed and (id(word) in held or not any(box.holds(word.box.centre) for box in kept_boxes))
    )
    return Found((*kept, *(each.table for each in tagged)), found.boxes, left)

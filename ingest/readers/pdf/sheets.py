"""A page taken apart: its tables, the lines outside them, and what is only furniture."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING

from ingest.readers.pdf.figures.hidden import hides_figures
from ingest.readers.pdf.half_ruled.caged import part_rows
from ingest.readers.pdf.half_ruled.framed import part_columns
from ingest.readers.pdf.half_ruled.heading_above import add_heading_above
from ingest.readers.pdf.half_ruled.leveling import Bare, add_rules
from ingest.readers.pdf.half_ruled.strips import edges_of_strips
from ingest.readers.pdf.joining.torn import give_back_rows
from ingest.readers.pdf.page import Page, Rule
from ingest.readers.pdf.ruled.notes import Footnote, attach_footnotes, find_footnotes
from ingest.readers.pdf.ruled.rules import set_apart_decorations
from ingest.readers.pdf.ruled.tables import Found, Table, find_tables
from ingest.readers.pdf.surroundings.banded import free_furniture
from ingest.readers.pdf.surroundings.furniture import find_furniture, set_apart_watermarks
from ingest.readers.pdf.surroundings.page_tables import set_apart_page_tables
from ingest.readers.pdf.surroundings.sheet import Sheet
from ingest.readers.pdf.surroundings.title_again import set_apart_title
from ingest.readers.pdf.tagged.tagged import are_told, find_tagged, learn_frames
from ingest.readers.pdf.text.dots import write_dots
from ingest.readers.pdf.text.lines import Line, find_lines
from ingest.readers.pdf.text.words import Word, drawn_words, find_words
from ingest.readers.pdf.unruled.aligned import find_aligned
from ingest.readers.pdf.unruled.following import go_on_above, leading_lines
from ingest.readers.pdf.unruled.labelled import add_cards
from ingest.readers.pdf.unruled.painting import paint
from ingest.readers.pdf.unruled.titled import holds_titled
from ingest.readers.pdf.unruled.titling import add_rows_below, find_titled_tables, go_on_titled, outside

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ingest.readers.pdf.page import Box, Way
    from ingest.readers.pdf.tagged.tagged import Frame


NEAR_THE_FOOT = 16.0
"""Two pages that end this near to each other show where pages end."""

FRAME = 0.5
"""A box that takes up this part of the page frames the page; a smaller one sets its text apart."""


def take_apart(pages: Sequence[Page]) -> tuple[Sheet, ...]:
    """Return the pages of a document taken apart; headers and footers are known by their repetition."""
    written = [_read_words(page) for page in pages]
    frames = learn_frames(each.words for each in written)
    sheets = [_take_apart(page, each, frames) for page, each in zip(*_add_rules(pages, written, frames), strict=True)]
    furniture = find_furniture([(sheet.page, sheet.lines) for sheet in sheets], [sheet.tables for sheet in sheets])
    furnished = [
        replace(sheet, lines=_without(sheet.lines, [each.line for each in found]), furniture=found)
        for sheet, found in zip(sheets, furniture, strict=True)
    ]
    bare = free_furniture(set_apart_page_tables(furnished))
    noted = add_cards(give_back_rows([_set_apart_notes(sheet) for sheet in bare]))
    for at, sheet in enumerate(noted):
        above = noted[at - 1] if at else None
        noted[at] = _add_unruled(_add_titled(_add_headed(sheet), above), above)
    for at in range(len(noted) - 1):
        noted[at], left = _attach_notes(noted[at], noted[at + 1].notes)
        noted[at + 1] = replace(noted[at + 1], notes=left)
    return tuple(noted)


def _add_rules(
    pages: Sequence[Page], written: Sequence[_Written], frames: Mapping[Way, Frame]
) -> tuple[list[Page], list[_Written]]:
    """Return ``pages`` with the upright rules, and ``written`` with the level ones, that their tables do without."""
    both = list(zip(pages, written, strict=True))
    added = add_rules([Bare(page, text.words, text.borders, are_told(text.words, frames)) for page, text in both])
    return (
        [replace(page, standing=(*page.standing, *added[page.number].standing)) for page in pages],
        [replace(text, borders=(*text.borders, *added[page.number].lying)) for page, text in both],
    )


def _set_apart_notes(sheet: Sheet) -> Sheet:
    """Return ``sheet`` with its footnotes out of its lines and in the cells that call them."""
    notes = find_footnotes(sheet.page, sheet.lines, sheet.borders)
    lines = _without(sheet.lines, [line for note in notes for line in note.lines])
    top = min((note.lines[0].box.top for note in notes), default=inf)
    attached, left = _attach_notes(replace(sheet, lines=lines, top_of_notes=top), notes)
    return replace(attached, notes=left)


def _add_headed(sheet: Sheet) -> Sheet:
    """Return ``sheet`` with rows put to tables that are only a heading, and headings to those that stand below them."""
    tables: list[Table] = []
    lines = sheet.lines
    for table in sheet.tables:
        headed, heading = add_heading_above(table, lines, sheet.page)
        lines = _without(lines, heading)
        whole, rows = add_rows_below(headed, lines, sheet.page)
        tables.append(whole)
        lines = _without(lines, rows)
    return replace(sheet, tables=tuple(tables), lines=lines)


def _add_titled(sheet: Sheet, above: Sheet | None) -> Sheet:
    """Return ``sheet`` with its tables that are known by their headings, and the rest of one on the page ``above``."""
    before = _table_at_foot(above) if above else None
    top = min((table.box.top for table in sheet.tables), default=inf)
    lines = [line for line in sheet.lines if line.turn == 0]
    part = go_on_titled(before, [line for line in lines if line.box.top < top], sheet.page) if before else None
    first = (part,) if part else ()
    tables = (*first, *find_titled_tables(outside(lines, first), sheet.page, sheet.borders, before))
    added = replace(sheet, tables=(*sheet.tables, *tables), lines=outside(sheet.lines, tables))
    return set_apart_title(added, above) if before and above else added


def _add_unruled(sheet: Sheet, above: Sheet | None) -> Sheet:
    """Return ``sheet`` with its tables that are known only by their words.

    What stands first may be the rest of such a table on the page ``above``, and hold too little to show its columns.
    """
    whole = _add_aligned(sheet)
    last = _table_at_foot(above) if above else None
    if last is None or _begins_with(whole, len(last.xs)):
        return whole
    top = min((table.box.top for table in sheet.tables), default=inf)
    lines = leading_lines(last, [line for line in sheet.lines if line.box.top < top])
    part = go_on_above(last, lines, sheet.borders, sheet.page.number)
    if part is None:
        return whole
    return _add_aligned(
        replace(sheet, tables=(*sheet.tables, paint(part, sheet.page)), lines=_without(sheet.lines, lines))
    )


def _table_at_foot(sheet: Sheet) -> Table | None:
    """Return the table without rules that ends ``sheet``, if one does."""
    last = max(sheet.tables, key=lambda table: table.box.bottom, default=None)
    is_last = last is not None and not any(line.box.top > last.box.bottom for line in sheet.lines)
    return last if is_last and last is not None and not last.is_ruled else None


def _begins_with(sheet: Sheet, n_edges: int) -> bool:
    """Whether the first thing on ``sheet`` is a table without rules that has as many columns as the one before."""
    first = min(sheet.tables, key=lambda table: table.box.top, default=None)
    is_first = first is not None and not any(line.box.top < first.box.top for line in sheet.lines)
    return is_first and first is not None and not first.is_ruled and len(first.xs) == n_edges


def _add_aligned(sheet: Sheet) -> Sheet:
    """Return ``sheet`` with the tables known only by their words standing in columns."""
    found = find_aligned(sheet.page, sheet.lines, sheet.borders)
    ruled = (part_columns(part_rows(table), sheet.page, sheet.borders) for table in sheet.tables)
    tables = (*ruled, *(paint(table, sheet.page) for table in found.tables))
    return replace(sheet, tables=tables, columns=found.columns, lines=found.lines)


def _attach_notes(sheet: Sheet, notes: Sequence[Footnote]) -> tuple[Sheet, tuple[Footnote, ...]]:
    """Return ``sheet`` with those of ``notes`` its cells call, which may stand on the next page, and the others."""
    tables = []
    left = tuple(notes)
    for table in sheet.tables:
        attached, left = attach_footnotes(table, left)
        tables.append(attached)
    return replace(sheet, tables=tuple(tables)), left


def find_floors(sheets: Sequence[Sheet]) -> dict[int, float]:
    """Return for each page how far down it could be written, judged by all pages of its height."""
    floors = {height: _find_floor(sheets, height) for height in {sheet.page.height for sheet in sheets}}
    return {sheet.page.number: min(sheet.top_of_notes, floors[sheet.page.height]) for sheet in sheets}


def _find_floor(sheets: Sequence[Sheet], height: float) -> float:
    """Return how far down pages are written; a single page may run over its foot, so two should agree."""
    bottoms = sorted((sheet.bottom for sheet in sheets if sheet.page.height == height), reverse=True)
    agreed = [first for first, second in pairwise(bottoms) if first - second < NEAR_THE_FOOT]
    return agreed[0] if agreed else bottoms[0]


def _without(lines: Sequence[Line], set_apart: Sequence[Line]) -> tuple[Line, ...]:
    gone = {id(line) for line in set_apart}
    return tuple(line for line in lines if id(line) not in gone)


@dataclass(frozen=True, slots=True)
class _Written:
    """The words of a page, told from its watermark, and the rules that border cells, told from those of words."""

    words: tuple[Word, ...]
    watermark: tuple[Word, ...]
    borders: tuple[Rule, ...]


def _read_words(page: Page) -> _Written:
    written, watermark = set_apart_watermarks(page, write_dots(page, find_words(page)))
    told = set_apart_decorations(page.lying, written)
    struck = set(told.struck)
    for box in page.struck:
        struck.update(number for number, word in enumerate(written) if box.holds(word.box.centre))
    words = list(written)
    for number in struck:
        words[number] = replace(words[number], is_struck=True)
    return _Written(
        words=tuple(words),
        watermark=(*watermark, *drawn_words(page.stamped, page)),
        borders=(*told.borders, *edges_of_strips(page, told.borders)),
    )


def _take_apart(page: Page, written: _Written, frames: Mapping[Way, Frame]) -> Sheet:
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


def _find_tables(page: Page, written: _Written, frames: Mapping[Way, Frame]) -> Found:
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

"""A page taken apart: its tables, the lines outside them, and what is only furniture."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING

from ingest.readers.pdf.added_tables import add_known_by_words
from ingest.readers.pdf.bare_sheet import make_sheet, read_words
from ingest.readers.pdf.half_ruled.leveling import Bare, add_rules
from ingest.readers.pdf.joining.torn import give_back_rows
from ingest.readers.pdf.ruled.notes import Footnote, attach_footnotes, find_footnotes
from ingest.readers.pdf.surroundings.banded import free_furniture
from ingest.readers.pdf.surroundings.furniture import find_furniture
from ingest.readers.pdf.surroundings.page_tables import set_apart_page_tables
from ingest.readers.pdf.surroundings.sheet import Sheet, without
from ingest.readers.pdf.tagged.tagged import are_told, learn_frames
from ingest.readers.pdf.unruled.labelled import add_cards

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ingest.readers.pdf.bare_sheet import Written
    from ingest.readers.pdf.page import Page, Way
    from ingest.readers.pdf.tagged.tagged import Frame


NEAR_THE_FOOT = 16.0
"""Two pages that end this near to each other show where pages end."""


def take_apart(pages: Sequence[Page]) -> tuple[Sheet, ...]:
    """Return the pages of a document taken apart; headers and footers are known by their repetition."""
    written = [read_words(page) for page in pages]
    frames = learn_frames(each.words for each in written)
    sheets = [make_sheet(page, each, frames) for page, each in zip(*_add_rules(pages, written, frames), strict=True)]
    furniture = find_furniture([(sheet.page, sheet.lines) for sheet in sheets], [sheet.tables for sheet in sheets])
    furnished = [
        replace(sheet, lines=without(sheet.lines, [each.line for each in found]), furniture=found)
        for sheet, found in zip(sheets, furniture, strict=True)
    ]
    bare = free_furniture(set_apart_page_tables(furnished))
    noted = add_cards(give_back_rows([_set_apart_notes(sheet) for sheet in bare]))
    for at, sheet in enumerate(noted):
        above = noted[at - 1] if at else None
        noted[at] = add_known_by_words(sheet, above)
    for at in range(len(noted) - 1):
        noted[at], left = _attach_notes(noted[at], noted[at + 1].notes)
        noted[at + 1] = replace(noted[at + 1], notes=left)
    return tuple(noted)


def _add_rules(
    pages: Sequence[Page], written: Sequence[Written], frames: Mapping[Way, Frame]
) -> tuple[list[Page], list[Written]]:
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
    lines = without(sheet.lines, [line for note in notes for line in note.lines])
    top = min((note.lines[0].box.top for note in notes), default=inf)
    attached, left = _attach_notes(replace(sheet, lines=lines, top_of_notes=top), notes)
    return replace(attached, notes=left)


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

"""A page taken apart: its tables, the lines outside them, and what is only furniture."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.readers.pdf.furniture import Furniture, find_furniture, set_apart_watermarks
from ingest.readers.pdf.lines import Line, find_lines
from ingest.readers.pdf.page import Page
from ingest.readers.pdf.rules import set_apart_decorations
from ingest.readers.pdf.tables import Table, find_tables
from ingest.readers.pdf.words import Word, find_words

if TYPE_CHECKING:
    from collections.abc import Sequence


NEAR_THE_FOOT = 16.0
"""Two pages that end this near to each other show where pages end."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: what stands on it, sorted by what it is."""

    page: Page
    tables: tuple[Table, ...]
    lines: tuple[Line, ...]
    furniture: tuple[Furniture, ...]
    watermark: tuple[Word, ...]
    struck: tuple[Word, ...]
    """Struck-out words outside the tables."""

    @property
    def bottom(self) -> float:
        """How far down the page's text and tables reach."""
        return max([table.box.bottom for table in self.tables] + [line.box.bottom for line in self.lines], default=0.0)


def take_apart(pages: Sequence[Page]) -> tuple[Sheet, ...]:
    """Return the pages of a document taken apart; headers and footers are known by their repetition."""
    sheets = [_take_apart(page) for page in pages]
    furniture = find_furniture([(sheet.page, sheet.lines) for sheet in sheets])
    return tuple(
        replace(sheet, lines=_without(sheet.lines, found), furniture=found)
        for sheet, found in zip(sheets, furniture, strict=True)
    )


def find_floor(sheets: Sequence[Sheet], like: Sheet) -> float:
    """Return how far down the pages of the size of ``like`` are written; one page alone may run over its foot."""
    bottoms = sorted((sheet.bottom for sheet in sheets if sheet.page.height == like.page.height), reverse=True)
    agreed = [first for first, second in pairwise(bottoms) if first - second < NEAR_THE_FOOT]
    return agreed[0] if agreed else bottoms[0]


def _without(lines: Sequence[Line], furniture: Sequence[Furniture]) -> tuple[Line, ...]:
    set_apart = {id(each.line) for each in furniture}
    return tuple(line for line in lines if id(line) not in set_apart)


def _take_apart(page: Page) -> Sheet:
    written, watermark = set_apart_watermarks(page, find_words(page))
    told = set_apart_decorations(page.lying, written)
    words = [replace(word, is_struck=number in told.struck) for number, word in enumerate(written)]
    found = find_tables(page, told.borders, words)
    return Sheet(
        page=page,
        tables=found.tables,
        lines=find_lines(word for word in found.words if not word.is_struck),
        furniture=(),
        watermark=watermark,
        struck=tuple(word for word in found.words if word.is_struck),
    )

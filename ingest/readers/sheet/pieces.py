"""A sheet as it was found, before it is laid out in tables and paragraphs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ingest.errors import UnreadableError
from ingest.model import Comment, Hyperlink, Where
from ingest.words import count_words

MOST_CELLS = 400_000
"""Above it a workbook is no return: the longest plans have some 700 rows of 12 columns."""
TOO_LARGE = (
    "too-large",
    f"It has more than {MOST_CELLS:,} cells, too many for a return.",
    "Copy the table with the recommendations to a new workbook, and put that in the inbox.",
)
Spot = tuple[int, int]
"""Row and column, both counted from 1."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a cell shows."""

    text: str = ""
    struck: tuple[str, ...] = ()
    fill: str | None = None
    is_bold: bool = False
    links: tuple[Hyperlink, ...] = ()
    comments: tuple[Comment, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether it holds nothing but, perhaps, a colour."""
        return not (self.text.strip() or self.struck or self.comments)

    @property
    def words(self) -> int:
        """Its words, those struck out and those of its comments included."""
        texts = (self.text, *self.struck, *(comment.text for comment in self.comments))
        return sum(map(count_words, texts))


@dataclass(frozen=True, slots=True)
class Aside:
    """Words on a sheet that stand in no cell."""

    text: str
    where: Where


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its cells, and what else is on it."""

    title: str
    cells: Mapping[Spot, Shown]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    """First row, first column, last row, last column."""
    asides: tuple[Aside, ...] = ()
    is_hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[str, ...] = ()
    wide_columns: frozenset[int] = frozenset()
    """Columns as wide as any, from which a gap between two tables can be told from a hair's breadth within one."""
    numbers: Mapping[Spot, str] = field(default_factory=dict)
    """What is shown of the cells that hold a number, a date or a logical value and not a text."""
    drawn_words: int = 0
    """Words of its texts that are signs of a symbol font, and so no words."""
    has_colour_rules: bool = False


def check_size(cells: int) -> None:
    """Raise ``UnreadableError`` where a workbook holds, or a table would get, too many cells."""
    if cells > MOST_CELLS:
        raise UnreadableError(*TOO_LARGE)

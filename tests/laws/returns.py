"""What a return says, row by row, and how it looks on paper, whatever it is then written with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Column(StrEnum):
    """What a column of a return holds."""

    NUMBER = "number"
    RECOMMENDATION = "recommendation"
    ACTION = "action"
    LEAD = "lead"
    DUE = "by when"
    UPDATE = "update"
    STATUS = "status"
    RATING = "rating"
    EVIDENCE = "evidence"


COLOURS = {"red": ("FF0000", "C00000"), "amber": ("FFC000", "FFBF00"), "green": ("00B050", "92D050")}
"""Fills of a cell, by the rating they stand for."""


class Numbers(StrEnum):
    """Where the number of a recommendation stands."""

    COLUMN = "column"
    CELL = "in the recommendation's cell"
    AUTOMATIC = "in its cell, counted by the program"
    NONE = "nowhere"


class Shape(StrEnum):
    """How the rows are laid out."""

    GRID = "grid"
    CARDS = "a small table for each recommendation"
    PROSE = "numbered paragraphs"


class Item(StrEnum):
    """What stands before a line."""

    NONE = ""
    BULLET = "bullet"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a cell."""

    text: str
    item: Item = Item.NONE
    link: str = ""
    """Where its last word leads."""


Cell = tuple[Line, ...]
Answer = Mapping[Column, Cell]


@dataclass(frozen=True, slots=True)
class Row:
    """A recommendation and the answers to it: one as a rule, several where its cell is merged over them."""

    number: str
    written: str
    """The number as it stands there."""
    recommendation: Cell
    answers: tuple[Answer, ...]
    fills: tuple[str, ...]
    """For each answer the colour of its rating; empty where that is a word."""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows below words that name their kind."""

    kind: str
    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """How a return looks on paper."""

    size: tuple[int, int]
    """Of the page in millimetres, across and up."""
    other_size: tuple[int, int]
    """Of another paper it is printed on as well, so that its rows break elsewhere."""
    margin: int
    font: str
    points: float
    rules: str
    """Which are drawn: "all", "level" or "none"."""
    shade: str
    """The colour behind the headings; empty where there is none."""
    widths: Mapping[Column, float]
    repeats_heading: bool
    keeps_rows: bool
    """No row is broken over pages."""
    header: str
    footer: str
    """"#" stands for the page's number."""
    is_justified: bool
    after: int
    """Points below each paragraph."""


@dataclass(frozen=True, slots=True)
class Return:
    """A return: its particulars, its rows, and how they are laid out."""

    seed: int
    agency: str
    provided_by: str
    particulars_in_table: bool
    title: str
    title_in_table: str
    intro: str
    closing: str
    columns: tuple[Column, ...]
    headings: Mapping[Column, str]
    numbers: Numbers
    shape: Shape
    has_table_for_each_group: bool
    groups: tuple[Group, ...]
    look: Look

    def rows(self) -> Iterator[tuple[str, Row]]:
        """Give each row with the kind that stands above it."""
        kind = ""
        for group in self.groups:
            kind = group.kind or kind
            for row in group.rows:
                yield kind, row

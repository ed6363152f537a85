"""What a laid-out document is made of, whatever format it is written in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Merge(StrEnum):
    """A cell's part in a merge downwards."""

    NONE = "none"
    STARTS = "starts"
    CONTINUES = "continues"


class Level(StrEnum):
    """What a paragraph is."""

    TITLE = "title"
    LABEL = "label"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a grid; its text may hold the marks of ``samples.markup``."""

    text: str
    span: int = 1
    is_bold: bool = False
    fill: str | None = None
    is_numbered: bool = False
    """Whether the word processor numbers it."""
    merge: Merge = Merge.NONE


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a grid."""

    cells: tuple[Cell, ...]
    is_heading: bool = False
    is_deleted: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; widths are shares of the page's width."""

    widths: tuple[float, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph outside the tables."""

    text: str
    level: Level = Level.BODY


@dataclass(frozen=True, slots=True)
class TextBox:
    """A box that floats beside the text."""

    lines: tuple[str, ...]


Block = Text | Grid | TextBox

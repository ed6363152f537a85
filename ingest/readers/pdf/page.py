"""One page of a PDF as the rest of this package sees it: characters, rules, fills, pictures, links, notes and fields.

Whatever reads the file turns each page into a ``Page``; nothing after that knows where it came from. Lengths are in
points, counted from the top left of the page as a person holds it to read (ISO 32000-1, 8.3.2.3, turned over).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TypeAlias


# Not frozen, though nobody changes one: a frozen one takes three times as long to make, and there are very many.
@dataclass(slots=True, unsafe_hash=True)
class Box:
    """An upright rectangle on a page."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """Its width, never negative."""
        return max(0.0, self.x1 - self.x0)

    @property
    def height(self) -> float:
        """Its height, never negative."""
        return max(0.0, self.bottom - self.top)

    @property
    def area(self) -> float:
        """Its area."""
        return self.width * self.height

    @property
    def centre(self) -> tuple[float, float]:
        """The point in its middle."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    def holds(self, point: tuple[float, float], slack: float = 0.0) -> bool:
        """Whether ``point`` lies in it or at most ``slack`` outside."""
        x, y = point
        return self.x0 - slack <= x <= self.x1 + slack and self.top - slack <= y <= self.bottom + slack

    def shared(self, other: Box) -> float:
        """Return the area the two have in common."""
        width = min(self.x1, other.x1) - max(self.x0, other.x0)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return width * height if width > 0 and height > 0 else 0.0


def surround(boxes: list[Box]) -> Box:
    """Return the smallest box around all of ``boxes``, of which there must be one at least."""
    first = boxes[0]
    if len(boxes) == 1:
        return first
    x0, top, x1, bottom = first.x0, first.top, first.x1, first.bottom
    for box in boxes:
        if box.x0 < x0:  # noqa: PLR1730 - calling min takes longer
            x0 = box.x0
        if box.top < top:  # noqa: PLR1730 - calling min takes longer
            top = box.top
        if box.x1 > x1:  # noqa: PLR1730 - calling min takes longer
            x1 = box.x1
        if box.bottom > bottom:  # noqa: PLR1730 - calling min takes longer
            bottom = box.bottom
    return Box(x0, top, x1, bottom)


ASKEW = 45
"""Stands for every angle that is not a quarter of a turn."""
UPRIGHT_WITHIN = 10.0
"""Degrees by which a line of text may lean and still count as straight."""


def turn_of(a: float, b: float) -> int:
    """Return by how much text is turned clockwise whose matrix on the page as shown begins ``a b`` (8.3.3)."""
    degrees = math.degrees(math.atan2(b, a)) % 360
    quarter = round(degrees / 90) * 90
    return quarter % 360 if abs(degrees - quarter) <= UPRIGHT_WITHIN else ASKEW


Way: TypeAlias = tuple[int, ...]
"""The place of an element in a document's structure tree: which child to take at each step from the root."""


@dataclass(frozen=True, slots=True)
class Tag:
    """What a tagged PDF says of some content of a table: its places in the structure tree (ISO 32000-1, 14.8.4.3)."""

    table: Way
    row: Way
    cell: Way
    rowspan: int = 1
    colspan: int = 1
    paragraph: Way | None = None
    """The paragraph or list item in the cell, None where the tree has neither."""


INVISIBLE, SWITCHED_OFF = -1, -2
"""The layers of what is drawn so that it never shows, and of what is on a layer that the document does not show."""


# Not frozen, though nobody changes one: a frozen one takes three times as long to make, and there are very many.
@dataclass(slots=True, unsafe_hash=True)
class Glyph:
    """One drawn character (or ligature, already as plain letters), or several drawn right after each other."""

    text: str
    box: Box
    baseline: float
    """Where the line it was written on lies: a height for upright text, an x for text turned by 90 or 270."""
    size: float
    font: str
    color: str | None
    """As "#RRGGBB"; None where the colour is a pattern."""
    turn: int = 0
    """0, 90, 180 or 270: by how much it is turned clockwise against upright; ``ASKEW`` for other angles."""
    tag: Tag | None = None
    """The cell the document says it belongs to, if it says so."""
    layer: int = 0
    """How many areas that cover what lies below had been painted before it; or ``INVISIBLE`` or ``SWITCHED_OFF``."""


SEEN = "seen"
"""Stands for the font of words read from a picture: how wide each of them is can only be guessed."""


def along(glyph: Glyph) -> tuple[float, float]:
    """Return where ``glyph`` starts and ends in its own direction of writing."""
    box = glyph.box
    match glyph.turn:
        case 90:
            return box.top, box.bottom
        case 270:
            return -box.bottom, -box.top
        case 180:
            return -box.x1, -box.x0
        case _:
            return box.x0, box.x1


TYPED = "typed"
"""Stands for the font of words typed into form fields or onto the page, which have no drawn characters."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight thin stroke along one axis."""

    at: float
    """Its height if it lies, its x if it stands."""
    start: float
    end: float
    thickness: float
    color: str | None

    @property
    def length(self) -> float:
        """How long it is."""
        return self.end - self.start


SHADED = "#BFBFBF"
"""What the fast engine gives for the colour of most patterns."""


@dataclass(frozen=True, slots=True)
class Fill:
    """A painted area."""

    box: Box
    color: str


@dataclass(frozen=True, slots=True)
class Picture:
    """An image drawn on the page; it is never decoded."""

    box: Box
    name: str


@dataclass(frozen=True, slots=True)
class Link:
    """An area that leads to an address."""

    box: Box
    url: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A note somebody put on the page with a PDF program."""

    box: Box
    text: str
    author: str
    date: str
    is_typed_on_page: bool = False
    """True for free text, which stands on the page as if written there; False for a comment beside it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A form field that has been filled in."""

    box: Box
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page, turned so that most of its text is upright."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...] = ()
    lying: tuple[Rule, ...] = ()
    """Rules from left to right."""
    standing: tuple[Rule, ...] = ()
    """Rules from top to bottom."""
    fills: tuple[Fill, ...] = ()
    """In the order they were painted."""
    dots: tuple[Box, ...] = ()
    """Small round areas, which may be bullets."""
    pictures: tuple[Picture, ...] = ()
    links: tuple[Link, ...] = ()
    remarks: tuple[Remark, ...] = ()
    entries: tuple[Entry, ...] = ()
    struck: tuple[Box, ...] = ()
    """Areas whose words somebody struck out with a PDF program."""
    drawn: int = 0
    """How many characters the fast engine gave for it, before any was set aside; 0 where another drew it."""
    stamped: tuple[Glyph, ...] = ()
    """Characters of small watermarks, told from the others."""
    hidden: tuple[Glyph, ...] = ()
    """Characters that do not show: drawn invisibly, in the colour of the paper, or painted over."""
    is_scan: bool = False
    """Whether it is a picture of a page with some words on it, and more is written in the picture."""
    sheet: int | None = None
    """The number of the sheet it is printed on where sheets hold two pages; None where each page is a sheet."""

    @property
    def in_file(self) -> int:
        """The number by which whoever opens the file finds it."""
        return self.number if self.sheet is None else self.sheet

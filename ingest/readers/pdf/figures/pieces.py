"""Lines in pieces: what stands together on a line of a table, and whether it is a figure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.readers.pdf.marks.letters import LEADER
from ingest.readers.pdf.text.gutters import NARROWEST_TYPED, WIDE, is_typed

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from ingest.readers.pdf.text.lines import Line
    from ingest.readers.pdf.text.words import Word

FIGURE = re.compile(
    r"^(?:[(\[<>~±≈£$€+\u2212\u2013-]\s?)*\d[\d.,\s'\u2019/\u2013-]*\s?%?(?:[a-z*†‡]|\(\w{1,2}\))?[)\]]?$"
)
NUMBER = re.compile(r"^[+\u2212\u2013-]?\d(?:[\d.,]*\d)?%?$")
FIRST_DIGITS = re.compile(r"^[(+\u2212\u2013-]?\d{1,3}$")
MORE_DIGITS = re.compile(r"^\d{3}(?:[.,]\d+)?%?\)?$")
"""The first and the further groups of a number written with spaces: 12 345,6."""
NO_FIGURE = frozenset(
    {
        "-",
        "\u2013",
        "\u2014",
        "\u2212",
        ":",
        "..",
        "...",
        "\u2026",
        "n/a",
        "N/A",
        "n.a.",
        "x",
        "*",
        ".",
        "nil",
        "c",
        "z",
    }
)
"""What statistical offices write where there is no figure to give."""
YEAR = re.compile(r"^(?:19|20)\d\d(?:\s?[-/\u2013]\s?\d{2,4})?(?:[a-z*]|\s?\(\w{1,2}\))?$")
"""With the mark of a note."""
UNIT = re.compile(r"^(?:%|[€£$]\s?(?:m|bn|000s?)?|\(.*\))$")
CURRENCIES = frozenset("$€£")
TOUCHING = 0.1
"""What stands nearer, in font sizes, is set close: the raised mark of a note."""
NEAR_FIGURE = 0.5
"""Next to a figure a gap of this many font sizes parts two columns; between groups of a figure's digits it is half."""
DOTS = re.compile(r"^[.\u2026]+$")
FEWEST_DOTS = 3
DOT_NEAR = 1.5
"""Dots that lead from a label to its figures are set together, or so many with spaces this wide at most.

Where the space before them is wider, they stand for a figure that is not there.
"""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of one line that stand together."""

    words: tuple[Word, ...]
    text: str
    """Without the dots that lead to what follows."""
    n_dots: int = 0
    """How many of the words at its end are such dots."""

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.words[0].box.x0

    @property
    def x1(self) -> float:
        """Where it ends, the dots that lead on from there left out."""
        return self.words[-1 - self.n_dots].box.x1

    @property
    def is_figure(self) -> bool:
        """Whether it is a number, or a sign that stands for a missing one."""
        return is_figure(self.text) or all(is_figure(word.text) for word in self.words)

    @property
    def is_unit(self) -> bool:
        """Whether it says below a heading what is counted."""
        return UNIT.match(self.text) is not None

    @property
    def is_year(self) -> bool:
        """Whether it is a year, as columns are headed by."""
        return YEAR.match(self.text) is not None


def find_pieces(line: Line) -> tuple[Piece, ...]:
    """Return the pieces of ``line`` from left to right."""
    leaders = _leaders(line)
    near = NARROWEST_TYPED if is_typed(line.words[0].font) else NEAR_FIGURE
    groups: list[list[Word]] = [[line.words[0]]]
    for left, right in pairwise(line.words):
        is_parted = right.box.x0 - left.box.x1 > _widest_space(left.text, right.text, near) * line.size
        if id(right) not in leaders and (is_parted or id(left) in leaders):
            groups.append([])
        groups[-1].append(right)
    return tuple(make_piece(group, leaders) for group in _with_currency(groups))


def make_piece(words: Sequence[Word], leaders: Container[int] = ()) -> Piece:
    """Return ``words``, side by side on one line, as a piece; ``leaders`` are those that only lead to what follows."""
    n_dots = sum(id(word) in leaders for word in words[1:])
    return Piece(tuple(words), " ".join(word.text for word in words[: len(words) - n_dots]), n_dots)


def _leaders(line: Line) -> frozenset[int]:
    """Return which words of ``line`` are rows of dots that lead from a label to what belongs to it."""
    if "." not in line.text and "\u2026" not in line.text:
        return frozenset()
    found: list[Word] = []
    run: list[Word] = []
    before: Word | None = None
    for word in line.words:
        is_far = before is not None and word.box.x0 - before.box.x1 > DOT_NEAR * line.size
        before = word
        if not DOTS.match(word.text) or is_far:
            run = []
        if DOTS.match(word.text) and (run or not is_far):
            run.append(word)
            if LEADER.fullmatch(word.text) or len(run) == FEWEST_DOTS:
                found.extend(run)
            elif len(run) > FEWEST_DOTS:
                found.append(word)
    return frozenset(map(id, found))


def _widest_space(left: str, right: str, near: float) -> float:
    """Return how far two words of one piece may stand apart, ``near`` beside a figure.

    Two numbers are one only as groups of its digits.
    """
    if NUMBER.match(left) and NUMBER.match(right) and not (FIRST_DIGITS.match(left) and MORE_DIGITS.match(right)):
        return TOUCHING
    return near if is_figure(left) or is_figure(right) else WIDE


def _with_currency(groups: list[list[Word]]) -> list[list[Word]]:
    """Return ``groups`` with the sign of a currency, which may stand far left, joined to its amount."""
    joined = [groups[0]]
    for group in groups[1:]:
        if joined[-1][-1].text in CURRENCIES and is_figure(group[0].text):
            joined[-1].extend(group)
        else:
            joined.append(group)
    return joined


def is_figure(text: str) -> bool:
    """Whether ``text`` is a number, or a sign that stands for a missing one."""
    return text in NO_FIGURE or FIGURE.match(text) is not None

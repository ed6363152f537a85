"""Lines in pieces: what stands together on a line of a table, and whether it is a figure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.readers.pdf.gutters import WIDE

if TYPE_CHECKING:
    from ingest.readers.pdf.lines import Line
    from ingest.readers.pdf.words import Word

FIGURE = re.compile(r"^[(\[<>~±≈£$€+\u2212\u2013-]*\d[\d.,\s'\u2019/]*\s?%?(?:[a-z*†‡]|\(\w{1,2}\))?[)\]]?$")
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
YEAR = re.compile(r"^(?:19|20)\d\d(?:\s?[-/\u2013]\s?\d{2,4})?[a-z*]?$")
NEAR_FIGURE = 0.5
"""Next to a figure a gap of this many font sizes parts two columns; between groups of a figure's digits it is half."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of one line that stand together."""

    words: tuple[Word, ...]
    text: str

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.words[0].box.x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.words[-1].box.x1

    @property
    def is_figure(self) -> bool:
        """Whether it is a number, or a sign that stands for a missing one."""
        return self.text in NO_FIGURE or FIGURE.match(self.text) is not None

    @property
    def is_year(self) -> bool:
        """Whether it is a year, as columns are headed by."""
        return YEAR.match(self.text) is not None


def find_pieces(line: Line) -> tuple[Piece, ...]:
    """Return the pieces of ``line`` from left to right."""
    groups: list[list[Word]] = [[line.words[0]]]
    for left, right in pairwise(line.words):
        gap = right.box.x0 - left.box.x1
        is_by_figure = _is_figure(left.text) or _is_figure(right.text)
        if gap > (NEAR_FIGURE if is_by_figure else WIDE) * line.size:
            groups.append([])
        groups[-1].append(right)
    return tuple(Piece(tuple(group), " ".join(word.text for word in group)) for group in groups)


def _is_figure(text: str) -> bool:
    return text in NO_FIGURE or FIGURE.match(text) is not None

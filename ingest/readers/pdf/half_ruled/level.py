"""Tables with a level rule between every two rows and no upright ones: what stands between two of their rules."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, pairwise
from statistics import median
from typing import TYPE_CHECKING

from ingest.readers.pdf.half_ruled.cards import part_cards
from ingest.readers.pdf.page import Box
from ingest.readers.pdf.ruled.rules import DASH, ONE_RULE, SHORTEST, join_rules
from ingest.readers.pdf.text.captions import CAPTION
from ingest.readers.pdf.text.gutters import chunks
from ingest.readers.pdf.text.lines import Line, find_lines
from ingest.readers.pdf.text.titles import LONGEST, is_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ingest.readers.pdf.page import Page, Rule
    from ingest.readers.pdf.text.words import Word

LONG = 0.4
"""The rules of such a table are at least this part of the page's width long."""
SAME_ENDS = 3.0
"""Rules of one table begin and end alike to this, in points, those on its later pages too."""
FEWEST_RULES = 2
FEWEST_TITLES = FEWEST_ROWS = 2
TALLEST_BLANK = 2.5
SAME_HEIGHT = 1.2
"""What is empty between two rules is a row without words if no higher than so many font sizes, or than a low row."""
FULL = 0.7
FEWEST_OF_TEXT = 2
"""So many lines without a gap that fill this part of the width are text, and no row over all columns."""
SAME_SIZE = 0.2
APART = 0.5
"""Text between two tables keeps so many font sizes more room to the rule above it than rows do."""
DIGIT = re.compile(r"\d")
NUMBERED = re.compile(r"^[A-Z][a-z]+ \d{1,3}[.):]")
"""How a row begins that is called by its number ("Recommendation 4: "); each heading may have a bare one."""


@dataclass(frozen=True)
class Band:
    """What stands between two level rules that begin and end alike."""

    page: int
    top: float
    bottom: float
    sides: tuple[float, float]
    """Where its rules begin and end."""
    lines: tuple[Line, ...]
    edges: tuple[float, ...]
    """Where the pieces of its own rules that are no dashes begin or end: edges of its cells."""
    ends: tuple[float, ...] = ()
    """Where shorter rules in it begin or end, beside cells merged downwards: edges of some of its cells."""
    follows: bool = False
    """Whether it is the heading row of a table below another whose rows its rules part, or right below any other."""

    is_card: bool = False
    """Whether it is the first row of a card."""

    @cached_property
    def text(self) -> str:
        """All its words."""
        return " ".join(line.text for line in self.lines)

    @cached_property
    def n_figures(self) -> int:
        """How many of its words have digits."""
        return sum(DIGIT.search(word.text) is not None for line in self.lines for word in line.words)

    @cached_property
    def is_heading(self) -> bool:
        """Whether it is worded as the headings of a return or a plan, and no longer, and has no number as a row has."""
        if self.lines and NUMBERED.match(self.lines[0].text):
            return False
        cells = [chunks(line) for line in self.lines]
        titles = sum(is_title(" ".join(word.text for word in cell)) for line in cells for cell in line)
        n_words = sum(len(line.words) for line in self.lines)
        return titles >= FEWEST_TITLES and n_words <= LONGEST * max(map(len, cells))


def find_stretches(page: Page, words: Sequence[Word], borders: Sequence[Rule]) -> list[tuple[Band, ...]]:
    """Return the bands of ``page`` that follow each other; each heading row begins a stretch, and so does a gap.

    ``borders`` are the lying rules that are not under or through words. Where upright rules stand nothing is found.
    """
    found: list[tuple[Band, ...]] = []
    long = long_rules(page, borders)
    for rules in _alike(long):
        between = (Box(rules[0].start, upper.at, rules[0].end, lower.at) for upper, lower in pairwise(rules))
        if not any(has_sides(page, box, SAME_ENDS) for box in between):
            bands = _bands(page, words, rules, borders)
            for is_whole, run in groupby(bands, key=lambda band: not _is_parted(band, long)):
                found.extend(_tables(list(run)) if is_whole else ())
    return found


def _is_parted(band: Band, rules: Sequence[Rule]) -> bool:
    """Whether one of ``rules`` runs through ``band`` and on: its own part rows of a wider table beside merged cells."""
    left, right = band.sides
    within = (rule for rule in rules if band.top + ONE_RULE < rule.at < band.bottom - ONE_RULE)
    return any(rule.start < left + SAME_ENDS and right - SAME_ENDS < rule.end for rule in within)


def long_rules(page: Page, borders: Sequence[Rule]) -> list[Rule]:
    """Return those of the lying rules ``borders`` that may part rows, their pieces joined, from top to bottom."""
    return [rule for rule in join_rules(borders) if rule.length >= LONG * page.width]


def _alike(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Return ``rules``, from top to bottom, those that begin and end alike together."""
    groups: list[list[Rule]] = []
    for rule in rules:
        home = next((group for group in groups if is_alike((rule.start, rule.end), _ends(group[0]))), None)
        if home is None:
            groups.append(home := [])
        home.append(rule)
    return [group for group in groups if len(group) >= FEWEST_RULES]


def is_alike(first: tuple[float, float], second: tuple[float, float]) -> bool:
    """Whether two rules or tables begin and end alike."""
    return all(abs(one - other) < SAME_ENDS for one, other in zip(first, second, strict=True))


def _ends(rule: Rule) -> tuple[float, float]:
    return rule.start, rule.end


def _bands(page: Page, words: Sequence[Word], rules: Sequence[Rule], pieces: Sequence[Rule]) -> list[Band]:
    left, right = _ends(rules[0])
    inside = [word for word in words if left <= word.box.centre[0] <= right and not word.turn]
    bands = []
    for upper, lower in pairwise(rules):
        held = [word for word in inside if upper.at < word.box.centre[1] < lower.at]
        short = [rule for rule in pieces if rule.length > DASH and upper.at - ONE_RULE < rule.at < lower.at + ONE_RULE]
        own = [rule for rule in short if min(rule.at - upper.at, lower.at - rule.at) < ONE_RULE]
        inner = [rule for rule in short if rule not in own]
        edges, ends = (
            tuple(end for rule in each for end in _ends(rule) if left + SAME_ENDS < end < right - SAME_ENDS)
            for each in (own, inner)
        )
        bands.append(Band(page.number, upper.at, lower.at, (left, right), find_lines(held), edges, ends))
    return bands


def has_sides(page: Page, box: Box, reach: float) -> bool:
    """Whether upright rules stand in ``box``, or within ``reach`` of its sides: a table with all its rules.

    Word draws a corner where rules of cells meet, also where none of them is upright.
    """
    near = [
        rule
        for rule in page.standing
        if box.x0 - reach < rule.at < box.x1 + reach and rule.start < box.bottom - 1 and rule.end > box.top + 1
    ]
    return any(rule.length >= SHORTEST for rule in near) or bool(join_rules(near))


def _tables(bands: Sequence[Band]) -> Iterator[tuple[Band, ...]]:
    """Yield ``bands`` cut where one table ends and another begins."""
    cards = part_cards(bands)
    for card in cards:
        yield (replace(card[0], is_card=True), *card[1:])
    if not cards:
        yield from _stretches(bands)


def _stretches(bands: Sequence[Band]) -> Iterator[tuple[Band, ...]]:
    """Yield ``bands`` cut before each heading row; what stands between two tables is left out."""
    sizes = Counter(round(line.size, 1) for band in bands for line in band.lines)
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    room = median(_room(band) for band in bands if band.lines) if sizes else 0.0
    lowest = min((band.bottom - band.top for band in bands if band.lines), default=0.0)
    tallest = max(TALLEST_BLANK * size, SAME_HEIGHT * lowest)
    inside: list[Band] = []
    is_told = False
    for band, below in zip(bands, [*bands[1:], None], strict=True):
        is_gap = _is_between(band, room + APART * size) if band.lines else band.bottom - band.top > tallest
        is_caption = below is not None and _is_heading(below, inside) and is_across(band)
        if is_caption and not (is_gap or inside) and _is_row(band, size, tallest):
            inside = [band]
        elif is_gap or is_caption:
            yield from _whole(inside)
            is_told = is_told or _has_rows(inside)
            inside = []
        elif _is_heading(band, inside):
            titled = len(inside) == 1 and is_across(inside[0])
            yield from () if titled else _whole(inside)
            is_told = is_told or bool(inside and not titled)
            inside = [*(inside if titled else ()), replace(band, follows=is_told)]
        else:
            inside.append(band)
    yield from _whole(inside)


def _is_row(band: Band, size: float, tallest: float) -> bool:
    """Whether ``band`` is no higher than ``tallest``, and its words of the ``size`` of most: a title in the table."""
    is_usual = all(abs(line.size - size) < SAME_SIZE for line in band.lines)
    return bool(band.lines) and is_usual and band.bottom - band.top <= tallest


def heading_of(stretch: Sequence[Band]) -> Band:
    """Return the heading row of a table, which may stand below a title over all columns; without one the first row."""
    return stretch[1] if len(stretch) > 1 and stretch[1].is_heading and is_across(stretch[0]) else stretch[0]


def _has_rows(bands: Sequence[Band]) -> bool:
    """Whether ``bands`` are rows of a table without headings, such as that of the particulars."""
    return sum(bool(band.lines) for band in bands) >= FEWEST_ROWS and not bands[0].is_heading


def _whole(bands: Sequence[Band]) -> Iterator[tuple[Band, ...]]:
    if any(band.lines for band in bands):
        yield tuple(bands)


def _is_heading(band: Band, inside: Sequence[Band]) -> bool:
    """Whether ``band`` begins a table: it is worded as headings, or the same as the first row ``inside``."""
    return band.is_heading or (bool(band.lines and inside) and band.text == inside[0].text)


def _room(band: Band) -> float:
    return band.lines[0].box.top - band.top


def _is_between(band: Band, room: float) -> bool:
    """Whether ``band`` holds a caption, or text as wide as the rules with more than ``room`` above it: no row."""
    width = band.sides[1] - band.sides[0]
    full = sum(line.box.width >= FULL * width and len(chunks(line)) == 1 for line in band.lines)
    is_text = full >= FEWEST_OF_TEXT and _room(band) > room
    return is_text or any(CAPTION.match(line.text) for line in band.lines)


def is_across(band: Band) -> bool:
    """Whether ``band`` is no row of several cells: a title over all columns, text, or room between two tables."""
    return all(len(chunks(line)) == 1 for line in band.lines)

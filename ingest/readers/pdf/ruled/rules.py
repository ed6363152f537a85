"""The rules of a page as an eye sees them: pieces joined, doubled strokes one, those of words set apart."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ingest.readers.pdf.marks.cutting import THROUGH
from ingest.readers.pdf.page import Rule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from ingest.readers.pdf.text.words import Word

ONE_RULE = 3.5
"""Strokes this near to each other and alongside are one border: a double rule, or two cells' own outlines."""
GAP = 4.5
"""A border may be broken by this much, at a corner or between the outlines of neighbours, and still be one."""
DASH_GAP = 7.0
"""Between short strokes the gaps of a dashed border may be this wide."""
DASH = 15.0
"""A stroke up to this long may be a dash."""
SHORTEST = 6.0
"""What is shorter, once joined, is no side of a cell that could hold a line of writing."""
MOST_RULES = 4000
"""A page with more is a drawing; the longest are kept, so that the time taken stays bounded."""
ALONGSIDE = 0.85
"""A stroke that words cover to this part, and that ends where they end, belongs to the words."""
ENDS_WITH_WORDS = 2.0
UNDER = (-0.05, 0.24)
"""Where an underline lies: from the baseline down, in parts of the font size."""
SAME_HEIGHT, MEETING = 0.3, 0.5
"""Pieces of one rule lie this level, and this near to each other, in points."""


@dataclass(frozen=True, slots=True)
class Decorations:
    """The lying rules of a page, told apart."""

    borders: tuple[Rule, ...]
    struck: frozenset[int]
    """Which words, by their place in the sequence given, are struck out."""


def set_apart_decorations(lying: Sequence[Rule], words: Sequence[Word]) -> Decorations:
    """Tell rules that border cells from those under or through some of ``words``.

    A rule under words that others go on from is a border: programs draw that of each cell by itself.
    """
    upright = _Upright(words)
    level = sorted(lying, key=lambda rule: rule.at)
    borders: list[Rule] = []
    struck: set[int] = set()
    for rule in lying:
        through = upright.at(rule, THROUGH)
        if _belongs_to(rule, through.values()):
            struck.update(through)
        elif not all(_belongs_to(each, upright.at(each, UNDER).values()) for each in _alone_and_whole(rule, level)):
            borders.append(rule)
    return Decorations(tuple(borders), frozenset(struck))


class _Upright:
    """The upright words of a page, quick to ask which lie at a rule."""

    def __init__(self, words: Sequence[Word]) -> None:
        """Sort ``words`` by the line they stand on."""
        upright = ((word.baseline, number, word) for number, word in enumerate(words) if word.turn == 0)
        self._words = sorted(upright, key=lambda each: each[:2])
        self._baselines = [baseline for baseline, _number, _word in self._words]
        self._largest = max((word.size for _baseline, _number, word in self._words), default=0.0)

    def at(self, rule: Rule, zone: tuple[float, float]) -> dict[int, Word]:
        """Return the words that ``rule`` lies along, in this ``zone`` of their size, by their place in the sequence."""
        first = bisect_left(self._baselines, rule.at - zone[1] * self._largest)
        last = bisect_right(self._baselines, rule.at - zone[0] * self._largest)
        near = ((number, word) for _baseline, number, word in self._words[first:last])
        return {number: word for number, word in near if _is_over(rule, word) and _lies(rule, word, zone)}


def _alone_and_whole(rule: Rule, others: Sequence[Rule]) -> Iterator[Rule]:
    """Yield ``rule``, and then as it is with those of ``others``, given by their height, that go on from its ends."""
    yield rule
    first = bisect_left(others, rule.at - SAME_HEIGHT, key=lambda each: each.at)
    last = bisect_right(others, rule.at + SAME_HEIGHT, key=lambda each: each.at)
    level = sorted(others[first:last], key=lambda each: each.start)
    whole = rule
    for each in level:
        if whole.end <= each.end <= whole.end + each.length + _widest_meeting(each):
            whole = replace(whole, end=each.end)
    for each in reversed(level):
        if whole.start >= each.start >= whole.start - each.length - _widest_meeting(each):
            whole = replace(whole, start=each.start)
    yield whole


def _widest_meeting(piece: Rule) -> float:
    return DASH_GAP if piece.length <= DASH else MEETING


def _is_over(rule: Rule, word: Word) -> bool:
    middle = word.box.centre[0]
    return rule.start - ENDS_WITH_WORDS <= middle <= rule.end + ENDS_WITH_WORDS


def _lies(rule: Rule, word: Word, zone: tuple[float, float]) -> bool:
    return zone[0] * word.size <= rule.at - word.baseline <= zone[1] * word.size


def _belongs_to(rule: Rule, words: Collection[Word]) -> bool:
    if not words:
        return False
    start, end = min(word.box.x0 for word in words), max(word.box.x1 for word in words)
    space = 0.35 * max(word.size for word in words)
    covered = min(end, rule.end) - max(start, rule.start)
    reaches = start - ENDS_WITH_WORDS <= rule.start and rule.end <= end + ENDS_WITH_WORDS + space
    return reaches and covered >= ALONGSIDE * rule.length


def join_rules(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return ``rules``, all of one direction, with pieces of one border joined and doubled borders made one."""
    joined: list[Rule] = []
    for bundle in _bundles(rules):
        joined.extend(_join_pieces(bundle))
    long = [rule for rule in joined if rule.length >= SHORTEST]
    if len(long) > MOST_RULES:
        long = sorted(long, key=lambda rule: -rule.length)[:MOST_RULES]
    return tuple(sorted(long, key=lambda rule: (rule.at, rule.start)))


def _bundles(rules: Iterable[Rule]) -> list[list[Rule]]:
    """Return rules in bundles that lie within the width of one border."""
    bundles: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if not bundles or rule.at - bundles[-1][0].at > ONE_RULE:
            bundles.append([])
        bundles[-1].append(rule)
    return bundles


def _join_pieces(bundle: Sequence[Rule]) -> list[Rule]:
    pieces: list[Rule] = []
    for rule in sorted(bundle, key=lambda rule: rule.start):
        last = pieces[-1] if pieces else None
        if last is not None and rule.start - last.end <= _widest_gap(last, rule):
            longer = last if last.length >= rule.length else rule
            pieces[-1] = replace(last, at=longer.at, end=max(last.end, rule.end))
        else:
            pieces.append(rule)
    return pieces


def _widest_gap(left: Rule, right: Rule) -> float:
    return DASH_GAP if right.length <= DASH or left.length <= DASH else GAP

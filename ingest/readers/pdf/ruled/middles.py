"""The middle of a row that fills a page: browsers draw only its sides there, neither a top nor a bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.readers.pdf.page import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TOUCH = 4.0
"""A rule that comes this near to another meets it."""
SAME_END = 1.0
FEWEST_SIDES = 3
TALLEST_PART = 0.6
"""Sides of a row reach over at least this part of the page; shorter rules without any that cross them are a drawing."""


def close_middles(lying: Sequence[Rule], standing: Sequence[Rule], height: float) -> Iterator[Rule]:
    """Yield the top and bottom that such a row would have on a page of this ``height``."""
    tall = [rule for rule in standing if rule.length >= TALLEST_PART * height and not _is_met(rule, lying)]
    sides = [rule for rule in tall if _ends_as(rule, tall[0])]
    if len(sides) < FEWEST_SIDES or len(sides) < len(tall):
        return
    left, right = min(rule.at for rule in sides), max(rule.at for rule in sides)
    for end in (sides[0].start, sides[0].end):
        yield Rule(end, left, right, sides[0].thickness, sides[0].color)


def _is_met(upright: Rule, lying: Sequence[Rule]) -> bool:
    return any(
        upright.start - TOUCH <= level.at <= upright.end + TOUCH
        and level.start - TOUCH <= upright.at <= level.end + TOUCH
        for level in lying
    )


def _ends_as(rule: Rule, other: Rule) -> bool:
    return abs(rule.start - other.start) <= SAME_END and abs(rule.end - other.end) <= SAME_END

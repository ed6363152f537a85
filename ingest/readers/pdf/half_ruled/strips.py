"""A painted strip above a table with level rules only: its heading row, whose edges part rows as rules do."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ingest.readers.pdf.half_ruled.level import has_sides, is_alike, long_rules
from ingest.readers.pdf.marks.colors import is_paper
from ingest.readers.pdf.page import Box, Rule, surround

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ingest.readers.pdf.page import Page

TALLEST = 60.0
"""Points; a heading of four lines is no taller."""
SAME_EDGE = 1.0
"""The areas of neighbouring cells begin and end at the same height, to this much, and leave no more between them."""
NEAR_RULE = 3.5
"""An edge this near to a rule is that rule."""
FEWEST_RULES = 2


def edges_of_strips(page: Page, borders: Sequence[Rule]) -> tuple[Rule, ...]:
    """Return the upper and lower edges of painted strips of ``page``, as rules, where ``borders`` below are as long."""
    rules = long_rules(page, borders)
    if len(rules) < FEWEST_RULES:
        return ()
    found: list[Rule] = []
    for strip in _strips(page):
        alike = [rule.at for rule in rules if is_alike((rule.start, rule.end), (strip.x0, strip.x1))]
        is_above = len(alike) >= FEWEST_RULES and strip.bottom < min(alike) + NEAR_RULE
        if is_above and not has_sides(page, strip, NEAR_RULE):
            edges = (at for at in (strip.top, strip.bottom) if min(abs(at - other) for other in alike) > NEAR_RULE)
            found.extend(Rule(at, strip.x0, strip.x1, 0.0, None) for at in edges)
    return tuple(found)


def _strips(page: Page) -> Iterator[Box]:
    """Yield the painted areas that stand side by side without a gap, put together."""
    rows: dict[tuple[int, int], list[Box]] = defaultdict(list)
    for fill in page.fills:
        if not is_paper(fill.color) and fill.box.height <= TALLEST:
            rows[round(fill.box.top), round(fill.box.bottom)].append(fill.box)
    for boxes in rows.values():
        strip = surround(boxes)
        if sum(box.width for box in boxes) >= strip.width - SAME_EDGE * len(boxes):
            yield strip

"""Where the rules of a page end: within letters, that strikes out a part of a word."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from ingest.readers.pdf.marks.cutting import THROUGH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.readers.pdf.page import Rule


class RuleEnds:
    """The lying rules of a page, quick to ask where one ends."""

    def __init__(self, lying: Sequence[Rule]) -> None:
        """Sort ``lying`` by height."""
        self._rules = sorted(lying, key=lambda rule: rule.at)
        self._at = [rule.at for rule in self._rules]

    def through(self, baseline: float, size: float) -> Sequence[Rule]:
        """Return the rules that go through letters of ``size`` on ``baseline``: none as a rule."""
        first = bisect_left(self._at, baseline + THROUGH[0] * size)
        return self._rules[first : bisect_right(self._at, baseline + THROUGH[1] * size)]


def end_within(rules: Sequence[Rule], left: float, right: float) -> bool:
    """Whether one of ``rules`` ends between ``left`` and ``right``."""
    return any(left < end < right for rule in rules for end in (rule.start, rule.end))

"""How often the links the program made by itself were wrong, as far as people have said so."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from match.model import Choice, LinkedUpdate, Outcome

CONFIDENCE = 0.95
ENOUGH_LINKS = 100
"""Of fewer links the bound tells how few they are, not how good: with none wrong it is still 3 / made."""
_HALVINGS = 60
"""Each halves what is still possible; after these nothing that can be shown is left of it."""


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """How many links the program made, and how many of them people then changed."""

    made: int
    """A link that nobody changed counts as right, looked at or not."""
    changed: int

    @property
    def share(self) -> float:
        """The share of links changed, from 0 to 1."""
        return self.changed / self.made if self.made else 0.0

    @property
    def at_most(self) -> float:
        """The greatest true share of wrong links that this record is still to be expected of, at 95 %.

        The upper limit of Clopper and Pearson (1934), one-sided; where nothing was changed that is about 3 / made
        (the rule of three). 1 where the program made no link.
        """
        if self.changed >= self.made:
            return 1.0
        low, high = 0.0, 1.0
        for _ in range(_HALVINGS):
            share = (low + high) / 2
            low, high = (share, high) if self._chance(share) > 1 - CONFIDENCE else (low, share)
        return high

    def _chance(self, share: float) -> float:
        """Return how likely so few changed links are, or fewer, if ``share`` of all links are wrong."""
        wrong, right = math.log(share), math.log1p(-share)
        return math.fsum(
            math.exp(_log_of_choices(self.made, count) + count * wrong + (self.made - count) * right)
            for count in range(self.changed + 1)
        )


def _log_of_choices(total: int, chosen: int) -> float:
    return math.lgamma(total + 1) - math.lgamma(chosen + 1) - math.lgamma(total - chosen + 1)


def read_track_record(rows: Iterable[LinkedUpdate]) -> TrackRecord:
    """Return the record over the ``rows`` of all rounds.

    A decision that is remembered for later rows counts once. One put off says nothing, and neither does one about a
    row that the program had not linked.
    """
    made = changed = 0
    decided: set[str] = set()
    for row in rows:
        link, decision = row.link, row.link.decision
        if decision is None:
            made += link.outcome is Outcome.LINKED
        elif link.by_program and decision.choice is not Choice.LATER and decision.fingerprint not in decided:
            decided.add(decision.fingerprint)
            made += 1
            changed += set(link.by_program) != set(decision.ids)
    return TrackRecord(made, changed)

"""What the linker did with rows whose answer is known, by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from benchmarks.linking.rows import Case
from match.model import Link, Outcome


@dataclass(slots=True)
class Tally:
    """Counts over the rows of one kind."""

    rows: int = 0
    answerable: int = 0
    linked: int = 0
    wrong: int = 0
    right: int = 0
    in_five: int = 0
    first: int = 0
    called_off_list: int = 0

    def add(self, case: Case, link: Link) -> None:
        """Count one row."""
        self.rows += 1
        self.linked += link.outcome is Outcome.LINKED
        self.wrong += is_wrong(case, link)
        if case.truth:
            self.answerable += 1
            self.right += frozenset(link.ids) == case.truth
            shown = [each.id for each in link.candidates]
            self.first += bool(shown) and shown[0] in case.truth
            self.in_five += case.truth <= set(shown)
            self.called_off_list += link.outcome is Outcome.NOT_ON_LIST

    def line(self, name: str) -> str:
        """Return the counts as a line of the table."""
        shares = map(self._share, (self.right, self.first, self.in_five, self.called_off_list))
        return f"{name:34} {self.rows:6} {self.linked:6} {self.wrong:6}  {'  '.join(shares)}"

    def _share(self, part: int) -> str:
        return f"{100 * part / self.answerable:5.1f} %" if self.answerable else "      -"


HEADING = (
    f"{'':34} {'rows':>6} {'links':>6} {'wrong':>6}  {'covered':>7}  {'first':>7}  {'in five':>7}  {'off list':>7}"
)


def is_wrong(case: Case, link: Link) -> bool:
    """Whether a link names a recommendation the row is not about."""
    return not set(link.ids) <= case.truth


def tally(cases: Sequence[Case], links: Iterable[Link]) -> dict[StrEnum, Tally]:
    """Return the counts by kind, in the order of the kinds."""
    counts: dict[StrEnum, Tally] = defaultdict(Tally)
    for case, link in zip(cases, links, strict=True):
        counts[case.kind].add(case, link)
    kinds = {kind: None for case in cases for kind in type(case.kind)}
    return {kind: counts[kind] for kind in kinds if kind in counts}


def total(counts: Iterable[Tally]) -> Tally:
    """Return the sum of ``counts``."""
    summed = Tally()
    for each in counts:
        for name in Tally.__slots__:
            setattr(summed, name, getattr(summed, name) + getattr(each, name))
    return summed


def table(counts: dict[StrEnum, Tally]) -> str:
    """Return the counts as text, a line for each kind and one for all."""
    lines = [HEADING, *(each.line(kind.value) for kind, each in counts.items()), total(counts.values()).line("all")]
    return "\n".join(lines)

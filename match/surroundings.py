"""What the other rows of a document tell of one that has no words of its own: its agency, and where it may belong."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from match.folding import fold_agency
from match.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Known:
    """A linked row: its place in the document, its agency and its recommendation's position on the list."""

    place: int
    agency: str
    position: int


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The linked rows of one document."""

    known: tuple[Known, ...]
    claimed: frozenset[int]
    """Positions of the recommendations that some row is about."""
    agency: str
    """The agency of all linked rows; empty where they are of several, or none is linked."""

    def expected(self, place: int, agency: str) -> int | None:
        """Return where on the list a row would stand if the document kept the list's order; None if nothing tells."""
        own = [each for each in self.known if fold_agency(each.agency) == fold_agency(agency)]
        if not own:
            return None
        after = bisect([each.place for each in own], place)
        nearest = min(own[max(0, after - 1) : after + 1], key=lambda each: abs(each.place - place))
        return nearest.position + place - nearest.place


def read_surroundings(verdicts: Sequence[Verdict]) -> Surroundings:
    """Return what the linked rows among ``verdicts`` tell of the others."""
    known = tuple(
        Known(place, each.entries[0].recommendation.agency, each.entries[0].position)
        for place, each in enumerate(verdicts)
        if each.is_linked
    )
    claimed = frozenset(entry.position for each in verdicts for entry in each.entries)
    agencies = {each.agency for each in known}
    return Surroundings(known, claimed, agencies.pop() if len(agencies) == 1 else "")

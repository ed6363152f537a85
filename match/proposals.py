"""Whose return it is when nothing says so: the agency that its rows, linked by their words, belong to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from ingest.model import Finding, Level, Place
from match.model import LinkedUpdate, Outcome
from normalize.model import MasterList

FEWEST_LINKS = 2
"""One row may carry a recommendation that two agencies share."""
LEAST_SHARE = 0.9
"""Rows of a return may answer another agency's recommendation now and then, not one in five."""


@dataclass(frozen=True, slots=True)
class AgencyProposal:
    """A run of rows without an agency, and the agency their links speak for."""

    place: Place
    """Where the first of the rows stands."""
    agency: str
    links: int
    """How many of the rows are linked to that agency's recommendations."""
    rows: int
    named: str = ""
    """The agency the rows name, as written, which the list does not have; empty where they name none."""

    def as_finding(self) -> Finding:
        """Return the proposal as a sentence for the administrator."""
        unclear, advice = "nothing says whose rows these are.", "Please check."
        if self.named:
            unclear = f'"{self.named}" is no agency of the master list.'
            advice = "If that is its other name, add it under [agencies] in roundbook.toml."
        message = (
            f"{self.place}: {unclear} {self.links} of the {self.rows} rows are linked to recommendations for "
            f"{self.agency}, so they are counted as its return. {advice}"
        )
        return Finding(Level.CHECK, "agency-proposed", message, self.place)


def propose_agencies(updates: Iterable[LinkedUpdate], master: MasterList) -> tuple[AgencyProposal, ...]:
    """Return a proposal for each run of rows without an agency whose links agree on one.

    ``updates`` are in the order of documents and rows; rows that follow one another without an agency came together.
    """
    agency_of = {each.id: each.agency for each in master.recommendations}
    return tuple(_propose(updates, agency_of))


def _propose(updates: Iterable[LinkedUpdate], agency_of: dict[str, str]) -> Iterator[AgencyProposal]:
    for (_, agency), group in groupby(updates, key=lambda each: (each.document, each.agency)):
        rows = list(group)
        linked = [each for each in rows if each.link.outcome is Outcome.LINKED]
        counts = Counter(agency_of[id_] for each in linked for id_ in each.link.ids[:1])
        if agency or len(linked) < FEWEST_LINKS or not counts:
            continue
        most, count = counts.most_common(1)[0]
        if count >= LEAST_SHARE * len(linked):
            yield AgencyProposal(rows[0].place, most, count, len(rows), rows[0].agency_as_written)

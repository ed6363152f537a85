"""Linking rows to the master list: linked where the evidence proves it, to a person where it does not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from match.decisions import Decided
from match.document import judge
from match.evidence import TextEvidence, weigh
from match.index import Index, Indexed
from match.model import Candidate, Choice, Decision, Link, Outcome, Query
from match.numbering import carries_number_of
from match.ranking import Ranked, Ranking, pool_for
from match.reading import Row, read_row
from match.reasons import NOTHING_LIKE_IT, no_longer_listed, why_candidate, why_linked
from match.settings import LinkSettings
from match.signals import contradictions
from match.verdict import Case, Verdict
from normalize.model import MasterList

_NUMBER_BONUS = 0.05
"""How much the row's number lifts a candidate: it orders equals, and never outweighs words."""

_DEFAULTS = LinkSettings()


class Linker:
    """A master list made ready to have rows linked to it."""

    def __init__(self, master: MasterList, settings: LinkSettings = _DEFAULTS) -> None:
        self._settings = settings
        self._index = Index(master)
        self._ranking = Ranking(self._index)

    def link(self, queries: Sequence[Query], decisions: Sequence[Decision] = ()) -> tuple[Link, ...]:
        """Return one link for each of ``queries``, in their order; rows of one document are judged together."""
        decided = Decided(decisions, self._index)
        links: dict[int, Link] = {}
        for places in _by_document(queries):
            cases = [self._case(queries[place], decided) for place in places]
            verdicts = judge(cases, self._index, self._settings)
            links.update(zip(places, map(self._hand_on, verdicts), strict=True))
        return tuple(links[place] for place in range(len(queries)))

    def _case(self, query: Query, decided: Decided) -> Case:
        row = read_row(query)
        return Case(row, self._evidence(row), decided.about(row))

    def _evidence(self, row: Row) -> TextEvidence:
        return weigh(row, self._index, self._settings, self._allowed(row.query))

    def _allowed(self, query: Query) -> npt.NDArray[np.bool_]:
        """Return which recommendations neither the agency nor the kind rules out."""
        allowed = np.ones(len(self._index), np.bool_)
        if query.agency and query.agency_is_certain:
            allowed &= self._at(self._index.of_agency(query.agency)) | self._at(self._index.of_agency(""))
        if self._index.has_kind(query.kind):
            allowed &= self._at(self._index.of_kind(query.kind)) | self._at(self._index.of_kind(""))
        return allowed

    def _at(self, places: npt.NDArray[np.int32]) -> npt.NDArray[np.bool_]:
        marked = np.zeros(len(self._index), np.bool_)
        marked[places] = True
        return marked

    def _hand_on(self, verdict: Verdict) -> Link:
        """Return ``verdict`` as a link with its candidates and reasons."""
        candidates = self._candidates(verdict)
        if verdict.case.decision is not None:
            return _decided(verdict, verdict.case.decision, candidates)
        query_id = verdict.case.row.query.id
        score = candidates[0].score if candidates else 0.0
        if verdict.is_linked:
            ids = tuple(each.recommendation.id for each in verdict.entries)
            reasons = why_linked(verdict, self._index)
            return Link(query_id, Outcome.LINKED, ids, score, candidates, reasons)
        if self._is_off_the_list(verdict, score):
            return Link(query_id, Outcome.NOT_ON_LIST, (), score, candidates, (NOTHING_LIKE_IT,))
        return Link(query_id, Outcome.TO_CHECK, (), score, candidates, verdict.doubts)

    def _is_off_the_list(self, verdict: Verdict, score: float) -> bool:
        row = verdict.case.row
        if row.is_empty or (row.numbers and (row.says_nothing or self._numbered(row))):
            return False
        return row.says_nothing or score < 100 * self._settings.least_shared

    def _numbered(self, row: Row) -> list[Indexed]:
        """Return the recommendations that have the row's numbers, those of its kind first."""
        kinds = dict.fromkeys((row.query.kind, ""))
        found = [
            each
            for kind in kinds
            for number in row.numbers
            for each in self._index.numbered(row.query.agency, kind, number)
        ]
        return list({each.position: each for each in found}.values())

    def _candidates(self, verdict: Verdict) -> tuple[Candidate, ...]:
        """Return the recommendations a person should look at: linked ones, equal ones, then by likeness."""
        row = verdict.case.row
        first = [*verdict.entries, *(each.entry for each in verdict.case.evidence.verified)]
        ranked = self._ranked(row)
        likeness = {each.entry.position: each.likeness for each in ranked}
        ordered = {each.position: each for each in [*first, *(each.entry for each in ranked)]}
        shown = list(ordered.values())[: self._settings.candidates_shown]
        return tuple(
            Candidate(
                each.recommendation.id,
                round(100 * likeness.get(each.position, 0.0), 1),
                why_candidate(row, each, self._index),
            )
            for each in shown
        )

    def _ranked(self, row: Row) -> list[Ranked]:
        """Return the candidates by likeness; those the agency or the kind contradicts come last."""
        if row.says_nothing:
            return [Ranked(each, 0.0) for each in self._numbered(row)]
        preferred = np.flatnonzero(self._allowed(row.query)).tolist()
        ranked = self._ranking.rank(row, pool_for(row, self._index, self._settings.pool_size, preferred))
        lifted = [
            Ranked(each.entry, min(1.0, each.likeness + _NUMBER_BONUS * carries_number_of(row, each.entry)))
            for each in ranked
        ]
        return sorted(lifted, key=lambda each: (self._conflicts(row, each.entry), -each.likeness))

    def _conflicts(self, row: Row, entry: Indexed) -> int:
        return len(contradictions(row.query, entry.recommendation, self._index))


def _by_document(queries: Sequence[Query]) -> Iterable[list[int]]:
    """Return the places of the rows that came together; a row of unknown document stands alone."""
    together: dict[str, list[int]] = defaultdict(list)
    alone: list[list[int]] = []
    for place, query in enumerate(queries):
        if query.document:
            together[query.document].append(place)
        else:
            alone.append([place])
    return [*together.values(), *alone]


def _decided(verdict: Verdict, decision: Decision, candidates: tuple[Candidate, ...]) -> Link:
    """Return the link a person decided; a decision that can no longer be followed goes back to them."""
    query_id, by = verdict.case.row.query.id, f"Decided by {decision.who} on {decision.when[:10]}"
    score = candidates[0].score if candidates else 0.0
    if verdict.is_linked:
        reasons: tuple[str, ...] = (f"{by}.",)
        return Link(query_id, Outcome.LINKED, decision.ids, score, candidates, reasons, decision)
    if decision.choice in {Choice.NOT_A_RECOMMENDATION, Choice.NEW_RECOMMENDATION}:
        reasons = (f"{by}: {decision.choice.value}.",)
        return Link(query_id, Outcome.NOT_ON_LIST, (), score, candidates, reasons, decision)
    reasons = (f"{by}: {decision.choice.value}.",)
    if decision.choice is Choice.LINK:
        reasons = (no_longer_listed(decision.ids),)
    return Link(query_id, Outcome.TO_CHECK, (), score, candidates, reasons, decision)


def link(
    queries: Sequence[Query],
    master: MasterList,
    *,
    settings: LinkSettings = _DEFAULTS,
    decisions: Sequence[Decision] = (),
) -> tuple[Link, ...]:
    """Return one link for each of ``queries``, in their order.

    A row is linked only where the evidence proves it (see ``match.evidence``); agency and kind rule out, numbers count
    only as ``match.numbering`` allows, and a person's decision outranks everything. Nothing is raised for odd rows.
    """
    return Linker(master, settings).link(queries, decisions)

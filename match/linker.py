"""Linking rows to the master list: linked where the evidence proves it, to a person where it does not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from match.candidates import Candidates, Shortlist
from match.decisions import Decided
from match.document import judge
from match.evidence import weigh
from match.index import Index, heaviest
from match.model import Candidate, Choice, Decision, Link, Outcome, Query
from match.numbering import with_its_number
from match.reading import read_row
from match.reasons import NOTHING_LIKE_IT, no_longer_listed, why_linked
from match.settings import LinkSettings
from match.verdict import Case, Verdict
from normalize.identifiers import read_id
from normalize.model import MasterList

_DEFAULTS = LinkSettings()


class Linker:
    """A master list made ready to have rows linked to it."""

    def __init__(self, master: MasterList, settings: LinkSettings = _DEFAULTS) -> None:
        self._settings = settings
        self._index = Index(master)
        self._candidates = Candidates(self._index, settings)

    def link(self, queries: Sequence[Query], decisions: Sequence[Decision] = ()) -> tuple[Link, ...]:
        """Return one link for each of ``queries``, in their order; rows of one document are judged together."""
        decided = Decided(decisions, self._index)
        links: dict[int, Link] = {}
        for places in _by_document(queries):
            cases = [self._case(queries[place], decided) for place in places]
            verdicts = judge(cases, self._index, self._settings)
            shortlists = self._candidates.choose(verdicts)
            made = map(self._hand_on, verdicts, shortlists)
            links.update(zip(places, self._beside_the_programs(cases, made), strict=True))
        return tuple(links[place] for place in range(len(queries)))

    def _beside_the_programs(self, cases: Sequence[Case], links: Iterable[Link]) -> Iterable[Link]:
        """Return ``links`` with, where a person decided, what the program says of the row by itself."""
        if all(case.decision is None for case in cases):
            return links
        own = judge([replace(case, decision=None) for case in cases], self._index, self._settings)
        return [
            replace(link, by_program=tuple(each.recommendation.id for each in verdict.entries))
            if link.decision and verdict.is_linked
            else link
            for link, verdict in zip(links, own, strict=True)
        ]

    def _case(self, query: Query, decided: Decided) -> Case:
        row = read_row(self._with_id_apart(query))
        shared = self._index.shared_weight(row.terms)
        allowed = np.where(self._allowed(query), shared, 0.0)
        pool = dict.fromkeys(heaviest(allowed, self._settings.pool_size // 2))
        pool.update(dict.fromkeys(heaviest(shared, self._settings.pool_size // 2)))
        pool.update(dict.fromkeys(self._agency_in_full(query)))
        evidence = weigh(row, self._index, self._settings, allowed)
        as_sent = read_row(query)
        decision = decided.about(as_sent)
        return Case(row, evidence, tuple(pool), decision, None if decision else decided.near(as_sent))

    def _with_id_apart(self, query: Query) -> Query:
        """Return ``query`` with one of the list's ids, typed before the words, where ids belong."""
        first, _, rest = query.recommendation.strip().partition(" ")
        if query.id_as_written or not self._index.with_id(read_id(first.rstrip(":.)"))):
            return query
        return replace(query, id_as_written=first.rstrip(":.)"), recommendation=rest.lstrip(" :-\u2013"))

    def _agency_in_full(self, query: Query) -> list[int]:
        """Return everything an agency has, unless that is too much: reworded rows may share no word with their own."""
        positions: list[int] = self._index.of_agency(query.agency).tolist() if query.agency else []
        return positions if len(positions) <= self._settings.pool_size else []

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

    def _hand_on(self, verdict: Verdict, shortlist: Shortlist) -> Link:
        """Return ``verdict`` as a link with its candidates and reasons."""
        candidates = shortlist.candidates
        if verdict.case.decision is not None:
            return _decided(verdict, verdict.case.decision, candidates)
        query_id = verdict.case.row.query.id
        score = candidates[0].score if candidates else 0.0
        if verdict.is_linked:
            ids = tuple(each.recommendation.id for each in verdict.entries)
            reasons = why_linked(verdict, self._index)
            return Link(query_id, Outcome.LINKED, ids, score, candidates, reasons)
        if self._is_off_the_list(verdict, shortlist.best):
            return Link(query_id, Outcome.NOT_ON_LIST, (), score, candidates, (NOTHING_LIKE_IT,))
        return Link(query_id, Outcome.TO_CHECK, (), score, candidates, verdict.doubts)

    def _is_off_the_list(self, verdict: Verdict, likeness: float) -> bool:
        """Whether nothing, neither words nor number nor id, points at the list."""
        row = verdict.case.row
        if verdict.named or row.is_empty:
            return False
        if row.numbers and (row.says_nothing or with_its_number(row, self._index, row.query.agency)):
            return False
        return row.says_nothing or likeness < self._settings.least_shared


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

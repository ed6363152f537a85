"""What besides its words speaks for or against a row being about a recommendation: one line for each signal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from match.folding import fold_agency, fold_kind
from match.index import Index
from match.model import Query
from normalize.model import Recommendation


class Agreement(StrEnum):
    """What a signal says."""

    AGREES = "agrees"
    CONTRADICTS = "contradicts"
    SILENT = "says nothing"


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing a row and a recommendation may agree or contradict in. A contradiction is a veto, never a low mark."""

    name: str
    compare: Callable[[Query, Recommendation, Index], Agreement]


def compare_agency(query: Query, recommendation: Recommendation, _: Index) -> Agreement:
    """Compare the agencies; a guessed agency may agree but never contradicts."""
    if not query.agency or not recommendation.agency:
        return Agreement.SILENT
    if fold_agency(query.agency) == fold_agency(recommendation.agency):
        return Agreement.AGREES
    return Agreement.CONTRADICTS if query.agency_is_certain else Agreement.SILENT


def compare_kind(query: Query, recommendation: Recommendation, index: Index) -> Agreement:
    """Compare the kinds; a word the list does not use for any kind says nothing."""
    if not index.has_kind(query.kind) or not recommendation.kind:
        return Agreement.SILENT
    same = fold_kind(query.kind) == fold_kind(recommendation.kind)
    return Agreement.AGREES if same else Agreement.CONTRADICTS


SIGNALS = (
    Signal("agency", compare_agency),
    Signal("kind", compare_kind),
)
"""Of a recommendation they look at its agency and its kind alone, so that all of one source are asked about once."""


def contradictions(query: Query, recommendation: Recommendation, index: Index) -> tuple[str, ...]:
    """Return the names of the signals that rule ``recommendation`` out."""
    return _named(query, recommendation, index, Agreement.CONTRADICTS)


def agreements(query: Query, recommendation: Recommendation, index: Index) -> tuple[str, ...]:
    """Return the names of the signals that speak for ``recommendation``."""
    return _named(query, recommendation, index, Agreement.AGREES)


def _named(query: Query, recommendation: Recommendation, index: Index, wanted: Agreement) -> tuple[str, ...]:
    return tuple(each.name for each in SIGNALS if each.compare(query, recommendation, index) is wanted)

"""The master list prepared for linking: its words, how rare each is, and where each stands."""

from __future__ import annotations

import math
import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import OSA

from match.folding import fold_agency, fold_kind, fold_number
from match.terms import Term, read_terms
from match.words import is_content, is_misspelling, stem, tokens
from normalize.identifiers import fold_id
from normalize.model import MasterList, Recommendation

Scores = npt.NDArray[np.float64]
Positions = npt.NDArray[np.int32]

_NOWHERE: Positions = np.empty(0, np.int32)

_RARITY_FLOOR = 0.2
"""What a word that stands in every recommendation still weighs."""

_LIKE_ENOUGH = 0.66
"""Likeness from which a word unknown to the list may be looked up as another one, to find candidates only."""

_MEANINGS_LOOKED_UP = 4


@dataclass(frozen=True, slots=True)
class Indexed:
    """A recommendation and its words."""

    position: int
    recommendation: Recommendation
    words: tuple[str, ...]
    """All its words, folded."""
    terms: tuple[Term, ...]
    """Those that carry meaning, in order."""

    @property
    def small_words(self) -> tuple[str, ...]:
        """The words that carry no meaning, once each."""
        return tuple(dict.fromkeys(word for word in self.words if not is_content(word)))

    @property
    def initials(self) -> str:
        """The first letters of the words that carry meaning."""
        return "".join(term.word[0] for term in self.terms)


class Index:
    """The recommendations of a master list, found by their words, agency, kind and number."""

    def __init__(self, master: MasterList) -> None:
        self.entries: tuple[Indexed, ...] = tuple(
            index_words(position, each, tokens(each.text)) for position, each in enumerate(master.recommendations)
        )
        self.position_of = {each.recommendation.id: each.position for each in self.entries}
        self._by_folded_id = _places(fold_id(each.recommendation.id) for each in self.entries)
        self._postings = _postings(self.entries)
        self._weights = {found: _weight(len(where), len(self)) for found, where in self._postings.items()}
        self._heaviest = _weight(0, len(self))
        self._words = tuple(sorted({term.word for each in self.entries for term in each.terms}))
        self._abbreviations = _abbreviations(each.text for each in master.recommendations)
        self._by_agency = _places(fold_agency(each.recommendation.agency) for each in self.entries)
        self._by_kind = _places(fold_kind(each.recommendation.kind) for each in self.entries)
        self._by_number = lru_cache(maxsize=2_000)(self._numbers_of)
        self._meanings = lru_cache(maxsize=50_000)(self._look_up)

    def __len__(self) -> int:
        return len(self.entries)

    def weight(self, of_stem: str) -> float:
        """Return how much a word says: the rarer on the list the more; unknown words most."""
        return self._weights.get(of_stem, self._heaviest)

    def knows(self, term: Term) -> bool:
        """Whether the master list uses the word."""
        return term.stem in self._weights

    def is_abbreviation(self, word: str) -> bool:
        """Whether the list writes ``word`` in capitals ("LSCB"): a letter changed there names another ("LSAB")."""
        return word in self._abbreviations

    def has_kind(self, kind: str) -> bool:
        """Whether the list has recommendations of this kind."""
        return bool(fold_kind(kind)) and fold_kind(kind) in self._by_kind

    def numbered(self, agency: str, kind: str, number: str) -> tuple[Indexed, ...]:
        """Return the recommendations of an agency and kind with a number; an empty kind stands for every kind."""
        found = self._by_number(fold_agency(agency)).get((fold_kind(kind), fold_number(number)), ())
        return tuple(self.entries[position] for position in found)

    def with_id(self, folded: str) -> Indexed | None:
        """Return the recommendation that has an id, given as ``fold_id`` does; None where none has, or several have."""
        found = self._by_folded_id.get(folded, _NOWHERE)
        return self.entries[int(found[0])] if len(found) == 1 else None

    def numbers_of(self, agency: str, kind: str) -> list[int]:
        """Return the plain numbers an agency's recommendations of a kind have."""
        numbers = self._by_number(fold_agency(agency))
        return [int(number) for each, number in numbers if each == fold_kind(kind) and number.isdecimal()]

    def _numbers_of(self, agency: str) -> dict[tuple[str, str], list[int]]:
        """Return an agency's positions by kind and number; the empty kind holds those of every kind."""
        where: dict[tuple[str, str], list[int]] = defaultdict(list)
        for position in self.of_agency(agency).tolist():
            recommendation = self.entries[position].recommendation
            if number := fold_number(recommendation.number):
                for kind in {fold_kind(recommendation.kind), ""}:
                    where[kind, number].append(position)
        return where

    def of_agency(self, agency: str) -> Positions:
        """Return the positions of an agency's recommendations."""
        return self._by_agency.get(fold_agency(agency), _NOWHERE)

    def of_kind(self, kind: str) -> Positions:
        """Return the positions of the recommendations of a kind."""
        return self._by_kind.get(fold_kind(kind), _NOWHERE)

    def shared_weight(self, terms: Sequence[Term]) -> Scores:
        """Return, for every recommendation, the weight of the words it shares with ``terms``."""
        scores = np.zeros(len(self))
        for found in {meaning for term in terms for meaning in self._meanings(term.word)}:
            scores[self._postings[found]] += self._weights[found]
        return scores

    def _look_up(self, word: str) -> tuple[str, ...]:
        """Return the stems ``word`` may stand for on this list: its own, or those it is like."""
        own = stem(word)
        if own in self._postings:
            return (own,)
        alike = process.extract(
            word, self._words, scorer=OSA.normalized_similarity, score_cutoff=_LIKE_ENOUGH, limit=_MEANINGS_LOOKED_UP
        )
        certain = {stem(other) for other, _, _ in alike if is_misspelling(word, other)}
        return tuple(sorted(certain or {stem(other) for other, _, _ in alike}))


def _weight(count: int, size: int) -> float:
    """Return the weight of a word that stands in ``count`` of ``size`` recommendations."""
    return max(_RARITY_FLOOR, math.log((size + 1) / (count + 0.5)))


def index_words(position: int, recommendation: Recommendation, words: Sequence[str]) -> Indexed:
    """Return a recommendation with its ``words`` made ready to be laid against a row's."""
    return Indexed(position, recommendation, tuple(words), read_terms(words))


def _postings(entries: Sequence[Indexed]) -> dict[str, Positions]:
    """Return for each stem the positions of the recommendations that use it."""
    where: dict[str, array[int]] = defaultdict(lambda: array("i"))
    for each in entries:
        for found in {term.stem for term in each.terms}:
            where[found].append(each.position)
    return {found: np.frombuffer(positions, np.int32) for found, positions in where.items()}


def _places(names: Iterable[str]) -> dict[str, Positions]:
    """Return for each name the positions at which it stands."""
    where: dict[str, list[int]] = defaultdict(list)
    for position, name in enumerate(names):
        where[name].append(position)
    return {name: np.array(positions, np.int32) for name, positions in where.items()}


_CAPITALS = re.compile(r"\b[A-Z][A-Z0-9]{1,7}(?=s?\b)")


def _abbreviations(texts: Iterable[str]) -> frozenset[str]:
    """Return the words in capitals of ``texts``, folded; a text all in capitals tells nothing."""
    found = (each for text in texts if not text.isupper() for each in _CAPITALS.findall(text))
    return frozenset(word.casefold() for word in found)


def heaviest(scores: Scores, count: int) -> list[int]:
    """Return the positions of up to ``count`` of the greatest scores, greatest first; the list's order settles ties."""
    best = float(scores.max(initial=0.0))
    if not best:
        return []
    near = np.flatnonzero(scores >= best * _NEAR_ENOUGH)
    order = np.argsort(-scores[near], kind="stable")[:count]
    found: list[int] = near[order].tolist()
    return found


_NEAR_ENOUGH = 0.12
"""Share of the best score below which a recommendation is not worth a look; on long lists that leaves a few hundred."""

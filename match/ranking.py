"""The candidates of a row, best first: a likeness that orders them for a person's eye and never links."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from rapidfuzz import fuzz

from match.index import Index, Indexed
from match.reading import Row

_GRAM_LENGTHS = (3, 4)
_SAMPLED = 2_000
"""From how many recommendations the rarity of letter groups is measured: more change nothing."""

_COMPARED_BY_LETTERS = 25
"""How many of the pool are compared letter by letter; the right one is among them in 97 of 100 rows."""

_LETTERS, _SORTED, _SET = 0.6, 0.15, 0.25
"""Shares of the three likenesses, found on paraphrases: letter groups know reworded text best."""

Vector = dict[str, float]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A recommendation and how much a row is like it, from 0 to 1."""

    entry: Indexed
    likeness: float


class Ranking:
    """Orders recommendations by their likeness to a row."""

    def __init__(self, index: Index) -> None:
        self._index = index
        sample = index.entries[:: max(1, len(index) // _SAMPLED)]
        counts = Counter(gram for each in sample for gram in set(_grams(each.words)))
        self._size = len(sample)
        self._counts = counts
        self._vectors = lru_cache(maxsize=20_000)(self._vector_at)

    def rank(self, row: Row, pool: Sequence[int]) -> list[Ranked]:
        """Return the recommendations at the positions in ``pool`` with their likeness to ``row``, best first."""
        text = " ".join(row.words)
        rough = sorted(
            ((self._by_words(text, position), position) for position in pool), key=lambda each: (-each[0], each[1])
        )
        own = self._vector(_grams(row.words))
        ranked = [
            Ranked(self._index.entries[position], words + _LETTERS * _cosine(own, self._vectors(position)))
            for words, position in rough[:_COMPARED_BY_LETTERS]
        ]
        return sorted(ranked, key=lambda each: (-each.likeness, each.entry.position))

    def _by_words(self, text: str, position: int) -> float:
        other = " ".join(self._index.entries[position].words)
        return (_SORTED * fuzz.token_sort_ratio(text, other) + _SET * fuzz.token_set_ratio(text, other)) / 100

    def _vector_at(self, position: int) -> Vector:
        return self._vector(_grams(self._index.entries[position].words))

    def _vector(self, grams: Iterable[str]) -> Vector:
        weighed = {
            gram: (1 + math.log(count)) * math.log((self._size + 1) / (self._counts[gram] + 0.5))
            for gram, count in Counter(grams).items()
        }
        length = math.sqrt(sum(weight * weight for weight in weighed.values())) or 1.0
        return {gram: weight / length for gram, weight in weighed.items()}


def _cosine(one: Vector, other: Vector) -> float:
    short, long = sorted((one, other), key=len)
    return sum(weight * long.get(gram, 0.0) for gram, weight in short.items())


def _grams(words: Iterable[str]) -> Iterable[str]:
    return (gram for word in words for gram in _grams_of(word))


@lru_cache(maxsize=100_000)
def _grams_of(word: str) -> tuple[str, ...]:
    padded = f" {word} "
    return tuple(padded[at : at + length] for length in _GRAM_LENGTHS for at in range(max(1, len(padded) - length + 1)))


def pool_for(row: Row, index: Index, size: int, preferred: Sequence[int]) -> list[int]:
    """Return the positions worth ranking: the nearest of the ``preferred`` and the nearest of all."""
    shared = index.shared_weight(row.terms)
    chosen: dict[int, None] = {}
    for places in (np.asarray(preferred, np.int64), np.arange(len(index))):
        order = places[np.argsort(-shared[places], kind="stable")[: size // 2]]
        chosen.update(dict.fromkeys(order.tolist()))
    return list(chosen)

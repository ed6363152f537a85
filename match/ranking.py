"""The candidates of a row, best first: a likeness that orders them for a person's eye and never links."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from match.index import Index, Indexed
from match.reading import Row

_GRAM_LENGTHS = (3, 4)
_SAMPLED = 2_000
"""From how many recommendations the rarity of letter groups is measured: more change nothing."""

_COMPARED_WORD_BY_WORD, _COMPARED_OF_THE_LAST = 40, 10
"""How many of the pool, the most alike by their letters, are compared by whole words too; how many of the last."""

_LETTERS, _SORTED, _SET = 0.6, 0.15, 0.25
"""Shares of the three likenesses, found on paraphrases: letter groups know reworded text best."""

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A recommendation and how much a row is like it, from 0 to 1."""

    entry: Indexed
    likeness: float


class Ranking:
    """Orders recommendations by their likeness to a row.

    The likeness by letters is the cosine of letter groups weighed by rarity. A text's vector is the sum of its words'
    vectors, so that the product with a row's vector need be found once for each word and not once for each text.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        sample = index.entries[:: max(1, len(index) // _SAMPLED)]
        counts = Counter(gram for each in sample for gram in {gram for word in each.words for gram in _grams(word)})
        self._rarity = {gram: math.log((len(sample) + 1) / (count + 0.5)) for gram, count in counts.items()}
        self._rarest = math.log(2 * (len(sample) + 1))
        self._vector = lru_cache(maxsize=50_000)(self._word_vector)
        self._square = lru_cache(maxsize=50_000)(self._word_square)
        self._lengths: dict[int, float] = {}

    def rank(self, row: Row, pool: Iterable[int], last: Collection[int] = ()) -> list[Ranked]:
        """Return the recommendations at the positions in ``pool`` with their likeness to ``row``, best first.

        Those at the positions in ``last`` come after all others.
        """
        by_letters = self._by_letters(row.words, pool)
        in_order = sorted(by_letters, key=lambda position: (-by_letters[position], position))
        allowed = [position for position in in_order if position not in last][:_COMPARED_WORD_BY_WORD]
        others = [position for position in in_order if position in last][:_COMPARED_OF_THE_LAST]
        text = " ".join(row.words)
        ranked = [
            Ranked(self._index.entries[at], _LETTERS * by_letters[at] + self._by_words(text, at))
            for at in (*allowed, *others)
        ]
        return sorted(ranked, key=lambda each: (each.entry.position in last, -each.likeness, each.entry.position))

    def _by_words(self, text: str, position: int) -> float:
        other = " ".join(self._index.entries[position].words)
        return (_SORTED * fuzz.token_sort_ratio(text, other) + _SET * fuzz.token_set_ratio(text, other)) / 100

    def _by_letters(self, words: Iterable[str], pool: Iterable[int]) -> dict[int, float]:
        """Return the cosine of the row and each recommendation of the pool."""
        own: dict[str, float] = defaultdict(float)
        for word, count in Counter(words).items():
            for gram, weight in self._vector(word).items():
                own[gram] += weight * count
        length = math.sqrt(sum(weight * weight for weight in own.values())) or 1.0
        products: dict[str, float] = {}
        found: dict[int, float] = {}
        for position in pool:
            entry = self._index.entries[position]
            for word in entry.words:
                if word not in products:
                    products[word] = _product(self._vector(word), own)
            product = sum(map(products.__getitem__, entry.words))
            found[position] = min(1.0, product / (length * self._length(entry)))
        return found

    def _length(self, entry: Indexed) -> float:
        """Return the length of a recommendation's vector, as if no two of its words shared a letter group."""
        known = self._lengths.get(entry.position)
        if known is None:
            squares = sum(count * count * self._square(word) for word, count in Counter(entry.words).items())
            known = self._lengths[entry.position] = math.sqrt(squares) or 1.0
        return known

    def _word_square(self, word: str) -> float:
        return sum(weight * weight for weight in self._vector(word).values())

    def _word_vector(self, word: str) -> Vector:
        return {gram: count * self._rarity.get(gram, self._rarest) for gram, count in Counter(_grams(word)).items()}


def _product(word: Vector, row: Vector) -> float:
    return sum([weight * row[gram] for gram, weight in word.items() if gram in row])


def _grams(word: str) -> tuple[str, ...]:
    """Return the letter groups of a word, its two ends marked."""
    padded = f" {word} "
    return tuple(padded[at : at + length] for length in _GRAM_LENGTHS for at in range(max(1, len(padded) - length + 1)))

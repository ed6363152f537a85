"""Which texts are part of another one: found by their rarest words, not by holding each against each."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

PART = 0.8
"""Share of its words with a meaning that a part has from the whole."""

Words = frozenset[str]


class Parts:
    """Texts that may each be part of a longer one, by the words with a meaning that they have."""

    def __init__(self, texts: Sequence[Words]) -> None:
        """Take what may be parts."""
        self._texts = texts
        self._counts = Counter(chain.from_iterable(texts))
        self._by_word: defaultdict[str, list[int]] = defaultdict(list)
        self._empty: list[int] = []
        for place, words in enumerate(texts):
            for word in self._rarest(words):
                self._by_word[word].append(place)
            if not words:
                self._empty.append(place)

    def _rarest(self, words: Words) -> Iterable[str]:
        """Return so many of the ``words`` that no whole which has none of them can have enough of the others."""
        too_many_to_miss = len(words) - math.ceil(PART * len(words)) + 1
        return sorted(words, key=lambda word: (self._counts[word], word))[:too_many_to_miss]

    def of(self, whole: Words) -> list[int]:
        """Return the places of the texts that are part of ``whole``, in order: shorter, and hardly any other words."""
        likely = set(chain.from_iterable(self._by_word.get(word, ()) for word in whole))
        return [place for place in sorted(likely.union(self._empty)) if is_part(self._texts[place], whole)]


def is_part(part: Words, whole: Words) -> bool:
    """Whether a text has fewer words than ``whole``, and most of them from it."""
    return len(part) < len(whole) and len(part & whole) >= PART * len(part)

"""The words of a text that carry meaning."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from match.words import is_content, stem


@dataclass(frozen=True, slots=True)
class Term:
    """A word that carries meaning, as it stands in a text."""

    word: str
    stem: str


@lru_cache(maxsize=200_000)
def term_of(word: str) -> Term | None:
    """Return ``word`` as a term, one object for one word so that long lists fit; None where it carries no meaning."""
    return Term(word, stem(word)) if is_content(word) else None


def read_terms(words: Iterable[str]) -> tuple[Term, ...]:
    """Return the words that carry meaning, in order."""
    return tuple(term for term in map(term_of, words) if term is not None)

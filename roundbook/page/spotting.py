"""Finds where on a page a row stands, by its words: the band of lines that holds them and little else."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

WORD = re.compile(r"\w+")
LEAST_FOUND = 0.6
"""Of a row's words; below it the band is as likely another row's."""


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word on a page, in pixels counted from the top left."""

    key: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Band:
    """A part of a page from one height to another, and the words wanted that stand in it."""

    top: float
    bottom: float
    found: Counter[str]


def fold_words(text: str) -> list[str]:
    """Return the words of ``text`` as they are compared: without capitals, ligatures and punctuation."""
    return WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def find_band(words: Sequence[PlacedWord], wanted: Counter[str]) -> Band | None:
    """Return the band of a page that holds the ``wanted`` words best; None where it holds none of them.

    Every line counts for the wanted words in it and against the others, rare words more than frequent ones; the band
    is the run of lines with the highest sum.
    """
    lines = _lines(words)
    weights = {key: 1 / count for key, count in Counter(each.key for each in words).items()}
    first, last = _best_run([_score(line, wanted, weights) for line in lines])
    inside = [word for line in lines[first:last] for word in line]
    found = Counter(each.key for each in inside) & wanted
    if not found:
        return None
    return Band(min(each.top for each in inside), max(each.bottom for each in inside), found)


def is_enough(found: Counter[str], wanted: Counter[str]) -> bool:
    """Tell whether so many of the words ``wanted`` were ``found`` that it is their place."""
    return found.total() >= LEAST_FOUND * wanted.total()


def _lines(words: Iterable[PlacedWord]) -> list[list[PlacedWord]]:
    """Return the words by line, from the top; words side by side in different columns share one."""
    lines: list[list[PlacedWord]] = []
    floor = 0.0
    for word in sorted(words, key=lambda each: (each.top + each.bottom, each.left)):
        middle = (word.top + word.bottom) / 2
        if lines and middle < floor:
            lines[-1].append(word)
        else:
            lines.append([word])
            floor = word.bottom
    return lines


def _score(line: Iterable[PlacedWord], wanted: Mapping[str, int], weights: Mapping[str, float]) -> float:
    return sum(weights[each.key] if each.key in wanted else -weights[each.key] for each in line)


def _best_run(scores: Sequence[float]) -> tuple[int, int]:
    """Return where the run with the highest sum begins and ends (Kadane's algorithm)."""
    best, best_run = 0.0, (0, 0)
    total, start = 0.0, 0
    for at, score in enumerate(scores):
        if total <= 0:
            total, start = 0.0, at
        total += score
        if total > best:
            best, best_run = total, (start, at + 1)
    return best_run

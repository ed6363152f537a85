"""A row's words laid against a recommendation's: what agrees, what is left unexplained, what is skipped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from match.index import Index, Indexed, Term
from match.words import is_misspelling, stem

_SHORTEST_INITIALS, _LONGEST_INITIALS = 2, 6


@dataclass(frozen=True, slots=True)
class Alignment:
    """The stretch of a row that agrees best with a recommendation. Positions are those of words with a meaning."""

    entry: Indexed
    row: tuple[Term, ...]
    """The row's words with a meaning, in the recommendation's spelling."""
    origins: tuple[int, ...]
    """For each of them, where it stood before joined words were cut and cut words joined."""
    pairs: tuple[tuple[int, int], ...]
    """Position in the row and in the recommendation, for each word that agrees."""
    weight: float
    """Weight of the words that agree."""

    @property
    def span(self) -> tuple[int, int]:
        """Where the stretch begins in the row as it was, and where the next word after it stands."""
        if not self.pairs:
            return (0, 0)
        return self.origins[self.pairs[0][0]], self.origins[self.pairs[-1][0]] + 1

    @property
    def unexplained(self) -> tuple[Term, ...]:
        """The row's words that the recommendation does not have there."""
        matched = {row for row, _ in self.pairs}
        return tuple(term for position, term in enumerate(self.row) if position not in matched)

    @property
    def skipped(self) -> tuple[Term, ...]:
        """The recommendation's words left out between two that agree."""
        if not self.pairs:
            return ()
        matched = {entry for _, entry in self.pairs}
        return tuple(self.entry.terms[each] for each in range(min(matched), max(matched)) if each not in matched)

    @property
    def begins_with_entry(self) -> bool:
        """Whether the row begins where the recommendation does."""
        return bool(self.pairs) and self.pairs[0] == (0, 0)

    @property
    def ends_with_entry(self) -> bool:
        """Whether the row ends where the recommendation does."""
        return bool(self.pairs) and self.pairs[-1] == (len(self.row) - 1, len(self.entry.terms) - 1)

    @property
    def is_clean(self) -> bool:
        """Whether, in the stretch, nothing is unexplained and nothing skipped."""
        return bool(self.pairs) and all(
            later == (earlier[0] + 1, earlier[1] + 1) for earlier, later in pairwise(self.pairs)
        )

    @property
    def covers_row(self) -> bool:
        """Whether every word of the row with a meaning is in a clean stretch."""
        return self.is_clean and len(self.pairs) == len(self.row)

    @property
    def covers_entry(self) -> bool:
        """Whether no word of the recommendation with a meaning is missing."""
        return self.is_clean and len(self.pairs) == len(self.entry.terms)


def align(row: Sequence[Term], entry: Indexed, index: Index) -> Alignment:
    """Lay ``row`` against ``entry`` and return the best agreeing stretch.

    The words are first read in the recommendation's own spelling; then the stretch with the greatest weight is
    found as Smith and Waterman (1981) find it: agreeing words count for it, all others against it.
    """
    spelt = _read_as(row, entry, index)
    read = tuple(term for term, _ in spelt)
    weights = [index.weight(term.stem) for term in read]
    pairs = _best_stretch(read, weights, entry.terms, [index.weight(term.stem) for term in entry.terms])
    origins = tuple(origin for _, origin in spelt)
    return Alignment(entry, read, origins, pairs, sum(weights[position] for position, _ in pairs))


def _read_as(row: Sequence[Term], entry: Indexed, index: Index) -> list[tuple[Term, int]]:
    """Return the row's words and their places, spelt as the recommendation spells its own."""
    stems = {term.stem for term in entry.terms}
    read: list[tuple[Term, int]] = []
    position = 0
    while position < len(row):
        term = row[position]
        if term.stem in stems:
            read.append((term, position))
        elif (joined := _joined(row, position, stems, index)) is not None:
            position += 1
            read.append((joined, position))
        else:
            read.extend((each, position) for each in _respelt(term, entry, index))
        position += 1
    return read


def _joined(row: Sequence[Term], position: int, stems: set[str], index: Index) -> Term | None:
    """Return the word that this one and the next make together ("safe guarding"), if the recommendation has it."""
    if position + 1 == len(row):
        return None
    word = row[position].word + row[position + 1].word
    together = Term(word, stem(word))
    both_known = index.knows(row[position]) and index.knows(row[position + 1])
    return together if together.stem in stems and not both_known else None


def _respelt(term: Term, entry: Indexed, index: Index) -> tuple[Term, ...]:
    """Return the word or words of the recommendation that ``term`` is a spelling of; itself if it is none."""
    if (cut := _cut(term.word, entry)) is not None:
        return cut
    if index.knows(term):
        return (term,)
    meant = next((other for other in entry.terms if is_misspelling(term.word, other.word)), None)
    return (term,) if meant is None else (Term(term.word, meant.stem),)


def _cut(word: str, entry: Indexed) -> tuple[Term, ...] | None:
    """Return the neighbours that ``word`` joins ("healthvisitors") or abbreviates ("DV"), if there are such."""
    terms = entry.terms
    for earlier, later in pairwise(terms):
        if word == earlier.word + later.word:
            return (earlier, later)
    if not _SHORTEST_INITIALS <= len(word) <= _LONGEST_INITIALS:
        return None
    initials = "".join(term.word[0] for term in terms)
    start = initials.find(word.removesuffix("s"))
    return terms[start : start + len(word.removesuffix("s"))] if start >= 0 else None


def _best_stretch(
    row: Sequence[Term], row_weights: Sequence[float], entry: Sequence[Term], entry_weights: Sequence[float]
) -> tuple[tuple[int, int], ...]:
    """Return the pairs of positions of the stretch with the greatest weight."""
    width = len(entry)
    stems = [term.stem for term in entry]
    previous = [0.0] * (width + 1)
    steps: list[list[int]] = []
    best, best_at = 0.0, (0, 0)
    for at, term in enumerate(row):
        current, step = [0.0] * (width + 1), [_STOP] * (width + 1)
        cost, own = row_weights[at], term.stem
        for to in range(width):
            score, move = 0.0, _STOP
            if stems[to] == own:
                score, move = previous[to] + cost, _PAIR
            if (without := previous[to + 1] - cost) > score:
                score, move = without, _ROW
            if (without := current[to] - entry_weights[to]) > score:
                score, move = without, _ENTRY
            current[to + 1], step[to + 1] = score, move
            if score > best:
                best, best_at = score, (at + 1, to + 1)
        steps.append(step)
        previous = current
    return _traced(steps, best_at)


_STOP, _PAIR, _ROW, _ENTRY = range(4)


def _traced(steps: Sequence[Sequence[int]], end: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """Return the pairs on the way back from ``end``."""
    pairs: list[tuple[int, int]] = []
    at, to = end
    while at and to and (move := steps[at - 1][to]) != _STOP:
        if move == _PAIR:
            pairs.append((at - 1, to - 1))
        at, to = at - (move != _ENTRY), to - (move != _ROW)
    return tuple(reversed(pairs))

"""A row's words laid against a recommendation's: what agrees, what is left unexplained, what is skipped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from match.index import Index, Indexed
from match.spelling import read_as
from match.terms import Term

_SHORTEST_PHRASE = 2
"""Single words exchanged may be two names in each other's place."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """The stretch of a row that agrees best with a recommendation. Positions are those of words with a meaning."""

    entry: Indexed
    row: tuple[Term, ...]
    """The row's words with a meaning, in the recommendation's spelling."""
    origins: tuple[int, ...]
    """For each of them, which of the row's words it is."""
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
    def is_turned_round(self) -> bool:
        """Whether the row is the whole recommendation with two parts exchanged ("... by the police, ...").

        They are its two halves, or two phrases at its beginning; names exchanged further on are another meaning
        ("from health visitors to school nurses").
        """
        row, entry = ([term.stem for term in terms] for terms in (self.row, self.entry.terms))
        if sorted(row) != sorted(entry):
            return False
        return any(row == entry[at:] + entry[:at] for at in range(1, len(entry))) or _has_phrases_exchanged(row, entry)

    @property
    def covers_entry(self) -> bool:
        """Whether no word of the recommendation with a meaning is missing."""
        return self.is_clean and len(self.pairs) == len(self.entry.terms)


def align(words: Sequence[str], entry: Indexed, index: Index) -> Alignment:
    """Lay the ``words`` of a row against ``entry`` and return the best agreeing stretch.

    The words are first read in the recommendation's own spelling; then the stretch with the greatest weight is
    found as Smith and Waterman (1981) find it: agreeing words count for it, all others against it.
    """
    spelt = read_as(words, entry, index)
    read = tuple(each.term for each in spelt)
    weights = [index.weight(term.stem) for term in read]
    pairs = _best_stretch(read, weights, entry.terms, [index.weight(term.stem) for term in entry.terms])
    origins = tuple(each.origin for each in spelt)
    return Alignment(entry, read, origins, pairs, sum(weights[position] for position, _ in pairs))


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


def _has_phrases_exchanged(row: Sequence[str], entry: Sequence[str]) -> bool:
    """Whether the first two phrases of ``entry`` stand in ``row`` in the other order, and the rest as it was."""
    kept = next(
        (at for at, (mine, its) in enumerate(zip(reversed(row), reversed(entry), strict=True)) if mine != its), 0
    )
    end = len(entry) - kept
    return any(
        list(row[:end]) == [*entry[at:end], *entry[:at]] for at in range(_SHORTEST_PHRASE, end - _SHORTEST_PHRASE + 1)
    )


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

"""Sentences that changed places: neither removed nor added, and shown as neither."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from match.wording import MOVABLE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from match.stretches import Side, Stretch


@dataclass(frozen=True, slots=True)
class Moves:
    """The words that moved, by their index in the old text and in the new one."""

    old: frozenset[int]
    new: frozenset[int]


def find_moves(before: Side, after: Side, changes: Sequence[Stretch]) -> Moves:
    """Return which of the removed words stand among the added ones in another place, as whole sentences."""
    sources = [range(change.old_start, change.old_end) for change in changes]
    targets = [range(change.new_start, change.new_end) for change in changes]
    old: set[int] = set()
    new: set[int] = set()
    for size, start_old, start_new in sorted(_shared(before, after, sources, targets), key=_longest_first):
        olds, news = range(start_old, start_old + size), range(start_new, start_new + size)
        if old.isdisjoint(olds) and new.isdisjoint(news):
            old.update(olds)
            new.update(news)
    return Moves(frozenset(old), frozenset(new))


def _longest_first(shared: tuple[int, int, int]) -> tuple[int, int, int]:
    size, start_old, start_new = shared
    return -size, start_old, start_new


def _shared(
    before: Side, after: Side, sources: Sequence[range], targets: Sequence[range]
) -> Iterator[tuple[int, int, int]]:
    """Yield the size and both places of every run of whole sentences that is in a source and in a target."""
    for olds, news in product(_from_sentences(before, sources), _from_sentences(after, targets)):
        size = _shared_size(before, after, olds, news)
        if size >= MOVABLE_WORDS:
            yield size, olds.start, news.start


def _from_sentences(side: Side, stretches: Sequence[range]) -> list[range]:
    """Return the rest of each stretch from each sentence in it on."""
    return [range(start, stretch.stop) for stretch in stretches for start in stretch if side.begins_sentence(start)]


def _shared_size(before: Side, after: Side, olds: range, news: range) -> int:
    """Return how many words both have in common from their start, up to the end of a sentence in both."""
    size = 0
    for count, (old, new) in enumerate(zip(olds, news, strict=False), start=1):
        if before.words[old].key != after.words[new].key:
            break
        if before.begins_sentence(old + 1) and after.begins_sentence(new + 1):
            size = count
    return size

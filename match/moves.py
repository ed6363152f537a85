"""Sentences that changed places: neither removed nor added, and shown as neither."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from match.wording import MOVABLE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from match.stretches import Side, Stretch

MOST_PLACES = 20
"""A sentence that was added in more places than these did not come from one of them in particular."""


@dataclass(frozen=True, slots=True)
class Moves:
    """The words that moved, by their index in the old text and in the new one."""

    old: set[int] = field(default_factory=set)
    new: set[int] = field(default_factory=set)


def find_moves(before: Side, after: Side, changes: Sequence[Stretch]) -> Moves:
    """Return which of the removed words stand among the added ones in another place, as whole sentences."""
    moves = Moves()
    places = _by_opening(after, _from_sentences(after, [range(each.new_start, each.new_end) for each in changes]))
    for source in _from_sentences(before, [range(each.old_start, each.old_end) for each in changes]):
        sizes = {place: _shared(before, after, source, place, moves) for place in places[_opening(before, source)]}
        place = max(sizes, key=lambda each: sizes[each], default=range(0))
        if sizes.get(place, 0) >= MOVABLE_WORDS:
            moves.old.update(source[: sizes[place]])
            moves.new.update(place[: sizes[place]])
    return moves


def _from_sentences(side: Side, stretches: Iterable[range]) -> list[range]:
    """Return the rest of each stretch from each sentence in it on."""
    return [range(start, stretch.stop) for stretch in stretches for start in stretch if side.begins_sentence(start)]


def _opening(side: Side, rest: range) -> tuple[str, ...]:
    return tuple(side.key(index) for index in rest[:MOVABLE_WORDS])


def _by_opening(side: Side, rests: Iterable[range]) -> defaultdict[tuple[str, ...], list[range]]:
    places: defaultdict[tuple[str, ...], list[range]] = defaultdict(list)
    for rest in rests:
        found = places[_opening(side, rest)]
        if len(found) < MOST_PLACES:
            found.append(rest)
    return places


def _shared(before: Side, after: Side, olds: range, news: range, moves: Moves) -> int:
    """Return how many words both have in common from their start, up to the end of a sentence in both."""
    size = 0
    for count, (old, new) in enumerate(zip(olds, news, strict=False), start=1):
        if before.key(old) != after.key(new) or old in moves.old or new in moves.new:
            break
        if before.begins_sentence(old + 1) and after.begins_sentence(new + 1):
            size = count
    return size

"""Which words of an old text are which of a new one, in stretches a reader takes in at a glance."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq

from match.wording import Word, said_by, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SMALL_ISLAND = 2
"""So few kept words between two changes are read as part of the change."""
LARGE_ISLAND = 6
"""More kept words than this are always shown as kept."""
MOST_PAIRINGS = 2_000_000
"""Prose of three thousand words has a tenth of this; text that repeats itself more is compared a quicker way."""
LONGEST_SLIDE = 100
"""No sentence is longer, in words; a longer way to its beginning is not looked for."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two texts, with its words."""

    text: str
    words: tuple[Word, ...]

    def key(self, index: int) -> str:
        """Return what the word at ``index`` is, typing habits folded away."""
        return self.words[index].key

    def begins_sentence(self, index: int) -> bool:
        """Tell whether a sentence begins with the word at ``index``, or the text ends before it."""
        return index == len(self.words) or self.words[index].opens

    def is_glued(self, index: int) -> bool:
        """Tell whether no space stands before the word at ``index`` ("and/or")."""
        if not 0 < index < len(self.words):
            return False
        gap = self.text[self.words[index - 1].end : self.words[index].start]
        return not any(char.isspace() for char in gap)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The old words from ``old_start`` to ``old_end`` and the new ones in their place, kept or changed."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    is_kept: bool = False

    @property
    def removed(self) -> int:
        """How many words the old side has."""
        return self.old_end - self.old_start

    @property
    def added(self) -> int:
        """How many words the new side has."""
        return self.new_end - self.new_start

    @property
    def size(self) -> int:
        """How many words the longer side has."""
        return max(self.removed, self.added)


def pair_sides(old: str, new: str) -> tuple[Side, Side]:
    """Return both texts with their words, split alike where only a space or a hyphen made the difference."""
    before, after = words(old), words(new)
    joined_before, joined_after = list[Word](), list[Word]()
    for each in _matched(before, after):
        olds, news = before[each.old_start : each.old_end], after[each.new_start : each.new_end]
        if not each.is_kept and olds and news and said_by(olds) == said_by(news):
            olds, news = (_one_word(olds),), (_one_word(news),)
        joined_before += olds
        joined_after += news
    return Side(old, tuple(joined_before)), Side(new, tuple(joined_after))


def find_stretches(before: Side, after: Side) -> tuple[Stretch, ...]:
    """Return the stretches that lead from the one text to the other.

    Changes begin and end with sentences where the words allow it, and never inside a written word.
    """
    stretches = _slid(_matched(before.words, after.words), before, after)
    stretches = _on_whole_words(stretches, before, after)
    return _without_islands(stretches, before, after)


def _matched(before: Sequence[Word], after: Sequence[Word]) -> tuple[Stretch, ...]:
    """Find the longest kept passages first, as a reader does; the shortest list of changes reads like confetti."""
    old, new = [word.key for word in before], [word.key for word in after]
    counts = Counter(new)
    if sum(counts[key] for key in old) > MOST_PAIRINGS:
        found = LCSseq.opcodes(old, new)
        return tuple(Stretch(o.src_start, o.src_end, o.dest_start, o.dest_end, is_kept=o.tag == "equal") for o in found)
    opcodes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return tuple(Stretch(a, b, c, d, is_kept=tag == "equal") for tag, a, b, c, d in opcodes)


def _one_word(parts: Sequence[Word]) -> Word:
    return Word(parts[0].start, parts[-1].end, said_by(parts), opens=parts[0].opens)


def _slid(stretches: Sequence[Stretch], before: Side, after: Side) -> tuple[Stretch, ...]:
    """Slide words only added or only removed to where they are whole sentences ("a [b. a] c" to "[a b.] a c")."""
    slid = list(stretches)
    for at in range(1, len(slid) - 1):
        kept_before, change, kept_after = slid[at - 1 : at + 2]
        if change.is_kept or (change.removed and change.added):
            continue
        side = after if change.added else before
        span = (change.new_start, change.new_end) if change.added else (change.old_start, change.old_end)
        step = _best_step(side, span, kept_before.size, kept_after.size)
        slid[at - 1 : at + 2] = _shifted(step, kept_before, change, kept_after)
    return _from_pairs([pair for each in slid if each.is_kept for pair in _pairs(each)], before, after)


def _best_step(side: Side, span: tuple[int, int], room_before: int, room_after: int) -> int:
    """Return by how many words to slide the ``span``: the nearest place where it begins and ends best."""
    start, end = span
    back, on = 0, 0
    while back < min(room_before, LONGEST_SLIDE) and side.key(start - back - 1) == side.key(end - back - 1):
        back += 1
    while on < min(room_after, LONGEST_SLIDE) and side.key(start + on) == side.key(end + on):
        on += 1
    return max(range(-back, on + 1), key=lambda step: (_neatness(side, start + step, end + step), -abs(step)))


def _neatness(side: Side, start: int, end: int) -> int:
    return side.begins_sentence(start) + side.begins_sentence(end)


def _shifted(step: int, left: Stretch, change: Stretch, right: Stretch) -> tuple[Stretch, Stretch, Stretch]:
    old_start, old_end = change.old_start + step, change.old_end + step
    new_start, new_end = change.new_start + step, change.new_end + step
    return (
        Stretch(left.old_start, old_start, left.new_start, new_start, is_kept=True),
        Stretch(old_start, old_end, new_start, new_end),
        Stretch(old_end, right.old_end, new_end, right.new_end, is_kept=True),
    )


def _on_whole_words(stretches: Sequence[Stretch], before: Side, after: Side) -> tuple[Stretch, ...]:
    """Let a change take the whole of a written word it has a part of ("7th", "and/or")."""
    pairs = [pair for each in stretches if each.is_kept for pair in _pairs(each)]
    while True:
        olds, news = {old for old, _ in pairs}, {new for _, new in pairs}
        whole = [(old, new) for old, new in pairs if not (_is_torn(before, old, olds) or _is_torn(after, new, news))]
        if len(whole) == len(pairs):
            return _from_pairs(pairs, before, after)
        pairs = whole


def _is_torn(side: Side, index: int, kept: set[int]) -> bool:
    """Tell whether a neighbour the word is glued to is not kept."""
    return (side.is_glued(index) and index - 1 not in kept) or (side.is_glued(index + 1) and index + 1 not in kept)


def _pairs(kept: Stretch) -> Iterator[tuple[int, int]]:
    return zip(range(kept.old_start, kept.old_end), range(kept.new_start, kept.new_end), strict=True)


def _from_pairs(pairs: Sequence[tuple[int, int]], before: Side, after: Side) -> tuple[Stretch, ...]:
    """Return the stretches, kept and changed in turn, in which exactly the ``pairs`` of words are kept."""
    stretches: list[Stretch] = []
    old, new = 0, 0
    for _, run in groupby(enumerate(pairs), key=lambda item: (item[1][0] - item[0], item[1][1] - item[0])):
        kept = [pair for _, pair in run]
        start_old, start_new = kept[0]
        stretches.append(Stretch(old, start_old, new, start_new))
        old, new = start_old + len(kept), start_new + len(kept)
        stretches.append(Stretch(start_old, old, start_new, new, is_kept=True))
    stretches.append(Stretch(old, len(before.words), new, len(after.words)))
    return tuple(each for each in stretches if each.size)


def _without_islands(stretches: Sequence[Stretch], before: Side, after: Side) -> tuple[Stretch, ...]:
    """Read a few kept words between two changes as changed too, so that the eye need not jump."""
    seen: list[Stretch] = []
    for last in stretches:
        while not last.is_kept and len(seen) > 1 and _is_island(seen[-2], seen[-1], last, before, after):
            first = seen[-2]
            last = Stretch(first.old_start, last.old_end, first.new_start, last.new_end)  # noqa: PLW2901 - it grew
            del seen[-2:]
        seen.append(last)
    return tuple(seen)


def _is_island(left: Stretch, island: Stretch, right: Stretch, before: Side, after: Side) -> bool:
    is_reworded = bool(left.removed or right.removed) and bool(left.added or right.added)
    is_small = island.size <= SMALL_ISLAND or (
        island.size <= LARGE_ISLAND and island.size * 2 <= min(left.size, right.size)
    )
    return is_reworded and is_small and not _is_whole_sentences(island, before, after)


def _is_whole_sentences(stretch: Stretch, before: Side, after: Side) -> bool:
    olds, news = (stretch.old_start, stretch.old_end), (stretch.new_start, stretch.new_end)
    return all(map(before.begins_sentence, olds)) and all(map(after.begins_sentence, news))

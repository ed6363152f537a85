"""Which words of an old text are which of a new one, stretch by stretch."""

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

MOST_PAIRINGS = 2_000_000
"""Prose of three thousand words has a tenth of this; text that repeats itself more is compared a quicker way."""


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
    for each in match_words(before, after):
        olds, news = before[each.old_start : each.old_end], after[each.new_start : each.new_end]
        if not each.is_kept and olds and news and said_by(olds) == said_by(news):
            olds, news = (_one_word(olds),), (_one_word(news),)
        joined_before += olds
        joined_after += news
    return Side(old, tuple(joined_before)), Side(new, tuple(joined_after))


def match_words(before: Sequence[Word], after: Sequence[Word]) -> tuple[Stretch, ...]:
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


def kept_pairs(kept: Stretch) -> Iterator[tuple[int, int]]:
    """Yield the old and the new index of every word of a kept stretch."""
    return zip(range(kept.old_start, kept.old_end), range(kept.new_start, kept.new_end), strict=True)


def from_pairs(pairs: Sequence[tuple[int, int]], before: Side, after: Side) -> tuple[Stretch, ...]:
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

"""Changes made easy to read: on whole words, on whole sentences where that can be, and without islands between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from match.stretches import Side, Stretch, from_pairs, kept_pairs, match_words

if TYPE_CHECKING:
    from collections.abc import Sequence

SMALL_ISLAND = 2
"""So few kept words between two changes are read as part of the change."""
LARGE_ISLAND = 6
"""More kept words than this are always shown as kept."""
LONGEST_SLIDE = 100
"""No sentence is longer, in words; a longer way to its beginning is not looked for."""


def find_stretches(before: Side, after: Side) -> tuple[Stretch, ...]:
    """Return the stretches that lead from the one text to the other.

    Changes begin and end with sentences where the words allow it, and never inside a written word.
    """
    stretches = _slid(match_words(before.words, after.words), before, after)
    stretches = _on_whole_words(stretches, before, after)
    return _without_islands(stretches, before, after)


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
    return from_pairs([pair for each in slid if each.is_kept for pair in kept_pairs(each)], before, after)


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
    pairs = [pair for each in stretches if each.is_kept for pair in kept_pairs(each)]
    while True:
        olds, news = {old for old, _ in pairs}, {new for _, new in pairs}
        whole = [(old, new) for old, new in pairs if not (_is_torn(before, old, olds) or _is_torn(after, new, news))]
        if len(whole) == len(pairs):
            return from_pairs(pairs, before, after)
        pairs = whole


def _is_torn(side: Side, index: int, kept: set[int]) -> bool:
    """Tell whether a neighbour the word is glued to is not kept."""
    return (side.is_glued(index) and index - 1 not in kept) or (side.is_glued(index + 1) and index + 1 not in kept)


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

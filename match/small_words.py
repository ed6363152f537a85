"""Small words that turn a sentence about without a word of meaning changing: who acts, and or or, how or when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from match.alignment import Alignment
from match.words import is_content, stem

_ACTOR = frozenset({"by", "via", "through"})
"""What follows one of these acts: "informed by the practice" is not "inform the practice"."""

_DUTY = frozenset({"should", "must", "shall", "will", "to"})

_OPPOSED = (
    frozenset({"and"}),
    frozenset({"or"}),
    frozenset({"how"}),
    frozenset({"when", "where", "while", "whilst", "if"}),
    frozenset({"why", "because", "since"}),
)
"""One of a group does not stand for one of another: "with the family and the carer" is not "or the carer"."""


def turns_about(found: Alignment, words: Sequence[str]) -> bool:
    """Return whether small words make the row's ``words`` say something else than the recommendation.

    Those between two words that follow one another in both are compared. Small words come and go between two copies,
    so only who acts counts where a word is missing, and only opposites where it is another.
    """
    return any(_are_opposed(mine, theirs) for mine, theirs in _gaps(found, words))


def _gaps(found: Alignment, words: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Give what stands between two agreeing words, in the row and in the recommendation.

    Not beside a word that is spelt otherwise: a small word may have run into it ("should bereviewed").
    """
    places = [at for at, word in enumerate(found.entry.words) if is_content(word)]
    for (mine, theirs), (next_mine, next_theirs) in pairwise(found.pairs):
        start, end = found.origins[mine], found.origins[next_mine]
        own = (found.entry.terms[theirs].stem, found.entry.terms[next_theirs].stem)
        if (stem(words[start]), stem(words[end])) == own:
            yield words[start + 1 : end], found.entry.words[places[theirs] + 1 : places[next_theirs]]


def _are_opposed(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    if any(map(is_content, mine)):
        return False  # a small word mistyped: which one it was is not known
    has_another_actor = _ACTOR.isdisjoint(mine) != _ACTOR.isdisjoint(theirs)
    return has_another_actor or _is_passive(mine, theirs) or _are_opposites(mine, theirs)


def _is_passive(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether one should do what the other should have done to it ("should be supervised", "should supervise")."""
    return not _DUTY.isdisjoint(mine) and not _DUTY.isdisjoint(theirs) and ("be" in mine) != ("be" in theirs)


def _are_opposites(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    meant = _meanings(mine), _meanings(theirs)
    return all(meant) and meant[0].isdisjoint(meant[1])


def _meanings(words: Sequence[str]) -> set[frozenset[str]]:
    return {group for group in _OPPOSED if not group.isdisjoint(words)}

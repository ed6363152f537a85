"""A row's words read in a recommendation's own spelling: mistyped, run together, cut in two, or as initials."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from match.index import Index, Indexed, Term
from match.words import as_figure, is_content, is_misspelling, is_telling, stem

_SHORTEST_INITIALS, _LONGEST_INITIALS = 2, 6
_SHORTEST_JOINED = 5
"""Words shorter than this are not two words run together."""


@dataclass(frozen=True, slots=True)
class Spelt:
    """A word of the row as the recommendation spells it, and where it stood in the row."""

    term: Term
    origin: int


def read_as(words: Sequence[str], entry: Indexed, index: Index) -> tuple[Spelt, ...]:
    """Return the words of a row that carry meaning, spelt as ``entry`` spells its own where they are its words."""
    stems = {term.stem for term in entry.terms}
    read: list[Spelt] = []
    halved = False
    for position, word in enumerate(words):
        if halved:
            halved = False
        elif stem(word) in stems:
            read.append(Spelt(Term(word, stem(word)), position))
        elif (whole := _joined(words[position : position + 2], entry)) is not None:
            read.append(Spelt(whole, position))
            halved = True
        elif is_content(word):
            read.extend(Spelt(term, position) for term in _respelt(word, entry, index))
    return tuple(read)


def _joined(halves: Sequence[str], entry: Indexed) -> Term | None:
    """Return the recommendation's word that two words of the row make together ("safe guarding")."""
    whole = "".join(halves)
    if len(halves) == 1 or len(whole) < _SHORTEST_JOINED:
        return None
    own = stem(whole)
    return next((Term(whole, own) for term in entry.terms if term.stem == own), None)


def _respelt(word: str, entry: Indexed, index: Index) -> tuple[Term, ...]:
    """Return the words of the recommendation that ``word`` stands for; none for a small word mistyped."""
    own = Term(word, stem(word))
    initials = _spelt_out(word, entry)
    if initials or index.knows(own):
        return initials or _cut(word, entry, exactly=True) or (own,)
    meant = next((other for other in entry.terms if is_misspelling(word, other.word)), None)
    if meant is not None:
        return (Term(word, meant.stem),)
    if any(is_misspelling(word, other) for other in entry.small_words):
        return ()
    return _cut(word, entry, exactly=False) or (own,)


def _cut(word: str, entry: Indexed, *, exactly: bool) -> tuple[Term, ...]:
    """Return the neighbours in the recommendation that ``word`` runs together ("healthvisitors", "thepolicy")."""
    if len(word) < _SHORTEST_JOINED:
        return ()
    for first, second in pairwise(entry.words):
        if word == first + second or (not exactly and _runs_together(word, first, second)):
            return tuple(Term(each, stem(each)) for each in (first, second) if is_content(each))
    return ()


def _runs_together(word: str, first: str, second: str) -> bool:
    """Whether ``word`` is the two words with the space lost, each at most mistyped."""
    if word[0] != first[0] and not first.isdigit():
        return False
    cuts = range(len(first) - 1, len(first) + 2)
    return any(
        _is_spelling(word[:cut], first) and _is_spelling(word[cut:], second) for cut in cuts if 0 < cut < len(word)
    )


def _is_spelling(written: str, word: str) -> bool:
    if as_figure(written) == word or stem(written) == stem(word):
        return True
    return not is_telling(word) and is_misspelling(written, word)


def _spelt_out(word: str, entry: Indexed) -> tuple[Term, ...]:
    """Return the neighbours in the recommendation whose first letters ``word`` is ("DV" for domestic violence)."""
    letters = word.removesuffix("s")
    if not _SHORTEST_INITIALS <= len(letters) <= _LONGEST_INITIALS:
        return ()
    start = entry.initials.find(letters)
    return entry.terms[start : start + len(letters)] if start >= 0 else ()

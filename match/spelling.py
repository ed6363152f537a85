"""A row's words read in a recommendation's own spelling: mistyped, run together, cut in two, or as initials."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from match.index import Index, Indexed
from match.terms import Term
from match.words import as_figure, is_content, is_misspelling, is_slip_in_place, is_telling, stem

_SHORTEST_INITIALS, _LONGEST_INITIALS = 2, 6
_SHORTEST_JOINED = 5
"""Words shorter than this are not two words run together."""

_NEIGHBOURS, _NEIGHBOURS_NEEDED = (-2, -1, 1, 2), 2
"""Which words around a mistyped one are looked at, and how many of them must agree for its place to be known."""


@dataclass(frozen=True, slots=True)
class Spelt:
    """A word of the row as the recommendation spells it, and where it stood in the row."""

    term: Term
    origin: int


def read_as(words: Sequence[str], entry: Indexed, index: Index) -> tuple[Spelt, ...]:
    """Return the words of a row that carry meaning, spelt as ``entry`` spells its own where they are its words."""
    stems = {term.stem for term in entry.terms}
    abbreviations = [term for term in entry.terms if _is_initials(term.word, index)]
    read: list[Spelt] = []
    to_skip = 0
    for position, word in enumerate(words):
        if to_skip:
            to_skip -= 1
        elif stem(word) in stems:
            read.append(Spelt(Term(word, stem(word)), position))
        elif (whole := _joined(words[position : position + 2], entry)) is not None:
            read.append(Spelt(whole, position))
            to_skip = 1
        elif (short := _abbreviated(words[position:], abbreviations)) is not None:
            read.append(Spelt(short, position))
            to_skip = len(short.word) - 1
        elif is_content(word):
            read.extend(Spelt(term, position) for term in _respelt(words, position, entry, index))
    return tuple(read)


def _joined(halves: Sequence[str], entry: Indexed) -> Term | None:
    """Return the recommendation's word that two words of the row make together ("safe guarding")."""
    whole = "".join(halves)
    if len(halves) == 1 or len(whole) < _SHORTEST_JOINED:
        return None
    own = stem(whole)
    return next((Term(whole, own) for term in entry.terms if term.stem == own), None)


def _is_initials(word: str, index: Index) -> bool:
    return _SHORTEST_INITIALS <= len(word) <= _LONGEST_INITIALS and index.is_abbreviation(word)


def _abbreviated(words: Sequence[str], abbreviations: Iterable[Term]) -> Term | None:
    """Return which of a recommendation's abbreviations the next words of the row write out ("social workers": SWs)."""
    for term in abbreviations:
        written_out = words[: len(term.word)]
        if all(map(is_content, written_out)) and "".join(word[0] for word in written_out) == term.word:
            return term
    return None


def _respelt(words: Sequence[str], position: int, entry: Indexed, index: Index) -> tuple[Term, ...]:
    """Return the words of the recommendation that a word of the row stands for; none for a small word mistyped."""
    word = words[position]
    own = Term(word, stem(word))
    is_known = index.knows(own)
    meant = () if is_known else _mistyped(words, position, entry, index)
    meant = meant or _cut(word, entry, index) or _spelt_out(word, entry)
    if not meant:
        return (own,)
    return tuple(Term(word, stem(each)) for each in meant if is_content(each))


def _mistyped(words: Sequence[str], position: int, entry: Indexed, index: Index) -> tuple[str, ...]:
    """Return the word of the recommendation that a word of the row is a misspelling of, if it is of one."""
    word = words[position]
    whole = [term.word for term in entry.terms if not index.is_abbreviation(term.word)]
    meant = next((each for each in (*whole, *entry.small_words) if is_misspelling(word, each)), None) or next(
        (entry.words[at] for at in range(len(entry.words)) if _is_in_place(words, position, entry, at)), None
    )
    return () if meant is None or index.is_abbreviation(meant) else (meant,)


def _is_in_place(words: Sequence[str], position: int, entry: Indexed, at: int) -> bool:
    """Whether a word of the row is the recommendation's word at ``at`` mistyped, as two neighbours bear out."""
    if not is_slip_in_place(words[position], entry.words[at]):
        return False
    places = ((position + step, at + step) for step in _NEIGHBOURS)
    agreeing = sum(
        0 <= mine < len(words) and 0 <= theirs < len(entry.words) and words[mine] == entry.words[theirs]
        for mine, theirs in places
    )
    return agreeing >= _NEIGHBOURS_NEEDED


def _cut(word: str, entry: Indexed, index: Index) -> tuple[str, ...]:
    """Return the neighbours in the recommendation that ``word`` runs together ("healthvisitors", "thepolicy")."""
    exactly = len(word) < _SHORTEST_JOINED or index.knows(Term(word, stem(word)))
    for pair in pairwise(entry.words):
        if word == "".join(pair):
            return pair
        if not exactly and not any(map(index.is_abbreviation, pair)) and _runs_together(word, *pair):
            return pair
    return ()


def _runs_together(word: str, first: str, second: str) -> bool:
    """Whether ``word`` is the two words with the space lost, each at most mistyped."""
    if word[0] != first[0] and not first.isdigit():
        return False
    cuts = range(1, len(word)) if first.isdigit() else range(len(first) - 1, len(first) + 2)
    return any(
        _is_spelling(word[:cut], first) and _is_spelling(word[cut:], second) for cut in cuts if 0 < cut < len(word)
    )


def _is_spelling(written: str, word: str) -> bool:
    if as_figure(written) == word or stem(written) == stem(word):
        return True
    return not is_telling(word) and is_misspelling(written, word)


def _spelt_out(word: str, entry: Indexed) -> tuple[str, ...]:
    """Return the neighbours in the recommendation whose first letters ``word`` is ("DV" for domestic violence)."""
    letters = word.removesuffix("s")
    if not _SHORTEST_INITIALS <= len(letters) <= _LONGEST_INITIALS:
        return ()
    start = entry.initials.find(letters)
    return tuple(term.word for term in entry.terms[start : start + len(letters)]) if start >= 0 else ()

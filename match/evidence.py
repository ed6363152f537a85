"""Which recommendations a row's words prove it to be about: rules, never a score.

A score calibrated on perturbations of the list itself, with the rules as vetoes, was tried on top of them. Set so high
that it takes nothing wrong it links 4 to 14 in a hundred lightly reworded rows and 1 in 104 reworded by hand; one
detail changed to a word no table knows ("every domestic homicide") scores no lower than those. A person sees both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from match.alignment import Alignment, align
from match.index import Index, Indexed, Scores, heaviest
from match.reading import Row
from match.settings import LinkSettings
from match.small_words import turns_about
from match.words import is_content, is_real_word, stem

_COMPARED = 30
"""How many recommendations are laid against a row word by word; one the row proves is always among the first."""

_LONGEST = 1_500
"""No row of this many words is a recommendation or several; comparing it word by word would take minutes."""

_FEWEST_WORDS_IN_FULL = 2
"""A recommendation of one word is not proved by that word."""

_FIRST_WORDS, _FIRST_WORDS_FACTOR = 5, 0.6
"""From how many words on, small words counted, a recommendation's beginning is quoted and not hit by accident;
and how much of the weight needed elsewhere is then enough. Four words are often no more than who should act."""

_MIDDLE_FACTOR = 2.0
"""Words from a recommendation's middle, with neither its beginning nor its end, must weigh this much more."""

_TURNED_ROUND = 5
"""How many words with a meaning a row needs to be known with its two halves exchanged."""


_FEWEST_PARTS = 2


_PART = 0.2
"""How much of a recommendation a part of it leaves out at an end. Less, with no dots to say so, may be a changed
detail: "all staff" made "staff", or "within six weeks" left off."""


class Proof(StrEnum):
    """How a row's words agree with a recommendation it proves."""

    IN_FULL = "in full"
    TURNED_ROUND = "turned round"
    IN_PART = "in part"


@dataclass(frozen=True, slots=True)
class TextEvidence:
    """What a row's words prove."""

    alignments: tuple[Alignment, ...]
    """Against the recommendations that nothing rules out, best first."""
    verified: tuple[Alignment, ...]
    """Those whose recommendation the whole row agrees with; the row is about it if there is exactly one."""
    parts: tuple[Alignment, ...]
    """Two or more recommendations that the row holds one after the other."""
    proof: Proof
    turned_about: tuple[Alignment, ...] = ()
    """Those whose words the row has, with small words that say something else."""

    @property
    def quoted(self) -> tuple[Alignment, ...]:
        """Against each recommendation whose words the row quotes."""
        return self.verified or self.parts


def weigh(row: Row, index: Index, settings: LinkSettings, shared: Scores) -> TextEvidence:
    """Lay ``row`` against the recommendations it shares words with and return what its words prove.

    ``shared`` is the weight of the words it shares with each, zero for those that are ruled out.
    """
    if row.says_nothing or len(row.words) > _LONGEST:
        return TextEvidence((), (), (), Proof.IN_PART)
    nearest = (index.entries[position] for position in heaviest(shared, _COMPARED))
    alignments = sorted((align(row.words, entry, index) for entry in nearest), key=lambda each: -each.weight)
    proved = tuple(each for each in alignments if each.covers_row and _proves(each, row, settings))
    turned_about = tuple(each for each in proved if turns_about(each, row.words))
    verified = tuple(each for each in proved if each not in turned_about)
    verified = verified or tuple(each for each in alignments if _is_cut_in_a_word(each, row, settings, index))
    # Dots say that there is more, so the recommendation the row has in full is no likelier than one that goes on.
    in_full = () if row.is_cut and len(verified) > 1 else tuple(each for each in verified if each.covers_entry)
    if in_full:
        return TextEvidence(tuple(alignments), in_full, (), Proof.IN_FULL)
    turned = tuple(each for each in alignments if _is_turned_round(each, index, settings))
    if turned and not verified:
        return TextEvidence(tuple(alignments), turned, (), Proof.TURNED_ROUND)
    parts = () if verified else _parts(alignments, row, settings, index)
    return TextEvidence(tuple(alignments), verified, parts, Proof.IN_PART, turned_about)


def _proves(found: Alignment, row: Row, settings: LinkSettings) -> bool:
    """Whether a row that agrees throughout is enough to know the recommendation by."""
    if _quotes_beginning(found.entry, row.words) and (row.is_cut or _ends_like_a_part(found)):
        return found.weight >= _FIRST_WORDS_FACTOR * settings.minimum_weight
    return _is_enough(found, settings, is_cut=row.is_cut)


def _is_cut_in_a_word(found: Alignment, row: Row, settings: LinkSettings, index: Index) -> bool:
    """Whether a row breaks off inside the word that the recommendation has next, which shows that more followed."""
    agreeing = len(found.row) - 1
    if not (row.breaks_off and found.is_clean and found.pairs[0][0] == 0 and len(found.pairs) == agreeing):
        return False
    rest, following = found.row[-1], found.entry.terms[found.pairs[-1][1] + 1 :]
    is_last = found.origins[-1] == len(row.words) - 1
    if not is_last or index.knows(rest) or is_real_word(rest.word):
        return False
    is_next = bool(following) and following[0].word.startswith(rest.word)
    return is_next and _is_enough(found, settings, is_cut=True) and not turns_about(found, row.words)


def _is_enough(found: Alignment, settings: LinkSettings, *, is_cut: bool = False) -> bool:
    """Whether a clean stretch is enough to know the recommendation by."""
    if found.covers_entry:
        return len(found.pairs) >= _FEWEST_WORDS_IN_FULL
    if not _begins_like_a_part(found) or not (is_cut or _ends_like_a_part(found)):
        return False
    needed = settings.minimum_weight * (1.0 if _has_an_end(found) else _MIDDLE_FACTOR)
    return found.weight >= needed and len(found.pairs) >= settings.minimum_words


def _begins_like_a_part(found: Alignment) -> bool:
    """Whether the recommendation's beginning is there, or so much is missing that the row is plainly a later part."""
    return _is_part(found.pairs[0][1], found)


def _ends_like_a_part(found: Alignment) -> bool:
    """Whether the recommendation's end is there, or so much is missing that the row is plainly an earlier part."""
    return _is_part(len(found.entry.terms) - 1 - found.pairs[-1][1], found)


def _is_part(missing: int, found: Alignment) -> bool:
    return missing == 0 or missing >= _PART * len(found.entry.terms)


def _is_turned_round(found: Alignment, index: Index, settings: LinkSettings) -> bool:
    """Whether a row is the whole recommendation turned round, and long enough for that to be no accident."""
    weight = sum(index.weight(term.stem) for term in found.row)
    return found.is_turned_round and len(found.row) >= _TURNED_ROUND and weight >= settings.minimum_weight


def _quotes_beginning(entry: Indexed, words: Sequence[str]) -> bool:
    """Whether the row is the recommendation's first words, word for word."""
    return len(words) >= _FIRST_WORDS and tuple(words) == entry.words[: len(words)]


def _has_an_end(found: Alignment) -> bool:
    """Whether the stretch holds the recommendation's first or its last word."""
    return found.pairs[0][1] == 0 or found.pairs[-1][1] == len(found.entry.terms) - 1


def _parts(alignments: Sequence[Alignment], row: Row, settings: LinkSettings, index: Index) -> tuple[Alignment, ...]:
    """Return the recommendations, each in full, that make up the row one after the other; none if in doubt."""
    weights = [index.weight(stem(word)) if is_content(word) else 0.0 for word in row.words]
    pieces = [
        each
        for each in alignments
        if each.covers_entry and _is_enough(each, settings) and not turns_about(each, row.words)
    ]
    chosen: list[Alignment] = []
    for piece in pieces:
        if any(_is_inside(piece, other) for other in chosen):
            continue
        if any(_shared(piece, other, weights) > settings.largest_overlap for other in chosen):
            return ()
        chosen.append(piece)
    if len(chosen) < _FEWEST_PARTS or _left_over(chosen, row):
        return ()
    return tuple(sorted(chosen, key=lambda each: each.span))


def _shared(one: Alignment, other: Alignment, weights: Sequence[float]) -> float:
    """Return how much of the shorter stretch the other claims too, from 0 to 1."""
    start, end = max(one.span[0], other.span[0]), min(one.span[1], other.span[1])
    return sum(weights[start:end]) / min(sum(weights[slice(*each.span)]) for each in (one, other))


def _is_inside(piece: Alignment, other: Alignment) -> bool:
    """Whether ``piece`` claims less than ``other`` and nothing else."""
    return other.span[0] <= piece.span[0] and piece.span[1] <= other.span[1] and piece.span != other.span


def _left_over(chosen: Sequence[Alignment], row: Row) -> tuple[str, ...]:
    """Return the words that none of the stretches claims, but for the numbers in front of them."""
    claimed = {position for each in chosen for position in range(*each.span)}
    left = (word for position, word in enumerate(row.words) if position not in claimed)
    return tuple(word for word in left if is_content(word) and word not in row.numbers)


def overlapping(one: Alignment, other: Alignment) -> bool:
    """Whether two rows quote the same words of one recommendation."""
    mine, theirs = ({entry for _, entry in each.pairs} for each in (one, other))
    return bool(mine & theirs)

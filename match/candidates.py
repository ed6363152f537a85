"""The recommendations a person should look at for one row: five at most, the likeliest first, each with its reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from match.folding import fold_kind
from match.index import Index, Indexed
from match.model import Candidate
from match.numbering import carries_number_of, with_its_number
from match.ranking import Ranked, Ranking
from match.reading import Row, has_words
from match.reasons import why_candidate
from match.settings import LinkSettings
from match.signals import agreements, contradictions
from match.surroundings import Surroundings, read_surroundings
from match.verdict import Case, Verdict

_NUMBER_BONUS = 0.05
"""How much the row's number lifts a candidate: it orders equals, and does not outweigh a sentence."""

_NUMBER_BONUS_OF_A_TITLE = 0.6
"""How much it lifts one where the row has only a word or two besides: then the number says more than the words."""

_NUMBER_ALONE = 0.5
"""The likeness shown for a row that has a number only: half of what could agree is there to agree."""

_MUCH_MORE_ALIKE = 0.1
"""How much more alike than the first one that is ruled out must be to take a place among those shown."""

_INITIALS_BONUS = 0.1
_SHORTEST_INITIALS, _LONGEST_INITIALS = 2, 5
"""How much a candidate is lifted that writes out what the row abbreviates, and how long initials are."""

_CLAIMED = 0.1
"""How much what another row of the document is about comes further down, but for rows that say the same."""

_TITLE = 3
"""How many words with a meaning a row may have and still be a title."""


_GUESS_BONUS = 0.05
"""How much a guessed agency lifts its own recommendations: it orders equals."""


@dataclass(frozen=True, slots=True)
class Shortlist:
    """The candidates of one row."""

    candidates: tuple[Candidate, ...]
    best: float
    """The greatest likeness, from 0 to 1, even to one that the agency or the kind contradicts."""


class Candidates:
    """Chooses the candidates of a document's rows."""

    def __init__(self, index: Index, settings: LinkSettings) -> None:
        self._index = index
        self._shown = settings.candidates_shown
        self._ranking = Ranking(index)

    def choose(self, verdicts: Sequence[Verdict]) -> list[Shortlist]:
        """Return the candidates of each row of one document: linked or named ones, equal ones, then by likeness."""
        around = read_surroundings(verdicts)
        return [self._of(verdict, place, around) for place, verdict in enumerate(verdicts)]

    def _of(self, verdict: Verdict, place: int, around: Surroundings) -> Shortlist:
        case = verdict.case
        has_own_words = has_words(case.row)
        ranked = self._by_words(case, around) if has_own_words else self._by_number(case.row, place, around)
        likeness = {each.entry.position: each.likeness for each in ranked}
        first = [*verdict.entries, *verdict.named, *(each.entry for each in case.evidence.verified)]
        ordered = {each.position: each for each in (*first, *(each.entry for each in ranked))}
        shown = self._with_its_number(case.row, self._with_most_alike(list(ordered.values()), ranked), ranked)
        candidates = tuple(
            Candidate(
                each.recommendation.id,
                round(100 * likeness.get(each.position, 0.0), 1),
                why_candidate(case.row, each, self._index),
            )
            for each in shown
        )
        return Shortlist(candidates, max(likeness.values(), default=0.0))

    def _with_most_alike(self, ordered: Sequence[Indexed], ranked: Sequence[Ranked]) -> list[Indexed]:
        """Return the first few, the last of them the most alike of all if it would otherwise not be seen.

        Those ruled out come last however alike they are, and one of them may be what an agency given wrongly hides.
        """
        shown = list(ordered[: self._shown])
        most = max(ranked, key=lambda each: each.likeness, default=None)
        if most is None or most.entry in shown or most.likeness < ranked[0].likeness + _MUCH_MORE_ALIKE:
            return shown
        return [*shown[: self._shown - 1], most.entry]

    def _with_its_number(self, row: Row, shown: Sequence[Indexed], ranked: Sequence[Ranked]) -> list[Indexed]:
        """Return ``shown`` with what has the row's number put last but one where it would otherwise not be seen.

        Words that share nothing with their recommendation may still carry its number.
        """
        others = (each.entry for each in ranked if carries_number_of(row, each.entry))
        numbered = [each for each in others if each not in shown and not self._conflicts(row, each)]
        if len(numbered) != 1 or len(shown) < self._shown:
            return list(shown)
        return [*shown[: self._shown - 2], numbered[0], shown[-1]]

    def _by_words(self, case: Case, around: Surroundings) -> list[Ranked]:
        """Return the candidates by likeness; those the agency or the kind contradicts come last."""
        row = case.row
        numbered = (each.position for each in with_its_number(row, self._index, row.query.agency))
        pool = dict.fromkeys([*case.pool, *numbered])
        ruled_out = self._ruled_out(row, pool)
        initials = self._initials(row)
        lifted = [
            Ranked(each.entry, min(1.0, each.likeness + self._lift(row, each.entry, initials)))
            for each in self._ranking.rank(row, pool, ruled_out)
        ]
        return sorted(lifted, key=lambda each: (each.entry.position in ruled_out, self._order(each, around)))

    def _order(self, ranked: Ranked, around: Surroundings) -> float:
        """Return what a candidate is sorted by: its likeness, and whether another row is about it."""
        return _CLAIMED * (ranked.entry.position in around.claimed) - ranked.likeness

    def _lift(self, row: Row, entry: Indexed, initials: Sequence[str]) -> float:
        """Return what the number, a guessed agency, and initials that are written out add to the likeness."""
        bonus = _NUMBER_BONUS_OF_A_TITLE if len(row.terms) <= _TITLE else _NUMBER_BONUS
        is_guess_right = not row.query.agency_is_certain and "agency" in agreements(
            row.query, entry.recommendation, self._index
        )
        spelt_out = sum(letters in entry.initials and letters not in entry.words for letters in initials)
        return bonus * carries_number_of(row, entry) + _GUESS_BONUS * is_guess_right + _INITIALS_BONUS * spelt_out

    def _initials(self, row: Row) -> list[str]:
        """Return the short words of the row that the list has in capitals or not at all: initials, it may be."""
        words = {term.word.removesuffix("s"): self._index.knows(term) for term in row.terms}
        return [
            word
            for word, is_known in words.items()
            if _SHORTEST_INITIALS <= len(word) <= _LONGEST_INITIALS
            and (not is_known or self._index.is_abbreviation(word))
        ]

    def _ruled_out(self, row: Row, pool: Iterable[int]) -> set[int]:
        """Return the positions in ``pool`` whose agency or kind contradicts the row; both are few, and asked once."""
        by_source: dict[tuple[str, str], list[Indexed]] = defaultdict(list)
        for position in pool:
            entry = self._index.entries[position]
            by_source[entry.recommendation.agency, entry.recommendation.kind].append(entry)
        return {each.position for found in by_source.values() if self._conflicts(row, found[0]) for each in found}

    def _conflicts(self, row: Row, entry: Indexed) -> bool:
        return bool(contradictions(row.query, entry.recommendation, self._index))

    def _by_number(self, row: Row, place: int, around: Surroundings) -> list[Ranked]:
        """Return what has the row's number, then what no other row is about, nearest to its neighbours first."""
        agency = row.query.agency or around.agency
        numbered = with_its_number(row, self._index, agency)
        free = [
            self._index.entries[position]
            for position in (self._index.of_agency(agency).tolist() if agency else ())
            if position not in around.claimed
        ]
        if self._index.has_kind(row.query.kind):
            free = [each for each in free if fold_kind(each.recommendation.kind) == fold_kind(row.query.kind)]
        expected = around.expected(place, agency)
        free.sort(key=lambda each: abs(each.position - expected) if expected is not None else 0)
        return [*(Ranked(each, _NUMBER_ALONE) for each in numbered), *(Ranked(each, 0.0) for each in free)]

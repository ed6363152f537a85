"""The recommendations a person should look at for one row: five at most, the likeliest first, each with its reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from match.index import Index, Indexed, fold_agency, fold_kind
from match.model import Candidate
from match.numbering import carries_number_of, with_its_number
from match.ranking import Ranked, Ranking
from match.reading import Row
from match.reasons import why_candidate
from match.settings import LinkSettings
from match.signals import contradictions
from match.verdict import Case, Verdict

_NUMBER_BONUS = 0.05
"""How much the row's number lifts a candidate: it orders equals, and does not outweigh a sentence."""

_NUMBER_BONUS_OF_A_TITLE = 0.6
"""How much it lifts one where the row has only a word or two besides: then the number says more than the words."""

_NUMBER_ALONE = 0.5
"""The likeness shown for a row that has a number only: half of what could agree is there to agree."""

_TITLE = 3
"""How many words with a meaning a row may have and still be a title."""


class Candidates:
    """Chooses the candidates of a document's rows."""

    def __init__(self, index: Index, settings: LinkSettings) -> None:
        self._index = index
        self._shown = settings.candidates_shown
        self._ranking = Ranking(index)

    def choose(self, verdicts: Sequence[Verdict]) -> list[tuple[Candidate, ...]]:
        """Return the candidates of each row of one document: linked ones, equal ones, then by likeness."""
        return [self._of(verdict, self._unclaimed(verdicts, place)) for place, verdict in enumerate(verdicts)]

    def _of(self, verdict: Verdict, unclaimed: Iterable[Indexed]) -> tuple[Candidate, ...]:
        case = verdict.case
        ranked = self._ranked(case)
        likeness = {each.entry.position: each.likeness for each in ranked}
        first = [*verdict.entries, *(each.entry for each in case.evidence.verified)]
        others = [] if case.row.terms and not case.row.says_nothing else unclaimed
        ordered = {each.position: each for each in (*first, *(each.entry for each in ranked), *others)}
        return tuple(
            Candidate(
                each.recommendation.id,
                round(100 * likeness.get(each.position, 0.0), 1),
                why_candidate(case.row, each, self._index),
            )
            for each in list(ordered.values())[: self._shown]
        )

    def _ranked(self, case: Case) -> list[Ranked]:
        """Return the candidates by likeness; those the agency or the kind contradicts come last."""
        row = case.row
        if row.says_nothing:
            return [Ranked(each, _NUMBER_ALONE) for each in with_its_number(row, self._index)]
        bonus = _NUMBER_BONUS_OF_A_TITLE if len(row.terms) <= _TITLE else _NUMBER_BONUS
        pool = dict.fromkeys([*case.pool, *(each.position for each in with_its_number(row, self._index))])
        lifted = [
            Ranked(each.entry, min(1.0, each.likeness + bonus * carries_number_of(row, each.entry)))
            for each in self._ranking.rank(row, pool)
        ]
        return sorted(lifted, key=lambda each: (self._conflicts(row, each.entry), -each.likeness))

    def _conflicts(self, row: Row, entry: Indexed) -> int:
        return len(contradictions(row.query, entry.recommendation, self._index))

    def _unclaimed(self, verdicts: Sequence[Verdict], place: int) -> list[Indexed]:
        """Return what the agency has of the row's kind and no other row is about, nearest to its neighbours first."""
        query = verdicts[place].case.row.query
        claimed = {entry.position for each in verdicts for entry in each.entries}
        found = [
            self._index.entries[position]
            for position in self._index.of_agency(query.agency).tolist()
            if query.agency and position not in claimed
        ]
        if self._index.has_kind(query.kind):
            found = [each for each in found if fold_kind(each.recommendation.kind) == fold_kind(query.kind)]
        expected = _expected(verdicts, place)
        return found if expected is None else sorted(found, key=lambda each: abs(each.position - expected))


def _expected(verdicts: Sequence[Verdict], place: int) -> float | None:
    """Return where on the list the row's recommendation would stand if the document kept its order."""
    agency = fold_agency(verdicts[place].case.row.query.agency)
    linked = [
        (abs(at - place), at, each.entries[0].position)
        for at, each in enumerate(verdicts)
        if each.is_linked and fold_agency(each.entries[0].recommendation.agency) == agency
    ]
    if not linked:
        return None
    _, at, position = min(linked)
    return position + (place - at)

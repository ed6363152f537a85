"""The rows of one document judged together: what words prove, what numbers and ids add, who claims what twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from match.evidence import Proof, overlapping
from match.index import Index, Indexed
from match.lexicon import HAPPENING_WORDS
from match.model import Choice
from match.numbering import Anchor, Numbering, pointed_at, read_numbering
from match.own_ids import judge_ids
from match.reasons import (
    NO_WORDS_NO_NUMBER,
    NUMBER_CONTRADICTED,
    NUMBER_NOT_ENOUGH,
    NUMBER_NOT_FOUND,
    NUMBER_WITHOUT_AGENCY,
    claimed_before,
    decided_alike,
    more_numbers_than_words,
    number_points_elsewhere,
    several_fit,
    words_not_proved,
)
from match.settings import LinkSettings
from match.verdict import Case, Ground, Verdict

_ANCHORS = frozenset({Ground.DECISION, Ground.WORDS_IN_FULL, Ground.WORDS_IN_PART})
"""Links that stand without the number, and so can tell whether a document's numbers are the list's."""

_GROUNDS = {
    Proof.IN_FULL: Ground.WORDS_IN_FULL,
    Proof.TURNED_ROUND: Ground.WORDS_TURNED_ROUND,
    Proof.IN_PART: Ground.WORDS_IN_PART,
}

_BY_WORDS = frozenset({Ground.WORDS_IN_PART, Ground.SEVERAL_PARTS})

_NEAR_DUPLICATE = 0.5
"""From this share of common words on, one recommendation may have been taken for another."""

_FEWEST_REARRANGED = 6
"""Fewer words than this stand together by chance."""

_FEW_WORDS = 3
"""A row of so few words is a title, and with its number enough if the recommendation has them all."""


def judge(cases: Sequence[Case], index: Index, settings: LinkSettings) -> list[Verdict]:
    """Return a verdict for each row of one document, in order."""
    verdicts = [_by_words(case, index) for case in cases]
    anchors = (Anchor(each.case.row, each.entries[0]) for each in verdicts if _is_anchor(each))
    numbering = read_numbering((each.row for each in cases), anchors, index, settings)
    verdicts = [_by_number(each, numbering, index) for each in verdicts]
    verdicts = _without_second_claims(judge_ids(verdicts, index, settings))
    return [_reminded(each, index) for each in verdicts]


def _reminded(verdict: Verdict, index: Index) -> Verdict:
    """Add to a row that needs a person what was decided about one much like it."""
    near = verdict.case.near
    if near is None or verdict.is_linked:
        return verdict
    named = tuple(index.entries[index.position_of[each]] for each in near.ids if each in index.position_of)
    return replace(verdict, named=(*named, *verdict.named), doubts=(decided_alike(near), *verdict.doubts))


def _is_anchor(verdict: Verdict) -> bool:
    return verdict.ground in _ANCHORS and len(verdict.entries) == 1


def _by_words(case: Case, index: Index) -> Verdict:
    """Return what the decision or the words alone prove."""
    evidence = case.evidence
    if case.decision is not None:
        return _by_decision(case, index)
    if case.row.is_empty:
        return Verdict(case, doubts=(NO_WORDS_NO_NUMBER,))
    if len(evidence.verified) == 1:
        return Verdict(case, (evidence.verified[0].entry,), _GROUNDS[evidence.proof])
    if evidence.verified:
        return Verdict(case, doubts=(several_fit([each.entry for each in evidence.verified]),))
    if evidence.parts:
        return Verdict(case, tuple(each.entry for each in evidence.parts), Ground.SEVERAL_PARTS)
    return Verdict(case, doubts=() if case.row.says_nothing else (words_not_proved(evidence),))


def _by_decision(case: Case, index: Index) -> Verdict:
    """Return what a person decided; whether the ids still exist is seen by whoever hands the link on."""
    decision = case.decision
    if decision is None or decision.choice is not Choice.LINK:
        return Verdict(case)
    places = [index.position_of.get(each) for each in decision.ids]
    if not places or None in places:
        return Verdict(case)
    return Verdict(case, tuple(index.entries[place] for place in places if place is not None), Ground.DECISION)


def _by_number(verdict: Verdict, numbering: Numbering, index: Index) -> Verdict:
    """Add what the row's number says: it breaks ties, stands for missing words, and may contradict."""
    row = verdict.case.row
    if verdict.case.decision is not None or not row.numbers:
        return verdict
    pointed = pointed_at(row, index)
    if verdict.is_linked:
        return _checked_against_number(verdict, pointed, numbering)
    if row.says_nothing:
        return _by_number_alone(verdict, pointed, numbering)
    if len(pointed) != 1 or not numbering.trusts(pointed[0]):
        return verdict
    ground = _ground_with_number(verdict, pointed[0])
    return verdict if ground is None else Verdict(verdict.case, pointed, ground)


def _ground_with_number(verdict: Verdict, pointed: Indexed) -> Ground | None:
    """Return why a row whose words do not settle it is about what its trusted number names, if it is."""
    verified = [each.entry for each in verdict.case.evidence.verified]
    if verified:
        return Ground.NUMBER_BETWEEN_EQUALS if pointed in verified else None
    if _is_rearranged(verdict, pointed):
        return Ground.REARRANGED_WITH_NUMBER
    return Ground.NUMBER_ALONE if _is_title_of(verdict, pointed) else None


def _is_rearranged(verdict: Verdict, entry: Indexed) -> bool:
    """Whether the row is the whole recommendation with one phrase in another place ("to reflect on ...").

    One that keeps the order is not meant: there a word more or less is a detail changed. Nor is one that begins
    otherwise or exchanges two names: who should act stands first, and whom it is done to somewhere after.
    """
    read = next((each.row for each in verdict.case.evidence.alignments if each.entry is entry), ())
    row = [term.stem for term in read if term.word not in HAPPENING_WORDS]
    own = [term.stem for term in entry.terms if term.word not in HAPPENING_WORDS]
    return len(own) >= _FEWEST_REARRANGED and _has_phrase_moved(row, own)


def _has_phrase_moved(row: Sequence[str], entry: Sequence[str]) -> bool:
    """Whether two neighbouring phrases of ``entry``, not the first, stand in ``row`` in the other order."""
    if len(row) != len(entry) or row == entry:
        return False
    start = next(at for at, (mine, its) in enumerate(zip(row, entry, strict=True)) if mine != its)
    kept = next(at for at, (mine, its) in enumerate(zip(reversed(row), reversed(entry), strict=True)) if mine != its)
    moved, stood = row[start : len(row) - kept], entry[start : len(entry) - kept]
    return start > 0 and any(moved == [*stood[at:], *stood[:at]] for at in range(1, len(stood)))


def _checked_against_number(verdict: Verdict, pointed: tuple[Indexed, ...], numbering: Numbering) -> Verdict:
    """Withdraw a link that a trusted number contradicts, unless the words leave no doubt, or that is one of several."""
    if len(pointed) > len(verdict.entries) and set(verdict.entries) < set(pointed):
        return Verdict(verdict.case, doubts=(more_numbers_than_words(verdict.entries, pointed),))
    is_among = {each.position for each in pointed} <= {each.position for each in verdict.entries}
    if is_among or not pointed or not numbering.is_outvoted(verdict.case.row):
        return verdict
    is_in_full = verdict.ground is Ground.WORDS_IN_FULL
    if is_in_full and len(pointed) == 1 and not _are_near(pointed[0], verdict.entries[0]):
        return verdict
    return Verdict(verdict.case, doubts=(number_points_elsewhere(verdict.entries, pointed),))


def _are_near(one: Indexed, other: Indexed) -> bool:
    """Whether two recommendations share so many words that one may be taken for the other."""
    mine, theirs = ({term.stem for term in each.terms} for each in (one, other))
    return len(mine & theirs) >= _NEAR_DUPLICATE * min(len(mine), len(theirs))


def _by_number_alone(verdict: Verdict, pointed: tuple[Indexed, ...], numbering: Numbering) -> Verdict:
    """Link a row that has nothing but its number, where the document's numbers are the list's."""
    query = verdict.case.row.query
    if not query.agency or not query.agency_is_certain:
        return replace(verdict, doubts=(NUMBER_WITHOUT_AGENCY,))
    if not pointed:
        return replace(verdict, doubts=(NUMBER_NOT_FOUND,))
    if numbering.contradicting:
        return replace(verdict, doubts=(NUMBER_CONTRADICTED,))
    if not all(numbering.trusts(each) for each in pointed):
        return replace(verdict, doubts=(NUMBER_NOT_ENOUGH,))
    return Verdict(verdict.case, pointed, Ground.NUMBER_ALONE)


def _is_title_of(verdict: Verdict, entry: Indexed) -> bool:
    """Whether the row is a few words, all of them words of ``entry``."""
    stems = {term.stem for term in entry.terms}
    terms = verdict.case.row.terms
    return len(terms) <= _FEW_WORDS and all(term.stem in stems for term in terms)


def _without_second_claims(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Withdraw links to a recommendation that another row of the document is about with better evidence."""
    claims: dict[int, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        for entry in verdict.entries:
            claims[entry.position].append(verdict)
    return [
        _unless_outclaimed(each, [other for entry in each.entries for other in claims[entry.position]])
        for each in verdicts
    ]


def _unless_outclaimed(verdict: Verdict, rivals: Sequence[Verdict]) -> Verdict:
    if not any(_outclaims(rival, verdict) for rival in rivals if rival is not verdict):
        return verdict
    return Verdict(verdict.case, doubts=(claimed_before(verdict.entries),))


def _outclaims(stronger: Verdict, weaker: Verdict) -> bool:
    """Whether ``stronger`` leaves no room for ``weaker``'s link."""
    if stronger.ground is None or weaker.ground is None or weaker.ground is Ground.DECISION:
        return False
    if stronger.ground.value >= weaker.ground.value or _are_one_row(stronger, weaker):
        return False
    if (stronger.ground, weaker.ground) == (Ground.OWN_ID, Ground.WORDS_IN_FULL):
        return False
    return weaker.ground not in _BY_WORDS or _quote_the_same(stronger, weaker)


def _are_one_row(one: Verdict, other: Verdict) -> bool:
    """Whether two rows go on about one recommendation: the same number, and the same words or none."""
    mine, theirs = one.case.row, other.case.row
    same_words = mine.words == theirs.words or mine.says_nothing or theirs.says_nothing
    return same_words and (mine.numbers == theirs.numbers or not mine.numbers or not theirs.numbers)


def _quote_the_same(stronger: Verdict, weaker: Verdict) -> bool:
    """Whether both rows quote the same words of one recommendation, the weaker one not all of them."""
    return any(
        overlapping(mine, theirs)
        for mine in stronger.case.evidence.verified
        for theirs in weaker.case.evidence.quoted
        if mine.entry.position == theirs.entry.position and not theirs.covers_entry
    )

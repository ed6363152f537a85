"""The sentences that tell an administrator why a row is linked, or why it is not."""

from __future__ import annotations

from collections.abc import Sequence

from match.evidence import TextEvidence
from match.index import Index, Indexed
from match.model import Decision
from match.reading import Row
from match.signals import agreements, contradictions
from match.terms import Term
from match.verdict import Ground, Verdict
from normalize.identifiers import fold_id, read_ids

_SHOWN = 4
"""How many words are quoted: enough to see what is meant."""


def why_linked(verdict: Verdict, index: Index) -> tuple[str, ...]:
    """Return why the row is linked to what it is linked to."""
    ids = names(verdict.entries)
    words = {
        Ground.DECISION: "",
        Ground.OWN_ID: f"The row carries the board's own ID of {ids}, and its words do not say otherwise",
        Ground.WORDS_IN_FULL: f"The words agree with {ids} in full",
        Ground.WORDS_TURNED_ROUND: f"The words agree with {ids} in full, its second half put first",
        Ground.WORDS_IN_PART: f"All the words given are words of {ids}, in its order, and of no other",
        Ground.SEVERAL_PARTS: f"The row holds the words of {ids}, one after the other",
        Ground.REARRANGED_WITH_NUMBER: (
            f"The row has the words of {ids}, none more and none fewer, in another order, and its number, and the "
            "other rows show that this document numbers its recommendations as the master list does"
        ),
        Ground.NUMBER_BETWEEN_EQUALS: (
            f"The words fit several recommendations; the number is that of {ids}, and the other rows of this document "
            "carry the numbers of the master list"
        ),
        Ground.NUMBER_ALONE: (
            f"The row has hardly any words of its own; its number is that of {ids}, and the other rows of this "
            "document carry the numbers of the master list"
        ),
    }[verdict.ground or Ground.DECISION]
    return (f"{words}{_agreeing(verdict.case.row, verdict.entries, index)}.",)


def _agreeing(row: Row, entries: Sequence[Indexed], index: Index) -> str:
    signals = agreements(row.query, entries[0].recommendation, index) if entries else ()
    if not signals:
        return "; the row does not say which agency it is from"
    return f"; the {' and the '.join(signals)} {'agree' if len(signals) > 1 else 'agrees'}"


def why_candidate(row: Row, entry: Indexed, index: Index) -> tuple[str, ...]:
    """Return what speaks for and against a candidate, besides its words."""
    against = contradictions(row.query, entry.recommendation, index)
    signs = [f"It has another {name} than the row." for name in against]
    if row.numbers and entry.recommendation.number in row.numbers and not against:
        signs.append("It has the row's number.")
    if _has_id(row, entry):
        signs.append("It has the row's ID.")
    if row.terms and not row.says_nothing:
        signs.append(_words_in_common(row, entry, index))
    return tuple(signs)


def _has_id(row: Row, entry: Indexed) -> bool:
    marked = {mark.id for mark in row.query.marks}
    return entry.recommendation.id in marked or fold_id(entry.recommendation.id) in read_ids(row.query.id_as_written)


def _words_in_common(row: Row, entry: Indexed, index: Index) -> str:
    stems = {term.stem for term in entry.terms}
    total = sum(index.weight(term.stem) for term in row.terms)
    common = sum(index.weight(term.stem) for term in row.terms if term.stem in stems)
    share = f"{round(100 * common / total)}%" if common else "none"
    return f"It has {share} of the row's words; rare words count for more."


def names(entries: Sequence[Indexed]) -> str:
    """Return the ids of ``entries`` as they stand in a sentence."""
    ids = [each.recommendation.id for each in entries]
    return ids[0] if len(ids) == 1 else f"{', '.join(ids[:-1])} and {ids[-1]}"


def several_fit(entries: Sequence[Indexed]) -> str:
    """Say that the words alone do not tell ``entries`` apart."""
    count = {2: "Two", 3: "Three", 4: "Four"}.get(len(entries), "Several")
    return f"{count} recommendations fit equally well: {names(entries[:5])}."


def words_not_proved(evidence: TextEvidence) -> str:
    """Say how the row differs from the recommendation it comes nearest to."""
    if not evidence.alignments or not evidence.alignments[0].pairs:
        return "No recommendation of this agency and kind has these words."
    nearest = evidence.alignments[0]
    name = nearest.entry.recommendation.id
    if nearest in evidence.turned_about:
        return (
            f'The row has the words of {name}, but small ones such as "by", "or" or "be" make them say something else.'
        )
    if strange := _without(nearest.row, nearest.entry.terms):
        return f"The nearest by its words is {name}, which does not have {strange}."
    if missing := _without(nearest.entry.terms, nearest.row):
        return f"The nearest by its words is {name}, but the row leaves out {missing}."
    return f"The row has the words of {name}, but in another order."


def _without(terms: Sequence[Term], others: Sequence[Term]) -> str:
    """Return the first few words that ``others`` do not have, in quotes."""
    stems = {term.stem for term in others}
    lacking = dict.fromkeys(term.word for term in terms if term.stem not in stems)
    return ", ".join(f'"{word}"' for word in list(lacking)[:_SHOWN])


NO_WORDS_NO_NUMBER = "The row has neither the words of a recommendation nor a number."
NUMBER_NOT_ENOUGH = (
    "The row has a number only, and the rows of this document that are known by their words do not show that it "
    "numbers its recommendations as the master list does, up to this number and beyond."
)
NUMBER_CONTRADICTED = (
    "The row has a number only, and other rows of this document number their recommendations otherwise."
)
NUMBER_WITHOUT_AGENCY = "The row has a number only, and it is not certain which agency it is from."
NUMBER_NOT_FOUND = "The row has a number only, and the master list has no such number for this agency and kind."
NOTHING_LIKE_IT = "Nothing on the master list is like it."


def number_points_elsewhere(entries: Sequence[Indexed], pointed: Sequence[Indexed]) -> str:
    """Say that words and number disagree."""
    return (
        f"The words fit {names(entries)}, but the number is that of {names(pointed)}, and the other rows of this "
        "document carry the numbers of the master list."
    )


def more_numbers_than_words(entries: Sequence[Indexed], pointed: Sequence[Indexed]) -> str:
    """Say that a row names more recommendations by number than it quotes."""
    return f"The row has the numbers of {names(pointed)}, but only the words of {names(entries)}."


def claimed_before(entries: Sequence[Indexed]) -> str:
    """Say that a stronger row of the document is about the same recommendation."""
    return f"Another row of this document is about {names(entries)} with better evidence."


def ids_disagree(entries: Sequence[Indexed], printed: str) -> str:
    """Say that the id in a row of a form was typed over."""
    return f'The row of the form was made for {names(entries)}, and now says "{printed}".'


def several_ids(entries: Sequence[Indexed]) -> str:
    """Say that a row of a form has cells of several rows."""
    return f"The row carries the IDs of {names(entries)} at once."


def for_another(entries: Sequence[Indexed]) -> str:
    """Say that an id is that of somebody else's recommendation."""
    owners = (", ".join(filter(None, (each.recommendation.agency, each.recommendation.kind))) for each in entries)
    whose = " and ".join(dict.fromkeys(owners))
    return f"The row carries the ID of {names(entries)}, which is for {whose}."


def words_against_id(entries: Sequence[Indexed], quoted: Sequence[Indexed]) -> str:
    """Say that a row has an id and the words of something else."""
    whose = f"are those of {names(quoted)}" if quoted else "are not its words"
    return f"The row carries the ID of {names(entries)}, but the words in it {whose}."


def reworded(entries: Sequence[Indexed]) -> str:
    """Say that a recommendation has other words now than when the form was made."""
    return f"The row carries the ID of {names(entries)}, which had other words when the form was made."


def copied_row(entries: Sequence[Indexed]) -> str:
    """Say that several rows of a form carry one id."""
    return f"Several rows of this form carry the ID of {names(entries)}: one was copied, and which is not known."


def decided_alike(decision: Decision) -> str:
    """Say what a person decided about a row much like this one."""
    ids = f" to {', '.join(decision.ids)}" if decision.ids else ""
    return f"A row much like it was decided by {decision.who} on {decision.when[:10]}: {decision.choice.value}{ids}."


def no_longer_listed(ids: Sequence[str]) -> str:
    """Say that a decision names recommendations the list no longer has."""
    return f"It was linked by decision to {', '.join(ids)}, which the master list no longer has."

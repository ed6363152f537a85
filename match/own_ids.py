"""The board's own ids that rows carry, printed or unseen in a form: believed as far as nothing speaks against them.

An id names a recommendation outright, and still may be wrong: retyped, or left in a row that was copied to make room
for another answer. So it links a row whose words bear it out or that has none, and every contradiction is a person's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from match.index import Index, Indexed
from match.model import Query
from match.reading import Row
from match.reasons import (
    copied_row,
    for_another,
    ids_disagree,
    reworded,
    several_ids,
    words_against_id,
)
from match.settings import LinkSettings
from match.signals import contradictions
from match.verdict import Ground, Verdict
from match.words import tokens
from normalize.forms import digest_words
from normalize.identifiers import fold_id, read_ids

_RETYPED_IN_FORM = 0.6
"""Which share of the words of a form's row, by weight, the recommendation must have for the row to be still its own."""
_RETYPED_ELSEWHERE = 0.99
"""The same where an id was typed as well: a detail changed may make another recommendation of it."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a row's ids say it is about."""

    entries: tuple[Indexed, ...]
    """The recommendations they name, each once."""
    is_sure: bool
    """Whether the form that the row is from was made of the very words the list has now."""
    has_marks: bool
    printed: str = ""
    """The printed id, where it is not that of the marks."""
    names_another: bool = False
    """Whether the printed id then is that of another recommendation."""


def judge_ids(verdicts: Sequence[Verdict], index: Index, settings: LinkSettings) -> list[Verdict]:
    """Return the verdicts on the rows of one document, with what the rows' own ids add to words and numbers."""
    claims = [read_claim(each.case.row.query, index) for each in verdicts]
    are_the_lists = _are_the_lists(verdicts, claims, settings)
    judged = [
        verdict if claim is None else _judge(verdict, claim, index, are_the_lists=are_the_lists)
        for verdict, claim in zip(verdicts, claims, strict=True)
    ]
    return _without_copies(judged, claims)


def read_claim(query: Query, index: Index) -> Claim | None:
    """Return what the ids of a row claim; None where it carries none that the list has."""
    by_print = next(filter(None, map(index.with_id, read_ids(query.id_as_written))), None)
    marks = {index.position_of[mark.id]: mark for mark in query.marks if mark.id in index.position_of}
    if not marks:
        return Claim((by_print,), is_sure=False, has_marks=False) if by_print else None
    entries = tuple(index.entries[position] for position in marks)
    is_sure = all(digest_words(each.recommendation.text) == marks[each.position].words for each in entries)
    named = {fold_id(each.recommendation.id) for each in entries}
    written = {fold_id(each) for each in (query.id_as_written, *query.id_as_written.split("\n"))}
    is_other = bool(query.id_as_written.strip()) and named.isdisjoint(written)
    return Claim(
        entries,
        is_sure,
        has_marks=True,
        printed=query.id_as_written.strip() if is_other else "",
        names_another=is_other and by_print is not None,
    )


def _are_the_lists(verdicts: Sequence[Verdict], claims: Sequence[Claim | None], settings: LinkSettings) -> bool:
    """Whether rows known by their words show that the printed ids of a document are those of the list."""
    known = [
        claim.entries == verdict.entries
        for verdict, claim in zip(verdicts, claims, strict=True)
        if claim and len(verdict.entries) == 1
    ]
    return all(known) and len(known) >= settings.anchors_needed


def _judge(verdict: Verdict, claim: Claim, index: Index, *, are_the_lists: bool) -> Verdict:
    """Return what the ids make of a row; the word of a person stands."""
    case = verdict.case
    if case.decision is not None:
        return verdict
    if doubt := _doubt(verdict, claim, index):
        return Verdict(case, doubts=(doubt,), named=claim.entries)
    if verdict.is_linked and set(verdict.entries) != set(claim.entries):
        return verdict
    if case.row.says_nothing and not (claim.is_sure or are_the_lists):
        return Verdict(case, verdict.entries, verdict.ground, verdict.doubts, named=claim.entries)
    return Verdict(case, claim.entries, Ground.OWN_ID)


def _doubt(verdict: Verdict, claim: Claim, index: Index) -> str:
    """Return what speaks against the ids of a row; empty where nothing does."""
    bears_out = verdict.is_linked and set(claim.entries) <= set(verdict.entries)
    if claim.names_another or (claim.printed and not bears_out):
        return ids_disagree(claim.entries, claim.printed)
    query = verdict.case.row.query
    if ruled_out := [each for each in claim.entries if contradictions(query, each.recommendation, index)]:
        return for_another(ruled_out)
    return "" if bears_out else _doubt_by_words(verdict, claim, index)


def _doubt_by_words(verdict: Verdict, claim: Claim, index: Index) -> str:
    """Return how the words of a row, which do not prove what its ids name, speak against them."""
    if verdict.is_linked:
        return words_against_id(claim.entries, verdict.entries)
    if len(claim.entries) > 1:
        return several_ids(claim.entries)
    if verdict.case.row.says_nothing or _agrees(verdict, claim, index):
        return ""
    is_reworded = claim.has_marks and not claim.is_sure
    return reworded(claim.entries) if is_reworded else words_against_id(claim.entries, ())


def _agrees(verdict: Verdict, claim: Claim, index: Index) -> bool:
    """Whether a row has the words of what it claims, or so many of them that it can only be that, typed anew."""
    (entry,) = claim.entries
    row, evidence = verdict.case.row, verdict.case.evidence
    if evidence.verified:
        return any(each.entry is entry for each in evidence.verified)
    if entry.words in (row.words, tuple(tokens(row.query.recommendation))):
        return True
    return _is_retyped(row, entry, index, _RETYPED_IN_FORM if claim.has_marks else _RETYPED_ELSEWHERE)


def _is_retyped(row: Row, entry: Indexed, index: Index, least: float) -> bool:
    """Whether at least so much of the row is in ``entry``, and no other recommendation has more of it."""
    shared = index.shared_weight(row.terms)
    total = sum(index.weight(stem) for stem in {term.stem for term in row.terms})
    own = float(shared[entry.position])
    return own >= least * total and own >= float(shared.max())


def _without_copies(verdicts: Sequence[Verdict], claims: Sequence[Claim | None]) -> list[Verdict]:
    """Withdraw the links of rows of a form that was made for one: somebody copied a row, and which one is not known."""
    marked = [
        verdict.entries if claim and claim.has_marks and set(claim.entries) == set(verdict.entries) else ()
        for verdict, claim in zip(verdicts, claims, strict=True)
    ]
    counts = Counter(entry.position for entries in marked for entry in entries)
    return [
        Verdict(verdict.case, doubts=(copied_row(entries),), named=entries)
        if verdict.ground is Ground.OWN_ID and any(counts[each.position] > 1 for each in entries)
        else verdict
        for verdict, entries in zip(verdicts, marked, strict=True)
    ]

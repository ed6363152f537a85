"""Answers that give no answer of their own but point to another: "As above", "See recommendation 5"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from ingest.numerals import NAMES
from normalize.kinds import read_kind
from normalize.references import read_numbers
from normalize.text import fold

LONGEST_REMARK = 40
"""Signs that may follow the pointing words ("See DAT action plan (not us)"); more of them are an answer."""


class Target(StrEnum):
    """Where an answer points to."""

    ABOVE = "the row above"
    BELOW = "the row below"
    RECOMMENDATION = "recommendation"
    SUMMARY = "the summary"
    OTHER_PLAN = "action plan"


@dataclass(frozen=True, slots=True)
class Pointing:
    """What a pointing answer names."""

    target: Target
    named: str = ""
    """The agency whose plan it is, as written; empty for the document's own rows."""
    numbers: tuple[str, ...] = ()
    kind: str = ""
    """What it calls the recommendation ("See overview recommendation 2"); empty where it says nothing."""


_SAYING = (
    r"(?:updates?|comments?|responses?|progress|answers?|entr(?:y|ies)|narrative|evidence|actions?|rows?|details?)"
)
_LOOK = (
    r"(?:please )?(?:see|refer(?: back)? to|cross[ -]?ref(?:erence|er)?(?: to| with)?|same as|duplicate of|duplicates"
    r"|linked to|links to|(?:as )?covered (?:by|in|under|above)"
    r"|(?:as )?(?:stated|detailed|described|noted|given|set out|reported)(?: in| at| under)?|as per|as for|as in|as)"
    rf"(?: the)?(?: {_SAYING}(?: (?:for|to|on|at|against|in|under|of))?(?: the)?)?"
)
_SEE = r"(?:please )?(?:see|refer(?: back)? to|linked to|covered (?:by|in|under)|as per|as in|in)(?: the)?"
_LIST = r"(?P<numbers>\d+(?:\.\d+)*[a-z]?(?:(?:\s*(?:,|&|-|and|to)\s*)\d+(?:\.\d+)*[a-z]?)*)"
_SPELT = rf"(?P<numbers>{'|'.join(NAMES[1:])})"
_OWN = r"(?:recommendations?|recs?|actions?|points?|no|number|imr|ov)"
_NUMBERED = rf"(?:{_OWN}\b\.? ?(?:no\.? ?)?|r(?=\d))"
_PHRASES: tuple[tuple[Target, str], ...] = (
    (Target.ABOVE, rf"{_LOOK} (?:above|previous)(?: (?:action|recommendation|update|row|answer|comment|point))?"),
    (Target.ABOVE, r"(?:ditto|as above|see above|[\"\u3003]|'')"),
    (Target.BELOW, rf"{_LOOK} below"),
    (Target.RECOMMENDATION, rf"{_LOOK} (?P<kind>[\w' ]{{0,30}}?)\b{_NUMBERED}{_LIST}(?: above| below)?"),
    (Target.RECOMMENDATION, rf"{_LOOK} (?P<kind>[\w' ]{{0,30}}?)\b{_OWN} {_SPELT}(?: above| below)?"),
    (Target.RECOMMENDATION, rf"{_NUMBERED}{_LIST} (?:also )?(?:refers?|appl(?:y|ies))"),
    (Target.SUMMARY, rf"{_SEE} (?:overall |general )?summary(?: update| of update| above)?"),
    (Target.SUMMARY, rf"{_SEE} (?:overall|general) (?:update|comments?)"),
    (
        Target.OTHER_PLAN,
        (
            rf"{_SEE} (?P<plan>[\w&' ]{{2,40}}?)(?:'s)? (?:action plan|plan|return|update|response)"
            rf"(?:[ (]+{_OWN}\.? ?(?:no\.? ?)?{_LIST}\)?)?"
        ),
    ),
)
_WHOLE = tuple(
    (target, re.compile(rf"^{phrase}(?!\w)(?P<remark>[^.]{{0,{LONGEST_REMARK}}})\.?$")) for target, phrase in _PHRASES
)
_BARE = re.compile(rf"^{_LOOK} {_LIST}(?: above| below)?\.?$")
"""A figure alone is a recommendation's number only where nothing follows ("See 3 letters attached")."""


def read_pointer(text: str) -> Pointing | None:
    """Return where the whole of ``text`` points to, and the numbers or the name it gives; None for an answer."""
    folded = fold(text)
    if bare := _BARE.match(folded):
        return Pointing(Target.RECOMMENDATION, numbers=read_numbers(bare["numbers"]))
    for target, pattern in _WHOLE:
        if found := pattern.match(folded):
            named = {name: words or "" for name, words in found.groupdict().items()}
            kind = read_kind(f"{named['kind']} recommendations") if named.get("kind") else ""
            return Pointing(target, named.get("plan", ""), _read_list(named.get("numbers", "")), kind)
    return None


def _read_list(numbers: str) -> tuple[str, ...]:
    """Return the numbers of recommendations, which may be spelt out; none where none are given."""
    return read_numbers(f"recommendation {numbers}") if numbers else ()


def points_elsewhere(text: str) -> bool:
    """Return whether the whole of ``text`` only points to another answer."""
    return read_pointer(text) is not None

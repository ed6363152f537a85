"""A master list drafted from a plan: every recommendation in it once, for the administrator to check."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.model import Finding, Level
from normalize.errors import MasterListError
from normalize.model import AgencyReturn, MasterList, Recommendation, ReturnedDocument, Update
from normalize.text import fold, fold_label, squeeze

AGENCY_UNKNOWN = "Agency unknown"
_TAIL_OF_A_NAME = re.compile(r"\s+(?:actions?|action plan|plan|updates?|recommendations?)\s*:?$", re.IGNORECASE)
_SHORTEST_PREFIX = 2
_KIND_LETTERS = 2
"""Letters of a kind that is no abbreviation itself ("Overview" gives OV)."""


def draft_master(plan: ReturnedDocument) -> MasterList:
    """Return the recommendations of ``plan``, each once, in its order, with an id made from agency, kind and number.

    What stands in the plan twice under one agency and number, or a row that begins in the middle of a sentence, is
    told in the findings. Raises ``MasterListError`` where the plan holds no recommendation.
    """
    drafted: list[Recommendation] = []
    findings: list[Finding] = []
    prefixes = make_prefixes([_agency(each) for each in plan.returns])
    first_kind = _first_kind(plan.returns)
    for sent in plan.returns:
        for update in sent.updates:
            kind = update.kind or (first_kind if any(each.kind for each in sent.updates) else "")
            named = replace(update, kind=kind)
            if finding := _why_left_out(sent, update):
                findings.append(finding)
            elif update.recommendation and not _is_drafted(sent, named, drafted):
                drafted.append(_draft(sent, named, prefixes[_agency(sent)], drafted))
        findings.extend(_unknown_agency(sent))
    if not drafted:
        raise MasterListError(f"{plan.source.path}: no recommendation was found in this plan.")
    return MasterList(tuple(drafted), tuple(findings))


def make_prefixes(agencies: Iterable[str]) -> dict[str, str]:
    """Return a prefix for the ids of each agency, no two the same: its initials, or its first letters."""
    prefixes: dict[str, str] = {}
    for agency in dict.fromkeys(agencies):
        prefixes[agency] = next(each for each in _prefixes(agency) if each not in prefixes.values())
    return prefixes


def _prefixes(agency: str) -> Iterable[str]:
    """Give prefixes for an agency, the best first, without end."""
    words = re.findall(r"\w+", agency) or ["X"]
    initials = "".join(word[0] for word in words if word[0].isupper() or word.isdigit()).upper()
    if agency.isupper() or len(words) == 1:
        yield words[0][:4].upper()
    if len(initials) >= _SHORTEST_PREFIX:
        yield initials
    for length in range(3, len(words[0]) + 1):
        yield words[0][:length].upper()
    number = 2
    while True:
        yield f"{words[0][:3].upper()}{number}"
        number += 1


def _agency(sent: AgencyReturn) -> str:
    named = sent.agency or sent.agency_as_written or sent.agency_proposed
    return squeeze(_TAIL_OF_A_NAME.sub("", named)) or AGENCY_UNKNOWN


def _is_drafted(sent: AgencyReturn, update: Update, drafted: Sequence[Recommendation]) -> bool:
    """Whether the recommendation stands on the list already: a further row on it, or a second list of the same."""
    return any(
        each.agency == _agency(sent) and each.kind == update.kind and fold(each.text) == fold(update.recommendation)
        for each in drafted
    )


def _first_kind(returns: Iterable[AgencyReturn]) -> str:
    """Return the kind that all sections of a plan begin with, which a lost heading named too; empty if they differ."""
    first = {sent.updates[0].kind for sent in returns if sent.updates and sent.updates[0].kind}
    return first.pop() if len(first) == 1 else ""


def _why_left_out(sent: AgencyReturn, update: Update) -> Finding | None:
    """Return what speaks against a row: it is the rest of a recommendation whose beginning is lost."""
    text = update.recommendation
    is_first = update is sent.updates[0]
    others_numbered = sum(bool(each.numbers) for each in sent.updates) > len(sent.updates) / 2
    if not (text and is_first and not update.numbers and others_numbered and text[0].islower()):
        return None
    message = f'{update.place}: "{text}" begins in the middle of a sentence and is left out; look for its beginning.'
    return Finding(Level.CHECK, "draft-fragment", message, update.place)


def _unknown_agency(sent: AgencyReturn) -> Iterable[Finding]:
    if sent.updates and not (sent.agency or sent.agency_as_written):
        place = sent.updates[0].place
        proposed = f" The contents have {sent.agency_proposed} in this place." if sent.agency_proposed else ""
        message = f"{place}: nothing says which agency the recommendations from here on belong to.{proposed}"
        yield Finding(Level.CHECK, "draft-agency-unknown", message, place)


def _draft(sent: AgencyReturn, update: Update, prefix: str, drafted: Sequence[Recommendation]) -> Recommendation:
    number = ", ".join(update.numbers)
    return Recommendation(
        id=_make_id(prefix, update.kind, number, {each.id for each in drafted}),
        agency=_agency(sent),
        kind=update.kind,
        number=number,
        text=update.recommendation,
        action=update.action,
        due=update.by_when,
        lead=update.lead,
    )


def _make_id(prefix: str, kind: str, number: str, taken: set[str]) -> str:
    """Return an id a person can read: agency, kind and number ("DAT-IMR-03"), with a letter where that is taken."""
    letters = "".join(re.findall(r"\w+", kind))
    short_kind = letters if kind.isupper() else letters[:_KIND_LETTERS].upper()
    short_kind = "" if fold_label(kind) == fold_label(prefix) else short_kind
    last = number.zfill(2) if number.isdigit() else re.sub(r"[^\w.]+", "-", number)
    stem = "-".join(part for part in (prefix, short_kind, last) if part)
    ways = (stem if not letter else f"{stem}{letter}" for letter in ("", *"abcdefghijklmnopqrstuvwxyz"))
    return next((each for each in ways if each not in taken), f"{stem}-{len(taken) + 1}")

"""How far a recommendation has come, as the words of its update say it.

The rules are tables of phrases, tried in order: what a status column says; what the latest dated entry says; how
the update opens; what is still open in it; what it tells as done. Where nothing says, the status is not stated.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from normalize.dates import read_entries
from normalize.model import DatedEntry, Status
from normalize.pointers import points_elsewhere
from normalize.status_words import read_stated, read_status_words
from normalize.text import fold, fold_label


def _any(*patterns: str, begins: bool = False) -> re.Pattern[str]:
    """Return one pattern for several phrases, each standing as whole words."""
    joined = "|".join(patterns)
    return re.compile(rf"^(?:{joined})" if begins else rf"\b(?:{joined})\b")


_OPENING = re.compile(
    r"^(?:this (?:action |recommendation )?(?:is|has been) (?:now )?|now |already |recommendation )?"
    r"(?:all )?(?:actions? )?(?:fully )?"
    r"(?P<claim>complete|completed|done|closed|achieved|implemented|embedded|in place)\b(?P<after>[^.\n]*)"
)
"""A first sentence that claims completion, and what follows the claim in it."""
_OUTRIGHT = frozenset({"complete", "completed", "done", "closed"})
"""Claims that stand whatever follows in later sentences; the others may be a beginning ("Embedded. Not all ...")."""
_OPENING_UNDONE = re.compile(
    r"^\s*(?:and|but|however|although|in part|partially|-)?\s*(?:\w+\s+){0,3}?"
    r"(?:ongoing|on going|on-going|but|not|partially|recently revised)\b"
)
"""A continuation that takes the claim back in the same sentence ("In place and ongoing")."""
_TO_DO = (
    r"to be (?:asked|commissioned|requested|invited|developed|agreed|undertaken|arranged|completed)",
    r"to (?:conduct|undertake|develop|arrange|review|report|consider|provide|commission|produce)(?<!nothing to report)",
)
_NOTHING_YET = _any(
    rf"(?:(?!(?:has|have|had|is|are|was|were|will)\b)[\w&/'-]+ ){{1,8}}?(?:{'|'.join(_TO_DO)})\b",
    r"item on (?:a )?future",
    r"to be (?:commenced|started|done|agreed|undertaken|discussed)\b",
    r"not (?:yet )?(?:started|commenced|begun)",
    r"no (?:progress|action) (?:yet|to date|has been)",
    begins=True,
)
"""Openings that tell only of what is going to be done."""
_NOT_BEGUN = _any(
    r"(?:has|have) not (?:yet )?(?:been )?(?:started|commenced|begun)",
    r"(?:unable|not been able|not yet been able) to (?:start|begin|commence)",
)
"""Phrases that tell, where nothing is told as done, that the work has not begun."""
_REFUSED = _any(
    r"(?:do|does|did|have|has|can|could) ?not accept(?:ed)? (?:this|the|that) (?:recommendation|finding)",
    r"(?:recommendation|finding) (?:is|was|has been) (?:not accepted|rejected|declined)",
)
_REPLACED = _any(
    r"(?:recommendation|action|^this) (?:is|was|has been|has now been) (?:superseded|replaced by|withdrawn)"
)
_SLIPPED = _any(r"(?:deadline|target date|timescale|date) (?:has been|was|has) (?:missed|slipped|passed)")
_STILL_OPEN = _any(
    r"(?:is|are|was|were) not (?:yet |fully |yet fully )?(?:complete|completed|finished)",
    r"(?:more|further|additional|significant) (?:\w+ )?(?:work|actions?|training)(?: is| are)?(?: still)? "
    r"(?:to be|needed|needs?|required|has been commissioned)",
    r"still (?:\w+ ){0,2}(?:to|being|needs?|requires?|significant|struggling|outstanding|awaited)",
    r"to be (?!able\b|reviewed\b|monitored\b)\w+",
    r"will (?!not\b|need to be reviewed|be reviewed|be monitored|continue to be (?:reviewed|monitored))\w+",
    r"should (?:now |soon )?be|(?:would|do|we|is|are) hope[ds]?|hopefully|hop(?:es|ing) (?:to|that)",
    r"(?:is|are|currently|now) (?:\w+ly )?(?!running \d)\w{3,}ing",
    r"(?:is|are|currently|now) (?:in preparation|planned)",
    r"(?:has|have)? ?(?:now )?(?:started|commenced|begun)",
    r"(?:is|are|currently|now) (?:\w+ly )?being (?:\w+ ){0,2}\w+ed",
    r"working on|decision (?:has been |was )?(?:made|taken)|(?:has|have|was|were) (?:been )?decided",
    r"(?<!to )continue[sd]? to|continues",
    r"(?<!monitoring )(?<!monitoring is )(?:ongoing|on-going|on going)|underway|under way|in progress|in development",
    r"planned|re-audit|pilot(?:ing|ed)?",
    r"not all|occasionally|needed|to monitor",
    r"regular(?:ly)? (?:basis|audit|review|quality)|subject to regular|actively monitored",
    r"next (?:\w+ ){0,2}(?:months?|meeting|year|phase)",
)
"""Phrases that tell of work not yet finished; to review or monitor what was done is not among them."""
_BESIDE_THE_POINT = _any(
    r"(?<=that )(?:[\w/&'-]+ ){1,4}(?:will|should|must|shall)\b",
    r"evidenced by [^\n]*",
)
"""Words that tell neither of work done nor of work to do: what a rule or a decision says, and where the proof is."""
_LEFT_TO_DO = _any(
    r"(?:more|further|additional|significant) (?:\w+ )?(?:work|actions?)(?: is| are)?(?: still)? "
    r"(?:to be|needed|needs?|required)",
    r"still (?:\w+ ){0,2}(?:to be|to|needs?|requires?|outstanding|awaited)",
    r"(?:has|have|is|are) (?:yet|still) to",
    r"not (?:yet|all)",
    r"outstanding|to be (?:completed|agreed|finalised|approved|arranged|delivered)",
)
"""Phrases that plainly say something is left to do, and contradict a claim of completion."""
_DONE = (
    r"updated|amended|changed|completed?|achieved|implemented|introduced|revised|approved|sent|issued|distributed|"
    r"circulated|provided|delivered|undertaken|set|established|agreed(?! (?:that|to)\b)|adopted|held|added|"
    r"carried out|put in place"
)
_TOLD_AS_DONE = _any(
    rf"(?<!what )(?:has|have|was|were|had) (?:now |also |all |successfully |since )*(?:been )?(?:\w+ and )?(?:{_DONE})",
    r"(?:is|are) (?:now )?(?:in place|tracked|embedded|complete|approved|included in|incorporated in(?:to)?)",
    r"(?:policy|policies|protocols?|guidance|procedures?) (?:updated|revised|amended|in place|approved)",
    r"(?:training|plans|protocols|systems?) in place",
    r"successfully completed",
)
"""Phrases that tell of work finished."""
_OF_ITSELF = ((Status.NOT_ACCEPTED, _REFUSED), (Status.SUPERSEDED, _REPLACED), (Status.DELAYED, _SLIPPED))
"""What is said of the recommendation itself, and not of the work."""


def read_status(update: str, evidence: str = "", *, status_column: str = "") -> Status:
    """Return what an agency says of how far a recommendation has come.

    ``status_column`` is what a column for the status itself says, and comes first; then the words of ``update``
    and ``evidence``. Gives ``Status.NOT_STATED`` where nothing says.
    """
    stated = read_status_words(status_column)
    if stated is not Status.NOT_STATED:
        return stated
    if latest := _latest(read_entries(update) + read_entries(evidence)):
        told = _without_date(latest)
        from_latest = _read_prose(told)
        is_outright = read_stated(fold(told)) or not read_stated(fold(update))
        if from_latest is not Status.NOT_STATED and is_outright:
            return from_latest
    return _read_update(update, evidence)


def find_open_work(text: str) -> str:
    """Return the words of ``text`` that tell of work not yet finished, with their sentence; empty where none do."""
    for sentence in re.split(r"(?<=[.;!?])\s+|\n", text):
        if _LEFT_TO_DO.search(fold(sentence)):
            return sentence.strip()
    return ""


def _read_update(update: str, evidence: str) -> Status:
    if update.strip() and not points_elsewhere(update):
        said = _read_prose(update)
        if said is not Status.NOT_STATED:
            return said
    return _read_evidence(evidence)


def _read_evidence(evidence: str) -> Status:
    """Read an evidence cell, which mostly names documents: only its ending or its opening may be a status."""
    label = fold_label(evidence)
    if label.endswith((" complete", " completed")) or _OPENING.match(fold(evidence)):
        return Status.COMPLETE
    return Status.NOT_STATED


def _read_prose(text: str) -> Status:
    folded = fold(text)
    if opening := _OPENING.match(folded):
        is_undone = _OPENING_UNDONE.match(opening["after"]) or _is_only_begun(opening, folded)
        return Status.IN_PROGRESS if is_undone else Status.COMPLETE
    of_itself = (status for status, told in _OF_ITSELF if told.search(folded))
    return read_stated(folded) or next(of_itself, None) or _read_work(folded)


def _read_work(folded: str) -> Status:
    """Return the status that what is told of the work amounts to."""
    if _NOTHING_YET.match(folded):
        return Status.NOT_STARTED
    told = _BESIDE_THE_POINT.sub(" ", folded)
    is_done = bool(_TOLD_AS_DONE.search(told))
    if _NOT_BEGUN.search(told) and not is_done:
        return Status.NOT_STARTED
    if _STILL_OPEN.search(told):
        return Status.IN_PROGRESS
    return Status.COMPLETE if is_done else Status.NOT_STATED


def _is_only_begun(opening: re.Match[str], folded: str) -> bool:
    """Whether a claim that is no outright one is followed by what is still to be done."""
    return opening["claim"] not in _OUTRIGHT and bool(_STILL_OPEN.search(folded, opening.end()))


def _latest(entries: Sequence[DatedEntry]) -> DatedEntry | None:
    """Return the entry with the latest date; the last one where dates are not known exactly."""
    dated = [entry for entry in entries if entry.when.start]
    return max(dated, key=lambda entry: (entry.when.start, entries.index(entry)), default=None)


def _without_date(entry: DatedEntry) -> str:
    text = entry.text
    at = text.find(entry.when.as_written)
    return text[at + len(entry.when.as_written) :].lstrip(" :-\u2013\u2014.,")

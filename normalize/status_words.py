"""The words boards' forms and agencies have for a status, in a cell of its own or as a sentence of an update."""

from __future__ import annotations

import re
from collections.abc import Mapping

from normalize.model import Status
from normalize.text import fold_label

STATUS_WORDS: Mapping[Status, tuple[str, ...]] = {
    Status.NOT_ACCEPTED: ("not accepted", "not agreed", "rejected", "declined"),
    Status.SUPERSEDED: (
        "superseded", "no longer required", "no longer relevant", "not applicable", "n a", "withdrawn",
        "cancelled", "discontinued",
    ),
    Status.NOT_STARTED: (
        "not started", "not yet started", "not commenced", "not begun", "yet to start", "no progress", "not yet due",
        "not implemented", "not actioned", "planned", "to be started", "to be commenced",
    ),
    Status.BLOCKED: ("blocked", "on hold", "paused", "suspended", "stalled"),
    Status.DELAYED: (
        "slipped", "delayed", "overdue", "behind schedule", "not on track", "off track", "not achieved",
        "not met", "deferred", "postponed", "deadline missed",
    ),
    Status.IN_PROGRESS: (
        "in place and ongoing", "ongoing", "on going", "in progress", "in hand", "underway", "under way", "on track",
        "on target", "partially complete", "partly complete", "partially achieved", "part complete", "nearly complete",
        "started", "commenced", "awaiting", "outstanding", "not complete", "not completed", "not yet complete",
        "incomplete", "to be completed", "work continues", "partially", "partly", "partial", "in part",
        "being implemented", "being completed", "not fully", "not yet fully", "not embedded", "nearing completion",
        "open", "wip",
    ),
    Status.COMPLETE: (
        "complete", "completed", "done", "achieved", "fully achieved", "implemented", "fully implemented", "embedded",
        "in place", "closed", "action complete", "action completed", "actions complete", "verified", "signed off",
        "discharged", "already in place", "complete and closed", "met", "fully met", "no further action",
        "no further action required", "no further action needed", "no new action needed", "no action required",
    ),
}  # fmt: skip
"""Status words as boards' forms and agencies use them, the more particular before the more general."""
_ONLY_ALONE = frozenset({"open", "met", "planned", "wip"})
"""Words that are a status where nothing else is said, and part of a name or a sentence elsewhere ("open days")."""
_SHARE = re.compile(r"^(?P<share>\d{1,3}) ?%")
_SENTENCE_END = re.compile(r"[.;:,!\n]+(?:\s|$)|\s-\s")
_NOT_QUITE = re.compile(
    r"\b(?:almost|nearly|mostly|largely|substantially|part(?:ly|ially)?|near|being|not)(?: \w+)? "
    rf"(?:{'|'.join(STATUS_WORDS[Status.COMPLETE])})\b"
)
"""What takes back a claim of completion before making it."""
_CLAIMED = re.compile(r"^(?:\w+ ){1,3}(?:complete|completed|closed)$")
"""A sentence of few words that ends in a word of completion claims just that ("Audit complete")."""
_TAKES_BACK = re.compile(
    r"\b(?:not|to|be|when|once|until|if|yet|near\w*|almost|part\w*|mostly|being|were|no|none|un\w+|in\w*)\b"
)
_OPENS_WITH = re.compile(
    r"^(?:this (?:action |recommendation )?(?:is|has been) )?"
    r"(?P<word>slipped|delayed|overdue|deferred|postponed|stalled|on hold|paused|blocked|superseded|not accepted)"
    r"(?= (?:because|due|owing|until|pending|to|by|as|while|whilst|awaiting|following|for|since|from)\b)"
)
"""A first sentence that gives the status and goes on to say why or until when."""


def read_status_words(text: str) -> Status:
    """Return what a status cell says; ``Status.NOT_STATED`` for words that are no status."""
    label = fold_label(text)
    if not label:
        return Status.NOT_STATED
    if share := _SHARE.match(label):
        return _status_of_share(int(share["share"]))
    if whole := _find_phrase(label):
        return whole
    within = (
        status
        for status, phrases in STATUS_WORDS.items()
        if any(f" {phrase} " in f" {label} " for phrase in phrases if phrase not in _ONLY_ALONE)
    )
    found = next(within, Status.NOT_STATED)
    return Status.IN_PROGRESS if found is Status.COMPLETE and _NOT_QUITE.search(label) else found


def _status_of_share(share: int) -> Status:
    """Return the status of so many per cent complete."""
    return Status.COMPLETE if share >= 100 else Status.IN_PROGRESS if share else Status.NOT_STARTED  # noqa: PLR2004


def read_stated(folded: str) -> Status | None:
    """Return the status that a sentence of an update states at its beginning or end ("Delayed. The post ...")."""
    if found := _OPENS_WITH.match(folded):
        return _find_phrase(found["word"])
    sentences = [label for sentence in _SENTENCE_END.split(folded) if (label := fold_label(sentence))]
    for sentence in (sentences[0], sentences[-1]) if sentences else ():
        if stated := _find_phrase(sentence):
            return stated
    return Status.COMPLETE if sentences and _claims_completion(sentences[-1]) else None


def _find_phrase(label: str) -> Status | None:
    """Return the status of which the whole of ``label`` is a phrase."""
    return next((status for status, phrases in STATUS_WORDS.items() if label in phrases), None)


def _claims_completion(sentence: str) -> bool:
    """Return whether a short sentence says that something is complete, and takes nothing back."""
    return bool(_CLAIMED.match(sentence)) and not _TAKES_BACK.search(sentence)

"""Details that make another recommendation when they change: the other words each could have been."""

from __future__ import annotations

import re
from random import Random

_EXCHANGES = (
    "children adults", "child adult", "parents patients carers grandparents", "mothers fathers", "mother father",
    "staff volunteers managers", "managers practitioners", "officers supervisors", "nurses doctors midwives",
    "health housing education probation", "police ambulance fire", "school hospital prison court",
    "schools hospitals prisons courts", "social medical dental", "training supervision recruitment induction",
    "guidance equipment", "policy strategy budget", "domestic sexual financial", "abuse bullying",
    "neglect exploitation radicalisation", "drug alcohol gambling", "methadone insulin tobacco",
    "annually quarterly weekly", "monthly weekly daily", "annual quarterly", "week month year",
    "weeks months days hours", "two four six", "three five nine", "ten fifteen thirty", "first second third",
    "2010 2013 2016", "2011 2014", "2012 2015", "January April September", "March June October",
    "before after", "all some new", "internal external", "joint separate", "regular occasional", "initial final",
    "increase decrease reduce", "increased reduced", "include exclude", "improve reduce", "introduce withdraw",
    "review abolish replace", "audit publish", "male female", "young older", "under over", "high low",
    "senior junior", "national regional local", "northern southern", "pre post", "antenatal postnatal",
    "statutory voluntary", "written verbal", "formal informal", "minimum maximum", "open closed",
    "record destroy", "recorded destroyed", "share withhold", "shared withheld", "attend chair",
    "assessment prosecution", "assessments prosecutions", "referral complaint", "referrals complaints",
    "meetings leaflets", "meeting leaflet", "conferences festivals", "protocol database", "visits telephone",
    "families tenants", "family tenant", "pregnant disabled", "babies teenagers", "infants teenagers",
    "records invoices", "risk cost", "risks costs", "home workplace", "risk-assessment cost-assessment",
)  # fmt: skip

_OTHERS = {word: [other for other in group.split() if other != word] for group in _EXCHANGES for word in group.split()}
_NEGATABLE = re.compile(r"\b(should|must|will|shall)\b(?! not)")
_NEGATED = 0.12
_NARROWED = 0.1
_SCOPES = ("in residential homes only", "for agency workers", "in the north of the county", "outside school hours")
_DEMANDS = (
    "A named lead should be appointed to oversee this.",
    "The results are to be published on the website.",
    "This should also apply to unregistered childminders.",
    "A budget of £40,000 should be set aside for the purpose.",
)
_ADDED = 0.1


def change_detail(text: str, random: Random) -> str | None:
    """Return ``text`` with one detail changed, so that it asks for something else; None where none can be."""
    draw = random.random()
    if draw < _NEGATED and _NEGATABLE.search(text):
        return _NEGATABLE.sub(r"\1 not", text, count=1)
    if draw < _NEGATED + _NARROWED:
        return f"{text.rstrip('. ')} {random.choice(_SCOPES)}."
    if draw < _NEGATED + _NARROWED + _ADDED:
        return f"{text.rstrip()} {random.choice(_DEMANDS)}"
    return _exchange(text, random)


def _exchange(text: str, random: Random) -> str | None:
    words = [found for found in re.finditer(r"[A-Za-z]+|\d+", text) if found[0].lower() in _OTHERS]
    if not words:
        return None
    found = random.choice(words)
    other = random.choice(_OTHERS[found[0].lower()])
    if found[0][0].isupper():
        other = other.capitalize()
    return text[: found.start()] + other + text[found.end() :]

"""What the name of an agency says: its words, those that tell it from others, its initials, its kind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from normalize.text import fold_label

COUNTY_NAMES: Mapping[str, str] = {
    "beds": "bedfordshire", "berks": "berkshire", "bucks": "buckinghamshire", "cambs": "cambridgeshire",
    "glos": "gloucestershire", "hants": "hampshire", "herts": "hertfordshire", "lancs": "lancashire",
    "leics": "leicestershire", "lincs": "lincolnshire", "mddx": "middlesex", "northants": "northamptonshire",
    "notts": "nottinghamshire", "oxon": "oxfordshire", "salop": "shropshire", "staffs": "staffordshire",
    "warks": "warwickshire", "wilts": "wiltshire", "worcs": "worcestershire", "yorks": "yorkshire",
}  # fmt: skip
"""The usual short forms of English counties, in which police forces and councils are named."""
SHORT_FORMS: Mapping[str, str] = {
    **COUNTY_NAMES,
    "dept": "department", "gp": "practice", "gps": "practice", "hosp": "hospital", "uni": "university",
    "svc": "service",
    "constab": "constabulary", "children": "childrens", "adult": "adults", "schools": "school",
    "healthcare": "health", "housings": "housing",
}  # fmt: skip
SMALL_WORDS = frozenset(["the", "of", "and", "for", "in", "to", "a", "an", "on", "with", "at", "by"])
GENERIC_WORDS = SMALL_WORDS | frozenset(
    [
        "nhs",
        "trust",
        "foundation",
        "ft",
        "service",
        "services",
        "team",
        "department",
        "council",
        "city",
        "county",
        "borough",
        "group",
        "ltd",
        "limited",
        "cic",
        "action",
        "actions",
        "plan",
        "plans",
        "update",
        "updates",
        "return",
        "returns",
        "board",
        "organisation",
        "agency",
    ]
)
"""Words that many agencies share; two names that differ in these alone name one agency."""
LEGAL_FORMS = frozenset(["nhs", "trust", "foundation", "ft", "ltd", "limited", "cic"])
"""Words a title may leave out of a name; without "city council" the rest of a name may be no more than a place."""
_KINDS: Mapping[str, str] = {
    "ambulance": "ambulance", "constabulary": "police", "council": "council", "fire": "fire", "rescue": "fire",
    "academy": "school", "college": "school", "school": "school", "university": "university",
    "homes": "housing", "housing": "housing", "police": "police", "prison": "prison", "probation": "probation",
    "ccg": "health", "health": "health", "hospital": "health", "hospitals": "health", "icb": "health", "nhs": "health",
    "board": "board", "partnership": "board",
}  # fmt: skip
"""Words that say what kind of agency has a name: those of one place are told by it."""
_GENERAL_KIND = "health"
"""An ambulance trust is one of the NHS, and yet not the trust of its town."""


@lru_cache(maxsize=8192)
def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name, folded, short forms written out."""
    label = fold_label(re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", name)).replace("&", " and ")
    return tuple(SHORT_FORMS.get(word, word) for word in label.split())


@lru_cache(maxsize=8192)
def own_words_of(name: str) -> frozenset[str]:
    """Return the words of a name that few agencies share."""
    return frozenset(words_of(name)) - GENERIC_WORDS


def telling_words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name by which a title names it: a single one beside legal forms may be just a place."""
    words = words_of(name)
    without_forms = tuple(word for word in words if word not in LEGAL_FORMS)
    return without_forms if len(without_forms) > 1 else words


@lru_cache(maxsize=8192)
def _kinds(name: str) -> frozenset[str]:
    """Return the kinds of agency that the words of a name say."""
    kinds = frozenset(_KINDS[word] for word in words_of(name) if word in _KINDS)
    return kinds - {_GENERAL_KIND} or kinds


def may_be_one(written: str, known: str) -> bool:
    """Whether two names are not said to be of different kinds; one of them may say none."""
    kinds = _kinds(written), _kinds(known)
    return not all(kinds) or not kinds[0].isdisjoint(kinds[1])


@lru_cache(maxsize=8192)
def initials_of(name: str) -> str:
    """Return a name's initials in capitals ("Drug Action Team" gives DAT); empty for fewer than three words."""
    words = [word for word in fold_label(name).split() if word not in SMALL_WORDS]
    return "".join(word[0] for word in words).upper() if len(words) > 2 else ""  # noqa: PLR2004 - two letters are chance

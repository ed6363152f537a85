"""Which agency of the board somebody means: by its name, another name, its initials, or a shortened form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from normalize.text import fold_label, squeeze
from normalize.vocabulary import Vocabulary

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
_ADDRESS = re.compile(r"[\w.+'-]+@(?P<domain>[\w-]+(?:\.[\w-]+)+)")
_SHARED_LABELS = frozenset(
    ["uk", "gov", "nhs", "org", "co", "com", "net", "ac", "sch", "pnn", "gsi", "gcsx", "cjsm", "gmail", "outlook"]
)
"""Parts of a domain that say nothing of whose it is."""
_PART = re.compile(r"\s+[-\u2013\u2014|:]\s+|\t|\n")


def resolve_agency(as_written: str, vocabulary: Vocabulary) -> str:
    """Return the board's own name for the agency ``as_written``; empty where it fits none, or several equally.

    Without a list of agencies in the vocabulary every name stands for itself.
    """
    if not vocabulary.agencies:
        return squeeze(as_written)
    return _resolve(as_written, vocabulary, (*_CLOSE_FITS, _is_part_of))


def _resolve(as_written: str, vocabulary: Vocabulary, ways: Iterable[Callable[[str, str], bool]]) -> str:
    """Return the one agency that fits in the first of the ``ways`` in which any does."""
    names = {name: (name, *others) for name, others in vocabulary.agencies.items()}
    for fits in ways:
        fitting = [name for name, known in names.items() if any(fits(as_written, one) for one in known)]
        if fitting:
            return fitting[0] if len(fitting) == 1 else ""
    return ""


def match_agency(name: str, vocabulary: Vocabulary) -> str:
    """Return the agency of the vocabulary that the whole of ``name`` is a name of; empty where it is none."""
    return _resolve(name, vocabulary, _CLOSE_FITS)


def find_agency(text: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """Return the one agency named in a title, page header or file name, and the words that name it.

    Both are empty where no agency of the vocabulary is named, or several are.
    """
    if not vocabulary.agencies:
        return "", ""
    found = [(name, part) for part in _parts(text) if (name := _resolve(part, vocabulary, _CLOSE_FITS))]
    found = found or [(name, words) for name, words in _named_within(text, vocabulary)]
    names = {name for name, _ in found}
    return found[0] if len(names) == 1 else ("", "")


def find_agency_by_address(text: str, vocabulary: Vocabulary) -> str:
    """Return the one agency of the vocabulary to which the e-mail addresses in ``text`` belong; empty for none.

    The domain is one of its names, its initials, or its name run together ("scas.nhs.uk", "oakvalehousing.org.uk").
    """
    domains = [[label for label in domain.split(".") if label not in _SHARED_LABELS] for domain in _domains(text)]
    found = {
        name
        for name, others in vocabulary.agencies.items()
        for known in (name, *others)
        if any(_is_domain_of(labels, known) for labels in domains)
    }
    return found.pop() if len(found) == 1 else ""


def _domains(text: str) -> list[str]:
    return [found["domain"].lower() for found in _ADDRESS.finditer(text)]


def _is_domain_of(labels: Sequence[str], known: str) -> bool:
    words = _words(known)
    own = [word for word in words if word not in SMALL_WORDS | LEGAL_FORMS]
    run_together = {"".join(words), "".join(own), _initials(known).lower()} - {""}
    return any(label.replace("-", "") in run_together for label in labels) or (len(own) > 1 and set(own) <= set(labels))


def _parts(text: str) -> Iterable[str]:
    """Give the parts of a title that dashes, bars and line ends set apart."""
    return (part.strip() for part in _PART.split(text) if part.strip())


def _named_within(text: str, vocabulary: Vocabulary) -> Iterable[tuple[str, str]]:
    """Give the agencies one of whose names, or its initials, stand within ``text`` as whole words."""
    words = _words(text)
    padded = f" {' '.join(words)} "
    for name, others in vocabulary.agencies.items():
        for known in sorted((name, *others), key=len, reverse=True):
            wanted = [word for word in _words(known) if word not in LEGAL_FORMS]
            if f" {' '.join(wanted)} " in padded or _initials(known) in text.split():
                yield name, known
                break


@lru_cache(maxsize=8192)
def _words(name: str) -> tuple[str, ...]:
    """Return the words of a name, folded, short forms written out."""
    label = fold_label(re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", name)).replace("&", " and ")
    return tuple(SHORT_FORMS.get(word, word) for word in label.split())


@lru_cache(maxsize=8192)
def _own_words(name: str) -> frozenset[str]:
    return frozenset(_words(name)) - GENERIC_WORDS


@lru_cache(maxsize=8192)
def _initials(name: str) -> str:
    """Return a name's initials in capitals ("Drug Action Team" gives DAT); empty for fewer than three words."""
    words = [word for word in fold_label(name).split() if word not in SMALL_WORDS]
    return "".join(word[0] for word in words).upper() if len(words) > 2 else ""  # noqa: PLR2004 - two letters are chance


def _is_same(written: str, known: str) -> bool:
    return _words(written) == _words(known)


def _is_same_but_for_generic_words(written: str, known: str) -> bool:
    return bool(_own_words(written)) and _own_words(written) == _own_words(known)


def _has_initials(written: str, known: str) -> bool:
    short, long = sorted((written, known), key=len)
    return bool(_initials(long)) and fold_label(short).replace(" ", "").upper() == _initials(long)


def _is_part_of(written: str, known: str) -> bool:
    """Whether one name has all the telling words of the other ("Wexshire Probation Trust", "Probation")."""
    few, many = sorted((_own_words(written), _own_words(known)), key=len)
    return bool(few) and few <= many


_CLOSE_FITS = (_is_same, _is_same_but_for_generic_words, _has_initials)
"""Ways in which a name fits that hold in a title as well, where names of places stand by chance."""


AGENCY_NOUNS = re.compile(
    r"\b(?:police|constabulary|council|trust|nhs|health|care|housing|probation|ambulance|education|schools?|college|hospital|"
    r"fire|rescue|prison|society|charity|association|services?|lscb|scb|sab|ccg|icb|csc|cafcass|gps?|practice|refuge|aid|"
    r"partnership|homes|youth|drugs?|alcohol|idva|dat|imr authors?)\b",
    re.IGNORECASE,
)
"""Words by which a part of a title is known to be an agency's name where the board's agencies are not known."""
NOT_AN_AGENCY = re.compile(
    r"\b(?:review|reviews|scr|dhr|sar|serious case|plan|child \w|adult \w|position|recommendations?|"
    r"contents?|page|restricted|confidential)\b",
    re.IGNORECASE,
)
_FILE_NOISE = re.compile(
    r"\b(?:re|fw|fwd|final|draft|copy|v\d+|version \d+|updates?|updated|actions?|plans?|returns?|progress|report|"
    r"child \w|adult \w|scr|dhr|sar|comments?|(?:19|20)?\d\d|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\d*)\b|\([^)]*\)",
    re.IGNORECASE,
)


def guess_agency(text: str, _vocabulary: Vocabulary) -> tuple[str, str]:
    """Return the part of a title or file name that looks like an agency's name, for want of the board's own list.

    Of several parts the last one counts, which is the more particular ("City Council - Children's Social Care").
    """
    named = [part for part in _parts(text) if AGENCY_NOUNS.search(part) and not NOT_AN_AGENCY.search(part)]
    if not named:
        rest = squeeze(_FILE_NOISE.sub(" ", text.replace("_", " ")).replace(" - ", " ")).strip(" -,")
        return (rest, "") if AGENCY_NOUNS.search(rest) and not NOT_AN_AGENCY.search(rest) else ("", "")
    return squeeze(_FILE_NOISE.sub(" ", named[-1])) or named[-1], named[-1]

"""Which agency of the board somebody means: by its name, another name, its initials, or a shortened form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from normalize.agency_names import (
    LEGAL_FORMS,
    SMALL_WORDS,
    initials_of,
    may_be_one,
    own_words_of,
    telling_words_of,
    words_of,
)
from normalize.text import fold_label, squeeze
from normalize.vocabulary import Vocabulary

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
    words = words_of(known)
    own = [word for word in words if word not in SMALL_WORDS | LEGAL_FORMS]
    run_together = {"".join(words), "".join(own), initials_of(known).lower()} - {""}
    return any(label.replace("-", "") in run_together for label in labels) or (len(own) > 1 and set(own) <= set(labels))


def _parts(text: str) -> Iterable[str]:
    """Give the parts of a title that dashes, bars and line ends set apart."""
    return (part.strip() for part in _PART.split(text) if part.strip())


def _named_within(text: str, vocabulary: Vocabulary) -> Iterable[tuple[str, str]]:
    """Give the agencies one of whose names, or its initials, stand within ``text`` as whole words."""
    words = words_of(text)
    padded = f" {' '.join(words)} "
    for name, others in vocabulary.agencies.items():
        for known in sorted((name, *others), key=len, reverse=True):
            wanted = telling_words_of(known)
            if f" {' '.join(wanted)} " in padded or initials_of(known) in text.split():
                yield name, known
                break


def _is_same(written: str, known: str) -> bool:
    return words_of(written) == words_of(known)


def _is_same_but_for_generic_words(written: str, known: str) -> bool:
    own = own_words_of(written)
    return bool(own) and own == own_words_of(known) and may_be_one(written, known)


def _has_initials(written: str, known: str) -> bool:
    short, long = sorted((written, known), key=len)
    return bool(initials_of(long)) and fold_label(short).replace(" ", "").upper() == initials_of(long)


def _is_part_of(written: str, known: str) -> bool:
    """Whether one name has all the telling words of the other ("Wexshire Probation Trust", "Probation")."""
    few, many = sorted((own_words_of(written), own_words_of(known)), key=len)
    return bool(few) and few <= many and may_be_one(written, known)


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

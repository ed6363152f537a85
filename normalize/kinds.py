"""What a plan calls its recommendations ("IMR", "Overview", "LSCB"), as headings and group rows name it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from normalize.text import fold, fold_label

BRACKETS = re.compile(r"[(\[<][^)\]>]*[)\]>]")
"""A tail in brackets, which adds to a heading and does not name it."""
ANSWER = re.compile(
    r"\d|\b(?:complete|completed|done|achieved|ongoing|implemented|embedded|closed|started|confirmation)\b"
)
"""What stands in answers and not in headings, unless a heading is known word for word."""

KIND_NOISE = frozenset(
    [
        "recommendation", "recommendations", "recs", "rec", "action", "actions", "agreed", "report", "reports",
        "the", "from", "for", "of", "and", "in", "to", "by", "update", "updates", "plan", "plans", "list",
        "table", "section", "review", "reviews", "individual", "management", "received", "no", "number",
        "progress", "current", "specific", "key", "required", "identified",
    ]
)  # fmt: skip
"""Words of a heading that do not name a kind of recommendation."""
KIND_NAMES: Mapping[str, str] = {
    "imr": "IMR",
    "imrs": "IMR",
    "individual management review": "IMR",
    "individual management reviews": "IMR",
    "overview": "Overview",
    "overview report": "Overview",
    "overview author": "Overview",
    "single agency": "Single agency",
    "multi agency": "Multi-agency",
    "multiagency": "Multi-agency",
    "interagency": "Inter-agency",
    "inter agency": "Inter-agency",
}
"""Names of kinds that boards write in several ways, folded, and the one form they are given."""
_KINDS_IN_ORDER = sorted(KIND_NAMES, key=lambda name: (KIND_NAMES[name] != "IMR", -len(name)))
"""The narrower name first: "Single agency (IMR) recommendations" are those of the IMR."""
LONGEST_KIND = 4
"""A kind has a name of a word or few; more words are a sentence."""
_HEADS_A_PLAN = re.compile(r"\b(?:multi|inter) ?agency\b.* (?:plan|tracker|log|register|return|form)\b")
"""A title such as "Multi-agency action plan" names the document and not the kind of what it holds."""
_NAMES_A_DOCUMENT = re.compile(r"\b(?:plan|tracker|log|register|return|form|template|schedule|spreadsheet)s?\b")
"""A title such as "Recommendations tracker" says what it is and not of which kind its recommendations are."""
_NAMES_RECOMMENDATIONS = re.compile(
    r"\b(?:recommendations?|recs?|actions?|imrs?|overview(?: report)?)\b", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def read_kind(text: str) -> str:
    """Return the kind of recommendation a heading or group row names ("IMR recommendations" gives "IMR").

    Empty where it names none: a heading such as "Recommendations", a title, a sentence.
    """
    label = fold_label(BRACKETS.sub(" ", fold(text)))
    if ANSWER.search(label):
        return ""
    in_full = fold_label(text)
    for name in _KINDS_IN_ORDER:
        if re.search(rf"\b{name}\b", in_full) and len(label.split()) <= 2 * LONGEST_KIND:
            return "" if _HEADS_A_PLAN.search(in_full) else KIND_NAMES[name]
    if not _NAMES_RECOMMENDATIONS.search(label) or _NAMES_A_DOCUMENT.search(label):
        return ""
    words = [word for word in re.findall(r"[\w&/'-]+", BRACKETS.sub(" ", text)) if fold_label(word) not in KIND_NOISE]
    return " ".join(words) if 0 < len(words) <= LONGEST_KIND else ""


def names_a_group(text: str) -> bool:
    """Return whether ``text``, standing alone in a row or paragraph, names the recommendations below it."""
    label = fold_label(text)
    return bool(read_kind(text)) or (
        (bool(_NAMES_RECOMMENDATIONS.fullmatch(label)) or all(word in KIND_NOISE for word in label.split()))
        and bool(label)
    )


def is_name_of_kind(text: str) -> bool:
    """Return whether ``text`` is one of the names of kinds that every board knows ("IMR", "Overview report")."""
    return fold_label(text) in KIND_NAMES


_KIND_IN_NUMBER = re.compile(r"^\s*(?P<kind>imr|ov|overview)\s*\d", re.IGNORECASE)


def read_kind_in_number(number_as_written: str) -> str:
    """Return the kind a number names itself ("IMR 2", "Overview recommendation 3"); empty where it names none."""
    if found := _KIND_IN_NUMBER.match(number_as_written):
        return "IMR" if found["kind"].upper() == "IMR" else "Overview"
    words = re.sub(r"(?<![A-Za-z])[^A-Za-z]+|[^A-Za-z\s-]+", " ", number_as_written)
    return read_kind(words) if re.search(r"\brec", words, re.IGNORECASE) else ""

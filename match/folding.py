"""The particulars of a recommendation as they are compared: its agency, its kind and its number."""

from __future__ import annotations

from functools import lru_cache

from normalize.references import tidy_number
from normalize.text import fold_label

_KIND_NAMES = (
    ("individual management", "imr"),
    ("internal management", "imr"),
    ("single agency", "imr"),
    ("imr", "imr"),
    ("overview", "overview"),
)
"""What plans call the source of a recommendation, and the short name it is compared by."""

_KIND_FILLERS = frozenset(
    {"recommendation", "recommendations", "report", "reports", "action", "actions", "plan", "the"}
)


@lru_cache(maxsize=10_000)
def fold_agency(agency: str) -> str:
    """Return an agency's name as it is compared."""
    return fold_label(agency)


@lru_cache(maxsize=50_000)
def fold_number(number: str) -> str:
    """Return a recommendation's number as it is compared."""
    return tidy_number(number)


@lru_cache(maxsize=10_000)
def fold_kind(kind: str) -> str:
    """Return what kind of recommendation ``kind`` names, whatever it is called beside ("IMR recommendations")."""
    label = fold_label(kind)
    known = next((short for long, short in _KIND_NAMES if long in label), None)
    return known or " ".join(word for word in label.split() if word not in _KIND_FILLERS)

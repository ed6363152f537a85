"""A board's own words, which come before the words that ship with the program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from normalize.model import Rating


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a board calls things; everything is optional."""

    review: str = ""
    """The case review of the master list ("Child F"), to know returns for another one."""
    agencies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Each agency's name on the master list, with the other names it goes by."""
    headings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Extra column headings by the name of their field ("update": ("Position",))."""
    ratings: Mapping[str, Rating] = field(default_factory=dict)
    """The board's key: a word, a letter or "#RRGGBB" and the rating it stands for."""
    key: Mapping[str, str] = field(default_factory=dict)
    """What the letters, figures or words of a status column stand for, folded ("1": "achieved"): a plan's own key."""

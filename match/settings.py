"""The named constants linking decides by, with their reasons; a board may change them."""

from __future__ import annotations

from dataclasses import dataclass, fields

_SHARES = ("largest_overlap", "least_shared")
_COUNTS = ("minimum_words", "anchors_needed", "candidates_shown", "pool_size")


@dataclass(frozen=True, slots=True)
class LinkSettings:
    """How much evidence a link needs. Stricter values make fewer links, never wrong ones."""

    minimum_weight: float = 8.0
    """Weight of agreeing words below which a part of a recommendation proves nothing: about two words that stand
    in one recommendation only, of a list of 140."""
    minimum_words: int = 3
    """On a long list one rare word reaches the weight alone; three words are no accident."""
    largest_overlap: float = 0.12
    """How much of its part of a row a recommendation may share with the next one: a word where the two meet."""
    anchors_needed: int = 2
    """How many rows, verified by their words, must carry the list's own numbers before the numbers of a document
    count: one in four returns numbers its recommendations afresh, and one row may agree by accident."""
    least_shared: float = 0.18
    """Below this likeness (0 to 1) to everything on the list a row is not on the list. All but one in a hundred
    paraphrases written by hand score above it."""
    candidates_shown: int = 5
    """How many candidates a person can compare at a glance."""
    pool_size: int = 120
    """How many recommendations are compared in full for one row: 97 in 100 right ones are among the first 30."""

    def __post_init__(self) -> None:
        for name in _SHARES:
            if not 0 <= getattr(self, name) <= 1:
                raise ValueError(f"The linking setting {name} must lie between 0 and 1.")
        for name in _COUNTS:
            if getattr(self, name) < 1:
                raise ValueError(f"The linking setting {name} must be 1 or more.")
        if self.minimum_weight < 0:
            raise ValueError("The linking setting minimum_weight must not be negative.")

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """Return the names of the settings, in order."""
        return tuple(each.name for each in fields(cls))

"""What the evidence says of one row, before it is handed on as a link."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from match.evidence import TextEvidence
from match.index import Indexed
from match.model import Decision
from match.reading import Row


class Ground(Enum):
    """What a link rests on, the strongest first."""

    DECISION = 1
    OWN_ID = 2
    WORDS_IN_FULL = 3
    WORDS_TURNED_ROUND = 4
    WORDS_IN_PART = 5
    SEVERAL_PARTS = 6
    REARRANGED_WITH_NUMBER = 7
    NUMBER_BETWEEN_EQUALS = 8
    NUMBER_ALONE = 9


@dataclass(frozen=True, slots=True)
class Case:
    """A row and everything that is known of it."""

    row: Row
    evidence: TextEvidence
    pool: tuple[int, ...]
    """Positions of the recommendations worth showing."""
    decision: Decision | None
    near: Decision | None = None
    """A decision about a row much like it, where none is about this very row."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The recommendations a row is about, or why that is not certain."""

    case: Case
    entries: tuple[Indexed, ...] = ()
    ground: Ground | None = None
    doubts: tuple[str, ...] = ()
    """Sentences saying why the row needs a person."""
    named: tuple[Indexed, ...] = ()
    """The recommendations that the row's own ids, or a decision about a row much like it, name and do not settle."""

    @property
    def is_linked(self) -> bool:
        """Whether the row is linked."""
        return self.ground is not None

"""A file of the failure set: how it is made, what must become of it, and what it says about whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

TOWNS = [
    start + end
    for start in ("Alder", "Bram", "Cold", "Dun", "Elm", "Fern", "Glen", "Hart", "Ivy", "Kirk", "Lang", "Mer", "Nor")
    for end in ("beck", "combe", "dale", "field", "gate", "hurst", "ley", "moor", "ness", "ridge", "stoke", "thorpe")
]
DUTIES = [
    f"{task} {whom}"
    for task in (
        "hold a register of home visits to",
        "send a letter after every appointment missed by",
        "train its night staff in recognising the injuries of",
        "write a protocol for the discharge from hospital of",
        "audit each quarter the case files of",
        "name one officer who answers for the records of",
    )
    for whom in (
        "infants under two",
        "pregnant women",
        "foster carers",
        "young parents",
        "lodgers in the household",
        "school leavers",
        "older siblings",
        "grandparents who care",
        "children with disabilities",
        "families in temporary housing",
        "fathers living apart",
        "newborn twins",
        "deaf adults",
    )
]


@dataclass(frozen=True)
class Subject:
    """An agency no other file is about, its one recommendation, and what it says of it."""

    number: int

    @property
    def id(self) -> str:
        return f"CASE-{self.number:03}"

    @property
    def agency(self) -> str:
        return f"{TOWNS[self.number % len(TOWNS)]} {'Council' if self.number < len(TOWNS) else 'Trust'}"

    @property
    def recommendation(self) -> str:
        return f"{self.agency} should {DUTIES[self.number % len(DUTIES)]}."

    @property
    def update(self) -> str:
        return f"Agreed at the meeting in {TOWNS[-1 - self.number % len(TOWNS)]}; {self.number + 2} people took part."


Make = Callable[[Path, Subject], object]


@dataclass(frozen=True)
class Case:
    """A file, or several made together, of the failure set."""

    name: str
    """Its path in the inbox."""
    outcome: str
    make: Make
    says: tuple[str, ...] = ()
    """Words its message must hold."""
    has_row: bool | None = None
    """Whether its one row must come through exactly; without a word, whenever it is read."""
    about: str = ""
    """Files with the same word here are about the same agency."""
    update: str = ""
    """The update it holds, where it is not its subject's own."""
    is_slow: bool = False
    """Whether it takes so long that it is read only once, with all others."""
    others: tuple[tuple[str, str], ...] = ()
    """What must become of further files: of what is in it, for one that holds documents."""

    @property
    def is_read_whole(self) -> bool:
        return self.outcome == "read" if self.has_row is None else self.has_row

    def expected_update(self, subject: Subject) -> str:
        return self.update or subject.update

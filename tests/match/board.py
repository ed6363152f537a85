"""A small made-up board: its master list, and rows as agencies send them."""

from __future__ import annotations

from hypothesis import settings

from ingest.model import Place
from match.model import Link, LinkedUpdate, Outcome
from normalize.model import MasterList, Recommendation, Update

UNHURRIED = settings(deadline=None, max_examples=60)
"""For properties: a busy machine is no failure."""


def recommendation(number: int, agency: str = "Harbour Trust", *, lead: str = "", due: str = "") -> Recommendation:
    return Recommendation(f"R{number}", agency, "IMR", str(number), f"Recommendation {number}", lead=lead, due=due)


def master_list(*numbers: int, lead: str = "", due: str = "") -> MasterList:
    return MasterList(tuple(recommendation(number, lead=lead, due=due) for number in numbers))


def row(
    *ids: str,
    update: str = "",
    evidence: str = "",
    document: str = "Harbour.docx",
    at: int = 2,
    outcome: Outcome = Outcome.LINKED,
    agency: str = "Harbour Trust",
    **particulars: object,
) -> LinkedUpdate:
    place = Place(document, None, 1, at)
    said = Update(place, (), update=update, evidence=evidence, **particulars)  # type: ignore[arg-type]
    link = Link(f"{document}#{at}", outcome, ids, 90.0, (), ())
    return LinkedUpdate(document, agency, agency, "", said, link)

"""A small made-up action plan, and the rows two agencies send about it."""

from __future__ import annotations

from match.linker import link
from match.model import Decision, Link, Query
from normalize.model import MasterList, Recommendation

POLICE, HEALTH = "Marlvale Constabulary", "Harbour Community Health"

TEXTS = {
    "P1": "Officers attending domestic incidents must record the names of every child in the household.",
    "P2": "The control room should flag addresses where there have been three incidents in twelve months.",
    "P3": "CB7 forms should either be legibly written or typed.",
    "P4": "A review of the quality of vulnerability forms submitted by neighbourhood teams should be carried out.",
    "P5": "Custody sergeants should ask every detained person whether they have caring responsibilities.",
    "P6": "Minutes of the risk panel should be circulated to all partners by the police.",
    "P7": "The constabulary should ask the LSCB to publish its referral pathway for young carers.",
    "PO1": "The safe storage of methadone must be discussed at each new referral.",
    "PO2": "Release dates of violent offenders should be notified to social care five working days beforehand.",
    "H1": "Health visitors should receive safeguarding supervision at least every twelve weeks.",
    "H2": "School nurses should receive safeguarding supervision at least every twelve weeks.",
    "H3": "The transfer of records between health visiting and school nursing should be audited annually.",
    "HO1": "The safe storage of methadone must be discussed at each new referral.",
}


def _recommendation(id_: str, text: str) -> Recommendation:
    agency = POLICE if id_.startswith("P") else HEALTH
    return Recommendation(id_, agency, "Overview" if "O" in id_ else "IMR", id_[-1], text)


PLAN = MasterList(tuple(_recommendation(id_, text) for id_, text in TEXTS.items()))


def query(
    text: str = "", *numbers: str, agency: str = POLICE, kind: str = "IMR", document: str = "", certain: bool = True
) -> Query:
    return Query("row", document, agency, kind, numbers, text, agency_is_certain=certain)


def quote(id_: str, *numbers: str, document: str = "return.docx") -> Query:
    """Return a row with the words of a recommendation and its own number, or those given."""
    entry = PLAN.by_id[id_]
    return Query(id_, document, entry.agency, entry.kind, numbers or (entry.number,), entry.text)


def link_one(asked: Query, *decisions: Decision, master: MasterList = PLAN) -> Link:
    return link([asked], master, decisions=decisions)[0]

from __future__ import annotations

from ingest.model import Place
from match.model import Link, LinkedUpdate, Outcome
from match.proposals import propose_agencies
from normalize.model import MasterList, Recommendation, Update

MASTER = MasterList(
    tuple(
        Recommendation(f"{agency[0]}-{at}", agency, "", str(at), "Text")
        for agency in ("Police", "Housing")
        for at in (1, 2)
    )
)


def make_row(row: int, id_: str, agency: str = "", document: str = "plan.docx", named: str = "") -> LinkedUpdate:
    outcome = Outcome.LINKED if id_ else Outcome.TO_CHECK
    link = Link(f"{document}-{row}", outcome, (id_,) if id_ else (), 0.0, (), ())
    return LinkedUpdate(document, agency, named, "", Update(Place(document, table=1, row=row), ()), link)


def test_rows_without_an_agency_are_proposed_as_the_one_their_links_belong_to() -> None:
    (proposal,) = propose_agencies([make_row(1, ""), make_row(2, "P-1"), make_row(3, "P-2")], MASTER)
    assert (proposal.agency, proposal.links, proposal.rows, proposal.place.row) == ("Police", 2, 3, 1)
    assert "2 of the 3" in proposal.as_finding().message


def test_a_name_that_is_not_on_the_list_is_said_to_be_none() -> None:
    (proposal,) = propose_agencies([make_row(at, f"P-{at}", named="Constabulary") for at in (1, 2)], MASTER)
    message = proposal.as_finding().message
    assert '"Constabulary" is no agency of the master list' in message
    assert "[agencies]" in message


def test_links_that_disagree_or_are_too_few_propose_nothing() -> None:
    assert propose_agencies([make_row(1, "P-1"), make_row(2, "H-1")], MASTER) == ()
    assert propose_agencies([make_row(1, "P-1")], MASTER) == ()


def test_rows_of_a_known_agency_need_no_proposal() -> None:
    assert propose_agencies([make_row(1, "P-1", "Police"), make_row(2, "P-2", "Police")], MASTER) == ()


def test_each_document_speaks_for_itself() -> None:
    rows = [
        make_row(1, "P-1"),
        make_row(2, "P-2"),
        make_row(1, "H-1", document="b.docx"),
        make_row(2, "H-2", document="b.docx"),
    ]
    assert [each.agency for each in propose_agencies(rows, MASTER)] == ["Police", "Housing"]

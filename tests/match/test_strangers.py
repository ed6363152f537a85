from __future__ import annotations

from dataclasses import replace

import pytest

from match.proposals import propose_agencies
from match.strangers import find_strangers
from normalize.model import MasterList, Recommendation
from tests.match.test_proposals import MASTER, make_row


def test_an_agency_that_is_not_on_the_list_is_told_once_for_a_document() -> None:
    rows = [make_row(at, "", document="b.docx", named="Harbour Trust") for at in (1, 2)]
    (finding,) = find_strangers(rows, (), MASTER)
    assert (finding.code, finding.place.document) == ("unlisted-agency", "b.docx")
    assert '"Harbour Trust"' in finding.message


def test_an_agency_that_is_proposed_is_told_of_by_the_proposal_alone() -> None:
    rows = [make_row(at, f"P-{at}", named="Constabulary") for at in (1, 2)]
    assert find_strangers(rows, propose_agencies(rows, MASTER), MASTER) == ()


@pytest.mark.parametrize(("agency", "named"), [("Police", "The Police"), ("", "")])
def test_rows_of_a_listed_agency_or_of_none_are_no_strangers(agency: str, named: str) -> None:
    assert find_strangers([make_row(1, "P-1", agency, named=named)], (), MASTER) == ()


def test_a_list_without_agencies_knows_no_strangers() -> None:
    without = MasterList((Recommendation("1", "", "", "1", "Text"),))
    assert find_strangers([make_row(1, "1", named="Constabulary")], (), without) == ()


def test_a_return_about_another_review_is_told_of_and_not_its_agency() -> None:
    row = replace(make_row(1, "", named="Harbour Trust"), is_for_other_review=True)
    (finding,) = find_strangers([row, row], (), MASTER)
    assert finding.code == "other-review"

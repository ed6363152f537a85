from __future__ import annotations

import pytest

from normalize.errors import MasterListError
from normalize.recommendations import is_answered, understand_master
from tests.normalize.factory import make_table

HEADINGS = ("ID", "Agency", "Source", "Number", "Recommendation", "By when")


def test_each_row_is_a_recommendation() -> None:
    table = make_table(HEADINGS, ("H-1", "Housing", "IMR", "1", "Train all staff", "May 2012"))
    (recommendation,) = understand_master(table).recommendations
    assert (recommendation.id, recommendation.agency, recommendation.kind) == ("H-1", "Housing", "IMR")
    assert (recommendation.number, recommendation.text, recommendation.due) == ("1", "Train all staff", "May 2012")


def test_a_title_above_the_headings_is_passed_over() -> None:
    table = make_table(("Master list of the board",), HEADINGS, ("H-1", "Housing", "IMR", "1", "Train", ""))
    assert len(understand_master(table).recommendations) == 1


def test_a_recommendation_without_an_id_is_given_one() -> None:
    table = make_table(("Agency", "Source", "Recommendation"), ("Housing", "IMR", "3) Train"))
    (recommendation,) = understand_master(table).recommendations
    assert (recommendation.id, recommendation.number, recommendation.text) == ("HOUS-IMR-03", "3", "Train")


def test_missing_headings_are_answered_with_those_found() -> None:
    with pytest.raises(MasterListError, match="Found: Name, Age"):
        understand_master(make_table(("Name", "Age"), ("A", "B")))


def test_an_id_that_stands_twice_is_named() -> None:
    row = ("H-1", "Housing", "IMR", "1", "Train", "")
    with pytest.raises(MasterListError, match="H-1"):
        understand_master(make_table(HEADINGS, row, row))


def test_a_row_without_a_recommendation_is_said_to_be_left_out() -> None:
    table = make_table(
        HEADINGS, ("H-1", "Housing", "IMR", "1", "Train", ""), ("H-2", "Housing", "IMR", "2", "", ""), ("",) * 6
    )
    assert [finding.code for finding in understand_master(table).findings] == ["master-row-without-text"]


def test_a_reference_that_comes_again_with_every_agency_is_the_number() -> None:
    table = make_table(("Ref", "Agency", "Recommendation"), ("1", "Housing", "Train"), ("1", "Police", "Train"))
    assert [(each.id, each.number) for each in understand_master(table).recommendations] == [
        ("HOUS-01", "1"),
        ("POLI-01", "1"),
    ]


@pytest.mark.parametrize(
    ("headings", "is_tracker"),
    [
        (("Ref", "Agency", "Recommendation", "Progress"), True),
        (("Ref", "Agency", "Recommendation", "By when"), False),
        (("ID", "Agency", "Recommendation", "Progress"), False),
    ],
)
def test_a_tracker_has_answers_and_no_ids_of_its_own(headings: tuple[str, ...], *, is_tracker: bool) -> None:
    assert is_answered(make_table(headings, ("1", "Housing", "Train", ""))) is is_tracker

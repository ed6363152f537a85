from __future__ import annotations

import pytest

from normalize.agencies import find_agency, find_agency_by_address, guess_agency, resolve_agency
from normalize.vocabulary import Vocabulary

BOARD = Vocabulary(
    agencies={
        "Wexshire Constabulary": ("the police",),
        "Children Social Care": (),
        "Meadow Health": (),
        "Wexford City Council": (),
        "Drug and Alcohol Team": (),
        "Probation": (),
        "Housing": (),
    }
)


@pytest.mark.parametrize(
    ("as_written", "agency"),
    [
        ("Wexshire Constabulary", "Wexshire Constabulary"),
        ("The Police", "Wexshire Constabulary"),
        ("Children\u2019s Social Care", "Children Social Care"),
        ("CHILDREN SOCIAL CARE", "Children Social Care"),
        ("Meadow Health NHS Foundation Trust", "Meadow Health"),
        ("Meadow Healthcare", "Meadow Health"),
        ("Meadow NHS Trust", "Meadow Health"),
        ("DAT", "Drug and Alcohol Team"),
        ("Wexshire Probation Trust", "Probation"),
        ("Housing actions", "Housing"),
        ("Fire and Rescue", ""),
        ("", ""),
    ],
)
def test_an_agency_is_known_by_any_of_its_names(as_written: str, agency: str) -> None:
    assert resolve_agency(as_written, BOARD) == agency


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("A. Person, a.person@wexshire.police.uk", "Wexshire Constabulary"),
        ("a.person@meadow-health.nhs.uk", "Meadow Health"),
        ("a.person@dat.org.uk or a.person@gmail.com", "Drug and Alcohol Team"),
        ("a.person@housing.org.uk, b.person@probation.gov.uk", ""),
        ("a.person@gmail.com", ""),
        ("a.person at Housing", ""),
    ],
)
def test_an_agency_is_known_by_an_e_mail_address(text: str, agency: str) -> None:
    assert find_agency_by_address(text, BOARD) == agency


def test_a_name_that_fits_two_agencies_fits_none() -> None:
    two = Vocabulary(agencies={"North Housing": (), "South Housing": ()})
    assert resolve_agency("Housing", two) == ""


def test_without_a_list_of_agencies_a_name_stands_for_itself() -> None:
    assert resolve_agency("  Fire and  Rescue ", Vocabulary()) == "Fire and Rescue"


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("Housing update Oct 2012", "Housing"),
        ("Wexford City Council \u2013 Children\u2019s Social Care \u2013 SCR Child F action plan", ""),
        ("Safeguarding Wexford \u2013 Children\u2019s Social Care", "Children Social Care"),
        ("Wexford SCB Serious Case Review", ""),
        ("RE_ action plan - DAT", "Drug and Alcohol Team"),
        ("Housing and Probation", ""),
    ],
)
def test_a_title_names_an_agency_only_where_it_names_one(title: str, agency: str) -> None:
    assert find_agency(title, BOARD)[0] == agency


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        (
            "Wexford City Council \u2013 Children\u2019s Social Care \u2013 SCR Child F action plan",
            "Children\u2019s Social Care",
        ),
        ("Housing update Oct 2012", "Housing"),
        ("Wexford SCB Serious Case Review \u2013 Child F Action Plan", ""),
    ],
)
def test_an_agency_is_guessed_from_a_title_for_want_of_a_list(title: str, agency: str) -> None:
    assert guess_agency(title, Vocabulary())[0] == agency


ONE_TOWN = Vocabulary(
    agencies={"Wexmoor NHS Foundation Trust": (), "Wexmoor Ambulance Service NHS Trust": (), "Oakvale": ()}
)


@pytest.mark.parametrize(
    ("as_written", "agency"),
    [
        ("Wexmoor Fire and Rescue Service", ""),
        ("Wexmoor City Council", ""),
        ("Wexmoor Hospital", "Wexmoor NHS Foundation Trust"),
        ("Wexmoor Hospitals NHS Trust", "Wexmoor NHS Foundation Trust"),
        ("Wexmoor Ambulance", "Wexmoor Ambulance Service NHS Trust"),
        ("Oakvale Housing Association", "Oakvale"),
    ],
)
def test_agencies_of_one_town_are_told_by_their_kind(as_written: str, agency: str) -> None:
    assert resolve_agency(as_written, ONE_TOWN) == agency


def test_an_ambulance_trust_is_not_the_trust_of_its_town() -> None:
    town = Vocabulary(agencies={"Wexmoor NHS Foundation Trust": ()})
    assert resolve_agency("Wexmoor Ambulance Service NHS Trust", town) == ""


@pytest.mark.parametrize("title", ["Wexmoor Safeguarding Adults Board", "Return to the board of Wexmoor"])
def test_the_name_of_a_town_alone_names_no_trust_in_a_title(title: str) -> None:
    assert find_agency(title, ONE_TOWN) == ("", "")


def test_a_title_names_a_trust_without_its_legal_form() -> None:
    town = Vocabulary(agencies={"Meadow Valley NHS Foundation Trust": ()})
    assert find_agency("Return of Meadow Valley for September", town)[0] == "Meadow Valley NHS Foundation Trust"

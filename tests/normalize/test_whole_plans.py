"""One document that holds the sections of many agencies."""

from __future__ import annotations

import pytest

from normalize.contents import agency_between, read_contents
from normalize.grid import read_rows
from normalize.returns import understand
from normalize.vocabulary import Vocabulary
from tests.normalize.factory import make_document, make_table

HEADINGS = ("IMR Recommendation:", "Update:", "Evidence")
CONTENTS = make_table(
    ("Board Actions", "Updates received"),
    ("Single Agency Actions:", ""),
    ("Housing", ""),
    ("Police", "Update received"),
)


def test_a_table_of_contents_is_known_and_is_no_return() -> None:
    assert read_contents(read_rows(CONTENTS)) == ("Board Actions", "Single Agency Actions:", "Housing", "Police")
    assert read_contents(read_rows(make_table(HEADINGS, ("1) A", "B", "C")))) == ()


@pytest.mark.parametrize(
    ("before", "after", "agency"),
    [("", "Housing", "Board Actions"), ("Housing", "", "Police"), ("", "Police", ""), ("Ambulance", "Police", "")],
)
def test_the_contents_name_a_section_that_stands_alone_between_two_known_ones(
    before: str, after: str, agency: str
) -> None:
    lines = ("Board Actions", "Single Agency Actions:", "Housing", "Police")
    assert agency_between(lines, before, after, Vocabulary()) == agency


def test_each_section_becomes_a_return() -> None:
    understood = understand(
        make_document(
            CONTENTS,
            make_table(("Recommendations", "Action", "Progress"), ("1. A", "B", "C"), number=2),
            "Agency: Housing",
            make_table(HEADINGS, ("1) D", "E", "F"), number=3),
            "Agency: Police",
            make_table(HEADINGS, ("1) G", "H", "I"), number=4),
        )
    )
    assert [each.agency for each in understood.returns] == ["Board Actions", "Housing", "Police"]
    assert [len(each.updates) for each in understood.returns] == [1, 1, 1]
    assert understood.words.adds_up


def test_a_section_whose_heading_page_is_lost_keeps_its_rows_without_an_agency() -> None:
    understood = understand(
        make_document(
            "Agency: Housing",
            make_table(HEADINGS, ("1) Train staff", "B", "C"), ("2) Audit cases", "E", "F")),
            make_table(("end of a lost row", "x", ""), ("2) Share information", "H", "I"), number=2),
        )
    )
    assert [(each.agency, len(each.updates)) for each in understood.returns] == [("Housing", 2), ("", 2)]


def test_a_table_whose_numbers_go_on_belongs_to_the_section_above() -> None:
    understood = understand(
        make_document(
            "Agency: Housing",
            make_table(HEADINGS, ("1) Train staff", "B", "C")),
            make_table(("2) Share information", "H", "I"), number=2),
        )
    )
    assert [len(each.updates) for each in understood.returns] == [2]

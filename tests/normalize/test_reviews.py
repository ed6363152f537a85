from __future__ import annotations

import pytest

from normalize.returns import understand
from normalize.reviews import is_other_review, read_review
from normalize.vocabulary import Vocabulary
from tests.normalize.factory import make_document, make_table

HEADINGS = ("IMR Recommendation:", "Update:", "Evidence")


@pytest.mark.parametrize(
    ("title", "review"),
    [
        ("Serious Case Review \u2013 Child F Action Plan", "Child F"),
        ("CHILD F update", "Child F"),
        ("DHR 7: return", "DHR 7"),
        ("SAR Adult B2", "Adult B2"),
        ("Each child is seen alone", ""),
        ("Housing return", ""),
    ],
)
def test_a_title_names_the_review(title: str, review: str) -> None:
    assert read_review(title) == review


def test_another_review_is_known_only_where_both_are_named() -> None:
    assert is_other_review("Child G", "Child F")
    assert not is_other_review("Child F", "SCR Child F")
    assert not is_other_review("", "Child F")
    assert not is_other_review("Child G", "")


def test_a_return_for_another_review_is_told() -> None:
    document = make_document("Child G action plan", "Agency: Housing", make_table(HEADINGS, ("1) A", "B", "C")))
    understood = understand(document, Vocabulary(review="Child F"))
    assert understood.returns[0].review == "Child G"
    assert understood.returns[0].is_for_other_review
    assert [finding.code for finding in understood.findings] == ["other-review"]


def test_two_reviews_in_one_document_are_two_returns_of_one_agency() -> None:
    understood = understand(
        make_document(
            "Agency: Housing",
            "Child F",
            make_table(HEADINGS, ("1) A", "B", "C")),
            "Child G",
            make_table(HEADINGS, ("1) D", "E", "F"), number=2),
        )
    )
    assert [(each.agency, each.review) for each in understood.returns] == [
        ("Housing", "Child F"),
        ("Housing", "Child G"),
    ]
    assert understood.words.adds_up

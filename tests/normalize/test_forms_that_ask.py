"""Forms that speak to those who fill them in: questions and guidance as headings, in a column or down the page."""

from __future__ import annotations

import pytest

from normalize.columns import Field
from normalize.headings import HeadingBook
from normalize.model import ReturnedDocument, Status
from normalize.returns import understand
from tests.normalize.factory import make_document, make_table


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("What progress has been made since October 2014? Please be specific", Field.UPDATE),
        ("If not complete, give expected new achievement date", Field.DUE),
        ("What evidence supports this?", Field.EVIDENCE),
        ("Update (no more than 200 words, with the date on which each part of the work was finished)", Field.UPDATE),
        ("Evidence\nPlease list policies, audits and minutes that show what was done", Field.EVIDENCE),
        ("Rec. No. (from report)", Field.NUMBER),
        ("Recommen datio n", Field.RECOMMENDATION),
    ],
)
def test_a_heading_may_be_a_question_or_have_guidance(text: str, field: Field) -> None:
    heading = HeadingBook().read(text)
    assert heading is not None
    assert heading.field is field


@pytest.mark.parametrize(
    "text", ["What has been done is not yet known to the panel", "Update\nWe trained nine officers in May", "Completed"]
)
def test_an_answer_is_no_heading(text: str) -> None:
    heading = HeadingBook().read(text)
    assert heading is None or not heading.is_exact


def test_each_heading_may_stand_in_a_row_above_its_answer() -> None:
    card = make_table(
        ["Recommendation 1: Offer advocacy"],
        ["What have you done?"],
        ["Offered in nine of ten cases"],
        ["What evidence do you have?"],
        ["Audit"],
        ["Survey"],
    )
    understood = understand(make_document("Agency: Housing", card))
    (update,) = understood.returns[0].updates
    assert understood.words.adds_up
    assert not understood.left_over
    assert (update.numbers, update.recommendation) == (("1",), "Offer advocacy")
    assert (update.update, update.evidence) == ("Offered in nine of ten cases", "Audit\nSurvey")


def test_the_number_alone_below_its_heading_begins_no_recommendation() -> None:
    card = make_table(
        ["Recommendation number"],
        ["4"],
        ["Recommendation"],
        ["Offer advocacy to every parent"],
        ["Update"],
        ["Offered in nine of ten cases"],
        ["Evidence"],
        ["Audit"],
    )
    understood = understand(make_document("Agency: Housing", card))
    (update,) = understood.returns[0].updates
    assert understood.words.adds_up
    assert (update.numbers, update.recommendation) == (("4",), "Offer advocacy to every parent")
    assert (update.update, update.evidence) == ("Offered in nine of ten cases", "Audit")


@pytest.mark.parametrize(("answer", "status"), [("Y", Status.COMPLETE), ("No", Status.IN_PROGRESS)])
def test_yes_and_no_answer_the_heading(answer: str, status: Status) -> None:
    table = make_table(["No", "Recommendation", "Update", "Complete?"], ["1", "Train staff", "Course held", answer])
    assert status_of(understand(make_document("Agency: Housing", table))) is status


@pytest.mark.parametrize(
    ("marks", "status"),
    [
        (("\u2713", "", ""), Status.COMPLETE),
        (("", "x", ""), Status.IN_PROGRESS),
        (("", "", "\u2717"), Status.DELAYED),
        (("\u2717", "\u2713", "\u2717"), Status.IN_PROGRESS),
    ],
)
def test_a_mark_says_the_status_of_its_column(marks: tuple[str, ...], status: Status) -> None:
    table = make_table(
        ["No", "Recommendation", "Achieved (tick)", "On target to achieve (tick)", "Not achieved", "Comments"],
        ["1", "Train staff", *marks, "See log"],
    )
    assert status_of(understand(make_document("Agency: Housing", table))) is status


def status_of(understood: ReturnedDocument) -> Status:
    return understood.returns[0].updates[0].status

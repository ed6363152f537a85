"""Tables whose headings are misspelt, quarters, questions asked in other words, or nothing the program knows."""

from __future__ import annotations

import pytest

from normalize.columns import Field
from normalize.headings import HeadingBook
from normalize.model import Update
from normalize.returns import understand
from tests.normalize.factory import make_document, make_table

ASKED = ("Train all ward staff this year", "Audit ten case files a quarter", "Write to GPs on the day of discharge")


def updates_of(*tables: tuple[tuple[str, ...], ...]) -> list[Update]:
    understood = understand(make_document(*(make_table(*rows) for rows in tables)))
    assert understood.words.adds_up
    return [update for each in understood.returns for update in each.updates]


def numbered(*after: str) -> tuple[tuple[str, ...], ...]:
    return tuple((str(number), asked, *after) for number, asked in enumerate(ASKED, start=1))


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("What we were asked to do", Field.RECOMMENDATION),
        ("Theme / recommendation", Field.RECOMMENDATION),
        ("Where are we now?", Field.UPDATE),
        ("Agency comments", Field.UPDATE),
        ("Source of assurance", Field.EVIDENCE),
        ("How evidenced?", Field.EVIDENCE),
        ("Done? (Y/N)", Field.STATUS),
        ("Complete (yes/no)", Field.STATUS),
        ("Progress rating", Field.RATING),
        ("To be done by:", Field.DUE),
    ],
)
def test_a_heading_may_ask_in_other_words(heading: str, field: Field) -> None:
    read = HeadingBook().read(heading)
    assert read is not None
    assert read.field is field


def test_misspelt_headings_are_known_beside_one_that_is_not() -> None:
    (update, *_others) = updates_of((("No", "Reccomendation", "Udpate", "Evidence"), *numbered("Begun", "Log")))
    assert (update.recommendation, update.update, update.evidence) == (ASKED[0], "Begun", "Log")


def test_of_columns_headed_by_quarters_the_last_one_filled_is_the_update() -> None:
    updates = updates_of((("No", "Recommendation", "Quarter 1", "Q2"), *numbered("Begun", "Done")))
    assert [update.update for update in updates] == ["Done"] * 3


def test_a_table_below_headings_nobody_knows_is_read_by_what_stands_in_it_and_said_to_be() -> None:
    table = make_table(("Ref", "What the panel wanted", "How far we got", "Paperwork"), *numbered("Begun", "Log"))
    understood = understand(make_document("Agency: Housing", table))
    assert understood.words.adds_up
    (each,) = understood.returns
    assert [(update.recommendation, update.update, update.evidence) for update in each.updates] == [
        (asked, "Begun", "Log") for asked in ASKED
    ]
    (finding,) = understood.findings
    assert finding.code == "guessed-columns"
    assert '"How far we got"' in finding.message


def test_such_a_table_may_follow_one_with_other_columns() -> None:
    known = (("Recommendation", "Update", "Evidence"), ("7. Share the learning", "Shared", "Minutes"))
    unknown = (("Ref", "What the panel wanted", "How far we got", "Paperwork"), *numbered("Begun", "Log"))
    assert len(updates_of(known, unknown)) == 4


@pytest.mark.parametrize(
    ("headings", "rows"),
    [
        (("No", "Name", "Post", "Room"), (("1", "A. Person", "Nurse", "B2"), ("2", "B. Person", "Officer", "B3"))),
        (("No", "What the panel wanted", "Agency", "Paperwork"), numbered("Police", "Log")),
        (("Week", "What was taught to the group", "Who came on the day"), (("one", *ASKED[:2]), ("two", *ASKED[1:]))),
        (("Ref", "What the panel wanted"), numbered()),
    ],
    ids=["names", "a heading that is known", "no numbers", "no update"],
)
def test_other_numbered_tables_are_left_alone(headings: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
    assert updates_of((headings, *rows)) == []

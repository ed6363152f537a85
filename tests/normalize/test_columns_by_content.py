"""Columns whose heading says too little, and tables that lie on their side."""

from __future__ import annotations

import pytest

from normalize.model import ReturnedDocument, Status, Update
from normalize.returns import understand
from tests.normalize.factory import make_document, make_table


def only(understood: ReturnedDocument) -> tuple[Update, ...]:
    assert understood.words.adds_up
    return understood.returns[0].updates


def test_under_a_heading_for_the_number_may_stand_the_recommendation() -> None:
    table = make_table(
        ["Rec", "Agreed actions", "Progress"],
        ["1. Improve handover between wards", "Write a protocol", "Written"],
        ["Recs 2-3", "Review the pathway", "Under way"],
    )
    first, second = only(understand(make_document("Agency: Hospital", table)))
    assert (first.numbers, first.recommendation, first.action) == (
        ("1",),
        "Improve handover between wards",
        "Write a protocol",
    )
    assert (second.numbers, second.action) == (("2", "3"), "Review the pathway")


def test_under_a_heading_for_the_status_may_stand_the_update() -> None:
    table = make_table(
        ["Recommendation", "Current status"],
        ["1. Flag vulnerable adults", "Complete - flags are now on all records and checked monthly"],
        ["2. Review prescriptions", "Not started"],
    )
    first, second = only(understand(make_document("Agency: Surgery", table)))
    assert first.update.startswith("Complete - flags")
    assert (first.status, second.status) == (Status.COMPLETE, Status.NOT_STARTED)


def test_a_status_column_of_single_words_stays_one() -> None:
    table = make_table(["Recommendation", "Status"], ["1. Flag vulnerable adults", "Complete"])
    (update,) = only(understand(make_document("Agency: Surgery", table)))
    assert (update.update, update.status) == ("", Status.COMPLETE)


def test_a_table_on_its_side_is_read_column_by_column() -> None:
    table = make_table(
        ["", "Recommendation 1", "Recommendation 2"],
        ["Recommendation", "Check homes", "Share alerts"],
        ["Update", "Checked 120", "Form designed"],
        ["Evidence", "Log", "Form"],
    )
    first, second = only(understand(make_document("Agency: Fire and Rescue", table)))
    assert (first.numbers, first.recommendation, first.update, first.evidence) == (
        ("1",),
        "Check homes",
        "Checked 120",
        "Log",
    )
    assert (second.numbers, second.recommendation, second.evidence) == (("2",), "Share alerts", "Form")


def test_titles_over_all_columns_do_not_turn_a_table_on_its_side() -> None:
    table = make_table(
        ["Agreed action", "Update", "Evidence"],
        ["Overview report"],
        ["1) Share the report", "Done", "List"],
        ["IMR recommendations"],
    )
    (update,) = only(understand(make_document("Agency: Housing", table)))
    assert (update.numbers, update.update, update.evidence) == (("1",), "Done", "List")


def test_the_letter_of_a_theme_is_part_of_the_number() -> None:
    table = make_table(["Ref", "Recommendation", "Update"], ["A1", "Check", "Done"], ["B1", "Share", "Begun"])
    first, second = only(understand(make_document("Agency: Housing", table)))
    assert (first.numbers, second.numbers) == (("A1",), ("B1",))


def test_a_number_may_name_the_kind() -> None:
    table = make_table(["Ref", "Recommendation", "Update"], ["IMR 2", "Check", "Done"], ["OV3", "Share", "Begun"])
    first, second = only(understand(make_document("Agency: Housing", table)))
    assert (first.kind, first.numbers) == ("IMR", ("2",))
    assert (second.kind, second.numbers) == ("Overview", ("3",))


@pytest.mark.parametrize(
    ("cells", "recommendations"),
    [
        (("1. Brief", "2. Audit", "3. Train"), ["Brief", "Audit", "Train"]),
        (("1 IMR", "2 IMR", "1 Overview"), ["", "", ""]),
        (("1. Housing", "2. Housing", "1. Police"), ["", "", ""]),
    ],
)
def test_under_a_heading_for_the_number_each_may_stand_with_words_of_its_own(
    cells: tuple[str, ...], recommendations: list[str]
) -> None:
    table = make_table(["Rec", "Update", "Evidence"], *[(cell, "Done", "Log") for cell in cells])

    (sent,) = understand(make_document(table)).returns

    assert [update.recommendation for update in sent.updates] == recommendations

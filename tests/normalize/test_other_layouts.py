"""Returns that are not one grid: cards, a table below each heading, paragraphs, ticks, keys."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.model import Where
from normalize.grid import read_rows
from normalize.key import read_key_line, read_key_table
from normalize.model import Rating, ReturnedDocument, Status, Update
from normalize.returns import understand
from tests.normalize.factory import make_cell, make_document, make_paragraph, make_table


def updates_of(document: ReturnedDocument) -> list[Update]:
    assert document.words.adds_up
    return [update for each in document.returns for update in each.updates]


def shown(update: Update) -> tuple[tuple[str, ...], str, str, str]:
    return update.numbers, update.recommendation, update.update, update.evidence


def make_card(number: int, heading: str, text: str, update: str) -> tuple[tuple[str, str], ...]:
    return (
        (heading, text),
        ("Lead", "A. Person"),
        ("Update", update),
        ("Evidence", f"List {number}"),
        ("RAG", "Amber"),
    )


def test_one_card_for_each_recommendation() -> None:
    document = make_document(
        "Agency: Housing",
        make_table(*make_card(1, "Recommendation", "1) Train staff", "Begun"), number=1),
        make_table(*make_card(2, "Recommendation 2", "Audit cases", "Done"), number=2),
    )
    first, second = updates_of(understand(document))
    assert shown(first) == (("1",), "Train staff", "Begun", "List 1")
    assert shown(second) == (("2",), "Audit cases", "Done", "List 2")
    assert (first.lead, first.rating) == ("A. Person", Rating.AMBER)


def test_cards_below_one_another_in_one_table_with_the_agency_on_top() -> None:
    card_1, card_2 = (
        make_card(1, "Recommendation", "1) Train staff", "Begun"),
        make_card(2, "Recommendation", "2) Audit", ""),
    )
    document = make_document(make_table(("Agency", "Housing"), *card_1, *card_2))
    understood = understand(document)
    assert [shown(update)[:3] for update in updates_of(understood)] == [
        (("1",), "Train staff", "Begun"),
        (("2",), "Audit", ""),
    ]
    assert understood.returns[0].agency == "Housing"


@pytest.mark.parametrize("written", ["Recommendation {}", "Rec {}:", "{}."])
def test_a_card_may_have_its_number_above_the_heading_of_the_recommendation(written: str) -> None:
    cards = [
        ([written.format(number)], ["Recommendation", asked], ["Update", said])
        for number, asked, said in ((1, "Train staff", "Begun"), (2, "Review the policy", "Reviewed"))
    ]
    updates = updates_of(understand(make_document("Agency: Housing", make_table(*cards[0], *cards[1]))))
    assert [shown(each)[:3] for each in updates] == [
        (("1",), "Train staff", "Begun"),
        (("2",), "Review the policy", "Reviewed"),
    ]


def test_a_card_that_names_another_recommendation_begins_below_a_number() -> None:
    card = make_table(["Recommendation 1"], ["Recommendation 2", "Train staff"], ["Update", "Begun"])
    updates = updates_of(understand(make_document("Agency: Housing", card)))
    assert [each.numbers for each in updates] == [("1",), ("2",)]


def test_an_answer_beside_a_blank_heading_goes_on_the_one_above() -> None:
    card = make_table(["2. Audit"], ("Update", "Begun."), ("", "Then done."), ("Evidence", "List"))
    (update,) = updates_of(understand(make_document(card)))
    assert shown(update) == (("2",), "Audit", "Begun.\nThen done.", "List")


@pytest.mark.parametrize("answer", ["Not yet started", "On track", "Achieved"])
def test_an_answer_worded_as_a_heading_is_an_answer_in_a_card(answer: str) -> None:
    card = make_table(["2. Audit"], ("Current position", answer), ("Evidence", "List"))
    (update,) = updates_of(understand(make_document(card)))
    assert shown(update) == (("2",), "Audit", answer, "List")


def test_a_table_below_each_recommendation_heading() -> None:
    document = make_document(
        make_paragraph("Recommendation 4: Train all staff", level=2),
        make_table(("Action", "Lead", "Progress", "Evidence"), ("Write course", "A", "Written", "File")),
        make_paragraph("Recommendation 5: Audit cases", level=2),
        make_table(("Action", "Lead", "Progress", "Evidence"), ("Choose cases", "B", "Chosen", ""), number=2),
    )
    first, second = updates_of(understand(document))
    assert shown(first) == (("4",), "Train all staff", "Written", "File")
    assert (shown(second)[:3], second.action) == ((("5",), "Audit cases", "Chosen"), "Choose cases")


GRID = (("Lead", "Target date", "RAG"), ("A. Person", "May 2025", "Amber"))
CARD = (("Lead", "A. Person"), ("Target date", "May 2025"), ("RAG", "Amber"))


@pytest.mark.parametrize("table", [GRID, CARD])
def test_lines_below_a_table_go_on_its_answer_under_headings_it_has_not(table: tuple[tuple[str, ...], ...]) -> None:
    said = [
        (f"Recommendation {number}: {asked}", make_table(*table, number=number), "Progress", done, "Evidence: List")
        for number, asked, done in ((1, "Train staff", "Begun"), (2, "Audit cases", "Done"))
    ]
    understood = understand(make_document("Agency: Housing", *said[0], *said[1], "Lead", "Nobody"))
    updates = updates_of(understood)
    assert [shown(each) for each in updates] == [
        (("1",), "Train staff", "Begun", "List"),
        (("2",), "Audit cases", "Done", "List"),
    ]
    assert {(each.lead, each.by_when, each.rating) for each in updates} == {("A. Person", "May 2025", Rating.AMBER)}
    assert [each.text for each in understood.left_over] == ["Lead", "Nobody"]


def test_lines_below_a_table_left_blank_are_no_recommendation() -> None:
    card = make_table(("Lead", ""), ("RAG", ""))
    document = make_document("Agency: Housing", "Recommendation 1: Train staff", card, "Thank you all", "Begun")
    assert [each.text for each in understand(document).left_over] == ["Thank you all", "Begun"]


def test_lines_below_a_table_of_several_answers_are_of_none() -> None:
    table = make_table(("Update", "Evidence"), ("Begun", "List"), ("Done", "Audit"))
    understood = understand(make_document("Agency: Housing", "Recommendation 1: Train staff", table, "Lead: A. Person"))
    assert [each.lead for each in updates_of(understood)] == ["", ""]
    assert understood.words.left_over


def test_a_recommendation_over_the_whole_width_with_its_answers_below() -> None:
    document = make_document(
        make_table(
            ("Action", "Progress", "Evidence"),
            ("Recommendation 1: Train all staff",),
            ("Write course", "Written", "File"),
            ("Hold course", "Held", "List"),
            ("Recommendation 2: Audit cases",),
        )
    )
    updates = updates_of(understand(document))
    assert [shown(update)[:3] for update in updates] == [
        (("1",), "Train all staff", "Written"),
        (("1",), "Train all staff", "Held"),
        (("2",), "Audit cases", ""),
    ]


def test_numbered_paragraphs_with_lead_ins_and_no_table() -> None:
    document = make_document(
        "Agency: Housing",
        "1. Train all staff.",
        "Update: The course was held.",
        "All came.",
        "Evidence: Register",
        "2. Audit cases.\nUpdate: Begun.\nEvidence: None yet",
        "3. A point nobody answered.",
    )
    understood = understand(document)
    assert [shown(update) for update in updates_of(understood)] == [
        (("1",), "Train all staff.", "The course was held.\nAll came.", "Register"),
        (("2",), "Audit cases.", "Begun.", "None yet"),
    ]
    assert [left.text for left in understood.left_over] == ["3. A point nobody answered."]


def test_the_foot_of_a_page_is_no_part_of_the_last_answer() -> None:
    foot = make_paragraph("Housing, version 2", where=Where.FOOTER)
    document = understand(make_document("1. Train staff", "Update: Done", "Evidence: List", foot))
    assert [shown(each) for each in updates_of(document)] == [(("1",), "Train staff", "Done", "List")]


def test_a_letter_with_numbered_points_has_no_rows() -> None:
    understood = understand(
        make_document("Dear colleague,", "1. We met in May.", "2. We will meet again.", "Yours, A.")
    )
    assert updates_of(understood) == []
    assert len(understood.left_over) == 4


@pytest.mark.parametrize(
    ("achieved", "on_target", "status"),
    [
        ("\u2713", "", Status.COMPLETE),
        ("", "x", Status.IN_PROGRESS),
        ("", "\u2611", Status.IN_PROGRESS),
        ("", "", Status.NOT_STATED),
    ],
)
def test_ticks_say_the_status(achieved: str, on_target: str, status: Status) -> None:
    document = make_document(
        make_table(
            ("Recommendation", "Update", "Achieved (tick)", "On Target to Achieve (tick)"),
            ("1. Train", "Course", achieved, on_target),
        )
    )
    assert updates_of(understand(document))[0].status is status


def test_figures_in_a_status_column_are_read_by_the_key_below_the_plan() -> None:
    document = make_document(
        make_table(("Recommendation", "Update", "Status"), ("1. Train", "Course", "1"), ("2. Audit", "Cases", "3")),
        make_table(("1", "Achieved"), ("2", "On track"), ("3", "Slipped"), ("4", "Not achieved"), number=2),
    )
    assert [update.status for update in updates_of(understand(document))] == [Status.COMPLETE, Status.DELAYED]


def test_a_key_may_stand_in_one_line() -> None:
    assert read_key_line("Key: 1 Achieved / 2 On track / 3 Slipped") == {
        "1": "Achieved",
        "2": "On track",
        "3": "Slipped",
    }
    assert read_key_line("We met on 1 May, 2 staff came") == {}


def test_a_numbered_list_in_a_table_is_no_key() -> None:
    assert read_key_table(read_rows(make_table(("1", "Train all staff"), ("2", "Audit cases")))) == {}


def test_a_second_row_of_headings_dates_the_columns_of_progress() -> None:
    headings = ("Recommendation", "Progress", "", "Evidence")
    document = make_document(make_table(headings, ("", "Oct 2012", "Feb 2014", ""), ("1. Train", "Begun", "Done", "L")))
    (update,) = updates_of(understand(document))
    assert shown(update) == (("1",), "Train", "Done", "L")
    assert [field.heading for field in update.raw[1:3]] == ["Progress Oct 2012", "Feb 2014"]


def test_a_board_tracker_with_a_column_for_the_agency_is_as_many_returns() -> None:
    headings = ("Recommendation", "Agency", "Progress")
    rows = (("1. Train", "Police", "Done"), ("2. Share", "Housing", "Begun"), ("3. Meet", "Police", "Met"))
    understood = understand(make_document(make_table(headings, *rows)))
    assert [(each.agency, [update.update for update in each.updates]) for each in understood.returns] == [
        ("Police", ["Done", "Met"]),
        ("Housing", ["Begun"]),
    ]


def test_in_the_return_of_an_agency_that_column_names_the_lead() -> None:
    table = make_table(("Recommendation", "Agency", "Progress"), ("1. A", "Police", "B"))
    understood = understand(make_document("Agency: Housing", table))
    assert [(each.agency, each.updates[0].lead) for each in understood.returns] == [("Housing", "Police")]


def test_a_table_without_headings_is_read_by_what_stands_in_it_and_said_to_be() -> None:
    understood = understand(make_document(make_table(("1. Train", "Done", "List"), ("2. Share", "Begun", ""))))
    assert [shown(update) for update in updates_of(understood)] == [
        (("1",), "Train", "Done", "List"),
        (("2",), "Share", "Begun", ""),
    ]
    assert [finding.code for finding in understood.findings] == ["guessed-columns"]


@pytest.mark.parametrize(("share", "status"), [("100%", "complete"), ("50 %", "in progress"), ("0%", "not started")])
def test_a_share_says_the_status(share: str, status: str) -> None:
    document = make_document(
        make_table(("Recommendation", "% complete", "Progress"), ("1. Train", share, "As planned"))
    )
    assert updates_of(understand(document))[0].status.value == status


def test_evidence_of_impact_stands_in_for_a_missing_column_of_evidence() -> None:
    document = make_document(
        make_table(("Recommendation", "Update", "Evidence of impact"), ("1. Train", "Done", "Fewer"))
    )
    assert updates_of(understand(document))[0].evidence == "Fewer"


def test_a_title_that_is_a_number_alone_numbers_the_card_below_it() -> None:
    document = make_document(
        make_paragraph("Rec 3", level=1),
        make_table(("Recommendation", "Train all staff"), ("Update", "Begun."), ("Evidence", "List")),
    )
    (update,) = updates_of(understand(document))
    assert shown(update) == (("3",), "Train all staff", "Begun.", "List")


@pytest.mark.parametrize(
    ("below", "wanted"),
    [(("Ref", "Wording", "Progress", "Evidence"), "Begun."), (("", "", "Headquarters", "Stations"), "Begun.\nList")],
)
def test_a_second_row_of_headings_may_hold_unknown_ones(below: tuple[str, ...], wanted: str) -> None:
    whole = (make_cell("Recommendation", 1, 1, colspan=2),)
    cells = (
        *(whole if below[0] else (make_cell("No.", 1, 1), make_cell("Recommendation", 1, 2))),
        make_cell("Agency response", 1, 3, colspan=2),
        *(make_cell(text, 2, col) for col, text in enumerate(below, start=1)),
        *(make_cell(text, 3, col) for col, text in enumerate(("1", "Train all staff", "Begun.", "List"), start=1)),
    )
    table = replace(make_table(("",), ("",), ("",), n_cols=4), cells=cells)
    (update,) = updates_of(understand(make_document(table)))
    assert shown(update)[:3] == (("1",), "Train all staff", wanted)
